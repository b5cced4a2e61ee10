"""Pages of single things: a contact, a document, a channel, a format, a decision, why."""

import re
from dataclasses import replace

from starlette.requests import Request

from communique.errors import NotInRecord, NotPossible
from communique.model.passages import Span
from communique.record.asked import (
    called_in,
    channel_told,
    closers_called,
    decided_table,
    format_told,
)
from communique.server.acting.offering import (
    on_claims,
    on_contact,
    on_document,
    on_line,
    withdrawal_of,
)
from communique.server.drawing.shown import Shown
from communique.server.drawing.text import lines_of
from communique.server.library.library import Kept
from communique.views.grid import contact_page
from communique.views.lists import (
    findings_table,
    gaps_table,
)
from communique.views.naming import Naming
from communique.views.owing import undertakings_tables
from communique.views.registers import channel_page, format_page, why_page
from communique.views.tables import Page

OFFSET = re.compile(r"[0-9]{1,9}")


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
    more = {"offered": on_line(part.offers, found.label, "channel")}
    page = channel_page(found, part, called)
    return Shown(found.label, {"channel": found}, page, more=more)


def format_(kept: Kept, request: Request) -> Shown:
    """One format or body as a venue."""
    found = kept.record.format(request.path_params["name"])
    part = format_told(kept.record, kept.naming, found)
    page = format_page(found, part, called_in(kept.record, (found,)))
    more = {"offered": on_line(part.offers, found.label, "format")}
    return Shown(found.label, {"format": found}, page, more=more)


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
