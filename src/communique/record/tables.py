"""A user's own tables: kept in the record, so that it is always read by the same ones."""

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import CommuniqueError
from communique.store.engine import Store
from communique.store.entries import Author, Draft, EntryKind
from communique.text.digests import digest_of

if TYPE_CHECKING:
    from datetime import datetime

    from communique.catalog.tables import Tables

OWN = "own tables"
"""What the entries that keep a user's tables are about."""


def tables_of(store: Store, given: Path | None) -> "Tables":
    """The tables to read by: those given, else those that the record was last read by."""
    if given is not None:
        return _given(given, given.read_bytes())
    return _kept(kept_tables(store))


def kept_tables(store: Store) -> bytes | None:
    """The user's own tables that the record was last read by, as the bytes of their file."""
    last = None
    for entry in store.entries(EntryKind.TABLES):
        last = entry
    return None if last is None else store.body(last.number)


def keep_tables(store: Store, given: Path | None, author: Author, at: "datetime") -> None:
    """Enter the tables given, unless the record was last read by the same ones."""
    if given is None:
        return
    data = given.read_bytes()
    if data == kept_tables(store):
        return
    with store.writing() as writer:
        key = f"tables:{writer.head().number}:{digest_of(data)[:16]}"
        writer.add(Draft(EntryKind.TABLES, OWN, key, data), at=at, author=author)


def check_given(given: Path | None) -> None:
    """Raise if a file of own tables is named and is not there."""
    if given is not None and not given.is_file():
        raise CommuniqueError(f"no file of own tables at {given}: give the path of a TOML file")


@cache
def _given(path: Path, _: bytes) -> "Tables":
    from communique.catalog.tables import load_tables

    return load_tables(path)


@cache
def _kept(data: bytes | None) -> "Tables":
    from communique.catalog.tables import load_tables

    if data is None:
        return load_tables()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "own.toml"
        path.write_bytes(data)
        return load_tables(path)
