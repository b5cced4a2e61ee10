"""One execution: what it reads by, who it is, its clock, and whom it tells how far it is."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from communique.store.entries import Author
from communique.text.digests import digest_of

if TYPE_CHECKING:
    from communique.catalog.tables import Tables

RULES = "1"
"""The version of the rules of reading: raised when equal texts may give other claims."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a long work has come: what is being done, and how many of how many."""

    doing: str
    done: int
    of: int | None


class Extent(StrEnum):
    """How much of the documents a run reads: those that tell of a contact, or all of them whole."""

    CONTACTS = "contacts"
    WHOLE = "whole"


Progress = Callable[[Step], None]
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Run:
    """One execution: the tables it reads by, who it is, its clock, and whom it tells.

    ``extent`` is how much of the documents it reads.
    """

    tables: "Tables"
    version: str
    clock: Clock
    progress: Progress
    extent: Extent = Extent.CONTACTS

    @property
    def run(self) -> str:
        """The version of software, rules, tables, cues and model, as readings carry it."""
        return run_version(self.version, self.tables)

    @property
    def reading(self) -> str:
        """The version that readings carry: one that reads documents whole is another."""
        return self.run if self.extent is Extent.CONTACTS else self.whole

    @property
    def whole(self) -> str:
        """The version of readings of whole documents, which holds all that a first look gives."""
        return f"{self.run}.{Extent.WHOLE}"

    @property
    def author(self) -> Author:
        """The software as the author of entries."""
        return Author(f"communique {self.version}", self.run)


@cache
def language_digest() -> str:
    """A SHA-256 over the names and bytes of all language data."""
    whole = hashlib.sha256()
    for name, data in sorted(_data_under(files("communique.languages"), "")):
        whole.update(name.encode() + b"\x1f" + data)
    return whole.hexdigest()


def _data_under(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for one in folder.iterdir():
        path = f"{name}/{one.name}"
        if one.is_dir():
            yield from _data_under(one, path)
        elif one.name.endswith((".toml", ".txt")):
            yield path, one.read_bytes()


def run_version(version: str, tables: "Tables") -> str:
    """The version that a reading carries: software, and a digest of all that it reads by."""
    from communique.languages.en.parse import MODEL_DIGEST

    whole = "\x1f".join((RULES, tables.digest, language_digest(), MODEL_DIGEST))
    return f"{version}+{digest_of(whole.encode())[:12]}"


def version_of(run: Run) -> dict[str, Any]:
    """Versions and digests of software, rules, tables, cues and model, for exports."""
    from communique.languages.en.parse import MODEL_DIGEST, MODEL_VERSION, PACKAGE

    return {
        "communique": run.version,
        "run": run.run,
        "rules": RULES,
        "tables": run.tables.digest,
        "languages": language_digest(),
        "model": {"package": PACKAGE, "version": MODEL_VERSION, "digest": MODEL_DIGEST},
    }
