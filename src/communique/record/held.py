"""What stands behind a record: its store, and the run that reads into it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from communique.errors import RecordBehind
from communique.flow.run import Clock, Extent, Progress, Run
from communique.model.contents import Contact
from communique.record.memory import Memory, contact_in
from communique.record.tables import keep_tables, tables_of
from communique.store.engine import Store
from communique.version import __version__


@dataclass(frozen=True, slots=True)
class Held:
    """An open store, the shape of its derived tables, and how to read into it."""

    store: Store
    opener: Callable[[Path], Store]
    shape: str
    tables: Path | None
    clock: Clock
    progress: Progress
    is_read_only: bool = False
    """Whether it shows what was derived last, and does nothing itself."""
    memory: Memory | None = None
    """What is remembered of it beyond this opening."""

    def contact_in(self, written: str) -> Contact:
        """The contact written as this JSON, read once where it is remembered."""
        return (contact_in if self.memory is None else self.memory.contact)(written)

    def run(self) -> Run:
        """An execution by this version of the software and these tables."""
        tables = tables_of(self.store, self.tables)
        return Run(tables, __version__, self.clock, self.progress)

    def begin(self, extent: Extent = Extent.CONTACTS) -> Run:
        """An execution that writes: the tables that it reads by are kept first."""
        run = replace(self.run(), extent=extent)
        keep_tables(self.store, self.tables, run.author, self.clock())
        return run

    def settle(self) -> None:
        """Complete what a process that was killed left: unread documents, then the derivation."""
        # The stages take time to load: a look into a record that is up to date needs none of them.
        from communique.flow.deriving import derive, is_derived
        from communique.flow.reading import complete

        run = self.begin()
        derived = self.store.derived()
        # What was derived from was complete: only what came after can lack a reading.
        complete(self.store, run, after=derived.head.number if derived and derived.run else 0)
        if not is_derived(self.store, run.run, self.shape):
            derive(self.store, run, self.shape)

    def look(self) -> Store:
        """The store, its derived tables brought up to date if they are not.

        Raises RecordBehind where it may only be looked at and was not derived by these rules.
        """
        derived = self.store.derived()
        if self.is_read_only:
            if derived is None or not derived.run or derived.shape != self.shape:
                raise RecordBehind(self.store.path)
            return self.store
        version = __version__
        if (
            derived is None
            or derived.head != self.store.head()
            or derived.shape != self.shape
            or derived.run.partition("+")[0] != version
        ):
            self.settle()
        return self.store

    def at(self, path: Path) -> "Held":
        """The same, over the record in another file."""
        return replace(self, store=self.opener(path))
