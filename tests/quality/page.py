"""The page of the documentation that is drawn from a run: ``docs/reference/quality.md``."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tests.quality.figures import Row, cells, sets, shown

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "quality.md"
WEAKNESSES = Path(__file__).parent / "weaknesses.md"
HEAD = """# What is read right

    make quality

reads each set of texts below by the code that reads any document, compares what was read with what
people found in the same texts, prints these tables, and fails when a figure is under its floor. A
floor is raised with `python -m tests.quality --raise-floors`, lowered only with a reason that goes
into the changelog, and holds for the very data it was pinned on. This page is drawn from a run with
`--write`. ✓ and ✗ say whether what is wanted is reached; a figure that is *not gated* is reported
and has no floor. The texts belong to their publishers and stand beside the checkout: where they are
not there, nothing is measured, and the command says so.
"""
COLUMNS = ("Measure", "Ours", "Wanted", "Others on the same texts", "Floor", "What it is")


def page_of(lines: Sequence[Row]) -> str:
    """The page: a table for each set, and what is known to be read badly."""
    weaknesses = WEAKNESSES.read_text(encoding="utf-8").rstrip()
    parts = [HEAD, *_parts(lines), f"## Known weaknesses\n\n{weaknesses}\n"]
    return "\n".join(parts)


def _parts(lines: Sequence[Row]) -> Iterator[str]:
    for name, group in groupby(lines, key=lambda one: one.measure.set):
        listed = list(group)
        what = sets()[name]
        text = [f"## {name}", "", f"{what[0].upper()}{what[1:]}. Read at {listed[0].rate}.", ""]
        text += [_line(COLUMNS), _line(("---",) * len(COLUMNS))]
        text += [_line(_cells(one)) for one in listed]
        yield "\n".join(text) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    _, name, figure, wanted, others, _, _ = cells(row)
    floor = shown(row.floor) if row.measure.gated else "not gated"
    return name, figure, wanted, others, floor, row.measure.says


def _line(parts: Sequence[str]) -> str:
    return f"| {' | '.join(parts)} |"
