"""What people decided of pairs of things: that they are one, or are not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from communique.model.contents import Judgement
from communique.model.vocabulary import SameOrNot

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of ids that are one and pairs that are not, each with the judgement that stands.

    The last judgement on a pair stands. Both are in the order in which people decided.
    """

    same: Mapping[Pair, Judgement]
    apart: Mapping[Pair, Judgement]

    def part(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Whether people decided that something of the one is not something of the other."""
        others = tuple(right)
        return bool(self.apart) and any(
            frozenset((one, other)) in self.apart for one in left for other in others
        )

    def join(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Whether people decided that the two are one, and parted nothing in them."""
        mine, others = tuple(left), tuple(right)
        return (
            bool(self.same)
            and any(frozenset((one, other)) in self.same for one in mine for other in others)
            and not self.part(mine, others)
        )


def claim_behind(subject: str) -> str | None:
    """The first claim of an undertaking or point, by whose digits both are called; else None."""
    return f"q-{subject[2:]}" if subject[:2] in ("u-", "t-", "q-") else None


def judged(judgements: Iterable[Judgement], known_as: Callable[[str], str | None]) -> Judged:
    """What the judgements, in the order in which they were made, say of things of one kind.

    ``known_as`` gives the id under which a subject is compared, or None if it is of another kind.
    """
    last: dict[Pair, Judgement] = {}
    for one in judgements:
        if one.verdict not in (SameOrNot.SAME, SameOrNot.NOT_SAME):
            continue
        subjects = dict.fromkeys(known for each in one.subjects if (known := known_as(each)))
        for pair in map(frozenset, combinations(subjects, 2)):
            last.pop(pair, None)
            last[pair] = one
    return Judged(
        {pair: one for pair, one in last.items() if one.verdict == SameOrNot.SAME},
        {pair: one for pair, one in last.items() if one.verdict == SameOrNot.NOT_SAME},
    )
