"""What can be read of a record's file, over a connection of its own or that of a transaction."""

import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select
from sqlalchemy import Row as Fetched

from communique.errors import RecordDamaged
from communique.store import lookups
from communique.store.engine import Derived, HeldBy
from communique.store.entries import Entry, EntryKind, Head
from communique.store.shelves import Row
from communique.store.sqlite.statements import BODY_OF_ENTRY, ENTRY_WITH_KEY, LAST_ENTRY
from communique.store.tables import BODIES, DERIVED_FROM, LOG

CHUNK = 200
"""Rows fetched or written together."""


class Reading(ABC):
    """What can be read of a record, over a connection of its own or that of a transaction."""

    path: Path

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]:
        """The connection to read by."""

    def head(self) -> Head:
        """The last entry of the log."""
        with self._reading() as connection:
            return head_of(connection)

    def entries(
        self, *kinds: EntryKind, about: str | None = None, after: int = 0
    ) -> Iterator[Entry]:
        """Entries in their order: of these kinds (all if none is named), about one thing."""
        with self._reading() as connection:
            return iter(_entries(connection, kinds, about, after))

    def entry_by_key(self, key: str) -> Entry | None:
        """The entry with this key, or None."""
        with self._reading() as connection:
            row = connection.execute(ENTRY_WITH_KEY, {"wanted": key}).first()
        return None if row is None else _entry(row)

    def body(self, number: int) -> bytes | None:
        """The body of an entry, or None when it was purged."""
        with self._reading() as connection:
            held = connection.execute(BODY_OF_ENTRY, {"wanted": number}).scalar()
        return self._unpacked(number, held)

    def bodies(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes | None]]:
        """The bodies of these entries with their numbers, in the order of the numbers."""
        wanted = sorted(numbers)
        for start in range(0, len(wanted), CHUNK):
            chunk = wanted[start : start + CHUNK]
            with self._reading() as connection:
                chosen = select(BODIES.c.entry, BODIES.c.body).where(BODIES.c.entry.in_(chunk))
                found = {row.entry: row.body for row in connection.execute(chosen)}
            for number in chunk:
                yield number, self._unpacked(number, found.get(number))

    def _unpacked(self, number: int, held: bytes | None) -> bytes | None:
        try:
            return None if held is None else zlib.decompress(held)
        except zlib.error as problem:
            detail = f"the body of entry {number} cannot be unpacked: {problem}"
            raise RecordDamaged(self.path, detail) from problem

    def derived(self) -> Derived | None:
        """From what the derived tables were made, or None when they never were."""
        with self._reading() as connection:
            row = connection.execute(select(DERIVED_FROM)).first()
        if row is None:
            return None
        return Derived(Head(row.entry, row.digest), row.run, row.shape, row.version)

    def rows(self, name: str, where: Mapping[str, str] | None = None) -> Iterator[Row]:
        """The rows of a derived table, equal in these columns, in a fixed order."""
        with self._reading() as connection:
            return iter(lookups.rows(connection, name, where))

    def rows_among(self, name: str, column: str, values: Iterable[str]) -> Iterator[Row]:
        """The rows of a derived table that have one of these values in a column."""
        with self._reading() as connection:
            return iter(list(lookups.rows_among(connection, name, column, values)))

    def first_of(self, name: str, where: Mapping[str, str]) -> Row | None:
        """The row that comes first by its place, of those equal in these columns."""
        with self._reading() as connection:
            return lookups.first_of(connection, name, where)

    def counted(
        self, name: str, column: str, values: Iterable[str]
    ) -> Iterator[tuple[str, str, int]]:
        """For these values of a column the different JSON beside each, and in how many rows."""
        with self._reading() as connection:
            return iter(list(lookups.counted(connection, name, column, values)))

    def widespread(self, threads: Iterable[str], kind: str, most: int) -> frozenset[str]:
        """Of the blocks that these threads hold, and that begin so, those of too many documents."""
        with self._reading() as connection:
            return lookups.widespread(connection, threads, kind, most)

    def near_holds(
        self, threads: Iterable[str], apart_from: Iterable[str], within: int
    ) -> Iterator[tuple[HeldBy, HeldBy]]:
        """Pairs of holds of one block whose days lie near: of these threads, and of others."""
        with self._reading() as connection:
            return iter(list(lookups.near_holds(connection, threads, apart_from, within)))

    def near_documents(self, document: str, within: int, least: int) -> dict[str, int]:
        """The documents of these days around one that have so much in common with it, and how much.

        Undated ones are of the day about which they lie.
        """
        with self._reading() as connection:
            return lookups.near_documents(connection, document, within, least)

    def near_at_any_time(self, document: str, least: int, *, dated: bool) -> dict[str, int]:
        """The documents of any day that have so much in common with an undated one, and how much.

        Undated ones are among them by the days about which they lie. Of a ``dated`` document those
        that are undated.
        """
        with self._reading() as connection:
            return lookups.near_at_any_time(connection, document, least, dated=dated)


def head_of(connection: Connection) -> Head:
    """The last entry of the log."""
    row = connection.execute(LAST_ENTRY).first()
    return Head() if row is None else Head(row.entry, row.digest)


def _entries(
    connection: Connection, kinds: tuple[EntryKind, ...], about: str | None, after: int
) -> list[Entry]:
    asked: dict[str, Any] = {"after": after}
    if kinds:
        asked["kinds"] = [one.value for one in kinds]
    if about is not None:
        asked["about"] = about
    wanted = _wanted(has_kinds=bool(kinds), has_about=about is not None)
    return [_entry(row) for row in connection.execute(wanted, asked)]


@cache
def _wanted(*, has_kinds: bool, has_about: bool) -> Select[Any]:
    wanted = select(LOG).where(LOG.c.entry > bindparam("after")).order_by(LOG.c.entry)
    if has_kinds:
        wanted = wanted.where(LOG.c.kind.in_(bindparam("kinds", expanding=True)))
    return wanted.where(LOG.c.about == bindparam("about")) if has_about else wanted


def _entry(row: Fetched[Any]) -> Entry:
    number, kind, *rest = tuple(row)
    return Entry(number, EntryKind(kind), *rest)
