"""Positions of one holder about one counterpart that sit ill together without contradiction."""

from collections.abc import Iterator, Sequence
from itertools import product

from communique.compare.finding import finding
from communique.compare.ground import Ground
from communique.model.contents import Finding
from communique.model.registers import PositionEntry
from communique.model.vocabulary import FindingType, Voice

NEAR = 60
"""Days between two documents within which positions can stand side by side."""
_MARKS = "“”\"'.,;:()"


def tension_findings(ground: Ground) -> Iterator[Finding]:
    """For each holder, counterpart and tension the first pair of positions that shows it."""
    by_holder: dict[str, list[PositionEntry]] = {}
    for position in ground.resolved.positions:
        for holder in position.holder:
            if position.voice is not Voice.BACKGROUND:
                by_holder.setdefault(holder, []).append(position)
    for holder, positions in sorted(by_holder.items()):
        yield from _of_holder(holder, positions, ground)


def _words(position: PositionEntry) -> str:
    said = " ".join(one.exact for one in position.passages[:1])
    return f"{position.stance} {said} {position.matter}"


def _of_holder(
    holder: str, positions: Sequence[PositionEntry], ground: Ground
) -> Iterator[Finding]:
    seen: set[tuple[str, frozenset[str]]] = set()
    for cue in ground.comparing.tensions:
        first = [one for one in positions if cue.first.search(_words(one))]
        second = [one for one in positions if cue.second.search(_words(one))]
        for left, right in product(first, second):
            about = _counterpart(holder, left, right, ground)
            if left.id == right.id or not about or (cue.name, about) in seen:
                continue
            seen.add((cue.name, about))
            yield finding(
                FindingType.TENSION,
                (left.passages[0], right.passages[0]),
                reason=f"{ground.name(holder)}: {cue.name}; they sit ill together and do not "
                "contradict each other",
                about=holder,
                contact=None,
            )


def _counterpart(
    holder: str, left: PositionEntry, right: PositionEntry, ground: Ground
) -> frozenset[str]:
    """The content words of names that both positions share: whom they are about."""
    if not _near_in_time(left, right, ground):
        return frozenset()
    near = ground.nearness
    own = near.names((ground.name(holder), *ground.seen.get(holder, ())))
    return frozenset(_named(left, ground) & _named(right, ground)) - own


def _near_in_time(left: PositionEntry, right: PositionEntry, ground: Ground) -> bool:
    first, second = (ground.date(one.passages[0].document) for one in (left, right))
    return first is None or second is None or abs((first - second).days) <= NEAR


def _named(position: PositionEntry, ground: Ground) -> frozenset[str]:
    """The stems of the words in capital letters: names of whom a position is about."""
    told = f"{position.stance} {position.matter} {position.addressee or ''}"
    words = (word.strip(_MARKS) for word in told.split())
    return ground.nearness.names([word for word in words if word[:1].isupper()])
