"""The log and the derived tables of one SQLite file."""

import sqlite3
import zlib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args, get_type_hints

from sqlalchemy import (
    Connection,
    Delete,
    Engine,
    Update,
    bindparam,
    delete,
    insert,
    text,
    update,
)
from sqlalchemy.dialects import sqlite

from communique.model.codec import to_json
from communique.model.contents import Contents
from communique.store import lookups
from communique.store.bodies import canonical
from communique.store.engine import Derived, Hit, Wanted
from communique.store.entries import Author, Draft, Entry, Head, instant, seal
from communique.store.shelves import Row
from communique.store.sqlite import searching
from communique.store.sqlite.connecting import Settings, connect, explained
from communique.store.sqlite.looking import CHUNK, Reading, head_of
from communique.store.sqlite.opening import entered, leave, prepare
from communique.store.sqlite.statements import (
    ADD_BODY,
    ADD_ENTRY,
    BODY_WITH_KEY,
    NUMBER_WITH_KEY,
)
from communique.store.tables import (
    ALL_DERIVED,
    BODIES,
    DERIVED,
    DERIVED_FROM,
    GIVEN_NAMES,
    KEPT,
)
from communique.text.digests import digest_of

NO_SETTINGS = Settings()
NAMED = sqlite.dialect(paramstyle="named")
TABLES = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"


def open_store(
    path: Path, *, create: bool = True, settings: Settings = NO_SETTINGS
) -> "SqliteStore":
    """The record in this file, made if asked for; raises a RecordError that says what is wrong."""
    with entered(path, create=create):
        engine = connect(path, settings)
        try:
            with explained(path, settings):
                prepare(engine, path, settings, create=create)
        except BaseException:
            engine.dispose()
            raise
    return SqliteStore(path, engine, settings)


def shape_of_tables() -> str:
    """A digest of the derived tables: their columns, and the fields of what they hold as JSON."""
    columns = {name: [one.name for one in table.columns] for name, table in ALL_DERIVED.items()}
    hints = get_type_hints(Contents).values()
    kinds: set[type[Any]] = {get_args(hint)[0] for hint in hints if get_args(hint)}
    held = {one.__name__: [own.name for own in fields(one)] for one in kinds if is_dataclass(one)}
    shape = {"columns": columns, "fields": held}
    return digest_of(canonical(shape) + "".join(searching.MAKE).encode())[:16]


