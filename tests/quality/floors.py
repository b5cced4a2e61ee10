"""Floors: what a figure may not fall under again, pinned together with the data it was measured on.

Raising is routine. Lowering takes a reason, which goes into the changelog. A floor holds for one
state of the data: where its digest differs, the figures say nothing of the floor, and the gate
fails until the floors are pinned anew, which is refused while a figure is under its floor.
"""

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.quality.figures import Measure, Result, measures_of, shown

FLOORS = Path(__file__).parent / "floors.toml"
CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"
HEAD = """# What no figure may fall under, by set, with the digest of the data it was measured on.
# Written by `python -m tests.quality --raise-floors`; lowered with --lower-floor and a reason.
"""
DECIMALS = 1000
LOOSE = 0.03
"""Share of a floor by which processors may differ: a parser's numbers are not equal on all of them,
and one contact more or less of some ninety is a hundredth."""
UNRELEASED = "## Not yet released\n"
LOWERED = "### Floors of quality that were lowered\n"


@dataclass(frozen=True, slots=True)
class Pinned:
    """The floors of one set, and the digest of the data that they are for."""

    digest: str
    floors: Mapping[str, float]


Floors = Mapping[str, Pinned]


def floors_in(path: Path = FLOORS) -> dict[str, Pinned]:
    """The floors by set; none where there is no file yet."""
    if not path.exists():
        return {}
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Pinned(part["digest"], part["floors"]) for name, part in data.items()}


def as_toml(floors: Floors) -> str:
    """Floors as they are kept."""
    parts = [HEAD]
    for name in sorted(floors):
        one = floors[name]
        parts.append(f'\n[{name}]\ndigest = "{one.digest}"\n\n[{name}.floors]\n')
        parts += [f'"{measure}" = {figure}\n' for measure, figure in sorted(one.floors.items())]
    return "".join(parts)


def faults(results: Sequence[Result], floors: Floors) -> Iterator[str]:
    """Why the gate fails, a line each; none where it does not."""
    for result in results:
        pinned = floors.get(result.set)
        if pinned is None:
            yield f"{result.set}: no floors are pinned; pin them with --raise-floors"
            continue
        if pinned.digest != result.digest:
            yield (
                f"{result.set}: met data {result.digest[:12]}…, expected {pinned.digest[:12]}…, "
                "which the floors were pinned on; bring the data back, or pin the floors on the "
                "new ones with --raise-floors"
            )
        yield from undercut(result, pinned)


def undercut(result: Result, pinned: Pinned) -> Iterator[str]:
    """The figures of a set that are worse than their floors, a line each."""
    known = {one.name: one for one in measures_of(result)}
    for name, floor in pinned.floors.items():
        figure = result.figures.get(name)
        if name not in known or figure is None:
            yield f"{result.set}, {name}: nothing was measured, its floor is {floor:g}"
        elif is_worse(figure, _loosened(floor, known[name]), known[name]):
            side = "over" if known[name].is_less_better else "under"
            yield f"{result.set}, {name}: {shown(figure)} is {side} its floor of {floor:g}"


def _loosened(floor: float, measure: Measure) -> float:
    """A floor as another processor may meet it, which adds in another order."""
    return floor * (1 + LOOSE if measure.is_less_better else 1 - LOOSE)


def is_worse(figure: float, floor: float, measure: Measure) -> bool:
    """Whether a figure is on the wrong side of a floor."""
    return figure > floor if measure.is_less_better else figure < floor


def rounded(figure: float, measure: Measure) -> float:
    """A figure as a floor: three decimals, towards the side that holds it."""
    side = math.ceil if measure.is_less_better else math.floor
    # What is a multiple of a thousandth in tenths and not in halves must not slip under it.
    return side(round(figure * DECIMALS, 6)) / DECIMALS


def held(floor: float, measure: Measure) -> float:
    """A floor, no higher than the measure wants it pinned."""
    if measure.hold is None:
        return floor
    return measure.hold if is_worse(measure.hold, floor, measure) else floor


def raised(results: Sequence[Result], floors: Floors) -> dict[str, Pinned]:
    """Floors as high as figures are and may be held, on the data as they are; none gets worse."""
    made = dict(floors)
    for result in results:
        old = floors.get(result.set, Pinned(result.digest, {}))
        made[result.set] = Pinned(result.digest, {**old.floors, **dict(_higher(result, old))})
    return made


def _higher(result: Result, old: Pinned) -> Iterator[tuple[str, float]]:
    for one in measures_of(result):
        figure = result.figures.get(one.name)
        if not one.gated or figure is None:
            continue
        floor = held(rounded(figure, one), one)
        if one.name not in old.floors or not is_worse(floor, old.floors[one.name], one):
            yield one.name, floor


def lowered(result: Result, floors: Floors, name: str) -> tuple[dict[str, Pinned], str]:
    """Floors with one as low as its figure is now, and what was done, for the changelog.

    Raises ValueError where there is nothing to lower.
    """
    pinned = floors.get(result.set)
    if pinned is None or name not in pinned.floors:
        raise ValueError(f"{result.set} has no floor for {name!r}; expected one of its measures")
    old = pinned.floors[name]
    kept = {key: one for key, one in pinned.floors.items() if key != name}
    measure = next((one for one in measures_of(result) if one.name == name), None)
    figure = result.figures.get(name)
    if measure is None or figure is None:
        return _with(floors, result.set, kept), f"{result.set}, {name}: from {old:g} to none"
    new = rounded(figure, measure)
    if not is_worse(new, old, measure):
        raise ValueError(f"{result.set}, {name}: {new:g} holds its floor of {old:g}")
    made = _with(floors, result.set, {**kept, name: new})
    return made, f"{result.set}, {name}: from {old:g} to {new:g}"


def _with(floors: Floors, name: str, kept: Mapping[str, float]) -> dict[str, Pinned]:
    return {**floors, name: replace(floors[name], floors=kept)}


def noted(changelog: str, what: str, reason: str) -> str:
    """The changelog with a line that a floor was lowered, and why."""
    line = f"- {what}: {reason.strip()}\n"
    if LOWERED in changelog:
        return changelog.replace(LOWERED, f"{LOWERED}\n{line.rstrip()}", 1)
    if UNRELEASED not in changelog:
        raise ValueError(f"the changelog has no part {UNRELEASED.strip()!r}; expected one")
    head, part, rest = changelog.partition(UNRELEASED)
    inside, mark, later = rest.partition("\n## ")
    return f"{head}{part}{inside.rstrip()}\n\n{LOWERED}\n{line}{mark}{later}"
