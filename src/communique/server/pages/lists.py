"""Lists that are pages of their own kind: contacts, what is owed, problems, matches, a search."""

import datetime
from dataclasses import replace

from starlette.requests import Request

from communique.record.asked import closers_called, hits_listed
from communique.record.choosing import check, day_of
from communique.record.faceting import facets_of
from communique.record.narrowing import SORTS, contacts_asked, owed
from communique.server.acting.offering import on_matches, on_owed
from communique.server.drawing.shown import Shown, listing
from communique.server.library.filters import DAYS, EVERYTHING, PARTIES
from communique.server.library.library import Kept
from communique.server.pages.asking import (
    A_PAGE,
    asked_in,
    filters,
    given,
    is_for_people,
    page_in,
    paged,
)
from communique.views.lists import (
    contacts_tables,
    hits_table,
    leads_table,
    offers_table,
    problems_table,
)
from communique.views.owing import DUE_ORDERS, due_tables, scheduled

FIRST = f"The first {A_PAGE} are shown, and counted above: narrow the search, or use more words."


def contacts(kept: Kept, request: Request) -> Shown:
    """Who dealt with whom, when, how; ``page`` counts from 1."""
    page = page_in(request)
    found = contacts_asked(
        kept.record,
        asked_in(request),
        given(request, "sort") or "latest",
        limit=A_PAGE + 1,
        skip=(page - 1) * A_PAGE,
        brief=is_for_people(request),
    )
    beside = {"page_number": page, "has_more": len(found) > A_PAGE}
    shown = found[:A_PAGE]
    asks = filters(*EVERYTHING, sorts=SORTS)
    return listing("Contacts", "contacts", shown, *contacts_tables(shown), **asks, **beside)


def undertakings(kept: Kept, request: Request) -> Shown:
    """What is owed: scheduled contacts, undertakings open or repeated, and those closed.

    Rows of each table are given page by page.
    """
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    day = day_of(given(request, "asof"), "asof") or today
    sort = given(request, "sort") or "date"
    check("sort", sort, DUE_ORDERS)
    part = owed(kept.record, kept.naming, asked_in(request))
    called = closers_called(kept.record, part.undertakings)
    whole = due_tables(part, kept.naming, called, day, sort)
    _, beside = paged(request, max((table.rows for table in whole), key=len))
    tables = [replace(table, rows=paged(request, table.rows)[0]) for table in whole]
    named = {str(cell) for table in tables for row in table.rows for cell in row}
    data = {
        "undertakings": tuple(one for one in part.undertakings if one.id in named),
        "scheduled": tuple(one for one in scheduled(part) if one.id in named),
    }
    asks = filters(*PARTIES, "form", *DAYS, sorts=tuple(DUE_ORDERS))
    more = {"offered": on_owed(one for one in part.undertakings if one.id in named)}
    shown = listing("What is owed", "undertakings", (), *tables, **asks, **beside, **more)
    return replace(shown, data=data)


def problems(kept: Kept, request: Request) -> Shown:
    """What could not be read, and leads to other documents that were not read."""
    found, beside = paged(request, tuple(kept.record.problems()))
    part = replace(kept.naming.contents, problems=found)
    tables = (problems_table(part, kept.naming), leads_table(part, kept.naming))
    return listing("Problems", "problems", found, *tables, **beside)


def offers(kept: Kept, request: Request) -> Shown:
    """Possible matches, for a person to decide."""
    found, beside = paged(request, tuple(kept.record.offers()))
    called = kept.record.labels_of({one.about for one in found if one.about})
    table = offers_table(found, called)
    shown = listing("Possible matches", "offers", found, table, **beside)
    return replace(shown, more={**shown.more, "offered": on_matches(found)})


def search(kept: Kept, request: Request) -> Shown:
    """Passages that hold all the words, and by what they can be narrowed."""
    words = given(request, "q")
    asked = asked_in(request)
    most = A_PAGE + 1
    listed = hits_listed(kept.record, kept.naming, words, asked, limit=most) if words else ()
    found = listed[:A_PAGE]
    facets = facets_of(kept.record, (one.document for one in found))
    asks = filters("q", *EVERYTHING)
    table = hits_table(found, kept.naming)
    if len(listed) > A_PAGE:
        table = replace(table, notes=(*table.notes, FIRST))
    shown = listing("Search", "passages", found, table, **asks, facets=facets)
    return replace(shown, data={**shown.data, "facets": facets, "has_more": len(listed) > A_PAGE})
