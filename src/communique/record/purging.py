"""What has to be emptied when a document is purged: all entries that may hold its words."""

from collections.abc import Iterable, Iterator

from communique.errors import NotInRecord
from communique.model.documents import Document
from communique.store.bodies import BodyUnreadable, document_of, reading_of
from communique.store.decisions import judgement_of
from communique.store.engine import Store, Writer
from communique.store.entries import Entry, EntryKind
from communique.store.shelves import Row

NAMED_AFTER_CLAIMS = "uh"
"""The first letters of ids made from the digits of a first claim: undertakings, channels."""
_TELLING = (EntryKind.DOCUMENT, EntryKind.SIGHTING)


def document_to_purge(store: Store, name: str) -> str:
    """The id of the document with this id, label, file name or address, also a withdrawn one.

    Reads the log, and the derived tables as they are. Raises NotInRecord.
    """
    if store.entry_by_key(f"document:{name}") is not None:
        return name
    for column in ("label", "name", "address"):
        for row in _shown(store, column, name):
            return str(row["id"])
    for about, document in _met(store):
        if name in (document.name, document.name.rpartition(".")[0], document.address):
            return about
    raise NotInRecord(name, kind="document")


def names_of(store: Store, document: str) -> frozenset[str]:
    """Its id and the words by which people named it in notes: label, file names, addresses."""
    labels = {str(row["label"]) for row in _shown(store, "id", document)}
    met = {one for about, told in _met(store, document) for one in (told.name, told.address) if one}
    return frozenset({document} | labels | met)


def _shown(store: Store, column: str, value: str) -> Iterator[Row]:
    """The rows of the documents shown last; none where nothing was ever derived."""
    return iter(()) if store.derived() is None else store.rows("documents", {column: value})


def _met(store: Store, about: str | None = None) -> Iterator[tuple[str, Document]]:
    for entry in store.entries(*_TELLING, about=about):
        body = store.body(entry.number)
        if body is not None:
            yield entry.about, document_of(body)[0]


def entries_to_purge(writer: Writer, names: Iterable[str]) -> Iterator[Entry]:
    """The entries that still have a body and are about these names, or about what was read there.

    Notes, corrections, judgements and withdrawals are among them, and withdrawals of those: their
    reasons may quote the text. Judgements count by any of their subjects.
    """
    named = set(names)
    for entry in writer.entries():
        if entry.kind in (EntryKind.PURGE, EntryKind.TABLES, EntryKind.REFUSAL):
            continue
        subjects = {entry.about}
        if entry.kind is EntryKind.JUDGEMENT:
            subjects.update(_subjects(entry, writer.body_of(entry.key)))
        if not subjects & named:
            continue
        named.add(entry.key)
        body = writer.body_of(entry.key)
        if body is None:
            continue
        if entry.kind is EntryKind.READING:
            named.update(_things_read(body))
        yield entry


def _subjects(entry: Entry, body: bytes | None) -> tuple[str, ...]:
    try:
        return () if body is None else judgement_of(entry, body).subjects
    except (BodyUnreadable, KeyError, TypeError):
        return ()


def _things_read(body: bytes) -> Iterator[str]:
    """The ids of the accounts and claims of a reading, and of what is named after its claims."""
    try:
        reading = reading_of(body).reading
    except (BodyUnreadable, KeyError, TypeError, ValueError):
        return
    if reading is None:
        return
    for account in reading.accounts:
        yield account.id
    for claim in reading.claims:
        yield claim.id
        for kind in NAMED_AFTER_CLAIMS:
            yield f"{kind}-{claim.id[2:]}"
