"""What every engine that keeps a record must do; the flow and the record know nothing more."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from communique.store.entries import Author, Draft, Entry, EntryKind, Head
from communique.store.shelves import Row


@dataclass(frozen=True, slots=True)
class Derived:
    """From what the derived tables were made: the head of the log, and the version of the rules.

    ``shape`` is a digest of the tables' columns; ``version`` the JSON object shown in exports.
    """

    head: Head
    run: str
    shape: str
    version: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which contacts to list; every field that is given must hold.

    ``states`` are codes that must all take part; ``since`` and ``until`` days, both included.
    ``sort`` is one of ``date``, ``latest`` (the same turned round), ``label``, ``reports``,
    ``origins``; of what is found ``limit`` contacts are listed (None: all), the first ``skip`` ones
    left out; ``brief`` leaves out their points, which are most of what is told of a contact.
    """

    states: tuple[str, ...] = ()
    body: str | None = None
    form: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    sort: str = "date"
    limit: int | None = None
    skip: int = 0
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A place found by a search: the document's id, the offsets of a line, and its words."""

    document: str
    start: int
    end: int
    words: str


class HeldBy(NamedTuple):
    """A row of the table of holds."""

    thread: str
    document: str
    block: str
    is_open: int
    first: int | None
    last: int | None
    give: int
    form: str | None
    words: str | None


class Log(Protocol):
    """What can be read of a record, in a transaction or outside of one."""

    def head(self) -> Head:
        """The last entry, those of this transaction included."""
        ...

    def entries(
        self, *kinds: EntryKind, about: str | None = None, after: int = 0
    ) -> Iterator[Entry]:
        """Entries in their order: of these kinds (all if none is named), about one thing."""
        ...

    def entry_by_key(self, key: str) -> Entry | None:
        """The entry with this key, or None."""
        ...

    def body(self, number: int) -> bytes | None:
        """The body of an entry, or None when it was purged."""
        ...

    def bodies(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes | None]]:
        """The bodies of these entries with their numbers, in the order of the numbers."""
        ...


class Looked(Log, Protocol):
    """The entries of a record and the tables derived from them, to be looked through."""

    def derived(self) -> Derived | None:
        """From what the derived tables were made, or None when they never were."""
        ...

    def rows(self, name: str, where: Mapping[str, str] | None = None) -> Iterator[Row]:
        """The rows of a derived table, equal in these columns, in a fixed order."""
        ...

    def rows_among(self, name: str, column: str, values: Iterable[str]) -> Iterator[Row]:
        """The rows of a derived table that have one of these values in a column."""
        ...

    def first_of(self, name: str, where: Mapping[str, str]) -> Row | None:
        """The row that comes first by its place, of those equal in these columns."""
        ...

    def counted(
        self, name: str, column: str, values: Iterable[str]
    ) -> Iterator[tuple[str, str, int]]:
        """For these values of a column the different JSON beside each, and in how many rows."""
        ...

    def widespread(self, threads: Iterable[str], kind: str, most: int) -> frozenset[str]:
        """Of the blocks that these threads hold, and that begin so, those of too many documents."""
        ...

    def near_holds(
        self, threads: Iterable[str], apart_from: Iterable[str], within: int
    ) -> Iterator[tuple[HeldBy, HeldBy]]:
        """Pairs of holds of one block whose days lie near: of these threads, and of others.

        ``apart_from`` are blocks that are left out; no more than ``within`` days lie between the
        last day of one and the first of the other, unless one is open.
        """
        ...

    def near_documents(self, document: str, within: int, least: int) -> dict[str, int]:
        """The documents of these days around one that have so much in common with it, and how much.

        Undated ones are of the day about which they lie.
        """
        ...

    def near_at_any_time(self, document: str, least: int, *, dated: bool) -> dict[str, int]:
        """The documents of any day that have so much in common with an undated one, and how much.

        Undated ones are among them by the days about which they lie. Of a ``dated`` document those
        that are undated.
        """
        ...


class Writer(Looked, Protocol):
    """One transaction of the log: all that is added in it is kept, or nothing."""

    def add(self, draft: Draft, *, at: datetime, author: Author) -> Entry | None:
        """Add the draft after the head; None if an entry with its key is there already."""
        ...

    def body_of(self, key: str) -> bytes | None:
        """The body of the entry with this key; None when there is none, or it was purged."""
        ...

    def purge(self, numbers: Iterable[int], draft: Draft, *, at: datetime, author: Author) -> Entry:
        """Empty the bodies of these entries and add the draft that says by whom and why."""
        ...

    def empty(self) -> None:
        """Drop all that is derived and make its tables anew."""
        ...

    def put(self, name: str, rows: Sequence[Row]) -> None:
        """Add rows to a derived table."""
        ...

    def drop(self, name: str, column: str, values: Iterable[str]) -> None:
        """Delete the rows of a derived table that have one of these values in a column."""
        ...

    def change(self, name: str, column: str, value: str, changed: Row) -> None:
        """Change columns of the rows of a derived table that have this value in one."""
        ...

    def mark(self, derived: Derived, names: Iterable[tuple[str, str]]) -> None:
        """Say from what the tables are derived; ``names`` are labels shown, with their accounts."""
        ...


class Store(Looked, Protocol):
    """The log of a record and the tables derived from it."""

    path: Path

    def close(self) -> None:
        """Let go of the file; nothing is left beside it."""
        ...

    def writing(self) -> AbstractContextManager[Writer]:
        """One transaction in which nobody else writes."""
        ...

    def part(
        self,
        name: str,
        where: Mapping[str, str] | None = None,
        limit: int | None = None,
        skip: int = 0,
    ) -> Iterator[str]:
        """The entries of a part as JSON, in the order of the export, equal in these columns."""
        ...

    def contacts(self, wanted: Wanted) -> Iterator[str]:
        """The contacts that are wanted, as JSON."""
        ...

    def documents_of(self, wanted: Wanted) -> Iterator[str]:
        """The ids of the documents that tell of the contacts that are wanted."""
        ...

    def contact_labels(self) -> Iterator[str]:
        """The labels of all contacts."""
        ...

    def labels_of(self, ids: Iterable[str]) -> Mapping[str, str]:
        """The labels of the contacts and documents with these ids."""
        ...

    def contact_named(self, name: str) -> str | None:
        """The id of the contact with this label, id or account, now or once; or None."""
        ...

    def search(
        self, words: str, *, limit: int, among: Container[str] | None = None
    ) -> Iterator[Hit]:
        """Lines of documents that hold the words, the best documents first."""
        ...

    def faults(self) -> Iterator[str]:
        """What the engine itself finds wrong with its files."""
        ...

    def copy_to(self, path: Path) -> None:
        """Write the whole record to a new file."""
        ...

    def scratch(self) -> AbstractContextManager["Store"]:
        """An empty store of the same engine that is gone when it is left."""
        ...

    def copied(self) -> AbstractContextManager["Store"]:
        """A copy in a temporary place that is gone when it is left."""
        ...

    def compact(self) -> None:
        """Give back room and leave no trace of emptied bodies in the file."""
        ...
