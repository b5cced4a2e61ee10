"""How wide the columns of a table are drawn: whole where there is room, folded where not."""

import re
from collections.abc import Callable, Iterable

from communique.views.tables import Table

BETWEEN = 2
"""Spaces between two columns."""
FEW = 16
"""Columns up to which a line is not folded while others can be."""
LONG, WORD, DAY, SHORT, SHORTER, SHORTEST = 24, 16, 11, 9, 6, 3
"""Columns to which cells that may be folded are narrowed, step by step."""

_NAME = re.compile(r"\S*\b(?:[a-z]-[0-9a-f]{16}|\d{4}-\d{2}-\d{2}-\w[\w-]*)\S*")
"""An id, or the label of a contact, with the marks beside it."""


def column_widths(table: Table, width: int) -> tuple[int, ...]:
    """The width of each column, so that the table is at most so wide.

    Columns that the table wants kept are narrowed after the others, and the room that is left goes
    to those that need the most lines.
    """
    columns = tuple(_Column(name, cells, table) for name, cells in _by_column(table))
    room = width - BETWEEN * (len(columns) - 1)
    steps: tuple[Callable[[_Column], int], ...] = (
        lambda one: one.whole,
        lambda one: one.whole if one.is_kept or one.whole <= FEW else min(one.word, LONG),
        lambda one: one.whole if one.is_kept else min(one.word, LONG),
        lambda one: one.whole if one.is_kept else min(one.word, WORD),
        lambda one: one.word if one.is_kept else min(one.word, LONG),
        lambda one: one.word if one.is_kept else min(one.word, WORD),
        lambda one: one.word if one.is_kept else one.narrowed(SHORT),
        lambda one: one.word if one.is_kept else one.narrowed(SHORTER),
        lambda one: one.word if one.is_kept else one.narrowed(SHORTEST),
        lambda one: one.word if one.is_kept else min(one.word, SHORTER),
        lambda one: min(one.word, LONG if one.is_kept else SHORT),
        lambda one: min(one.word, DAY if one.is_kept else SHORT),
        lambda one: min(one.word, DAY if one.is_kept else SHORTER),
        lambda one: min(one.word, DAY if one.is_kept else SHORTEST),
        lambda one: min(one.word, SHORTEST),
    )
    for step in steps:
        widths = [step(one) for one in columns]
        if sum(widths) <= room:
            break
    _share_out(room - sum(widths), widths, columns)
    return tuple(widths)


class _Column:
    """What a column holds: its longest line, its longest word, and whether it is to be kept."""

    def __init__(self, name: str, cells: tuple[str, ...], table: Table) -> None:
        lines = [line for cell in (name, *cells) for line in cell.splitlines()]
        self.whole = max(map(len, lines), default=0)
        self.word = max((len(word) for line in lines for word in line.split()), default=0)
        self.is_kept = name in table.keep
        self.name = max((len(word) for cell in cells for word in _NAME.findall(cell)), default=0)

    def narrowed(self, width: int) -> int:
        """At most so wide, but for ids and labels, which are not broken while others can be."""
        return min(self.word, max(width, self.name))


def _by_column(table: Table) -> Iterable[tuple[str, tuple[str, ...]]]:
    return zip(table.columns, zip(*table.rows, strict=True), strict=True)


def _share_out(room: int, widths: list[int], columns: tuple[_Column, ...]) -> None:
    for _ in range(room):
        needs = [one.whole / max(width, 1) for one, width in zip(columns, widths, strict=True)]
        most = max(range(len(needs)), key=lambda at: (needs[at], -at))
        if needs[most] <= 1:
            return
        widths[most] += 1


def broken(cell: str, width: int) -> str:
    """A cell whose words that are too long for its column are broken behind hyphens.

    Of the name of a contact its day stays whole.
    """
    return "\n".join(_broken(line, width) for line in cell.split("\n"))


def _broken(line: str, width: int) -> str:
    words = (
        "\n".join(_parts(word, width)) if len(word) > width else word for word in line.split(" ")
    )
    return " ".join(words)


def _parts(word: str, width: int) -> list[str]:
    parts = [""]
    for piece in re.findall(r"[^-]*-|[^-]+", word):
        if parts[-1] and len(parts[-1]) + len(piece) > width:
            parts.append("")
        parts[-1] += piece
    return parts
