"""What the gate measures, what a run gave, and the one table of both."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MEASURES = Path(__file__).parent / "measures.toml"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of one set: what it means, what it is to reach, what others reach.

    ``most`` bounds a figure of which less is better, ``least`` one of which more is. What is not
    ``gated`` is reported and has no floor. ``hold`` is the highest floor that is pinned: a figure
    over what was found falls a little when more is found, and finding more must not fail.
    """

    set: str
    name: str
    says: str
    least: float | None = None
    most: float | None = None
    is_less_better: bool = False
    others: str = ""
    gated: bool = True
    hold: float | None = None

    @property
    def wanted(self) -> str:
        """What is to be reached, for reading."""
        bounds = [f"≥ {self.least:g}"] if self.least is not None else []
        return ", ".join(bounds + ([f"≤ {self.most:g}"] if self.most is not None else []))

    def is_reached(self, figure: float) -> bool:
        """Whether a figure is what is wanted."""
        enough = self.least is None or figure >= self.least
        return enough and (self.most is None or figure <= self.most)


@dataclass(frozen=True, slots=True)
class Result:
    """What a run gave for one set: figures by the name of their measure, and how fast."""

    set: str
    figures: Mapping[str, float | None]
    rate: str
    digest: str
    measures: tuple[Measure, ...] = ()
    """Measures beside those of every run: what the data themselves name."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    measure: Measure
    figure: float | None
    floor: float | None
    rate: str


@cache
def measures() -> tuple[Measure, ...]:
    """All measures, in the order of the table."""
    data = tomllib.loads(MEASURES.read_text(encoding="utf-8"))
    return tuple(Measure(set=name, **row) for name, part in data.items() for row in part["measure"])


@cache
def sets() -> dict[str, str]:
    """What each set is, by its name."""
    data = tomllib.loads(MEASURES.read_text(encoding="utf-8"))
    return {name: part["is"] for name, part in data.items()}


def measures_of(result: Result) -> tuple[Measure, ...]:
    """The measures of the set of a result, its own ones last."""
    return (*(one for one in measures() if one.set == result.set), *result.measures)


def rows(results: Sequence[Result], floors: Mapping[tuple[str, str], float]) -> Iterator[Row]:
    """The lines of the table: every measure of the sets that were run, in the order of the sets."""
    order = list(sets())
    for result in sorted(results, key=lambda one: order.index(one.set)):
        for one in measures_of(result):
            figure = result.figures.get(one.name)
            yield Row(one, figure, floors.get((one.set, one.name)), result.rate)


def shown(figure: float | None) -> str:
    """A figure as it is printed: shares with three decimals, counts of many whole."""
    if figure is None:
        return "–"
    if figure >= 1000 or (float(figure).is_integer() and figure not in (0, 1)):
        return f"{figure:,.0f}"
    return f"{figure:.1f}" if figure >= 10 else f"{figure:.3f}"


HEAD = ("Set", "Measure", "Ours", "Wanted", "Others", "Floor", "Rate")


def cells(row: Row) -> tuple[str, ...]:
    """A line of the table as text."""
    mark = "" if row.figure is None or not row.measure.wanted else " ✗"
    if row.figure is not None and row.measure.wanted and row.measure.is_reached(row.figure):
        mark = " ✓"
    one = row.measure
    floor = shown(row.floor) if one.gated else "not gated"
    return (one.set, one.name, shown(row.figure) + mark, one.wanted, one.others, floor, row.rate)


def plain_table(lines: Sequence[Row]) -> str:
    """The table as plain text, a set's name and rate in its first line only."""
    body = [HEAD, *_without_repeats([cells(one) for one in lines])]
    widths = [max(len(line[at]) for line in body) for at in range(len(HEAD))]
    text = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in body
    ]
    rule = "  ".join("-" * width for width in widths)
    return "\n".join([text[0], rule, *text[1:]])


def _without_repeats(lines: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    last = ""
    for line in lines:
        yield line if line[0] != last else ("", *line[1:-1], "")
        last = line[0]


def as_json(lines: Sequence[Row]) -> list[dict[str, str | float | bool | None]]:
    """The table as data, a line each."""
    return [
        {
            "set": one.measure.set,
            "measure": one.measure.name,
            "says": one.measure.says,
            "figure": one.figure,
            "least": one.measure.least,
            "most": one.measure.most,
            "others": one.measure.others,
            "floor": one.floor,
            "gated": one.measure.gated,
            "rate": one.rate,
        }
        for one in lines
    ]
