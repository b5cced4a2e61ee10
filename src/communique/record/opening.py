"""Opening a record."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from communique.flow.run import Clock, Progress, Step
from communique.record.held import Held
from communique.record.memory import Memory
from communique.record.record import Record
from communique.record.tables import check_given
from communique.store.sqlite import Settings, open_store, shape_of_tables

NO_SETTINGS = Settings()


def utc_now() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


def silent(step: Step) -> None:
    """Tell nobody how far the work is."""


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
    """The record in this file, made if there is none and ``create`` allows it.

    ``tables`` names a file of own states, bodies, office-holders and outlets; when something is
    read it is kept in the record, and used from then on when none is named. ``progress`` is told
    how far long works are. ``settings`` say how long to wait for another process that writes,
    or that the record is only looked at: then what was derived last is shown, also while another
    process reads documents into it. ``memory`` keeps what is read of it, for whoever opens the
    same file with the same memory again. Raises a RecordError that says what is wrong: locked, no
    record, newer, damaged, behind, read-only.
    """
    check_given(tables)
    opener = partial(open_store, create=False, settings=settings)
    store = open_store(Path(path), create=create, settings=settings)
    read_only = settings.is_read_only
    shape = shape_of_tables()
    return Record(Held(store, opener, shape, tables, clock, progress, read_only, memory))
