"""Rows of tables as sentences, by what the heads of their columns say (``cells.toml``)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from communique.languages.en.cues import table
from communique.model.passages import Span
from communique.text.blocks import Line, lines_of

_STROKE = re.compile(r"\|")
_RULE = re.compile(r"(?:[|:\s]|-(?!-))*--[|:\s-]*")
_FEWEST = 2
"""Cells that a row must have."""
_MOST = 30
"""Cells that a row may have."""


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
    data = table("cells")
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
        told = _columns(text, cells)
        if len(cells) != len(found) or _are_heads(told):
            if rows:
                yield Table(tuple(heads), tuple(rows))
            heads, rows, found = [line.span], [], told if _relate(told) else ()
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
    """What each cell of a line would say as the head of its column; none of too few or many."""
    found: list[Column | None] = []
    has_party = False
    for cell in cells if _FEWEST <= len(cells) <= _MOST else ():
        words = text[cell.start : cell.end].strip("*_ ").lower()
        met = [one for one in columns() if words in one.heads and one.relates <= has_party]
        found.append(max(met, key=lambda one: one.relates, default=None))
        has_party = has_party or any(one.is_party for one in met)
    return tuple(found)


def _relate(found: tuple[Column | None, ...]) -> bool:
    """Whether a column relates to another, so that the table tells of contacts."""
    return any(one is not None and one.relates for one in found)


def _are_heads(told: tuple[Column | None, ...]) -> bool:
    """Whether cells are heads; "President | Prime Minister" may as well be a row."""
    known = [one for one in told if one is not None]
    are_all = len(known) == len(told) and not all(one.is_party for one in known)
    return _relate(told) or are_all


def _edits(
    line: Span, cells: tuple[Span, ...], found: tuple[Column | None, ...]
) -> Iterator[tuple[int, int, str]]:
    """What stands in for the strokes of a row and its empty cells, and behind its last cell."""
    filled = [one for one in zip(cells, found, strict=True) if one[0].start < one[0].end]
    if not filled:
        return
    (first, opening), (last, closing) = filled[0], filled[-1]
    opens = "" if opening is None else opening.opens
    if opens or line.start < first.start:
        yield line.start, first.start, opens
    for (cell, column), (after, following) in pairwise(filled):
        behind = "," if opens and cell is first else _behind(column)
        joint = "" if following is None or following.is_party else f"{following.before} "
        yield cell.end, after.start, f"{behind} {joint}"
    yield last.end, line.end, f"{_behind(closing)}."


def _behind(column: Column | None) -> str:
    return "" if column is None else column.after
