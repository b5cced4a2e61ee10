"""Measures of groups found against groups wanted, each group a set of members.

B³ (Bagga and Baldwin, 1998): for each member, the share of its found group that belongs to its
wanted group, and of its wanted group that is in its found one; the means over all members.

MUC (Vilain and others, 1995): of the links that hold the wanted groups together, those that the
found groups keep; and the other way round. Members that are alone count nothing.

CEAF-e (Luo, 2005): found and wanted groups are paired one to one so that the sum of their likeness
φ4, twice the shared members over all members of both, is highest; that sum over the number of
found groups and over that of wanted ones.

CoNLL F1 (Pradhan and others, 2012) is the mean of the three F1. Found and wanted groups must hold
the same members.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Names = Mapping[str, Hashable]
"""For each member the name of its group."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision and recall, and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two, 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(found: Names, wanted: Names) -> Figures:
    """B³ over all members."""
    shares = shares_of(found, wanted)
    return mean_of(shares.values())


def shares_of(found: Names, wanted: Names) -> dict[str, tuple[float, float]]:
    """For each member its B³ precision and recall."""
    both = Counter((found[one], wanted[one]) for one in wanted)
    left, right = Counter(found.values()), Counter(wanted.values())
    return {
        one: (
            both[found[one], wanted[one]] / left[found[one]],
            both[found[one], wanted[one]] / right[wanted[one]],
        )
        for one in wanted
    }


def mean_of(shares: Iterable[tuple[float, float]]) -> Figures:
    """The means of precision and recall over members."""
    listed = list(shares)
    return Figures(*(sum(one[at] for one in listed) / len(listed) for at in (0, 1)))


def muc(found: Names, wanted: Names) -> Figures:
    """MUC over all groups."""
    return Figures(_links_kept(wanted, found), _links_kept(found, wanted))


def _links_kept(others: Names, groups: Names) -> float:
    """Of the links that hold these groups together, the share that the others keep."""
    parts: dict[Hashable, set[Hashable]] = {}
    for one, name in groups.items():
        parts.setdefault(name, set()).add(others[one])
    links = len(groups) - len(parts)
    return (len(groups) - sum(map(len, parts.values()))) / links if links else 0.0


def ceaf_e(found: Names, wanted: Names) -> Figures:
    """CEAF by entities, with φ4."""
    both = Counter((found[one], wanted[one]) for one in wanted)
    left, right = Counter(found.values()), Counter(wanted.values())
    likeness = {pair: 2 * many / (left[pair[0]] + right[pair[1]]) for pair, many in both.items()}
    total = sum(best_pairs(part) for part in _apart(likeness))
    return Figures(total / len(left), total / len(right))


Likeness = Mapping[tuple[Hashable, Hashable], float]


def _apart(likeness: Likeness) -> Iterable[Likeness]:
    """The pairs in parts that share no group: each is paired by itself."""
    homes: dict[tuple[int, Hashable], list[tuple[Hashable, Hashable]]] = {}
    for pair in likeness:
        ends = [(side, name) for side, name in enumerate(pair)]
        parts = {id(homes[end]): homes[end] for end in ends if end in homes}
        joined = [pair, *(one for part in parts.values() for one in part)]
        for left, right in joined:
            homes[0, left] = homes[1, right] = joined
    for part in {id(one): one for one in homes.values()}.values():
        yield {pair: likeness[pair] for pair in part}


def best_pairs(likeness: Likeness) -> float:
    """The highest sum of likeness over pairs, each group in one pair at most.

    The Hungarian method, by shortest augmenting paths (Kuhn, 1955; Jonker and Volgenant, 1987).
    """
    rows, columns = ({pair[side]: None for pair in likeness} for side in (0, 1))
    if len(rows) > len(columns):
        return best_pairs({(right, left): one for (left, right), one in likeness.items()})
    costs = [[-likeness.get((row, column), 0.0) for column in columns] for row in rows]
    chosen = _assign(costs)
    return -sum(costs[row][column] for column, row in enumerate(chosen) if row is not None)


def _assign(costs: Sequence[Sequence[float]]) -> list[int | None]:
    """For each column the row that takes it at the lowest cost; there are no more rows."""
    width = len(costs[0])
    of_row, of_column = [0.0] * len(costs), [0.0] * width
    taken: list[int | None] = [None] * width
    for start in range(len(costs)):
        least, came, done = [float("inf")] * width, [-1] * width, [False] * width
        row: int | None = start
        column = -1
        while row is not None:
            for at in range(width):
                cost = costs[row][at] - of_row[row] - of_column[at]
                if not done[at] and cost < least[at]:
                    least[at], came[at] = cost, column
            after = min((at for at in range(width) if not done[at]), key=least.__getitem__)
            step = least[after]
            of_row[start] += step
            for at in range(width):
                if done[at]:
                    of_column[at] -= step
                    of_row[taken[at] or 0] += step
                else:
                    least[at] -= step
            done[after], column, row = True, after, taken[after]
        while column >= 0:
            before = came[column]
            taken[column] = start if before < 0 else taken[before]
            column = before
    return taken


def conll(found: Names, wanted: Names) -> float:
    """The mean of the F1 of MUC, B³ and CEAF-e."""
    return sum(one(found, wanted).f1 for one in (muc, b_cubed, ceaf_e)) / 3
