"""The shapes that views are made of: tables of words, and pages of such tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their headings, rows of words, and what is said above and below them.

    Every row has as many cells as there are columns. ``keep`` names the columns that are not to be
    cut or wrapped when the page is narrow. ``empty`` is what is said when there is no row.
    ``folded`` says that on a page too narrow for all columns a row is drawn as a line a column.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str | None = None
    notes: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    empty: str = "Nothing recorded."
    folded: bool = False


def folded(table: Table) -> Table:
    """The same table with a line for each cell: the row's name, the column's, the cell.

    What the head of a column says besides its name stands once, above.
    """
    names = [column.partition("\n")[0] for column in table.columns]
    heads = (column.replace("\n", ": ", 1).replace("\n", "; ") for column in table.columns[1:])
    rows: list[tuple[str, ...]] = []
    for row in table.rows:
        lines: dict[str, list[str]] = {}
        for name, cell in zip(names[1:], row[1:], strict=True):
            lines.setdefault(cell, []).append(name)
        told = [(", ".join(of), cell) for cell, of in lines.items() if cell != "–"]
        rows += under(row[:1], told)
    return replace(
        table,
        columns=(names[0], "Whose", "Words"),
        rows=tuple(rows),
        notes=(*heads, *table.notes),
        folded=False,
    )


def under(heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Rows of one thing, whose first cells, the heading, stand in the first of them alone."""
    for row in rows:
        yield (*heading, *row)
        heading = ("",) * len(heading)


@dataclass(frozen=True, slots=True)
class Page:
    """A view for reading: a heading, lines of words, tables, and lines to end with."""

    heading: tuple[str, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
