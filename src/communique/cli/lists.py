"""Printing a list of the record: those that are asked for, in a table or as JSON."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from communique.cli.opening import opened
from communique.cli.options import OutputFormat
from communique.cli.output import print_json, print_table
from communique.record import Record
from communique.record.choosing import named_part
from communique.record.narrowing import Asked
from communique.views.naming import Naming
from communique.views.tables import Table


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of the record: its key in the export, how it is found, and its table."""

    key: str
    find: Callable[[Record, Naming, Asked, str | None], tuple[Any, ...]]
    table: Callable[[tuple[Any, ...], Naming], Table]


def print_list(
    listed: Listed, record: str, asked: Asked, sort: str | None, output: OutputFormat
) -> None:
    """Print the entries of a list for which all holds that is asked; raises what these raise."""
    with opened(record) as kept:
        naming = Naming(named_part(kept))
        found = listed.find(kept, naming, asked, sort)
    if output is OutputFormat.JSON:
        print_json(listed.key, found)
    else:
        print_table(listed.table(found, naming))
