"""Contacts for the tests of the scorers, between invented states."""

from typing import Any

from tests.quality.told import Told


def told(*parties: str, **other: Any) -> Told:
    """A meeting held between parties, all else as given."""
    plain: dict[str, Any] = {
        "parties": frozenset(parties),
        "names": (),
        "forms": ("meeting",),
        "statuses": ("held",),
        "dates": (),
        "spans": (),
    }
    return Told(**plain | other)
