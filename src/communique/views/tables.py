"""The shapes that views are made of: tables of words, and pages of such tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their headings, rows of words, and what is said above and below them.

    Every row has as many cells as there are columns. ``keep`` names the columns that are not to be
    cut or wrapped when the page is narrow. ``empty`` is what is said when there is no row.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str | None = None
    notes: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    empty: str = "Nothing recorded."


@dataclass(frozen=True, slots=True)
class Page:
    """A view for reading: a heading, lines of words, tables, and lines to end with."""

    heading: tuple[str, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
