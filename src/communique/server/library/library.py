"""The record that a server shows: opened for each request, its names remembered in between."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from communique.errors import NotPossible
from communique.record import Record, open_record
from communique.record.arriving import changed_since
from communique.record.choosing import named_part
from communique.record.memory import Memory
from communique.store.sqlite import Settings
from communique.text.digests import digest_of
from communique.views.naming import Naming

COMPARED = 500
"""Documents that are derived as they stood before, at most, while somebody waits."""
LOOKING = Settings(is_read_only=True)
"""A request never writes, and waits for nobody's reading: it shows what was derived last."""


@dataclass(frozen=True)
class Kept:
    """A record in use by one request, and the names of all that it holds."""

    record: Record
    library: "Library"

    @cached_property
    def naming(self) -> Naming:
        """The names of actors, documents, originals and undertakings."""
        return self.library.naming(self.record)


class Library:
    """Opens the record of one file, and remembers its names until it changes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._memory = Memory()

    @property
    def name(self) -> str:
        """The name of the file, without its folder."""
        return self._path.name

    @cached_property
    def mark(self) -> str:
        """What tells this record's cookies from those of others on the same machine."""
        return digest_of(str(self._path.resolve()).encode())[:8]

    @contextmanager
    def opened(self) -> Iterator[Kept]:
        """The record for one request; raises RecordError when it cannot be used."""
        memory = self._memory
        with open_record(self._path, create=False, settings=LOOKING, memory=memory) as record:
            yield Kept(record, self)

    def naming(self, record: Record) -> Naming:
        """The names of all that the record holds, read anew once it shows something else."""
        known: Naming
        [known] = self._memory.part(record.state(), "naming", lambda: (Naming(named_part(record)),))
        return known


def check_since(kept: Kept, asked: str) -> None:
    """Raise NotPossible where too much has changed since to be worked out."""
    told = changed_since(kept.record, kept.record.position_at(asked))
    if told > COMPARED:
        raise NotPossible(
            f"{told} documents have changed since, too many to be compared here (at most "
            f"{COMPARED}): ask on the command line, communique changes --since {asked}"
        )


def check_size(kept: Kept, asked: str) -> None:
    """Raise NotPossible where a record is too large to be worked out as it stood before."""
    held = len(kept.naming.contents.documents)
    if held > COMPARED:
        raise NotPossible(
            f"{held} documents are too many to be compared here (at most {COMPARED}): "
            f"ask on the command line, communique changes --since {asked}"
        )
