"""Pages of single things: the first page, a contact, a document, an actor, a channel, why."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from starlette.requests import Request

from communique.errors import NotInRecord, NotPossible
from communique.model.contents import Contact
from communique.model.passages import Span
from communique.record.asked import called_in, channel_told, closers_called, decided_table
from communique.record.narrowing import Asked, contacts_asked
from communique.server.asking import is_for_people
from communique.server.changes import news_since, visited
from communique.server.library import Kept
from communique.server.offering import (
    note_on,
    on_claims,
    on_contact,
    on_document,
    same_as,
    withdrawal_of,
)
from communique.server.shown import Shown
from communique.server.text import lines_of
from communique.text.intervals import days_of
from communique.views.grid import contact_page
from communique.views.lists import (
    contacts_tables,
    findings_table,
    first_looks,
    gaps_table,
)
from communique.views.naming import Naming
from communique.views.owing import undertakings_tables
from communique.views.registers import channel_page, format_page, why_page
from communique.views.tables import Page

LATEST = 25
"""Contacts that the first page lists."""
OFFSET = re.compile(r"[0-9]{1,9}")
STRIP = 28
"""Days of the strip on the first page."""


def home(kept: Kept, request: Request) -> Shown:
    """The latest contacts, what to look at first, and the days on which something happened."""
    brief = is_for_people(request)
    found = contacts_asked(kept.record, Asked(), "latest", limit=LATEST, brief=brief)
    findings = tuple(kept.record.findings())
    looks = first_looks(findings, kept.naming)
    visit = visited(kept.record, request, kept.library.mark)
    return Shown(
        title="Latest contacts",
        data={"contacts": found},
        page=Page(("Latest contacts",), (*contacts_tables(found), looks)),
        template="home.html",
        more={
            "strip": _strip(found),
            "documents": len(kept.naming.contents.documents),
            "news": None if visit.since is None else news_since(kept, visit.since),
        },
        kept=visit.kept,
    )


def _strip(contacts: Iterable[Contact]) -> list[tuple[date, int]]:
    """The last days up to the latest contact, each with the contacts known to be of it."""
    days = Counter(
        first
        for one in contacts
        for first, last in [days_of(one.date[0].value if one.date else None)]
        if first is not None and first == last
    )
    if not days:
        return []
    end = max(days)
    return [(day, days[day]) for day in (end - timedelta(n) for n in range(STRIP - 1, -1, -1))]


def contact(kept: Kept, request: Request) -> Shown:
    """One contact: the grid of its accounts, findings, what is owed and what is missing."""
    name = request.path_params["name"]
    part = kept.record.part(name)
    naming = Naming(part)
    [one] = part.contacts
    tables = [findings_table(part.findings, naming)]
    if part.undertakings:
        called = closers_called(kept.record, part.undertakings)
        tables += undertakings_tables(part, naming, called)
    tables.append(
        replace(gaps_table(part.gaps, {one.id: one.label}, naming), title="Accounts not held")
    )
    page = contact_page(one, part)
    notes = (*page.notes, *_notes(kept, name))
    shown = Page(page.heading, (*page.tables, *tables), notes)
    more = {"offered": on_contact(part, naming)}
    return Shown(one.label, part, shown, template="contact.html", more=more)


def _notes(kept: Kept, about: str) -> tuple[str, ...]:
    """What people noted about a thing."""
    found = kept.record.notes(about)
    return tuple(f"Note by {one.author}, {one.made_at[:10]}: {one.words}" for one in found)


def document(kept: Kept, request: Request) -> Shown:
    """One document: its text with every claim marked, a passage lit where one is asked for."""
    entry = kept.record.document(request.path_params["name"])
    words = kept.record.text_of(entry.id)
    claims = tuple(kept.record.claims(document=entry.id))
    lit = _lit(request, len(words))
    page = why_page(claims, kept.naming.contents, entry.title or entry.label)
    return Shown(
        title=entry.label,
        data={"document": entry, "text": words, "claims": claims},
        page=page,
        template="document.html",
        more={
            "lines": lines_of(words, entry, claims, lit),
            "entry": entry,
            "notes": _notes(kept, entry.id),
            "offered": on_document(entry),
        },
    )


def text(kept: Kept, request: Request) -> Shown:
    """The same without what stands around it, to be opened beside a grid."""
    return replace(document(kept, request), template="bare.html")


def _lit(request: Request, longest: int) -> Span | None:
    """The passage that an address asks for; raises NotPossible where there can be none."""
    start, end = (request.query_params.get(one) for one in ("from", "to"))
    if start is None and end is None:
        return None
    if not all(one and OFFSET.fullmatch(one) for one in (start, end)):
        raise NotPossible("no passage: expected from= and to= as offsets, as in from=12&to=48")
    lit = Span(int(start or 0), int(end or 0))
    if not lit.start < lit.end <= longest:
        raise NotPossible(f"no passage {start} to {end}: the document has {longest} characters")
    return lit


def channel(kept: Kept, request: Request) -> Shown:
    """One channel: its names, its steps, who says it exists and who does not."""
    found = kept.record.channel(request.path_params["name"])
    part = channel_told(kept.record, kept.naming, found)
    called = called_in(kept.record, (found,))
    more = {"offered": (same_as(found.label, "channel"), note_on(found.label))}
    page = channel_page(found, part, called)
    return Shown(found.label, {"channel": found}, page, more=more)


def format_(kept: Kept, request: Request) -> Shown:
    """One format or body as a venue."""
    found = kept.record.format(request.path_params["name"])
    page = format_page(found, kept.naming.contents, called_in(kept.record, (found,)))
    return Shown(found.label, {"format": found}, page)


def decision(kept: Kept, request: Request) -> Shown:
    """One decision, and what became of it."""
    name = request.path_params["name"]
    found = tuple(one for one in kept.record.decisions() if one.id == name)
    if not found:
        raise NotInRecord(name, kind="decision")
    page = Page((f"Decision {name}",), (decided_table(kept.record, kept.naming, found),))
    more = {"offered": (withdrawal_of(name),)}
    return Shown(name, {"decision": found[0]}, page, more=more)


def why(kept: Kept, request: Request) -> Shown:
    """On whose word something stands: ``asked`` is what the command ``why`` takes."""
    asked = request.query_params.get("asked", "")
    found = kept.record.why(asked)
    part = found.part if found.contact else kept.naming.contents
    data = {"claims": found.claims}
    page = why_page(found.claims, part, asked)
    page = replace(page, notes=(*page.notes, *_notes(kept, asked)))
    return Shown(asked, data, page, more={"offered": on_claims(asked, found.claims)})
