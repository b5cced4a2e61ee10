"""Lists of a record narrowed and sorted as a user asks, for every door alike.

Each takes the record, the names of all that it holds, what is asked, and by what to sort (None: in
the order of the record), and raises NotPossible for what cannot be asked.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from communique.model.contents import ClaimEntry, Contents, DocumentEntry, Gap, Offer, StoryEntry
from communique.model.decisions import Decision
from communique.model.passages import Passage
from communique.model.registers import (
    ChannelEntry,
    FormatEntry,
    LabelEntry,
    PositionEntry,
    PresenceEntry,
    ProjectEntry,
    UndertakingEntry,
)
from communique.model.times import edtf_of
from communique.record.narrowing import (
    Asked,
    contacts_asked,
    day_first,
    documents_asked,
    in_order,
    is_within,
    keeper,
)
from communique.record.record import Record
from communique.views.decided import decisions_table
from communique.views.naming import Naming
from communique.views.tables import Table


def documents_listed(
    kept: Record, asked: Asked, sort: str | None = None
) -> tuple[DocumentEntry, ...]:
    """The documents published between the days that tell of the contacts asked for."""
    orders: dict[str, Callable[[DocumentEntry], Any]] = {
        "date": lambda one: day_first(edtf_of(one.published)),
        "label": lambda one: one.label,
        "outlet": lambda one: (one.outlet is None, one.outlet or ""),
    }
    of = documents_asked(kept, asked) if asked.is_of_anything else None
    return in_order((d for d in kept.documents() if of is None or d.id in of), sort, orders)


def hits_listed(
    kept: Record, naming: Naming, words: str, asked: Asked, sort: str | None = None, limit: int = 50
) -> tuple[Passage, ...]:
    """The passages that hold all the words, in the documents asked for."""
    of = documents_asked(kept, asked) if asked.is_of_anything else None
    found = tuple(kept.search(words, limit=limit, among=of))
    days = {one.id: edtf_of(one.published) for one in naming.contents.documents}
    return in_order(found, sort, {"date": lambda one: day_first(days[one.document])})


def channels_listed(
    kept: Record, naming: Naming, asked: Asked, sort: str | None = None
) -> tuple[ChannelEntry, ...]:
    """The channels between those asked for with a step between the days."""

    def dates(one: ChannelEntry) -> list[str | None]:
        return [step.date for step in one.lifecycle if step.date] or [None]

    orders: dict[str, Callable[[ChannelEntry], Any]] = {
        "label": lambda one: one.label,
        "date": lambda one: min(map(day_first, dates(one))),
    }
    keep = keeper(naming, asked)
    of = (one for one in kept.channels() if keep(one.parties))
    found = (one for one in of if any(is_within(day, asked) for day in dates(one)))
    return in_order(found, sort, orders)


def formats_listed(
    kept: Record, naming: Naming, asked: Asked, sort: str | None = None
) -> tuple[FormatEntry, ...]:
    """The formats and bodies of those asked for."""
    orders: dict[str, Callable[[FormatEntry], Any]] = {
        "label": lambda one: one.label,
        "name": lambda one: one.name,
    }
    keep = keeper(naming, asked)
    return in_order(
        (one for one in kept.formats() if keep((*one.members, one.body or ""))), sort, orders
    )


def positions_listed(
    kept: Record, naming: Naming, asked: Asked, sort: str | None = None
) -> tuple[PositionEntry, ...]:
    """The positions of those asked for, taken between the days."""

    def day(one: PositionEntry) -> tuple[bool, str]:
        return day_first(edtf_of(one.date))

    orders: dict[str, Callable[[PositionEntry], Any]] = {
        "date": day,
        "holder": lambda one: (one.holder, day(one)),
        "matter": lambda one: (one.matter.casefold(), day(one)),
    }
    keep = keeper(naming, asked)
    of = (one for one in kept.positions() if keep(one.holder))
    return in_order((one for one in of if is_within(edtf_of(one.date), asked)), sort, orders)


def remarks_listed(
    kept: Record, naming: Naming, asked: Asked, sort: str | None = None
) -> tuple[ClaimEntry, ...]:
    """What those asked for said outside any contact at hand, in documents between the days."""
    days = {one.id: edtf_of(one.published) for one in naming.contents.documents}
    orders: dict[str, Callable[[ClaimEntry], Any]] = {
        "date": lambda one: day_first(days[one.passage.document]),
        "side": lambda one: one.attribution.side,
    }
    keep = keeper(naming, asked)
    of = (one for one in kept.remarks() if keep((one.attribution.side or "",)))
    found = (one for one in of if is_within(days[one.passage.document], asked))
    return in_order(found, sort, orders)


def labels_listed(
    kept: Record, naming: Naming, asked: Asked, sort: str | None = None
) -> tuple[LabelEntry, ...]:
    """The labels of relations between those asked for, used between the days."""

    def told(one: LabelEntry) -> bool:
        return any(is_within(day, asked) for use in one.uses for day in (use.first, use.last))

    orders: dict[str, Callable[[LabelEntry], Any]] = {
        "date": lambda one: min(day_first(use.first) for use in one.uses),
        "label": lambda one: one.label.casefold(),
    }
    keep = keeper(naming, asked)
    return in_order((one for one in kept.labels() if keep(one.dyad) and told(one)), sort, orders)


def presence_listed(
    kept: Record, naming: Naming, asked: Asked, sort: str | None = None
) -> tuple[PresenceEntry, ...]:
    """The missions of the state asked for, told of between the days."""

    def told(one: PresenceEntry) -> bool:
        return is_within(one.first, asked) or is_within(one.last, asked)

    orders: dict[str, Callable[[PresenceEntry], Any]] = {
        "date": lambda one: day_first(one.first),
        "place": lambda one: one.place.casefold(),
    }
    keep = keeper(naming, asked)
    of = (one for one in kept.presence() if keep((one.state,)) and told(one))
    return in_order(of, sort, orders)


def projects_listed(
    kept: Record, naming: Naming, asked: Asked, sort: str | None = None
) -> tuple[ProjectEntry, ...]:
    """The works between those asked for."""
    orders: dict[str, Callable[[ProjectEntry], Any]] = {
        "name": lambda one: one.name.casefold(),
        "states": lambda one: one.states,
    }
    keep = keeper(naming, asked)
    return in_order((one for one in kept.projects() if keep(one.states)), sort, orders)


def stories_listed(
    kept: Record, asked: Asked, sort: str | None = None, document: str | None = None
) -> tuple[StoryEntry, ...]:
    """The stories between the days, all or that of one document."""
    orders: dict[str, Callable[[StoryEntry], Any]] = {
        "date": lambda one: day_first(one.date),
        "documents": lambda one: -len(one.members),
    }
    of = (one for one in kept.stories(document=document) if is_within(one.date, asked))
    return in_order(of, sort, orders)


def gaps_listed(
    kept: Record, asked: Asked, sort: str | None = None, contact: str | None = None
) -> tuple[Gap, ...]:
    """The gaps of the contacts asked for, sorted as contacts are."""
    found = tuple(kept.gaps(contact=contact))
    if sort is None and not asked.is_of_anything:
        return found
    contacts = contacts_asked(kept, asked, sort or "date")
    places = {one.id: at for at, one in enumerate(contacts)}
    if asked.is_of_anything:
        found = tuple(one for one in found if one.contact in places)
    if sort is None:
        return found
    return tuple(sorted(found, key=lambda one: places.get(one.contact, len(places))))


def channel_told(kept: Record, naming: Naming, found: ChannelEntry) -> Contents:
    """The part of the record that a channel is shown with: its claims, other channels, offers."""
    return replace(
        naming.contents,
        claims=kept.why(found.id).claims,
        channels=tuple(kept.channels()),
        offers=_offers_on(kept, found.id),
    )


def format_told(kept: Record, naming: Naming, found: FormatEntry) -> Contents:
    """The part of the record that a format is shown with: other formats, and offers."""
    offers = _offers_on(kept, found.id)
    return replace(naming.contents, formats=tuple(kept.formats()), offers=offers)


def _offers_on(kept: Record, about: str) -> tuple[Offer, ...]:
    return tuple(one for one in kept.offers() if about in (one.left, one.right))


def called_in(kept: Record, lines: Iterable[ChannelEntry | FormatEntry]) -> dict[str, str]:
    """The labels of the contacts in the lives of channels or formats, by id."""
    steps = (step for one in lines for step in one.lifecycle)
    return kept.labels_of({one for step in steps if (one := step.contact)})


def closers_called(kept: Record, undertakings: Iterable[UndertakingEntry]) -> dict[str, str]:
    """The labels of the contacts and documents that closed undertakings, by id."""
    met = {one.closed_by for one in undertakings if one.closed_by}
    return kept.labels_of(met)


def decided_table(kept: Record, naming: Naming, made: Iterable[Decision]) -> Table:
    """Decisions for reading, each with what it is about by name."""
    shown = tuple(made)
    about = {one for decision in shown for one in decision.about}
    return decisions_table(shown, naming, {one: kept.label_of(one) for one in about})
