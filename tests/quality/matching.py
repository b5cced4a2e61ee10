"""Which contact told by us is which contact of a gold answer, and how alike they are.

The definition is that of ``benchmarks/contacts/score.py``. A contact told fits a wanted one of the
same document if its parties fit (a wanted contact of two parties: both told, of at most four; of
more parties: at least two shared) and the dates are compatible (one that is not told fits any).
Of all pairs that fit the most alike go first, and each contact is in one pair at most. Background,
on either side, is neither found nor false nor missed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.quality.counting import Counts, share
from tests.quality.dates import compatible, is_given, plain
from tests.quality.told import Told

FULL_OVERLAP = 200
"""Characters in common above which two contacts do not get more alike."""
MOST_TOLD = 4
"""Parties above which a contact told does not fit a wanted one of two."""


@dataclass(frozen=True, slots=True)
class Paired:
    """The contacts of one document: pairs of wanted and told, what was missed, what is false."""

    pairs: tuple[tuple[Told, Told], ...]
    missed: tuple[Told, ...]
    false: tuple[Told, ...]
    near: tuple[tuple[Told, Told], ...] = ()
    """Pairs of which one side is background: neither found nor false."""


def pair(wanted: Sequence[Told], told: Sequence[Told]) -> Paired:
    """Which of the contacts told is which of those wanted in one document."""
    likeness = sorted(
        (
            (_likeness(one, other), -at, -place)
            for at, one in enumerate(wanted)
            for place, other in enumerate(told)
            if parties_fit(one, other) and dates_fit(one, other)
        ),
        reverse=True,
    )
    chosen: dict[int, int] = {}
    for _, at, place in likeness:
        if -at not in chosen and -place not in chosen.values():
            chosen[-at] = -place
    both = [(wanted[at], told[place]) for at, place in sorted(chosen.items())]
    return Paired(
        pairs=tuple(one for one in both if one[0].counts and one[1].counts),
        missed=tuple(o for at, o in enumerate(wanted) if at not in chosen and o.counts),
        false=tuple(o for place, o in enumerate(told) if place not in chosen.values() and o.counts),
        near=tuple(one for one in both if not (one[0].counts and one[1].counts)),
    )


def parties_fit(wanted: Told, told: Told) -> bool:
    """Whether two contacts may be between the same parties."""
    if len(wanted.parties) <= 2:
        return wanted.parties <= told.parties and len(told.parties) <= MOST_TOLD
    return len(wanted.parties & told.parties) >= 2


def dates_fit(wanted: Told, told: Told) -> bool:
    """Whether two contacts may be of one day."""
    return not wanted.dates or any(compatible(told.date, one) for one in wanted.dates)


def is_same_date(wanted: Told, told: Told) -> bool:
    """Whether a contact is told on the very date wanted; none, where none is wanted."""
    if told.date is None:
        return wanted.date is None
    return plain(told.date) in {plain(one) for one in wanted.dates}


def _likeness(wanted: Told, told: Told) -> float:
    return (
        min(overlap(wanted, told), FULL_OVERLAP) / FULL_OVERLAP
        + 0.5 * (told.form in wanted.forms)
        + 0.5 * (told.date is not None and is_same_date(wanted, told))
        + 0.3 * (told.status in wanted.statuses)
        + 0.1 * wanted.rank
        - 0.05 * abs(len(wanted.parties) - len(told.parties))
    )


def overlap(wanted: Told, told: Told) -> int:
    """Characters that the passages of two contacts have in common."""
    return sum(
        max(0, min(end, last) - max(start, first))
        for start, end in told.spans
        for first, last in wanted.spans
    )


@dataclass(slots=True)
class Score:
    """Counts over documents, and the figures that follow from them."""

    contacts: Counts = field(default_factory=Counts)
    news: Counts = field(default_factory=Counts)
    """Found and missed of what the document reports as its news."""
    parties: Counts = field(default_factory=Counts)
    form: int = 0
    status: int = 0
    date: int = 0
    dated: int = 0
    touching: int = 0
    documents: int = 0
    empty: int = 0
    """Documents without a contact, background included."""
    false_in_empty: int = 0

    def add(self, wanted: Sequence[Told], told: Sequence[Told]) -> Paired:
        """Count one document."""
        paired = pair(wanted, told)
        self.documents += 1
        counts = Counts(len(paired.pairs), len(paired.false), len(paired.missed))
        self.contacts += counts
        found = sum(one.rank == 2 for one, _ in paired.pairs)
        self.news += Counts(found, 0, sum(one.rank == 2 for one in paired.missed))
        if not wanted:
            self.empty += 1
            self.false_in_empty += len(paired.false)
        for one, other in paired.pairs:
            self._add_pair(one, other)
        return paired

    def _add_pair(self, wanted: Told, told: Told) -> None:
        both = len(wanted.parties & told.parties)
        self.parties += Counts(both, len(told.parties) - both, len(wanted.parties) - both)
        self.form += told.form in wanted.forms
        self.status += told.status in wanted.statuses
        self.touching += overlap(wanted, told) > 0
        if is_given(wanted.date):
            self.dated += 1
            self.date += told.date is not None and is_same_date(wanted, told)

    def figures(self) -> dict[str, float | None]:
        """The figures by name; None where nothing was counted."""
        pairs = self.contacts.right
        return {
            "contact precision": self.contacts.precision,
            "contact recall": self.contacts.recall,
            "contact F1": self.contacts.f1,
            "core recall": self.news.recall,
            "party F1": self.parties.f1,
            "form": share(self.form, pairs),
            "status": share(self.status, pairs),
            "date": share(self.date, self.dated),
            "passages touching": share(self.touching, pairs),
            "false in 100 documents without a contact": share(
                100 * self.false_in_empty, self.empty
            ),
        }
