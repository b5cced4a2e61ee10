"""Opening the record that a command names, with its progress shown on a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.flow.run import Step
    from communique.record import Record


@contextmanager
def opened(path: Path, *, tables: Path | None = None, create: bool = False) -> Iterator["Record"]:
    """The record in a file; progress goes to standard error, and only when that is a terminal."""
    from communique.record import open_record

    if not sys.stderr.isatty():
        with open_record(path, create=create, tables=tables) as record:
            yield record
        return
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("") as status:

        def show(step: "Step") -> None:
            of = "" if step.of is None else f" of {step.of:,}"
            status.update(f"{step.doing} {step.done:,}{of}")

        with open_record(path, create=create, tables=tables, progress=show) as record:
            yield record
