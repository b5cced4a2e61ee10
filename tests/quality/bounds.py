"""How well pairs of texts are judged, and by bounds that were chosen without the pairs judged."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from communique.model.vocabulary import Sharing
from communique.text.sharing import CHOSEN, Bounds, Overlap, judge
from tests.quality.counting import Counts

RUNS = (8, 10, 11, 12, 13, 14, 16)
GRID = tuple(
    replace(CHOSEN, copied=copied, long_run=long, free_run=free, sentence=sentence)
    for copied, long, free, sentence in product(
        (0.6, 0.65, 0.7, 0.75, 0.8), RUNS, RUNS, (0.3, 0.4, 0.5)
    )
)
"""The bounds among which cross-validation chooses: those in use, and others on both sides."""

Answers = Counter[tuple[Sharing, Sharing]]
"""How often a label met an answer."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts of one story: what a reader called them, and what was measured of them."""

    story: str
    label: Sharing
    is_doubted: bool
    overlap: Overlap


def answers_apart(pairs: Sequence[Pair], grid: Sequence[Bounds] = GRID) -> list[Sharing]:
    """The answer for each pair by the bounds that do best on the pairs of all other stories."""
    told = [[judge(one.overlap, bounds)[0] for one in pairs] for bounds in grid]
    scores = [_without_each(pairs, answers) for answers in told]
    chosen = {
        story: max(range(len(grid)), key=lambda at: scores[at][story])
        for story in {one.story for one in pairs}
    }
    return [told[chosen[one.story]][at] for at, one in enumerate(pairs)]


def _without_each(pairs: Sequence[Pair], answers: Sequence[Sharing]) -> dict[str, float]:
    """For each story the macro-F1 over all pairs but its own."""
    met: dict[str, Answers] = {one.story: Counter() for one in pairs}
    for one, answer in zip(pairs, answers, strict=True):
        met[one.story][one.label, answer] += 1
    whole = sum(met.values(), Answers())
    return {story: macro_f1(whole - own) or 0.0 for story, own in met.items()}


def figures_of(pairs: Iterable[Pair], answers: Iterable[Sharing]) -> dict[str, float | None]:
    """Macro-F1 over the labels, and F1 of whether two texts share an original at all."""
    told = list(zip(pairs, answers, strict=True))
    clear = [(one, answer) for one, answer in told if not one.is_doubted]
    figures: dict[str, float | None] = {}
    for what, some in (("", told), (", doubts left out", clear)):
        met = Counter((one.label, answer) for one, answer in some)
        figures[f"macro-F1{what}"] = macro_f1(met)
        figures[f"shares an original, F1{what}"] = shares_f1(met)
    return figures


def macro_f1(met: Answers) -> float | None:
    """The mean of the F1 of every label that is wanted anywhere."""
    found = [f1_of(met, label) for label in {label for label, _ in met}]
    return sum(one or 0.0 for one in found) / len(found) if found else None


def f1_of(met: Answers, label: Sharing) -> float | None:
    """The F1 of one label."""
    return _counts(met, lambda one: one is label).f1


def shares_f1(met: Answers) -> float | None:
    """The F1 of sharing anything, whatever it is called."""
    return _counts(met, lambda one: one is not Sharing.NONE).f1


def _counts(met: Answers, is_it: Callable[[Sharing], bool]) -> Counts:
    def number(*, wanted: bool, told: bool) -> int:
        fits = (is_it(label) is wanted and is_it(answer) is told for label, answer in met)
        return sum(times for times, fit in zip(met.values(), fits, strict=True) if fit)

    right = number(wanted=True, told=True)
    return Counts(right, number(wanted=False, told=True), number(wanted=True, told=False))
