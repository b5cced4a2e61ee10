"""What came into a record after a point of its log: documents, and decisions of people."""

from dataclasses import dataclass

from communique.record.record import Record
from communique.store.entries import EntryKind
from communique.store.past import TOLD

DECIDED = (EntryKind.JUDGEMENT, EntryKind.CORRECTION, EntryKind.WITHDRAWAL, EntryKind.NOTE)
"""Entries that people make."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came in after an entry of the log: the ids of documents, and how many decisions."""

    documents: tuple[str, ...]
    decisions: int


def arrived_since(kept: Record, position: int) -> Arrived:
    """What came in after the entry of this number."""
    entries = kept.entries_since(position)
    return Arrived(
        documents=tuple(one.about for one in entries if one.kind is EntryKind.DOCUMENT),
        decisions=sum(one.kind in DECIDED for one in entries),
    )


def changed_since(kept: Record, position: int) -> int:
    """Of how many documents something was told, or read anew, after the entry of this number.

    All where something was purged since: what stood then is derived from nothing.
    """
    entries = kept.entries_since(position)
    if any(one.kind is EntryKind.PURGE for one in entries):
        return sum(1 for _ in kept.documents())
    return len({one.about for one in entries if one.kind in TOLD})
