"""Opening a record's file: is it one, is it whole, and do we know its tables."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, text

from communique.errors import NoRecord, NotARecord, RecordDamaged, RecordReadOnly, RecordTooNew
from communique.store.sqlite.connecting import Settings

MAGIC = b"SQLite format 3\x00"
APPLICATION = 0x636D7131
"""The application id in the file's header: ``cmq1``."""
REVISION = "0002"
"""The migration that this version writes."""
KNOWN = ("0001", REVISION)
"""All migrations that this version can read or bring up to date, the oldest first."""
_HEADER = 100


_OPEN: Counter[Path] = Counter()
"""The records that this process has open, by their files, and how often."""
_OPENING = Lock()


@contextmanager
def entered(path: Path, *, create: bool) -> Iterator[None]:
    """Look at the file before SQLite does, unless this process has it open already.

    To close a file of one's own takes away all locks that the process holds on it (POSIX), those of
    SQLite in other threads among them. What is entered is left again by ``leave``, or at once when
    opening fails.
    """
    known = path.absolute()
    with _OPENING:
        if not _OPEN[known]:
            check_file(path, create=create)
        _OPEN[known] += 1
    try:
        yield
    except BaseException:
        leave(path)
        raise


def leave(path: Path) -> None:
    """Count that a record was closed; its connections are closed before."""
    with _OPENING:
        _OPEN[path.absolute()] -= 1


def check_file(path: Path, *, create: bool) -> None:
    """Look at the file before SQLite does; raises if it is missing, foreign, or cut short."""
    if path.is_dir():
        raise NotARecord(path)
    if not path.exists():
        if not create:
            raise NoRecord(path)
        if not path.parent.is_dir():
            raise RecordReadOnly(path)
        return
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if header and not header.startswith(MAGIC[: len(header)]):
        raise NotARecord(path)
    if header:
        _check_length(path, header)


def _check_length(path: Path, header: bytes) -> None:
    if len(header) < _HEADER:
        raise RecordDamaged(path, "the file ends within its header")
    size = int.from_bytes(header[16:18]) or 1
    page = 65536 if size == 1 else size
    pages = int.from_bytes(header[28:32])
    met = path.stat().st_size
    # A journal beside the file means that a writer was killed: SQLite restores the length itself.
    if met < page * pages and not path.with_name(path.name + "-journal").exists():
        raise RecordDamaged(path, f"{met} bytes long, expected {page * pages}")


def prepare(engine: Engine, path: Path, settings: Settings, *, create: bool) -> None:
    """Make the tables of a new record, or bring those of an older one up to date."""
    with engine.connect() as connection:
        found = _revision(connection, path)
    if found == REVISION:
        return
    if found is None and not create:
        raise NoRecord(path)
    if found is not None and found not in KNOWN:
        raise RecordTooNew(path, met=found, known=REVISION)
    if settings.is_read_only:
        raise RecordReadOnly(path)
    from communique.store.sqlite.migrating import migrate  # Alembic takes time to load

    migrate(engine, application=APPLICATION)


def _revision(connection: Connection, path: Path) -> str | None:
    """The migration that a record is at; None for an empty file."""
    tables = set(connection.execute(text("select name from sqlite_master")).scalars())
    application = connection.execute(text("pragma application_id")).scalar_one()
    if application == APPLICATION and "alembic_version" in tables:
        return str(connection.execute(text("select version_num from alembic_version")).scalar())
    if tables or application:
        raise NotARecord(path)
    return None
