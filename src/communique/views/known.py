"""What is known before reading, as tables."""

from collections.abc import Iterable
from dataclasses import fields

from communique.views.tables import Table

KINDS = ("states", "bodies", "groups", "formats", "tenures", "outlets")
"""The kinds of rows, as they are called in a file of own tables."""


def known_table(kind: str, rows: Iterable[object], search: str | None = None) -> Table:
    """The rows of one kind, those that hold the words searched for, in the order of the tables."""
    listed = list(rows)
    columns = tuple(field.name for field in fields(listed[0])) if listed else ()  # type: ignore[arg-type]
    shown = [tuple(_shown(getattr(row, name)) for name in columns) for row in listed]
    wanted = "" if search is None else search.casefold()
    chosen = [row for row in shown if wanted in " ".join(row).casefold()]
    return Table(columns, tuple(chosen), title=f"{kind} ({len(chosen)} of {len(shown)})")


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return "–" if value is None else str(value)
