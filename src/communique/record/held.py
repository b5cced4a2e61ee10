"""What stands behind a record: its store, and the run that reads into it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import communique
from communique.flow.run import Clock, Progress, Run
from communique.store.engine import Store

if TYPE_CHECKING:
    from communique.catalog.tables import Tables


@dataclass(frozen=True, slots=True)
class Held:
    """An open store, the shape of its derived tables, and how to read into it."""

    store: Store
    opener: Callable[[Path], Store]
    shape: str
    tables: Path | None
    clock: Clock
    progress: Progress

    def load_tables(self) -> "Tables":
        """The tables to read by, the user's own included."""
        from communique.catalog.tables import load_tables

        return load_tables() if self.tables is None else load_tables(self.tables)

    def run(self) -> Run:
        """An execution by this version of the software and these tables."""
        return Run(self.load_tables(), communique.__version__, self.clock, self.progress)

    def settle(self) -> None:
        """Complete what a process that was killed left: unread documents, then the derivation."""
        # The stages take time to load: a look into a record that is up to date needs none of them.
        from communique.flow.deriving import derive, is_derived
        from communique.flow.reading import complete

        run = self.run()
        complete(self.store, run)
        if not is_derived(self.store, run.run, self.shape):
            derive(self.store, run, self.shape)

    def look(self) -> Store:
        """The store, its derived tables brought up to date if they are not."""
        derived = self.store.derived()
        version = communique.__version__
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
