"""Which two documents may carry one story: by what they are about, and by what is their news."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from communique.catalog.tables import Tables
from communique.languages.en.comparing import load_comparing
from communique.model.documents import Document
from communique.model.passages import DocumentId
from communique.model.readings import Reading
from communique.resolve.actors.actors import Actors
from communique.resolve.actors.facts import Lying
from communique.resolve.contacts.agreeing import could_be_one
from communique.resolve.contacts.days import NEAR
from communique.resolve.contacts.outlines import Outline, outlines_of
from communique.resolve.documents import Shelf
from communique.resolve.stories.grouping import Link
from communique.resolve.support import is_one_place
from communique.text.weights import Weights, closeness, heaviest, weigh

MARKS = 16
"""Words that weigh most in a document, by which others are found that may tell the same."""
SHARED = 3
"""Marks that two documents must share for their texts to be compared."""
SURELY = 0.5
"""Closeness, at the least, of two documents whose news is one contact of one known day."""
LEAST = 0.2
"""Closeness below which nothing is made of two documents."""
SHOWN = 4
"""Words that the reason of a link names."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document reduced to what decides with which others it carries one story."""

    document: DocumentId
    place: int
    day: date | None
    lies: date | None
    """The day about which it lies: its own, or that of the dated document nearest to it."""
    beside: Set[DocumentId]
    """The dated documents beside which it lies if it is undated."""
    weights: Weights
    news: tuple[Outline, ...]
    """The contacts of which it tells as its news."""

    @property
    def marks(self) -> tuple[str, ...]:
        """The words that weigh most."""
        return heaviest(self.weights, MARKS)

    @property
    def names(self) -> frozenset[str]:
        """The words that name the parties of these contacts: sister events have them too."""
        return frozenset[str]().union(*(one.names for one in self.news))


def sheets_of(
    shelf: Shelf,
    readings: Iterable[Reading],
    actors: Actors,
    tables: Tables,
    lying: Mapping[DocumentId, Lying],
) -> tuple[Sheet, ...]:
    """One sheet for each document, in the order of the record; undated ones lie where it says."""
    states = {one.code: one for one in tables.states}
    outlines = outlines_of(readings, actors, shelf, {}, states)
    news: dict[DocumentId, list[Outline]] = {}
    for one in outlines:
        if one.is_news:
            news.setdefault(one.document, []).append(one)
    return tuple(
        Sheet(
            document=one.id,
            place=place,
            day=shelf.date_of(one.id),
            lies=lying[one.id].day if one.id in lying else shelf.date_of(one.id),
            beside=lying[one.id].beside if one.id in lying else frozenset(),
            weights=weights_of(one),
            news=tuple(news.get(one.id, ())),
        )
        for place, one in enumerate(shelf.documents)
    )


def weights_of(document: Document) -> Weights:
    """What a document is about: its words outside the furniture of its page."""
    return weigh(document.text, document.account_spans, load_comparing().lexicon.stop)


def are_near(left: date | None, right: date | None) -> bool:
    """Whether two documents are of about one time, as far as they are dated."""
    return left is None or right is None or abs((left - right).days) <= NEAR


def _lie_together(left: Sheet, right: Sheet) -> bool:
    """Whether they are of about one time, or one lies beside the other."""
    lies_beside = left.document in right.beside or right.document in left.beside
    return lies_beside or are_near(left.lies, right.lies)


@dataclass(slots=True)
class Index:
    """Finds for a document those before it that may tell the same, without looking at all.

    Documents come in the order of their days, undated ones last.
    """

    days: list[date] = field(default_factory=list)
    by_mark: dict[str, list[int]] = field(default_factory=dict)
    by_contact: dict[tuple[tuple[str, ...], date], list[int]] = field(default_factory=dict)

    def met(self, sheet: Sheet) -> list[int]:
        """The places of those near in time that share marks, or a contact of one known day."""
        first = 0
        if sheet.day is not None:
            self.days.append(sheet.day)
            first = bisect_left(self.days, sheet.day - timedelta(days=NEAR))
        counts: Counter[int] = Counter()
        for mark in sheet.marks:
            told = self.by_mark.setdefault(mark, [])
            counts.update(told[bisect_left(told, first) :])
            told.append(sheet.place)
        found = {place for place, shared in counts.items() if shared >= SHARED}
        for key in {(one.block, one.day) for one in sheet.news if one.day}:
            same = self.by_contact.setdefault(key, [])
            found.update(same[bisect_left(same, first) :])
            same.append(sheet.place)
        return sorted(found)


@dataclass(frozen=True, slots=True)
class Linker:
    """Says of two documents whether they may carry one story, and why."""

    states: Mapping[str, str]
    """The code of the state for the names of states, capitals and seats of power."""

    def links(self, sheets: Iterable[Sheet]) -> Iterator[Link]:
        """The links between sheets, which come in the order of the record."""
        index, seen = Index(), list[Sheet]()
        for sheet in sheets:
            seen.append(sheet)
            for place in index.met(sheet):
                if _lie_together(seen[place], sheet):
                    link = self.link(seen[place], sheet)
                    if link is not None:
                        yield link

    def link(self, left: Sheet, right: Sheet) -> Link | None:
        """How close two documents are; None if not close, or kept apart by what is their news."""
        names = left.names | right.names
        near = closeness(left.weights, right.weights, names)
        told = next((one for one in left.news for other in right.news if _is_one(one, other)), None)
        if (near < LEAST and told is None) or self.are_sisters(left, right):
            return None
        reason = _words(left, right, names)
        if told is not None:
            near = max(near, SURELY)
            reason = f"tells of the same {told.form or 'contact'} on {told.day}; {reason}"
        return Link(left.place, right.place, near, reason, is_sure=told is not None)

    def are_sisters(self, left: Sheet, right: Sheet) -> bool:
        """Whether the news of two documents are contacts of which none can be the other's."""
        return bool(left.news and right.news) and not any(
            self._could_be(one, other) for one in left.news for other in right.news
        )

    def _could_be(self, left: Outline, right: Outline) -> bool:
        """Whether participants, day, form, persons and place allow that two accounts tell of one.

        Of the parties one document may leave some out.
        """
        shared = len(left.units & right.units)
        some = shared >= 2 or left.units <= right.units or right.units <= left.units
        return some and could_be_one(left, right) and self._places_agree(left, right)

    def _places_agree(self, left: Outline, right: Outline) -> bool:
        """Whether both can have been in one place; of what was on one day places are disputed."""
        if not (left.places and right.places) or (left.day and left.day == right.day):
            return True
        return any(
            is_one_place(one, other, self.states)
            or not (self._is_fine(one) and self._is_fine(other))
            for one in left.places
            for other in right.places
        )

    def _is_fine(self, place: str) -> bool:
        """Whether a name is not only that of a state, within which another place may lie."""
        return not self.states.get(place.casefold(), "").endswith(".")


def _is_one(left: Outline, right: Outline) -> bool:
    """Whether two accounts tell of one contact of a day that both know."""
    same = left.day is not None and left.day == right.day and left.block == right.block
    return same and could_be_one(left, right)


def _words(left: Sheet, right: Sheet, names: frozenset[str]) -> str:
    """The words, those that name the parties apart, by which two documents are near."""
    both = {
        word: -weight * right.weights[word]
        for word, weight in left.weights.items()
        if word in right.weights and word not in names
    }
    told = sorted(both, key=lambda word: (both[word], word))[:SHOWN]
    return f"both tell of {', '.join(told)}" if told else "no further word in common"
