"""A permanent record of contacts between states, in which everything leads to its words."""

from typing import TYPE_CHECKING, Any

from communique.errors import CommuniqueError
from communique.version import __version__

if TYPE_CHECKING:
    from communique.record import Record
    from communique.remote import open_record

__all__ = ["CommuniqueError", "Record", "__version__", "open_record"]


def __getattr__(name: str) -> Any:
    # The record brings its engine and its reader with it: loaded when one is asked for.
    if name == "Record":
        from communique.record import Record

        return Record
    if name == "open_record":
        from communique.remote import open_record

        return open_record
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
