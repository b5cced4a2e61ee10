"""Groups made of links between two, the likest groups first, each with its sisters kept apart.

The closeness of two groups is the mean over all pairs of one of each, where a pair without a link
counts nothing (group average: Sokal and Michener, 1958). What is close enough joins, unless the two
are sisters: several of the one are much less close to several of the other than among themselves.
Two groups that no chain of links connects have no part in one another.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush


@dataclass(frozen=True, slots=True)
class Bounds:
    """From what closeness two groups are one; chosen on ECB+ by cross-validation over topics."""

    link: float = 0.25
    """Closeness of two documents from which they are linked."""
    join: float = 0.1
    """Mean closeness from which two groups may be one."""
    sister: float = 0.65
    """Share of the closeness within the looser group that the closeness between must reach."""
    alike: float = 0.05
    """Difference of closeness below which of two groups neither is the likelier one."""
    several: int = 3
    """Members from which a group has a closeness of its own."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two things, by their places in the order of all, that may be of one group, and why."""

    left: int
    right: int
    closeness: float
    reason: str
    is_sure: bool = False
    """Whether more than their words says that they are of one."""


MayJoin = Callable[[Sequence[int], Sequence[int]], bool]
"""Whether nothing speaks against two groups being one: against no pair of one member of each."""


def group(links: Iterable[Link], bounds: Bounds, may_join: MayJoin) -> list[tuple[int, ...]]:
    """The groups of two or more, each in order, ordered by their first members."""
    made = _Grouping(bounds, may_join)
    for one in links:
        made.add(one)
    made.join_all()
    found = [tuple(sorted(one)) for one in made.members.values() if len(one) > 1]
    return sorted(found)


@dataclass(slots=True)
class _Grouping:
    """Groups while they are joined, each known by its first member."""

    bounds: Bounds
    may_join: MayJoin
    members: dict[int, list[int]] = field(default_factory=dict)
    between: dict[int, dict[int, float]] = field(default_factory=dict)
    """Sums of closeness of each group to those with which it has a link."""
    within: dict[int, float] = field(default_factory=dict)
    """Sums of closeness among the members of a group."""
    allowed: dict[int, dict[int, bool]] = field(default_factory=dict)
    """What was asked of two groups: whether they may be one."""

    def add(self, link: Link) -> None:
        """Take in a link; each thing is a group of its own at first."""
        for one, other in ((link.left, link.right), (link.right, link.left)):
            self.members.setdefault(one, [one])
            self.between.setdefault(one, {})[other] = link.closeness
            self.within.setdefault(one, 0.0)

    def join_all(self) -> None:
        """Join the closest two groups that may be joined, until none are left."""
        waiting = [
            self._turn(one, other)
            for one in self.between
            for other in self.between[one]
            if one < other
        ]
        heapify(waiting)
        while waiting:
            against, one, other, sizes = heappop(waiting)
            if -against < self.bounds.join:
                return
            if sizes == self._sizes(one, other) and self._are_one(one, other):
                self._join(one, other)
                for far in self.between[one]:
                    heappush(waiting, self._turn(min(one, far), max(one, far)))

    def _turn(self, one: int, other: int) -> tuple[float, int, int, tuple[int, int]]:
        return -self._mean(one, other), one, other, self._sizes(one, other)

    def _sizes(self, one: int, other: int) -> tuple[int, int]:
        return len(self.members.get(one, ())), len(self.members.get(other, ()))

    def _mean(self, one: int, other: int) -> float:
        return self.between[one][other] / (len(self.members[one]) * len(self.members[other]))

    def _are_one(self, one: int, other: int) -> bool:
        return (
            not self._are_sisters(one, other)
            and self._may_join(one, other)
            and not self._is_torn(one, other)
            and not self._is_torn(other, one)
        )

    def _may_join(self, one: int, other: int) -> bool:
        known = self.allowed.setdefault(one, {})
        if other not in known:
            known[other] = self.may_join(self.members[one], self.members[other])
            self.allowed.setdefault(other, {})[one] = known[other]
        return known[other]

    def _is_torn(self, one: int, home: int) -> bool:
        """Whether what is alone fits another group as well, which cannot be one with this."""
        if len(self.members[one]) > 1:
            return False
        least = self._mean(one, home) - self.bounds.alike
        return any(
            far != home
            and self._mean(one, far) > least
            and self._may_join(one, far)
            and not self._may_join(home, far)
            for far in self.between[one]
        )

    def _are_sisters(self, one: int, other: int) -> bool:
        """Whether two groups of several are much closer within than to one another."""
        if min(self._sizes(one, other)) < self.bounds.several:
            return False
        own = min(self._own(one), self._own(other))
        return self._mean(one, other) < self.bounds.sister * own

    def _own(self, one: int) -> float:
        """The mean closeness among the members of a group."""
        size = len(self.members[one])
        return self.within[one] / (size * (size - 1) / 2)

    def _join(self, one: int, other: int) -> None:
        """Let the first take in the second."""
        self.within[one] += self.within.pop(other) + self.between[one].pop(other)
        self._allow(one, other)
        self.members[one] += self.members.pop(other)
        taken = self.between.pop(other)
        del taken[one]
        for far, closeness in taken.items():
            del self.between[far][other]
            self.between[one][far] = self.between[one].get(far, 0.0) + closeness
            self.between[far][one] = self.between[one][far]

    def _allow(self, one: int, other: int) -> None:
        """Keep of a group that takes in another what both may be one with."""
        mine, taken = self.allowed.pop(one, {}), self.allowed.pop(other, {})
        both: dict[int, bool] = {}
        for far in (mine.keys() | taken.keys()) - {one, other}:
            answers = (mine.get(far), taken.get(far))
            self.allowed[far].pop(one, None)
            self.allowed[far].pop(other, None)
            if False in answers or None not in answers:
                both[far] = self.allowed[far][one] = all(answers)
        self.allowed[one] = both
