"""Accounts that tell of the same contact, gathered; every join with its reason."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from communique.model.contents import Judgement
from communique.model.passages import DocumentId
from communique.model.vocabulary import Form
from communique.resolve.judged import Judged, judged
from communique.resolve.outlines import (
    NEAR,
    ONE_STORY,
    Outline,
    can_be_one,
    closeness_of,
    could_be_one,
    persons_shared,
)
from communique.resolve.ties import Ties
from communique.text.intervals import days_of

FIRST = "the first account"


@dataclass(slots=True)
class Gathering:
    """Accounts of one contact, in the order in which they joined, each with the reason."""

    members: list[Outline] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def day(self) -> date | None:
        """The day that the accounts give, or None."""
        return next((one.day for one in self.members if one.day), None)

    def add(self, outline: Outline, reason: str) -> None:
        """Take an account in."""
        self.members.append(outline)
        self.reasons[outline.account.id] = reason

    def ordered(self) -> list[Outline]:
        """The accounts in the order of the record."""
        return sorted(self.members, key=lambda one: (one.place, one.account.passages))


@dataclass(frozen=True, slots=True)
class Unsure:
    """An account that fits several contacts equally well, and the accounts that open them."""

    outline: Outline
    fits: tuple[Outline, ...]
    reason: str


def decisions_on_accounts(judgements: Iterable[Judgement]) -> Judged:
    """What people decided of accounts or contacts; a contact stands for its first account."""
    return judged(judgements, lambda one: "a-" + one[2:] if one[:2] in ("a-", "c-") else None)


def gather(
    outlines: Iterable[Outline],
    decisions: Judged,
    ties: Ties,
    labels: Mapping[DocumentId, str],
    placed: Mapping[DocumentId, str],
) -> tuple[list[Gathering], list[Unsure]]:
    """The contacts, each the accounts that tell of it; and the joins that are left to a person.

    Accounts are taken in a fixed order: those with a day before those without, those that name
    persons before those that name states only, and so on; the order of arrival has no part in it.
    """
    blocks: dict[tuple[str, ...], list[Outline]] = {}
    for outline in outlines:
        blocks.setdefault(outline.block, []).append(outline)
    gatherings: list[Gathering] = []
    unsure: list[Unsure] = []
    for block in sorted(blocks):
        made = _Block(decisions, ties, labels, placed)
        for outline in sorted(blocks[block], key=_turn):
            made.take(outline)
        gatherings.extend(made.gatherings)
        unsure.extend(made.unsure)
    _apply_same(gatherings, decisions)
    gatherings.sort(key=lambda one: _opening(one.ordered()[0]))
    return gatherings, unsure


def _opening(outline: Outline) -> tuple[int, str]:
    return outline.place, outline.account.id


def _turn(one: Outline) -> tuple[bool, bool, bool, bool, int, int, str]:
    named = sum(1 for persons in one.persons.values() if persons)
    start = one.account.passages[0].start if one.account.passages else 0
    return (
        one.day is None,
        one.is_open,
        one.form is None or one.form == Form.TALKS,
        named < len(one.units),
        one.place,
        start,
        one.account.id,
    )


@dataclass(slots=True)
class _Block:
    """The contacts between one set of parties while they are gathered."""

    decisions: Judged
    ties: Ties
    labels: Mapping[DocumentId, str]
    placed: Mapping[DocumentId, str]
    gatherings: list[Gathering] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    dated: list[tuple[date, int]] = field(default_factory=list)
    """Contacts by a day near which they lie, in order: only those near by are looked at."""
    loose: list[int] = field(default_factory=list)
    """Contacts that lie near no one day: these are always looked at."""

    def take(self, outline: Outline) -> None:
        fits = [one for one in self._near(outline) if self._fits(outline, one)]
        ranked = sorted(fits, key=lambda one: self._score(outline, one), reverse=True)
        if not ranked:
            self._open(outline)
            return
        best = ranked[0]
        if len(ranked) > 1 and self._score(outline, ranked[1]) == self._score(outline, best):
            self._open(outline)
            openers = tuple(one.members[0] for one in ranked)
            self.unsure.append(Unsure(outline, openers, "fits several contacts equally well"))
            return
        best.add(outline, self._reason(outline, best))

    def _open(self, outline: Outline) -> None:
        made = Gathering()
        made.add(outline, FIRST)
        self.gatherings.append(made)
        near = outline.day or (outline.anchor if outline.is_open else None)
        if near is None:
            self.loose.append(len(self.gatherings) - 1)
        else:
            at = (near, len(self.gatherings) - 1)
            self.dated.insert(bisect_left(self.dated, at), at)

    def _near(self, outline: Outline) -> list[Gathering]:
        if outline.day is not None:
            low = high = outline.day
        else:
            first, last = days_of(outline.edtf)
            low = first or outline.anchor or date.min
            high = last or outline.anchor or date.max
        if outline.day is None and outline.is_open and outline.anchor:
            low, high = outline.anchor, outline.anchor
        reach = timedelta(days=NEAR + 1)
        low = low - reach if low - date.min > reach else date.min
        high = high + reach if date.max - high > reach else date.max
        start = bisect_left(self.dated, (low, -1))
        end = bisect_right(self.dated, (high, len(self.gatherings)))
        near = sorted([*self.loose, *(at for _, at in self.dated[start:end])])
        return [self.gatherings[at] for at in near]

    def _fits(self, outline: Outline, gathering: Gathering) -> bool:
        """Whether nothing speaks against any account of a contact, and one at least is near."""
        return (
            all(
                could_be_one(outline, one) and not self._parted(outline, one)
                for one in gathering.members
            )
            and any(can_be_one(outline, one, self.ties) for one in gathering.members)
        ) or self._told_a_day_apart(outline, gathering)

    def _parted(self, left: Outline, right: Outline) -> bool:
        return self.decisions.part((left.account.id,), (right.account.id,))

    def _told_a_day_apart(self, outline: Outline, gathering: Gathering) -> bool:
        """Whether the same words tell of it with the next day: a clash of dates, not two contacts.

        A call late in the evening falls on two days in two capitals.
        """
        day = gathering.day
        if outline.day is None or day is None or abs((outline.day - day).days) != 1:
            return False
        return (
            all(
                one.document != outline.document
                and one.form == outline.form
                and one.status == outline.status
                and persons_shared(outline, one) >= len(outline.units) > 1
                and not self._parted(outline, one)
                for one in gathering.members
            )
            and self._longest(outline, gathering) >= LONG_RUN
        )

    def _longest(self, outline: Outline, gathering: Gathering) -> int:
        others = {one.document for one in gathering.members} - {outline.document}
        return max((self.ties.words(outline.document, one) for one in others), default=0)

    def _closest(self, outline: Outline, gathering: Gathering) -> float:
        others = [one for one in gathering.members if one.document != outline.document]
        return max((closeness_of(outline, one, self.ties) for one in others), default=0.0)

    def _score(self, outline: Outline, gathering: Gathering) -> tuple[int, ...]:
        members = gathering.members
        return (
            max(persons_shared(outline, one) for one in members),
            int(outline.day is not None and gathering.day == outline.day),
            int(any(one.form == outline.form for one in members)),
            int(any(outline.means & one.means for one in members)),
            self._longest(outline, gathering),
            round(self._closest(outline, gathering) * TENTHS),
        )

    def _reason(self, outline: Outline, gathering: Gathering) -> str:
        names = join_labels(sorted({self.labels[one.document] for one in gathering.members}))
        reason = self._reason_alone(outline, gathering, names)
        placed = self.placed.get(outline.document)
        if placed is None or outline.anchor is None or outline.day != gathering.day:
            return reason
        return f"{reason}; document undated, {placed}"

    def _reason_alone(self, outline: Outline, gathering: Gathering, names: str) -> str:
        if outline.day is not None and outline.day == gathering.day:
            return f"same parties, form and day ({outline.day.isoformat()}) as {names}"
        if outline.day is not None and gathering.day is not None:
            run = self._longest(outline, gathering)
            return f"same parties and form, a day apart, {run} words in a row as in {names}"
        if outline.is_open and self._closest(outline, gathering) >= ONE_STORY:
            return f"same parties and form as {names}; no day in the text, the documents are alike"
        if outline.is_open:
            return f"same parties and form as {names}; no day in the text, documents near in time"
        return f"same parties and form as {names}; {outline.edtf} does not clash"


TENTHS = 10
"""Steps in which the closeness of documents ranks contacts that fit: less is no difference."""
LONG_RUN = 12
"""Words in a row from which two documents tell one piece of news rather than two."""


def join_labels(labels: list[str]) -> str:
    """Labels as a reader lists them: ``001``, ``001 and 003``, ``001, 003 and 004``."""
    return " and ".join([", ".join(labels[:-1]), labels[-1]]) if len(labels) > 1 else labels[0]


def _apply_same(gatherings: list[Gathering], decisions: Judged) -> None:
    """Join what people joined, in the order in which they did, unless it holds what they parted."""
    for pair in decisions.same:
        found = [one for one in gatherings if not pair.isdisjoint(one.reasons)]
        if len(found) == 2 and not decisions.part(found[0].reasons, found[1].reasons):
            for member in found[1].members:
                found[0].add(member, "joined by a person")
            gatherings.remove(found[1])
