"""Opening a record by the path of its file, or by the address at which it is served."""

from pathlib import Path

from communique.errors import NotPossible
from communique.flow.run import Clock, Progress
from communique.record import Record
from communique.record import opening as files
from communique.record.memory import Memory
from communique.record.opening import NO_SETTINGS, silent, utc_now
from communique.store.sqlite import Settings


def open_record(
    path: Path | str = "communique.db",
    *,
    create: bool = True,
    tables: Path | None = None,
    clock: Clock = utc_now,
    progress: Progress = silent,
    settings: Settings = NO_SETTINGS,
    memory: Memory | None = None,
) -> Record:
    """The record in this file, or served at this address (``http://`` or ``https://``).

    A file is made if there is none and ``create`` allows it. ``tables`` names a file of own states,
    bodies, office-holders and outlets; when something is read it is kept in the record, and used
    from then on when none is named. ``progress`` is told how far long works are. ``settings`` say
    how long to wait for another process that writes, or that the record is only looked at: then
    what was derived last is shown, also while another process reads documents into it. ``memory``
    keeps what is read of it, for whoever opens the same file with the same memory again.

    An address bears the name and password of a user where people sign in:
    ``https://NAME:PASSWORD@HOST``; ``tables`` stand with the server then, and all else here is of
    files. Raises a RecordError that says what is wrong: locked, no record, newer, damaged, behind,
    read-only; of an address unreachable, no record there, another schema, closed, unusable.
    """
    if not is_address(path):
        return files.open_record(
            path,
            create=create,
            tables=tables,
            clock=clock,
            progress=progress,
            settings=settings,
            memory=memory,
        )
    if tables is not None:
        raise NotPossible("own tables are kept where the record is: name them there")
    # What asks over HTTP takes time to load: a record in a file needs none of it.
    from communique.remote.record import RemoteRecord
    from communique.remote.wire import Wire

    return RemoteRecord(Wire(str(path)))


def is_address(path: Path | str) -> bool:
    """Whether a record is served there, so that it is no file."""
    return str(path).lower().startswith(("http://", "https://"))
