"""Printing: tables on a terminal, plain text when piped, JSON for programs."""

import json
import shutil
import sys
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from communique.cli.showing import shown
from communique.cli.widths import BETWEEN, broken, column_widths
from communique.model.codec import to_json
from communique.model.contents import SCHEMA
from communique.model.vocabulary import CellState, Status, Verdict
from communique.views.tables import Page, Table, folded

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDEST_PIPED = 200
"""Columns of a table that is not printed on a terminal, unless COLUMNS says otherwise."""

READABLE = 22
"""Columns of the page for each column of a table below which words are hard to read in it."""

STYLES: dict[str, str] = {
    **dict.fromkeys((Verdict.CORROBORATED, Status.ONGOING), "green"),
    **dict.fromkeys((Verdict.DISPUTED, Status.DENIED, Status.REFUSED, Status.NOT_HELD), "red"),
    **dict.fromkeys((Status.PLANNED, Status.PROPOSED, Status.RUMOURED), "yellow"),
    **dict.fromkeys((Status.POSTPONED, Status.CANCELLED), "yellow"),
    **dict.fromkeys((Verdict.ECHOED, Verdict.SINGLE), "dim"),
    **dict.fromkeys((CellState.NOT_QUOTED, CellState.NO_ACCOUNT), "dim"),
}
"""How words of the closed lists look on a terminal; piped, all words are plain."""


def print_json(key: str, entries: Iterable[object]) -> None:
    """One object with the schema and the entries under a key of the export."""
    print_object({key: [to_json(one) for one in entries]})


def print_object(fields: dict[str, Any]) -> None:
    """One object with the schema and these fields, as JSON."""
    json.dump({"schema": SCHEMA} | fields, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def print_page(page: Page) -> None:
    """A heading, tables and notes."""
    console = _console()
    for number, line in enumerate(page.heading):
        console.print(shown(line), style="bold" if number == 0 else None)
    for table in page.tables:
        _print_table(console, table)
    for note in page.notes:
        console.print(shown(note))


def print_table(table: Table) -> None:
    """One table with its title and notes."""
    _print_table(_console(), table)


def print_line(words: str = "") -> None:
    """One line of words, wrapped to the width of the terminal."""
    _console().print(shown(words))


def _console() -> "Console":
    from rich.console import Console  # takes a while to load: only when something is drawn

    if sys.stdout.isatty():
        return Console(markup=False, highlight=False)
    width = shutil.get_terminal_size((WIDEST_PIPED, 50)).columns
    # Without colours whatever the environment says: what is piped is read by programs.
    return Console(markup=False, highlight=False, width=width, force_terminal=False)


def _print_table(console: "Console", table: Table) -> None:
    from rich import box
    from rich.table import Table as Drawn

    console.print()
    if table.title:
        console.print(shown(table.title), style="bold")
    if not table.rows:
        console.print(table.empty)
        return
    drawn = Drawn(
        box=box.SIMPLE_HEAD,
        padding=(0, BETWEEN - 1, 0, 0),
        pad_edge=False,
        show_edge=False,
        header_style="bold",
    )
    if table.folded and console.width < READABLE * len(table.columns):
        table = folded(table)
    rows = tuple(tuple(map(shown, row)) for row in table.rows)
    widths = column_widths(replace(table, rows=rows), console.width)
    for column, width in zip(table.columns, widths, strict=True):
        drawn.add_column(column, overflow="fold", width=width)
    for row in rows:
        drawn.add_row(*map(_styled, map(broken, row, widths)))
    console.print(drawn)
    for note in table.notes:
        console.print(shown(note))


def _styled(cell: str) -> "Text":
    """A cell whose word of a closed list, alone or at its end, has a style on a terminal."""
    from rich.text import Text

    drawn = Text(cell)
    for one in (cell.rpartition(" · ")[2], cell.partition(" / ")[0]):
        if one in STYLES:
            start = cell.rfind(one)
            drawn.stylize(STYLES[one], start, start + len(one))
            break
    return drawn
