"""The page of a body: its sessions and summits, who took part, its members, what it said."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from starlette.requests import Request

from communique.errors import NotInRecord
from communique.model.contents import ActorEntry, Contact
from communique.model.vocabulary import ActorKind
from communique.record.asked import closers_called, positions_listed
from communique.record.narrowing import Asked, contacts_asked, owed
from communique.server.acting.offering import note_on
from communique.server.drawing.shown import Shown
from communique.server.library.library import Kept
from communique.server.pages.asking import is_for_people
from communique.views.bodies import attendance_table, members_table, standing_of
from communique.views.lists import contacts_tables, gaps_table
from communique.views.owing import undertakings_tables
from communique.views.registers import originals_table
from communique.views.stands import positions_table
from communique.views.tables import Page, Table

SESSIONS = "Sessions and summits"
MOST = 100
"""Contacts of a body that its page tells of, the latest."""


def body(kept: Kept, request: Request) -> Shown:
    """A body: what it held, who was there as told, who its members are, what it said and owes."""
    entry = _body_in(kept, request.path_params["name"])
    asked = Asked(body=entry.id)
    brief = is_for_people(request)
    found = contacts_asked(kept.record, asked, "latest", limit=MOST + 1, brief=brief)
    is_cut, found = len(found) > MOST, found[:MOST]
    venue = next((one for one in kept.record.formats() if one.body == entry.id), None)
    said = _said(kept, entry, asked)
    other = ", ".join(one for one in entry.names if one != entry.name)
    facts = (
        f"{entry.kind.value} {entry.id}",
        f"also: {other}" if other else "",
        "" if venue is None else standing_of(venue),
        f"its latest {MOST} contacts; earlier ones are left out here" if is_cut else "",
    )
    held = (replace(one, title=one.title or SESSIONS) for one in contacts_tables(found))
    tables = (
        *held,
        attendance_table(found, entry.id),
        members_table(venue, kept.naming),
        *_said_tables(kept, said, asked, found),
    )
    data = {"body": entry, "format": venue, "contacts": found, **said}
    heading = (entry.name, " · ".join(filter(None, facts)))
    return Shown(entry.name, data, Page(heading, tables), more={"offered": (note_on(entry.id),)})


def _body_in(kept: Kept, name: str) -> ActorEntry:
    entry = kept.naming.actors.get(name)
    if entry is None or entry.kind is not ActorKind.BODY:
        raise NotInRecord(name, kind="body")
    return entry


def _said(kept: Kept, entry: ActorEntry, asked: Asked) -> dict[str, Any]:
    """Where a body stands, what it owes, and the texts that it issued."""
    return {
        "positions": tuple(positions_listed(kept.record, kept.naming, asked, None)),
        "undertakings": owed(kept.record, kept.naming, asked).undertakings,
        "originals": tuple(
            one for one in kept.naming.contents.originals if entry.id in (one.issuer, one.side)
        ),
    }


def _said_tables(
    kept: Kept, said: dict[str, Any], asked: Asked, found: tuple[Contact, ...]
) -> Iterator[Table]:
    record, naming = kept.record, kept.naming
    part = replace(naming.contents, contacts=(), **said)
    labels = {one.id: one.label for one in found}
    gaps = (one for one in record.gaps() if one.contact in labels)
    tables = (
        replace(positions_table(part, naming), title="Where it stands"),
        *undertakings_tables(part, naming, closers_called(record, part.undertakings)),
        replace(originals_table(part.originals, naming), title="Texts it issued"),
        replace(gaps_table(gaps, labels, naming), title="Accounts not held"),
    )
    yield from (one for one in tables if one.rows)
