"""Accounts that neither text nor document dates, joined to contacts: the likest pair first.

What is joined first bears on what may follow: an account that sets itself apart from an earlier
contact keeps with it the account that it is most like, which alone might have been taken for one
of that earlier contact.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from communique.resolve.contacts.agreeing import (
    can_be_one,
    could_be_one,
    persons_shared,
    tell_one_day,
)
from communique.resolve.contacts.gathering import FIRST, Gathering, Unsure
from communique.resolve.contacts.likely import likely_pairs
from communique.resolve.contacts.outlines import Outline
from communique.resolve.contacts.ties import Ties
from communique.resolve.contacts.weighing import Scales

ALIKE = 0.05
"""Difference of closeness below which of two contacts neither is the likelier one."""

Parted = Callable[[Outline, Outline], bool]
"""Whether people decided that two accounts are not of one contact."""


@dataclass(frozen=True, slots=True)
class _Link:
    """Two accounts that may be of one contact, and what speaks for it; the second is loose."""

    left: Outline
    right: Outline
    evidence: tuple[int, ...]
    closeness: float

    def is_likelier_than(self, other: "_Link") -> bool:
        """Whether clearly more speaks for it than for another."""
        if self.evidence != other.evidence:
            return self.evidence > other.evidence
        return self.closeness - other.closeness >= ALIKE


def _turn(one: _Link) -> tuple[tuple[int, ...], float, int, str, str]:
    """Puts the strongest first; those equally strong by their places and ids."""
    against = tuple(-each for each in one.evidence)
    return against, -one.closeness, one.left.place, one.left.account.id, one.right.account.id


@dataclass(slots=True)
class Linking:
    """The contacts of a block while accounts without any date are joined to them."""

    scales: Scales
    parted: Parted
    gatherings: list[Gathering]
    unsure: list[Unsure] = field(default_factory=list)
    _homes: dict[str, Gathering] = field(default_factory=dict)
    _known: set[int] = field(default_factory=set)

    def join(self, loose: Sequence[Outline]) -> None:
        """Join the loose accounts, which come in a fixed order, to contacts or to one another."""
        self._known = {id(one) for one in self.gatherings}
        self._homes = {each.account.id: one for one in self.gatherings for each in one.members}
        links = sorted(self._links(loose), key=_turn)
        for one in loose:
            made = Gathering()
            made.add(one, FIRST)
            self.gatherings.append(made)
            self._homes[one.account.id] = made
        self._join_by(links)

    def _links(self, loose: Sequence[Outline]) -> Iterable[_Link]:
        if not loose:
            return
        known = [each for one in self.gatherings for each in one.members]
        every, ties = (*known, *loose), self.scales.ties
        for at, other in likely_pairs(every, ties):
            left, right = every[at], every[other]
            is_asked = other >= len(known) and not self.parted(left, right)
            if is_asked and can_be_one(left, right, ties):
                yield _link(left, right, ties)

    def _join_by(self, links: list[_Link]) -> None:
        by_account: dict[str, list[_Link]] = {}
        for one in links:
            for each in (one.left, one.right):
                by_account.setdefault(each.account.id, []).append(one)
        left_open: set[str] = set()
        for one in links:
            home, other = self._home(one.left), self._home(one.right)
            ends = {one.left.account.id, one.right.account.id}
            if home is other or ends & left_open or not self._agree(home, other):
                continue
            unsure = self._unsure_of(one, by_account)
            if unsure is None:
                self._merge(home, other, one)
            else:
                left_open.add(unsure.outline.account.id)
                self.unsure.append(unsure)

    def _home(self, one: Outline) -> Gathering:
        return self._homes[one.account.id]

    def _agree(self, left: Gathering, right: Gathering) -> bool:
        if id(left) in self._known and id(right) in self._known:
            return False
        return all(
            could_be_one(one, other) and not self.parted(one, other)
            for one in left.members
            for other in right.members
        )

    def _unsure_of(self, link: _Link, by_account: dict[str, list[_Link]]) -> Unsure | None:
        """The loose account of a link that fits another contact as well, or None."""
        for one, far in ((link.right, link.left), (link.left, link.right)):
            if id(self._home(one)) in self._known:
                continue
            rivals = self._rivals(link, one, by_account[one.account.id])
            if rivals:
                fits = (self._home(far).opener, *(each.opener for each in rivals))
                return Unsure(one, fits, "fits several contacts equally well")
        return None

    def _rivals(self, link: _Link, one: Outline, links: list[_Link]) -> list[Gathering]:
        """Other contacts that fit an account as well, and are not one with that of its link."""
        own = self._home(one)
        home = self._home(link.left if one is link.right else link.right)
        found: list[Gathering] = []
        for other in links:
            rival = self._home(other.left if one is other.right else other.right)
            if any(rival is each for each in (own, home, *found)) or link.is_likelier_than(other):
                continue
            if self._agree(rival, own) and not self._agree(rival, home):
                found.append(rival)
        return found

    def _merge(self, home: Gathering, other: Gathering, link: _Link) -> None:
        near, far = link.left, link.right
        if id(other) in self._known or (id(home) not in self._known and _rank(other) < _rank(home)):
            home, other, near, far = other, home, far, near
        other_first = other.opener
        reason = self.scales.reason(far if far is other_first else other_first, home.members)
        home.take_in(other, reason)
        for one in other.members:
            self._homes[one.account.id] = home
        self.gatherings = [one for one in self.gatherings if one is not other]


def _rank(one: Gathering) -> tuple[int, str]:
    return min((each.place, each.account.id) for each in one.members)


def _link(left: Outline, right: Outline, ties: Ties) -> _Link:
    evidence = (
        persons_shared(left, right),
        int(tell_one_day(left, right)),
        int(left.form == right.form),
        int(bool(left.means & right.means)),
        int(ties.are_one_story(left.document, right.document)),
        ties.words(left.document, right.document),
    )
    return _Link(left, right, evidence, ties.closeness(left.document, right.document))
