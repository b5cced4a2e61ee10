"""Lists as pages: contacts, documents, registers, what is owed and what is missing."""

import datetime
import re
from dataclasses import asdict, replace

from starlette.requests import Request

from communique.errors import NotPossible
from communique.model.codec import to_json
from communique.record.asked import (
    channels_listed,
    closers_called,
    decided_table,
    documents_listed,
    formats_listed,
    gaps_listed,
    hits_listed,
    labels_listed,
    positions_listed,
    presence_listed,
    projects_listed,
    stories_listed,
)
from communique.record.choosing import check, day_of
from communique.record.faceting import facets_of
from communique.record.narrowing import SORTS, Asked, contacts_asked, owed
from communique.server.collections import DAYS, EVERYTHING, PARTIES
from communique.server.description import CLOSED
from communique.server.library import Kept
from communique.server.offering import on_matches
from communique.server.shown import Shown, given, listing
from communique.views.lists import (
    contacts_tables,
    documents_table,
    gaps_table,
    hits_table,
    leads_table,
    offers_table,
    problems_table,
)
from communique.views.owing import DUE_ORDERS, due_tables, scheduled
from communique.views.registers import (
    channels_table,
    formats_table,
    originals_table,
    stories_table,
)
from communique.views.stands import (
    labels_table,
    positions_table,
    presence_table,
    projects_table,
)

A_PAGE = 50
"""Contacts that a page lists."""


def asked_in(request: Request) -> Asked:
    """The filters of an address; empty ones are none. Raises NotPossible for impossible days."""
    told = {name: given(request, name) for name in Asked.__dataclass_fields__}
    return Asked(**told)


def filters(*names: str, sorts: tuple[str, ...] = ()) -> dict[str, object]:
    """What the form above a list asks for."""
    choices = {name: CLOSED[name] for name in names if name in CLOSED}
    return {"filters": names, "choices": choices, "sorts": sorts}


def contacts(kept: Kept, request: Request) -> Shown:
    """Who dealt with whom, when, how; ``page`` counts from 1."""
    page = _page_in(request)
    found = contacts_asked(
        kept.record,
        asked_in(request),
        given(request, "sort") or "latest",
        limit=A_PAGE + 1,
        skip=(page - 1) * A_PAGE,
    )
    more = {"page_number": page, "has_more": len(found) > A_PAGE}
    shown = found[:A_PAGE]
    asks = filters(*EVERYTHING, sorts=SORTS)
    return listing("Contacts", "contacts", shown, *contacts_tables(shown), **asks, **more)


def _page_in(request: Request) -> int:
    number = given(request, "page") or "1"
    if not re.fullmatch(r"[1-9][0-9]{0,5}", number):
        raise NotPossible(f"no page {number!r}: expected a number from 1 on")
    return int(number)


def documents(kept: Kept, request: Request) -> Shown:
    """The documents that are kept, with their dates and on what these rest."""
    found = documents_listed(kept.record, asked_in(request), given(request, "sort"))
    asks = filters(*EVERYTHING, sorts=("date", "label", "outlet"))
    return listing("Documents", "documents", found, documents_table(found), **asks)


def channels(kept: Kept, request: Request) -> Shown:
    """Standing lines of consultation, and who says that they exist."""
    found = channels_listed(kept.record, kept.naming, asked_in(request), given(request, "sort"))
    asks = filters(*PARTIES, *DAYS, sorts=("label", "date"))
    return listing("Channels", "channels", found, channels_table(found, kept.naming), **asks)


def formats(kept: Kept, request: Request) -> Shown:
    """Formats, and bodies as venues."""
    found = formats_listed(kept.record, kept.naming, asked_in(request), given(request, "sort"))
    asks = filters(*PARTIES, sorts=("label", "name"))
    return listing("Formats", "formats", found, formats_table(found, kept.naming), **asks)


def positions(kept: Kept, request: Request) -> Shown:
    """Where parties stand, since when, and on whose word."""
    found = positions_listed(kept.record, kept.naming, asked_in(request), given(request, "sort"))
    part = replace(kept.naming.contents, positions=found)
    asks = filters(*PARTIES, *DAYS, sorts=("date", "holder", "matter"))
    return listing("Positions", "positions", found, positions_table(part, kept.naming), **asks)


