"""A record in one SQLite file."""

from communique.store.sqlite.connecting import Settings
from communique.store.sqlite.store import SqliteStore, open_store, shape_of_tables

__all__ = ["Settings", "SqliteStore", "open_store", "shape_of_tables"]
