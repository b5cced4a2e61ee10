"""Rows of tables as sentences, by what the heads of their columns say (``cells.toml``)."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from communique.model.passages import Span
from communique.text.blocks import Line, lines_of

_STROKE = re.compile(r"\|")
_RULE = re.compile(r"[|:\s-]*-{2,}[|:\s-]*")
_FEWEST = 2
"""Cells that a row must have."""


@dataclass(frozen=True, slots=True)
class Column:
    """What the head of a column says of its cells; ``heads`` are its wordings.

    Where ``relates``, the one of the first cell did so with the one of this. ``before`` and
    ``after`` are the words around a cell, ``opens`` those before one that opens its row.
    """

    heads: frozenset[str]
    relates: bool
    opens: str
    before: str
    after: str
    matches: str
    counter: str

    @property
    def is_party(self) -> bool:
        """Whether its cells name who did something."""
        return not self.before


@dataclass(frozen=True, slots=True)
class Row:
    """A row that reads as a sentence: its line, and the words to stand in for marks of it."""

    line: Span
    edits: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of contacts: the line of its heads (and rules), and its rows."""

    heads: tuple[Span, ...]
    rows: tuple[Row, ...]


@cache
def columns() -> tuple[Column, ...]:
    """The columns, read once."""
    data = tomllib.loads(files(__package__).joinpath("cells.toml").read_text(encoding="utf-8"))
    return tuple(
        Column(
            heads=frozenset(row["heads"]),
            relates=row.get("relates", False),
            opens=row.get("opens", ""),
            before=row.get("before", ""),
            after=row.get("after", ""),
            matches=row["matches"],
            counter=row["not"],
        )
        for row in data["column"]
    )


def tables_in(text: str) -> Iterator[Table]:
    """The tables of contacts of a text whose cells strokes part."""
    if "|" not in text:
        return
    heads: list[Span] = []
    rows: list[Row] = []
    found: tuple[Column | None, ...] = ()
    for line in lines_of(text):
        cells = _cells(text, line)
        if len(cells) != len(found) or len(cells) < _FEWEST:
            if rows:
                yield Table(tuple(heads), tuple(rows))
            heads, rows, found = [line.span], [], _columns(text, cells)
        elif _RULE.fullmatch(text, line.span.start, line.span.end):
            heads.append(line.span)
        elif found:
            rows.append(Row(line.span, tuple(_edits(line.span, cells, found))))
    if rows:
        yield Table(tuple(heads), tuple(rows))


def _cells(text: str, line: Line) -> tuple[Span, ...]:
    """The cells of a line, without strokes at its ends and white space around them."""
    edges = [line.span.start - 1]
    edges += [one.start() for one in _STROKE.finditer(text, line.span.start, line.span.end)]
    edges.append(line.span.end)
    cells = []
    for left, right in pairwise(edges):
        words = text[left + 1 : right]
        start = left + 1 + len(words) - len(words.lstrip())
        cells.append(Span(start, start + len(words.strip())))
    if cells and cells[0].start == cells[0].end:
        cells = cells[1:]
    if cells and cells[-1].start == cells[-1].end:
        cells = cells[:-1]
    return tuple(cells)


def _columns(text: str, cells: tuple[Span, ...]) -> tuple[Column | None, ...]:
    """What the cells of a first line say of their columns; empty where none relates to another."""
    found: list[Column | None] = []
    for cell in cells:
        words = text[cell.start : cell.end].strip("*_ ").lower()
        has_party = any(one is not None and one.is_party for one in found)
        met = [one for one in columns() if words in one.heads and one.relates <= has_party]
        found.append(max(met, key=lambda one: one.relates, default=None))
    return tuple(found) if any(one is not None and one.relates for one in found) else ()


def _edits(
    line: Span, cells: tuple[Span, ...], found: tuple[Column | None, ...]
) -> Iterator[tuple[int, int, str]]:
    """What stands in for the strokes of a row, and behind its last cell."""
    opens = "" if found[0] is None else found[0].opens
    if opens or line.start < cells[0].start:
        yield line.start, cells[0].start, opens
    for at, (cell, after) in enumerate(pairwise(cells)):
        behind = "," if opens and at == 0 else _behind(found[at])
        following = found[at + 1]
        joint = "" if following is None or following.is_party else f"{following.before} "
        yield cell.end, after.start, f"{behind} {joint}"
    yield cells[-1].end, line.end, f"{_behind(found[-1])}."


def _behind(column: Column | None) -> str:
    return "" if column is None else column.after
