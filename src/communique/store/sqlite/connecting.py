"""Connections to a record's file, and what is said when SQLite cannot do what was asked."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from communique.errors import (
    NotARecord,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordLocked,
    RecordReadOnly,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """How to connect: seconds to wait for another writer, and the most pages the file may have.

    ``pages`` is None for no limit; ``is_read_only`` opens the file for reading alone.
    """

    wait: float = 60.0
    pages: int | None = None
    is_read_only: bool = False


def connect(path: Path, settings: Settings) -> Engine:
    """An engine for the file; nothing is opened yet."""
    mode = "ro" if settings.is_read_only else "rwc"
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            address, uri=True, timeout=settings.wait, check_same_thread=False
        ),
        # Who writes may also look: a second connection, not a transaction within the first one.
        poolclass=QueuePool,
        max_overflow=-1,
        pool_use_lifo=True,
    )
    event.listen(engine, "connect", lambda raw, _: _prepare(raw, settings))
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: Any, settings: Settings) -> None:
    # The driver's own transactions would let DDL slip out of them: ours are begun below.
    raw.isolation_level = None
    raw.execute(f"pragma busy_timeout = {int(settings.wait * 1000)}")
    raw.execute("pragma foreign_keys = on")
    raw.execute("pragma secure_delete = on")
    raw.execute("pragma cache_size = -32000")
    if settings.pages is not None:
        raw.execute(f"pragma max_page_count = {settings.pages}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("begin immediate" if writes else "begin")


@contextmanager
def explained(path: Path, settings: Settings) -> Iterator[None]:
    """Turn what SQLite raises into an error that says what to do."""
    try:
        yield
    except DBAPIError as problem:
        raise _explain(path, settings, problem.orig) from problem
    except sqlite3.Error as problem:
        raise _explain(path, settings, problem) from problem


def _explain(path: Path, settings: Settings, problem: BaseException | None) -> Exception:
    name = getattr(problem, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return RecordLocked(path, waited=settings.wait)
    if name.startswith("SQLITE_FULL"):
        return RecordFull(path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return RecordReadOnly(path)
    if name.startswith("SQLITE_NOTADB"):
        return NotARecord(path)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
        return RecordDamaged(path, str(problem))
    return RecordError(path, f"{path}: {problem}. If it happens again, restore a backup")
