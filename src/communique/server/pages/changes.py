"""What has changed since somebody looked last: told by the browser's memory, by nothing of ours."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from starlette.requests import Request

from communique.errors import NotPossible
from communique.record import Record
from communique.record.arriving import arrived_since
from communique.server.drawing.shown import Shown, listing
from communique.server.library.library import Kept, check_since
from communique.server.pages.asking import given, paged
from communique.views.changes import changes_table
from communique.views.lists import contacts_tables
from communique.views.tables import Table

A_VISIT, A_YEAR = 4 * 3600, 365 * 24 * 3600
"""For how many seconds a visit lasts, and where somebody has been is remembered."""
NEWEST = 12
"""Contacts told of by what came in that the first page lists."""


@dataclass(frozen=True, slots=True)
class Visit:
    """After which entry of the log a visitor's last visit ended, and what to remember of this."""

    since: int | None
    kept: Mapping[str, tuple[str, int]]


def visited(record: Record, request: Request, mark: str) -> Visit:
    """When the visitor was here before this visit; None as ``since`` on the first one.

    The browser remembers two numbers: how far the record had come on the last page of all, and on
    the last page before this visit began; ``mark`` keeps those of several records apart.
    """
    head = record.position()
    last, began = (_entry(request, f"{one}-{mark}", head) for one in ("last", "began"))
    kept = {f"last-{mark}": (str(head), A_YEAR)}
    if began is None and last is not None:
        began = last
        kept[f"began-{mark}"] = (str(last), A_VISIT)
    return Visit(None if began == head else began, kept)


def _entry(request: Request, name: str, head: int) -> int | None:
    """The number of an entry that a browser remembers; None if it is none of this record's."""
    told = request.cookies.get(name, "")
    return int(told) if re.fullmatch("[0-9]{1,18}", told) and int(told) <= head else None


@dataclass(frozen=True, slots=True)
class News:
    """What came in since: how many documents and decisions, and the contacts that are told of."""

    since: int
    documents: int
    decisions: int
    tables: tuple[Table, ...]


def news_since(kept: Kept, position: int) -> News:
    """What came into the record after that entry of its log."""
    arrived = arrived_since(kept.record, position)
    told = tuple(kept.record.contacts_of(arrived.documents))[:NEWEST]
    tables = contacts_tables(told) if told else ()
    return News(position, len(arrived.documents), arrived.decisions, tables)


def since(kept: Kept, request: Request) -> Shown:
    """What the record shows otherwise than it did: cells filled, days moved, contacts joined.

    They are given page by page. Raises NotPossible where ``since`` is no entry and no day, or where
    more has changed than can be worked out while somebody waits.
    """
    asked = given(request, "since")
    if asked is None:
        raise NotPossible("since when? expected since= with a day or an entry, as in 2021-08-24")
    check_since(kept, asked)
    changed, beside = paged(request, kept.record.changes(asked))
    shown = listing("Changes", "changes", map(asdict, changed), changes_table(changed), **beside)
    return replace(shown, page=replace(shown.page, heading=(f"Changes since {asked}",)))
