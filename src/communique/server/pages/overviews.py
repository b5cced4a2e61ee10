"""All that the record holds of an actor or of two states, on one page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from starlette.requests import Request

from communique.errors import NotInRecord
from communique.model.contents import Contact
from communique.model.vocabulary import ActorKind
from communique.record.asked import closers_called
from communique.record.choosing import dyad_of
from communique.record.narrowing import Asked, contacts_asked, owed
from communique.server.drawing.shown import Shown
from communique.server.library.library import Kept
from communique.server.pages.asking import is_for_people
from communique.server.pages.registers import REGISTERS
from communique.views.linked import Thing, linked
from communique.views.lists import contacts_tables, first_looks, gaps_table
from communique.views.owing import undertakings_tables
from communique.views.tables import Page, Table

WHOLE = (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP)
"""Actors of which all is told; of persons and offices only their contacts are."""
TOLD = {
    "/channels": "Channels",
    "/formats": "Formats",
    "/positions": "Positions",
    "/remarks": "Remarks outside contacts",
    "/labels": "Labels",
    "/missions": "Missions",
    "/works": "Works",
}
"""The registers of which an overview shows what concerns those it is about, with its headings."""
LATEST = 25
"""Contacts that an overview lists, the latest, and rows of every other table."""


def actor(kept: Kept, request: Request) -> Shown:
    """A person or office with its contacts, a state, body or group with all told of it."""
    name = request.path_params["name"]
    entry = kept.naming.actors.get(name)
    if entry is None:
        raise NotInRecord(name, kind="actor")
    offices = ", ".join(one.title for one in entry.offices)
    other = ", ".join(one for one in entry.names if one != entry.name)
    facts = (entry.kind.value, entry.state, offices, f"also: {other}" if other else "")
    heading = (entry.name, " · ".join(filter(None, facts)))
    if entry.kind in WHOLE:
        asked = Asked(state=entry.state or name)
        shown = _overview(kept, asked, heading, brief=is_for_people(request))
    else:
        brief = is_for_people(request)
        found = tuple(kept.record.contacts(state=name, sort="latest", limit=LATEST, brief=brief))
        shown = _shown(heading, found, contacts_tables(found))
    if entry.kind is ActorKind.BODY:
        leads = (linked("Its sessions, who was there, its members", Thing("bodies", name)),)
        shown = replace(shown, page=replace(shown.page, notes=leads))
    return replace(shown, data={"actor": entry, **shown.data})


def dyad(kept: Kept, request: Request) -> Shown:
    """Two states: what they dealt with each other, what is owed, where accounts are missing."""
    name = request.path_params["name"]
    first, second = dyad_of(name, kept.naming.contents.actors)
    heading = (f"{kept.naming.actor(first)} – {kept.naming.actor(second)}", f"{first}, {second}")
    asked = Asked(dyad=f"{first},{second}")
    return _overview(kept, asked, heading, brief=is_for_people(request))


def _overview(kept: Kept, asked: Asked, heading: tuple[str, ...], *, brief: bool) -> Shown:
    found = contacts_asked(kept.record, asked, "latest", limit=LATEST, brief=brief)
    tables = (*contacts_tables(found), *_told(kept, asked, found))
    return _shown(heading, found, [_first_rows(one) for one in tables if one.rows])


def _first_rows(table: Table) -> Table:
    """The first rows of a table, and how many it has in all."""
    count = len(table.rows)
    if count <= LATEST:
        return table
    note = f"{LATEST} of {count} are shown; the list of its own shows all."
    return replace(table, rows=table.rows[:LATEST], notes=(*table.notes, note))


def _told(kept: Kept, asked: Asked, contacts: Iterable[Contact]) -> Iterator[Table]:
    """What is to be looked at first, what is owed, the registers, and what is missing."""
    record, naming = kept.record, kept.naming
    shown = {one.id for one in contacts}
    yield first_looks((one for one in record.findings() if one.contact in shown), naming)
    part = owed(record, naming, asked)
    yield from undertakings_tables(part, naming, closers_called(record, part.undertakings))
    for address, title in TOLD.items():
        register = REGISTERS[address]
        yield replace(register.table(kept, register.entries(kept, asked)), title=title)
    labels = {one.id: one.label for one in contacts}
    gaps = (one for one in record.gaps() if one.contact in labels)
    yield replace(gaps_table(gaps, labels, naming), title="Accounts not held")


def _shown(heading: tuple[str, ...], found: Iterable[Contact], tables: Iterable[Table]) -> Shown:
    data = {"contacts": found}
    return Shown(heading[0], data, Page(heading, tuple(tables)))