def labels(kept: Kept, request: Request) -> Shown:
    """What relations of two are called, and by whom."""
    found = labels_listed(kept.record, kept.naming, asked_in(request), given(request, "sort"))
    asks = filters("state", "dyad", *DAYS, sorts=("date", "label"))
    return listing("Labels of relations", "labels", found, labels_table(found, kept.naming), **asks)


def presence(kept: Kept, request: Request) -> Shown:
    """Missions reported open or closed."""
    found = presence_listed(kept.record, kept.naming, asked_in(request), given(request, "sort"))
    asks = filters("state", *DAYS, sorts=("date", "place"))
    return listing("Missions", "presence", found, presence_table(found, kept.naming), **asks)


def projects(kept: Kept, request: Request) -> Shown:
    """Named works between states, and what was undertaken about them."""
    found = projects_listed(kept.record, kept.naming, asked_in(request), given(request, "sort"))
    part = replace(kept.naming.contents, projects=found)
    asks = filters("state", "dyad", sorts=("name", "states"))
    return listing("Works", "projects", found, projects_table(part, kept.naming), **asks)


def undertakings(kept: Kept, request: Request) -> Shown:
    """What is owed: scheduled contacts, undertakings open or repeated, and those closed."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    day = day_of(given(request, "asof"), "asof") or today
    sort = given(request, "sort") or "date"
    check("sort", sort, DUE_ORDERS)
    part = owed(kept.record, kept.naming, asked_in(request))
    called = closers_called(kept.record, part.undertakings)
    tables = due_tables(part, kept.naming, called, day, sort)
    shown = listing(
        "What is owed",
        "undertakings",
        part.undertakings,
        *tables,
        **filters(*PARTIES, "form", *DAYS, sorts=tuple(DUE_ORDERS)),
    )
    ahead = [to_json(one) for one in scheduled(part)]
    return replace(shown, data={**shown.data, "scheduled": ahead})


def gaps(kept: Kept, request: Request) -> Shown:
    """The accounts that one should hold and does not, with whom to ask."""
    found = gaps_listed(kept.record, asked_in(request), given(request, "sort"))
    contacts = tuple(kept.record.contacts())
    part = replace(kept.naming.contents, gaps=found, contacts=contacts)
    asks = filters(*EVERYTHING, sorts=SORTS)
    return listing("Gaps", "gaps", found, gaps_table(part, kept.naming), **asks)


def problems(kept: Kept, request: Request) -> Shown:
    """What could not be read, and leads to other documents that were not read."""
    found = tuple(kept.record.problems())
    part = replace(kept.naming.contents, problems=found)
    return listing(
        "Problems",
        "problems",
        found,
        problems_table(part, kept.naming),
        leads_table(part, kept.naming),
    )


def originals(kept: Kept, request: Request) -> Shown:
    """The originals that documents rely on, and which of them are one text."""
    found = tuple(kept.record.originals())
    return listing("Originals", "originals", found, originals_table(found, kept.naming))


def stories(kept: Kept, request: Request) -> Shown:
    """Documents that carry one piece of news, each with the reason."""
    found = stories_listed(kept.record, asked_in(request), given(request, "sort"))
    called = {one.id: one.label for one in kept.record.contacts()}
    asks = filters(*DAYS, sorts=("date", "documents"))
    return listing("Stories", "stories", found, stories_table(found, called, kept.naming), **asks)


def offers(kept: Kept, request: Request) -> Shown:
    """Possible matches, for a person to decide."""
    found = tuple(kept.record.offers())
    called = {one.about: kept.record.label_of(one.about) for one in found if one.about}
    shown = listing("Possible matches", "offers", found, offers_table(found, called))
    return replace(shown, more={"offered": on_matches(found[:A_PAGE])})


def decisions(kept: Kept, request: Request) -> Shown:
    """All that people decided or noted, by whom and why, and what became of it."""
    found = kept.record.decisions()
    return listing("Decisions", "decisions", found, decided_table(kept.record, kept.naming, found))


def search(kept: Kept, request: Request) -> Shown:
    """Passages that hold all the words, and by what they can be narrowed."""
    words = given(request, "q")
    asked = asked_in(request)
    found = hits_listed(kept.record, kept.naming, words, asked) if words else ()
    facets = facets_of(kept.record, (one.document for one in found))
    shown = listing(
        "Search",
        "passages",
        found,
        hits_table(found, kept.naming),
        **filters("q", *EVERYTHING),
        facets=facets,
    )
    return replace(shown, data={**shown.data, "facets": [asdict(one) for one in facets]})
