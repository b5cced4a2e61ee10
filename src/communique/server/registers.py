"""Lists that are all shown in one way: entries that filters narrow, a page of them as a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request

from communique.record.asked import (
    channels_listed,
    decided_table,
    documents_listed,
    formats_listed,
    gaps_listed,
    labels_listed,
    positions_listed,
    presence_listed,
    projects_listed,
    stories_listed,
)
from communique.record.narrowing import SORTS, Asked
from communique.server.asking import asked_in, filters, given, paged
from communique.server.collections import DAYS, EVERYTHING, PARTIES
from communique.server.library import Kept
from communique.server.shown import Shown, Shows, listing
from communique.views.lists import documents_table, gaps_table
from communique.views.registers import (
    channels_table,
    formats_table,
    originals_table,
    stories_table,
)
from communique.views.stands import labels_table, positions_table, presence_table, projects_table
from communique.views.tables import Table


@dataclass(frozen=True, slots=True)
class Register:
    """A list under an address: its title, the name of its entries in the data, what narrows it.

    ``entries`` are all that are asked for, in the order asked for; ``table`` draws those of a page.
    """

    title: str
    name: str
    filters: tuple[str, ...]
    sorts: tuple[str, ...]
    entries: Callable[[Kept, Asked, str | None], Sequence[Any]]
    table: Callable[[Kept, tuple[Any, ...]], Table]


def showing(register: Register) -> Shows:
    """Answers with one page of a register."""

    def shows(kept: Kept, request: Request) -> Shown:
        entries = register.entries(kept, asked_in(request), given(request, "sort"))
        found, beside = paged(request, entries)
        asks = filters(*register.filters, sorts=register.sorts)
        table = register.table(kept, found)
        return listing(register.title, register.name, found, table, **asks, **beside)

    return shows


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
        EVERYTHING,
        ("date", "label", "outlet"),
        lambda kept, asked, sort: documents_listed(kept.record, asked, sort),
        lambda kept, found: documents_table(found),
    ),
    "/channels": Register(
        "Channels",
        "channels",
        (*PARTIES, *DAYS),
        ("label", "date"),
        lambda kept, asked, sort: channels_listed(kept.record, kept.naming, asked, sort),
        lambda kept, found: channels_table(found, kept.naming),
    ),
    "/formats": Register(
        "Formats",
        "formats",
        PARTIES,
        ("label", "name"),
        lambda kept, asked, sort: formats_listed(kept.record, kept.naming, asked, sort),
        lambda kept, found: formats_table(found, kept.naming),
    ),
    "/positions": Register(
        "Positions",
        "positions",
        (*PARTIES, *DAYS),
        ("date", "holder", "matter"),
        lambda kept, asked, sort: positions_listed(kept.record, kept.naming, asked, sort),
        _positions,
    ),
    "/labels": Register(
        "Labels of relations",
        "labels",
        ("state", "dyad", *DAYS),
        ("date", "label"),
        lambda kept, asked, sort: labels_listed(kept.record, kept.naming, asked, sort),
        lambda kept, found: labels_table(found, kept.naming),
    ),
    "/missions": Register(
        "Missions",
        "presence",
        ("state", *DAYS),
        ("date", "place"),
        lambda kept, asked, sort: presence_listed(kept.record, kept.naming, asked, sort),
        lambda kept, found: presence_table(found, kept.naming),
    ),
    "/works": Register(
        "Works",
        "projects",
        ("state", "dyad"),
        ("name", "states"),
        lambda kept, asked, sort: projects_listed(kept.record, kept.naming, asked, sort),
        _projects,
    ),
    "/originals": Register(
        "Originals",
        "originals",
        (),
        (),
        lambda kept, asked, sort: tuple(kept.naming.originals.values()),
        lambda kept, found: originals_table(found, kept.naming),
    ),
    "/stories": Register(
        "Stories",
        "stories",
        DAYS,
        ("date", "documents"),
        lambda kept, asked, sort: stories_listed(kept.record, asked, sort),
        _stories,
    ),
    "/gaps": Register(
        "Gaps",
        "gaps",
        EVERYTHING,
        SORTS,
        lambda kept, asked, sort: gaps_listed(kept.record, asked, sort),
        _gaps,
    ),
    "/decisions": Register(
        "Decisions",
        "decisions",
        (),
        (),
        lambda kept, asked, sort: kept.record.decisions(),
        lambda kept, found: decided_table(kept.record, kept.naming, found),
    ),
}
"""By their addresses, in the order in which the head of a page leads to them."""