class SqliteStore(Reading):
    """One record in one file, as ``store.engine.Store`` describes it."""

    def __init__(self, path: Path, engine: Engine, settings: Settings) -> None:
        self.path = path
        self._engine = engine
        self._settings = settings
        self._is_open = True

    def close(self) -> None:
        """Let go of the file; SQLite leaves nothing beside it."""
        self._engine.dispose()
        if self._is_open:
            self._is_open = False
            leave(self.path)

    @contextmanager
    def writing(self) -> Iterator["SqliteWriter"]:
        """One transaction in which nobody else writes; rolled back when anything is raised."""
        with explained(self.path, self._settings), self._engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                yield SqliteWriter(self.path, connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self.path, self._settings), self._engine.connect() as connection:
            yield connection

    def part(
        self,
        name: str,
        where: Mapping[str, str] | None = None,
        limit: int | None = None,
        skip: int = 0,
    ) -> Iterator[str]:
        """The entries of a part as JSON, in the order of the export, equal in these columns."""
        with self._reading() as connection:
            return iter(lookups.part(connection, name, where, limit, skip))

    def contacts(self, wanted: Wanted) -> Iterator[str]:
        """The contacts that are wanted, as JSON."""
        with self._reading() as connection:
            return iter(lookups.contacts(connection, wanted))

    def documents_of(self, wanted: Wanted) -> Iterator[str]:
        """The ids of the documents that tell of the contacts that are wanted."""
        with self._reading() as connection:
            return iter(lookups.documents_of(connection, wanted))

    def contact_labels(self) -> Iterator[str]:
        """The labels of all contacts."""
        with self._reading() as connection:
            return iter(lookups.labels(connection))

    def labels_of(self, ids: Iterable[str]) -> Mapping[str, str]:
        """The labels of the contacts and documents with these ids."""
        with self._reading() as connection:
            return lookups.labels_of(connection, ids)

    def contact_named(self, name: str) -> str | None:
        """The id of the contact with this label, id or account, now or once; or None."""
        with self._reading() as connection:
            return lookups.contact_named(connection, name)

    def search(
        self, words: str, *, limit: int, among: Container[str] | None = None
    ) -> Iterator[Hit]:
        """Lines of documents that hold the words, the best documents first."""
        with self._reading() as connection:
            return iter(list(searching.search(connection, words, limit, among)))

    def faults(self) -> Iterator[str]:
        """What SQLite itself finds wrong with the file."""
        with self._reading() as connection:
            for (found,) in connection.execute(text("pragma integrity_check(20)")):
                if found != "ok":
                    yield str(found)
            for found in connection.execute(text("pragma foreign_key_check")):
                yield f"row {found[1]} of {found[0]} belongs to no entry of {found[2]}"

    def copy_to(self, path: Path) -> None:
        """Write the whole record to a new file, as of one moment."""
        with explained(path, self._settings), self._engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert isinstance(raw, sqlite3.Connection)
            copy = sqlite3.connect(path)
            try:
                raw.backup(copy)
            finally:
                copy.close()

    @contextmanager
    def scratch(self) -> Iterator["SqliteStore"]:
        """An empty store in a temporary place that is gone when it is left."""
        with TemporaryDirectory() as folder:
            made = open_store(Path(folder) / self.path.name, settings=NO_SETTINGS)
            try:
                yield made
            finally:
                made.close()

    @contextmanager
    def copied(self) -> Iterator["SqliteStore"]:
        """A copy in a temporary place that is gone when it is left."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / self.path.name
            self.copy_to(path)
            made = open_store(path, create=False, settings=NO_SETTINGS)
            try:
                yield made
            finally:
                made.close()

    def compact(self) -> None:
        """Write the file afresh without its free pages, where emptied bodies may have lain."""
        with explained(self.path, self._settings), self._engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert isinstance(raw, sqlite3.Connection)
            raw.execute("vacuum")


class SqliteWriter(Reading):
    """One transaction, as ``store.engine.Writer`` describes it."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self.path = path
        self._connection = connection
        self._head = head_of(connection)

    def head(self) -> Head:
        """The last entry, those of this transaction included."""
        return self._head

    def add(self, draft: Draft, *, at: datetime, author: Author) -> Entry | None:
        """Add the draft after the head; None if an entry with its key is there already."""
        there = self._connection.execute(NUMBER_WITH_KEY, {"wanted": draft.key})
        if there.first() is not None:
            return None
        entry = seal(draft, self._head, at=instant(at), author=author)
        self._connection.execute(ADD_ENTRY, _row(entry))
        packed = zlib.compress(draft.body)
        self._connection.execute(
            ADD_BODY, {"entry": entry.number, "size": len(draft.body), "body": packed}
        )
        self._head = Head(entry.number, entry.digest)
        return entry

    def _reading(self) -> AbstractContextManager[Connection]:
        return nullcontext(self._connection)

    def body_of(self, key: str) -> bytes | None:
        """The body of the entry with this key; None when there is none, or it was purged."""
        held = self._connection.execute(BODY_WITH_KEY, {"wanted": key}).scalar()
        return None if held is None else zlib.decompress(held)

    def purge(self, numbers: Iterable[int], draft: Draft, *, at: datetime, author: Author) -> Entry:
        """Empty the bodies of these entries and add the draft that says by whom and why."""
        entry = self.add(draft, at=at, author=author)
        assert entry is not None, "the key of a purge holds its number"
        emptied = update(BODIES).where(BODIES.c.entry.in_(list(numbers))).values(body=None)
        self._connection.execute(emptied)
        return entry

    def empty(self) -> None:
        """Drop all that is derived and make its tables anew."""
        self._connection.execute(text("drop table if exists search"))
        found = self._connection.execute(text(TABLES)).scalars()
        kept = {one.name for one in KEPT.sorted_tables} | {"alembic_version"}
        for name in [one for one in found if one not in kept]:
            self._connection.execute(text(f'drop table "{name}"'))
        DERIVED.create_all(self._connection, checkfirst=False)
        searching.make(self._connection)

    def put(self, name: str, rows: Sequence[Row]) -> None:
        """Add rows to a derived table."""
        for start in range(0, len(rows), CHUNK):
            chunk = list(rows[start : start + CHUNK])
            # Rows are many: the driver binds their values itself, three times as fast.
            self._connection.exec_driver_sql(_adding(name, tuple(chunk[0])), chunk)

    def drop(self, name: str, column: str, values: Iterable[str]) -> None:
        """Delete the rows of a derived table that have one of these values in a column."""
        for some in lookups.in_chunks(values):
            self._connection.execute(_dropping(name, column), {"some": some})

    def change(self, name: str, column: str, value: str, changed: Row) -> None:
        """Change columns of the rows of a derived table that have this value in one."""
        self._connection.execute(_changing(name, column, tuple(changed)), {"at": value, **changed})

    def mark(self, derived: Derived, names: Iterable[tuple[str, str]]) -> None:
        """Say from what the tables are derived, and remember the labels that are shown."""
        for name, account in dict.fromkeys(names):
            given = {"name": name, "account": account, "since_entry": derived.head.number}
            self._connection.execute(insert(GIVEN_NAMES).prefix_with("or ignore"), given)
        self._connection.execute(delete(DERIVED_FROM))
        self._connection.execute(
            insert(DERIVED_FROM).values(
                entry=derived.head.number,
                digest=derived.head.digest,
                run=derived.run,
                shape=derived.shape,
                version=derived.version,
            )
        )


@cache
def _dropping(name: str, column: str) -> Delete:
    table = ALL_DERIVED[name]
    return delete(table).where(table.c[column].in_(bindparam("some", expanding=True)))


@cache
def _changing(name: str, column: str, changed: tuple[str, ...]) -> Update:
    table = ALL_DERIVED[name]
    chosen = update(table).where(table.c[column] == bindparam("at"))
    return chosen.values({one: bindparam(one) for one in changed})


@cache
def _adding(name: str, columns: tuple[str, ...]) -> str:
    made = insert(ALL_DERIVED[name]).compile(dialect=NAMED, column_keys=list(columns))
    return str(made)


def _row(entry: Entry) -> Row:
    row: Row = to_json(entry)
    row["entry"] = row.pop("number")
    return row
