"""What every engine that keeps a record must do; the flow and the record know nothing more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

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
    ``sort`` is one of ``date``, ``label``, ``reports``, ``origins``.
    """

    states: tuple[str, ...] = ()
    body: str | None = None
    form: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    sort: str = "date"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place found by a search: the document's id, the offsets of a line, and its words."""

    document: str
    start: int
    end: int
    words: str


class Writer(Protocol):
    """One transaction of the log: all that is added in it is kept, or nothing."""

    def head(self) -> Head:
        """The last entry, those of this transaction included."""
        ...

    def add(self, draft: Draft, *, at: datetime, author: Author) -> Entry | None:
        """Add the draft after the head; None if an entry with its key is there already."""
        ...

    def entries(self, *kinds: EntryKind, after: int = 0) -> Iterator[Entry]:
        """Entries of these kinds after a number, those of this transaction included."""
        ...

    def body_of(self, key: str) -> bytes | None:
        """The body of the entry with this key; None when there is none, or it was purged."""
        ...

    def purge(self, numbers: Iterable[int], draft: Draft, *, at: datetime, author: Author) -> Entry:
        """Empty the bodies of these entries and add the draft that says by whom and why."""
        ...

    def derive(
        self,
        derived: Derived,
        rows: Iterable[tuple[str, Sequence[Row]]],
        names: Iterable[tuple[str, str]],
    ) -> None:
        """Replace all derived rows; ``names`` are labels shown, each with its account."""
        ...


class Log(Protocol):
    """The entries of a record, to be looked through."""

    def head(self) -> Head:
        """The last entry of the log."""
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


class Store(Log, Protocol):
    """The log of a record and the tables derived from it."""

    path: Path

    def close(self) -> None:
        """Let go of the file; nothing is left beside it."""
        ...

    def writing(self) -> AbstractContextManager[Writer]:
        """One transaction in which nobody else writes."""
        ...

    def derived(self) -> Derived | None:
        """From what the derived tables were made, or None when they never were."""
        ...

    def part(self, name: str, where: Mapping[str, str] | None = None) -> Iterator[str]:
        """The entries of a part as JSON, in the order of the export, equal in these columns."""
        ...

    def rows(self, name: str, where: Mapping[str, str] | None = None) -> Iterator[Row]:
        """The rows of a derived table, equal in these columns, in a fixed order."""
        ...

    def contacts(self, wanted: Wanted) -> Iterator[str]:
        """The contacts that are wanted, as JSON."""
        ...

    def contact_named(self, name: str) -> str | None:
        """The id of the contact with this label, id or account, now or once; or None."""
        ...

    def search(self, words: str, *, limit: int) -> Iterator[Hit]:
        """Lines of documents that hold the words, the best documents first."""
        ...

    def faults(self) -> Iterator[str]:
        """What the engine itself finds wrong with its files."""
        ...

    def copy_to(self, path: Path) -> None:
        """Write the whole record to a new file."""
        ...

    def compact(self) -> None:
        """Give back room and leave no trace of emptied bodies in the file."""
        ...
