"""A permanent record of contacts between states, in which everything leads to its words."""

from typing import TYPE_CHECKING, Any

from communique.errors import CommuniqueError
from communique.version import __version__

if TYPE_CHECKING:
    from communique.record import Record, open_record

__all__ = ["CommuniqueError", "Record", "__version__", "open_record"]


def __getattr__(name: str) -> Any:
    # The record brings its engine and its reader with it: loaded when one is asked for.
    if name in ("Record", "open_record"):
        from communique import record

        return getattr(record, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
