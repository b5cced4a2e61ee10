"""Record: what users hold."""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from communique.flow.run import Extent
from communique.record.keeping import Keeping
from communique.store.past import all_effective, decisions_of

if TYPE_CHECKING:
    from communique.catalog.tables import Tables
    from communique.flow.reading import Summary
    from communique.intake.values import Options


class Record(Keeping):
    """A record in use: read into it, look into it, decide on it; close it when done.

    >>> with open_record("communique.db") as record:  # doctest: +SKIP
    ...     record.read(["reports/"])
    ...     for contact in record.contacts(dyad=("IND", "RUS")):
    ...         print(contact.label)
    """

    def __enter__(self) -> "Record":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file of the record."""
        return self._held.store.path

    def close(self) -> None:
        """Let go of the file."""
        self._held.store.close()

    def read(
        self,
        paths: Iterable[Path | str],
        options: "Options | None" = None,
        *,
        whole: bool = False,
    ) -> "Summary":
        """Take in the documents under these paths, read them, and derive what follows.

        A path is a file, a folder, a pattern, or ``-`` for standard input. What is there already
        changes nothing. An interruption keeps what was read. Texts without a sign of a contact are
        kept and passed over; with ``whole`` they are read too.
        """
        from communique.flow.reading import read
        from communique.intake.values import Options

        summary = read(
            self._held.store, paths, options or Options(), self._held.begin(_extent(whole=whole))
        )
        self._held.settle()
        return summary

    def read_bytes(
        self,
        files: Iterable[tuple[str, bytes]],
        options: "Options | None" = None,
        *,
        whole: bool = False,
    ) -> "Summary":
        """Take in bytes, each with the name of the file that they came as; see ``read``."""
        from communique.flow.reading import read_bytes
        from communique.intake.values import Options

        run = self._held.begin(_extent(whole=whole))
        summary = read_bytes(self._held.store, files, options or Options(), run)
        self._held.settle()
        return summary

    def tables(self) -> "Tables":
        """The states, bodies, office-holders and outlets by which it is read."""
        return self._held.run().tables

    def read_again(self, *, whole: bool = False) -> tuple[str, ...]:
        """Read all documents again by this version and these tables; returns their ids.

        ``whole`` as in ``read``.
        """
        from communique.flow.reading import read_again

        store = self._held.store
        standing = all_effective(store, decisions_of(store))
        documents = read_again(store, standing, self._held.begin(_extent(whole=whole)))
        self._held.settle()
        return documents


def _extent(*, whole: bool) -> Extent:
    return Extent.WHOLE if whole else Extent.CONTACTS
