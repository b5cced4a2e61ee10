"""Opening the record that a command names, with its progress shown on a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.flow.run import Step
    from communique.record import Record


INTERRUPTED = 130
"""The exit code of a command that was interrupted."""


@contextmanager
def opened(path: str, *, tables: Path | None = None, create: bool = False) -> Iterator["Record"]:
    """The record in a file or at an address.

    Progress goes to standard error, and only when that is a terminal. An interruption is told in a
    line, and ends the command with the code 130.
    """
    try:
        with _shown(path, tables=tables, create=create) as record:
            yield record
    except KeyboardInterrupt:
        message = "interrupted; what was read until now is kept: the same command goes on"
        print(f"communique: {message}", file=sys.stderr)
        sys.exit(INTERRUPTED)


def file_of(record: str) -> Path:
    """The file of a record that has to be here; raises NotPossible for an address."""
    from communique.errors import NotPossible
    from communique.remote.opening import is_address

    if is_address(record):
        raise NotPossible("the file of a record was expected, met an address: name the file")
    return Path(record)


@contextmanager
def _shown(path: str, *, tables: Path | None, create: bool) -> Iterator["Record"]:
    from communique.remote import open_record

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
