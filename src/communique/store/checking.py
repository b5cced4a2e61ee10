"""Whether a log is whole: the chain of its entries, the digests of their bodies, their passages."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from communique.errors import RecordDamaged
from communique.model.documents import Document
from communique.model.passages import Passage
from communique.model.readings import Reading
from communique.store.bodies import BodyUnreadable
from communique.store.decisions import purge_of
from communique.store.engine import Store
from communique.store.entries import Entry, EntryKind, Head, digest_of_entry
from communique.text.digests import digest_of


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the record that is not as it must be: a code, and words that say what."""

    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.message} ({self.code})"


def chain_faults(entries: Iterator[Entry]) -> Iterator[Fault]:
    """Entries that are missing, changed, or not chained to the one before."""
    head = Head()
    for entry in entries:
        named = f"entry {entry.number} ({entry.kind.value})"
        if entry.number != head.number + 1:
            yield Fault("entry-missing", f"{named} follows entry {head.number}: some are missing")
        if entry.previous != head.digest:
            yield Fault("chain-broken", f"{named} does not carry the digest of the entry before")
        if digest_of_entry(entry) != entry.digest:
            yield Fault("entry-changed", f"{named} does not have its own digest: it was changed")
        head = Head(entry.number, entry.digest)


def cut_faults(store: Store) -> Iterator[Fault]:
    """Whether the log is shorter than it was when the tables were last derived from it."""
    derived = store.derived()
    if derived is None or derived.head.number == 0:
        return
    found = {one.digest for one in store.entries(after=derived.head.number - 1)}
    if derived.head.digest not in found:
        yield Fault("entry-missing", f"entry {derived.head.number} is missing or replaced")


def body_faults(store: Store) -> Iterator[Fault]:
    """Bodies that are missing without a purge, or do not have their digest."""
    purged = _purged(store)
    for entry in store.entries():
        named = f"entry {entry.number} ({entry.kind.value})"
        try:
            body = store.body(entry.number)
        except RecordDamaged:
            yield Fault("body-changed", f"the body of {named} cannot be unpacked")
            continue
        if body is None and entry.number not in purged:
            yield Fault("body-missing", f"the body of {named} is gone, and no purge says so")
        elif body is not None and digest_of(body) != entry.body_digest:
            yield Fault("body-changed", f"the body of {named} does not have its digest")


def _purged(store: Store) -> frozenset[int]:
    numbers: set[int] = set()
    for entry in store.entries(EntryKind.PURGE):
        try:
            body = store.body(entry.number)
        except RecordDamaged:
            continue
        if body is not None:
            numbers.update(_entries_of(entry, body))
    return frozenset(numbers)


def _entries_of(entry: Entry, body: bytes) -> tuple[int, ...]:
    try:
        return purge_of(entry, body).entries
    except (BodyUnreadable, KeyError, TypeError):
        return ()


def passage_faults(
    document: Document, reading: Reading, passages: Iterator[Passage]
) -> Iterator[Fault]:
    """Passages of a reading that are not the words at their place in the document."""
    for one in passages:
        if one.document == document.id and document.text[one.start : one.end] != one.exact:
            place = f"{document.name} [{one.start}:{one.end}]"
            yield Fault("passage-differs", f"the words at {place} are not those of the reading")


def row_faults(name: str, kept: Mapping[str, int], fresh: Mapping[str, int]) -> Iterator[Fault]:
    """How the rows of a derived table differ from those of a fresh derivation."""
    gone = sum((Counter(fresh) - Counter(kept)).values())
    more = sum((Counter(kept) - Counter(fresh)).values())
    if gone or more:
        words = f"{gone} rows missing or changed, {more} that a fresh derivation does not give"
        yield Fault("table-differs", f"the table {name} does not follow from the log: {words}")
