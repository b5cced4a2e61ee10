"""Whether a log is whole: the chain of its entries, the digests of their bodies, their passages."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.errors import RecordDamaged
from communique.model.documents import Document
from communique.model.passages import Passage
from communique.store.bodies import BodyUnreadable
from communique.store.decisions import Purge, purge_of
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
    """Bodies that are missing without a purge, left by one, or do not have their digest."""
    purges = tuple(_purges(store))
    purged = {number for _, one in purges for number in one.entries}
    emptied = {one.document: number for number, one in purges if one.entries}
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
        if body is not None and _should_be_empty(entry, emptied):
            words = f"the body of {named} is about a purged document, {entry.about}"
            yield Fault("body-not-purged", f"{words}: purge it again")


_WORDS = (EntryKind.DOCUMENT, EntryKind.SIGHTING, EntryKind.READING, EntryKind.CORRECTION)
"""Entries that hold words of a document, or are of no use without it."""


def _should_be_empty(entry: Entry, emptied: Mapping[str, int]) -> bool:
    """Whether a purge should have emptied the entry; what people wrote after it may stay."""
    last = emptied.get(entry.about)
    if last is None or entry.kind is EntryKind.PURGE:
        return False
    return entry.kind in _WORDS or entry.number < last


def _purges(store: Store) -> Iterator[tuple[int, Purge]]:
    for entry in store.entries(EntryKind.PURGE):
        try:
            body = store.body(entry.number)
            if body is not None:
                yield entry.number, purge_of(entry, body)
        except (RecordDamaged, BodyUnreadable, KeyError, TypeError):
            continue


def passage_faults(document: Document, passages: Iterable[Passage]) -> Iterator[Fault]:
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
