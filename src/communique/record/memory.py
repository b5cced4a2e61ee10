"""What was read of a record once, for as long as it shows the same."""

import json
from collections.abc import Callable, Iterable
from functools import lru_cache
from threading import Lock
from typing import Any

from communique.model.codec import from_json
from communique.model.contents import Contact
from communique.views.changes import Changed

CONTACTS = 2_000
"""Contacts that are remembered: those asked for last."""


class Memory:
    """Whole parts of one record, shared by all that look at it; safe to use in several threads.

    A part is remembered under the state that the record showed, and forgotten with it.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._state = ""
        self._parts: dict[str, tuple[Any, ...]] = {}
        self._changes: tuple[tuple[str, int] | None, tuple[Changed, ...]] = (None, ())
        self.contact: Callable[[str], Contact] = lru_cache(maxsize=CONTACTS)(contact_in)
        """The contact written as this JSON."""

    def part(self, state: str, name: str, read: Callable[[], Iterable[Any]]) -> tuple[Any, ...]:
        """The entries of a part as the record shows it in this state, read where not yet known."""
        with self._lock:
            if self._state == state and name in self._parts:
                return self._parts[name]
        found = tuple(read())
        with self._lock:
            if self._state != state:
                self._state, self._parts = state, {}
            self._parts[name] = found
        return found

    def changes(
        self, state: str, position: int, find: Callable[[], tuple[Changed, ...]]
    ) -> tuple[Changed, ...]:
        """What is shown otherwise than at an entry; what was asked for last is remembered."""
        key, known = self._changes
        if key != (state, position):
            known = find()
            self._changes = ((state, position), known)
        return known


def contact_in(written: str) -> Contact:
    """The contact written as this JSON."""
    return from_json(json.loads(written), Contact)
