"""Accounts that tell of the same contact, gathered; every join with its reason."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from communique.model.contents import Judgement
from communique.model.judged import Judged, judged
from communique.model.passages import DocumentId
from communique.model.vocabulary import Form
from communique.resolve.contacts.agreeing import (
    can_be_one,
    could_be_one,
    tell_the_same,
)
from communique.resolve.contacts.days import NEAR, are_a_day_apart, falls_on_two_days, was_over
from communique.resolve.contacts.denials import join_denials
from communique.resolve.contacts.gathering import FIRST, Gathering, Unsure
from communique.resolve.contacts.linking import Linking
from communique.resolve.contacts.outlines import Outline
from communique.resolve.contacts.weighing import SAME_NEWS, Scales
from communique.text.intervals import days_of


def decisions_on_accounts(judgements: Iterable[Judgement]) -> Judged:
    """What people decided of accounts or contacts; a contact stands for its first account."""
    return judged(judgements, lambda one: "a-" + one[2:] if one[:2] in ("a-", "c-") else None)


def gather(
    outlines: Iterable[Outline],
    decisions: Judged,
    scales: Scales,
) -> tuple[list[Gathering], list[Unsure]]:
    """The contacts, each the accounts that tell of it; and the joins that are left to a person.

    Accounts are taken in a fixed order: those with a day before those without, those that name
    persons before those that name states only, and so on; those without any date last, the likest
    pair first. The order of arrival has no part in it.
    """
    blocks: dict[tuple[str, ...], list[Outline]] = {}
    for outline in outlines:
        blocks.setdefault(outline.block, []).append(outline)
    gatherings: list[Gathering] = []
    unsure: list[Unsure] = []
    for block in sorted(blocks):
        made = _Block(decisions, scales)
        made.take(sorted(blocks[block], key=_turn))
        gatherings.extend(made.gatherings)
        unsure.extend(made.unsure)
    unsure.extend(join_denials(gatherings, decisions, scales))
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
    scales: Scales
    gatherings: list[Gathering] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    dated: list[tuple[date, int]] = field(default_factory=list)
    """Contacts by a day near which they lie, in order: only those near by are looked at."""
    loose: list[int] = field(default_factory=list)
    """Contacts that lie near no one day: these are always looked at."""
    told: Counter[DocumentId] = field(default_factory=Counter)
    """How many contacts of this block each document tells of, those to come aside."""

    def take(self, outlines: Sequence[Outline]) -> None:
        """Take in all accounts of the block: those with a date one by one, then the others."""
        self.told.update(one.document for one in outlines if not one.is_ahead)
        for outline in outlines:
            if not outline.is_loose:
                self._take(outline)
        linking = Linking(self.scales, self._parted, self.gatherings)
        linking.join([one for one in outlines if one.is_loose])
        self.gatherings = linking.gatherings
        self.unsure.extend(linking.unsure)

    def _take(self, outline: Outline) -> None:
        fits = [one for one in self._near(outline) if self._fits(outline, one)]
        scored = [(self.scales.score(outline, one.members), one) for one in fits]
        scored.sort(key=lambda one: one[0], reverse=True)
        if not scored:
            self._open(outline)
            return
        score, best = scored[0]
        if len(scored) > 1 and scored[1][0] == score:
            self._open(outline)
            openers = tuple(one.members[0] for _, one in scored)
            self.unsure.append(Unsure(outline, openers, "fits several contacts equally well"))
            return
        best.add(outline, self.scales.reason(outline, best.members))

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
            and any(can_be_one(outline, one, self.scales.ties) for one in gathering.members)
        ) or self._told_a_day_apart(outline, gathering)

    def _parted(self, left: Outline, right: Outline) -> bool:
        return self.decisions.part((left.account.id,), (right.account.id,))

    def _told_a_day_apart(self, outline: Outline, gathering: Gathering) -> bool:
        """Whether it is told of with the next day: a clash of dates, not two contacts.

        The same words tell of it, or it was evening in one capital and morning in another, or who
        names the earlier day wrote when the later was over, and tells of one contact only.
        """
        apart = [one for one in gathering.members if are_a_day_apart(outline, one)]
        if not apart or not all(
            tell_the_same(outline, one) if one in apart else could_be_one(outline, one)
            for one in gathering.members
        ):
            return False
        if any(self._parted(outline, one) for one in gathering.members):
            return False
        return self.scales.longest(outline, gathering.members) >= SAME_NEWS or any(
            falls_on_two_days(outline, one) or self._knew_of_both(outline, one) for one in apart
        )

    def _knew_of_both(self, left: Outline, right: Outline) -> bool:
        """Whether two pages tell of one contact each, on one matter, and could tell of both."""
        alone = self.told[left.document] == self.told[right.document] == 1
        is_one_matter = not left.matters.isdisjoint(right.matters)
        return alone and is_one_matter and was_over(left, right)


def _apply_same(gatherings: list[Gathering], decisions: Judged) -> None:
    """Join what people joined, in the order in which they did, unless it holds what they parted."""
    for pair in decisions.same:
        found = [one for one in gatherings if not pair.isdisjoint(one.reasons)]
        if len(found) == 2 and not decisions.part(found[0].reasons, found[1].reasons):
            for member in found[1].members:
                found[0].add(member, "joined by a person")
            gatherings.remove(found[1])
