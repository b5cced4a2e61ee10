"""Lists that are all shown in one way: entries that filters narrow, a page of them as a table."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request

from communique.record.asked import decided_table
from communique.record.narrowing import SORTS, Asked
from communique.server.drawing.shown import Shown, Shows, listing
from communique.server.library.collections import BY_NAME
from communique.server.library.library import Kept
from communique.server.pages.asking import asked_in, filters, given, paged
from communique.views.lists import documents_table, gaps_table
from communique.views.naming import Naming
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
    remarks_table,
)
from communique.views.tables import Table

Tables = Callable[[Kept, tuple[Any, ...]], Table]


@dataclass(frozen=True, slots=True)
class Register:
    """A list as a page: its title, the collection whose entries it shows, its orders.

    ``table`` draws the entries of a page.
    """

    title: str
    collection: str
    sorts: tuple[str, ...]
    table: Tables

    @property
    def filters(self) -> tuple[str, ...]:
        """What people narrow it by: the filters of the collection that all lists share."""
        return tuple(
            one for one in BY_NAME[self.collection].filters if one in Asked.__dataclass_fields__
        )

    def entries(self, kept: Kept, asked: Asked, sort: str | None = None) -> tuple[Any, ...]:
        """All entries that are asked for, in the order asked for."""
        ordered = {} if sort is None else {"sort": sort}
        return tuple(BY_NAME[self.collection].entries(kept, asked, ordered))


def showing(register: Register) -> Shows:
    """Answers with one page of a register."""

    def shows(kept: Kept, request: Request) -> Shown:
        entries = register.entries(kept, asked_in(request), given(request, "sort"))
        found, beside = paged(request, entries)
        asks = filters(*register.filters, sorts=register.sorts)
        table = register.table(kept, found)
        return listing(register.title, register.collection, found, table, **asks, **beside)

    return shows


def _named(table: Callable[[tuple[Any, ...], Naming], Table]) -> Tables:
    return lambda kept, found: table(found, kept.naming)


def _gaps(kept: Kept, found: tuple[Any, ...]) -> Table:
    labels = kept.record.labels_of({gap.contact for gap in found})
    return gaps_table(found, labels, kept.naming)


def _stories(kept: Kept, found: tuple[Any, ...]) -> Table:
    told = {contact for one in found for contact in one.contacts}
    return stories_table(found, kept.record.labels_of(told), kept.naming)


def _positions(kept: Kept, found: tuple[Any, ...]) -> Table:
    return positions_table(replace(kept.naming.contents, positions=found), kept.naming)


def _projects(kept: Kept, found: tuple[Any, ...]) -> Table:
    return projects_table(replace(kept.naming.contents, projects=found), kept.naming)


REGISTERS: dict[str, Register] = {
    "/documents": Register(
        "Documents",
        "documents",
        ("date", "label", "outlet"),
        lambda kept, found: documents_table(found),
    ),
    "/channels": Register(
        "Channels",
        "channels",
        ("label", "date"),
        _named(channels_table),
    ),
    "/formats": Register(
        "Formats",
        "formats",
        ("label", "name"),
        _named(formats_table),
    ),
    "/positions": Register("Positions", "positions", ("date", "holder", "matter"), _positions),
    "/remarks": Register(
        "Remarks outside contacts",
        "remarks",
        ("date", "side"),
        _named(remarks_table),
    ),
    "/labels": Register(
        "Labels of relations",
        "labels",
        ("date", "label"),
        _named(labels_table),
    ),
    "/missions": Register(
        "Missions",
        "presence",
        ("date", "place"),
        _named(presence_table),
    ),
    "/works": Register("Works", "projects", ("name", "states"), _projects),
    "/originals": Register("Originals", "originals", (), _named(originals_table)),
    "/stories": Register("Stories", "stories", ("date", "documents"), _stories),
    "/gaps": Register("Gaps", "gaps", SORTS, _gaps),
    "/decisions": Register(
        "Decisions",
        "decisions",
        (),
        lambda kept, found: decided_table(kept.record, kept.naming, found),
    ),
}
"""By their addresses, in the order in which the head of a page leads to them."""
