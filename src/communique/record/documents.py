"""Documents of a record: what is known of them, their texts, and their bytes as they came."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from communique.errors import NotInRecord
from communique.model.contents import DocumentEntry
from communique.record.held import Held
from communique.record.parts import entries
from communique.store.bodies import data_in, document_of
from communique.store.entries import EntryKind

T = TypeVar("T")


class Documents:
    """The documents of an open record, and the parts that all else is looked up in."""

    def __init__(self, held: Held) -> None:
        self._held = held

    def documents(self) -> Iterator[DocumentEntry]:
        """All documents, in the order of their dates."""
        return self._all("documents", DocumentEntry)

    def document(self, name: str) -> DocumentEntry:
        """The document with this id, label, file name or address; raises NotInRecord."""
        for column in ("id", "label", "name", "address"):
            for one in self._all("documents", DocumentEntry, {column: name}):
                return one
        raise NotInRecord(name, kind="document")

    def text_of(self, document: str) -> str:
        """The kept text of a document, in which all offsets count; raises NotInRecord."""
        entry = self.document(document)
        for row in self._held.look().rows("documents", {"id": entry.id}):
            return str(row["text"])
        raise NotInRecord(document, kind="document")

    def bytes_of(self, document: str) -> bytes:
        """The bytes of a document as they came; raises NotInRecord when they were purged."""
        entry = self._held.store.entry_by_key(f"document:{self.document(document).id}")
        body = None if entry is None else self._held.store.body(entry.number)
        if body is None:
            raise NotInRecord(document, kind="document")
        return data_in(body)

    def as_it_came(self, document: str) -> tuple[str, ...]:
        """The names under which a document was met, the first one first."""
        return tuple(self._names_met(self.document(document).id))

    def _names_met(self, document: str) -> Iterator[str]:
        store = self._held.store
        entries = store.entries(EntryKind.DOCUMENT, EntryKind.SIGHTING, about=document)
        bodies = (store.body(one.number) for one in entries)
        return (document_of(one)[0].name for one in bodies if one is not None)

    def state(self) -> str:
        """A digest of what the record shows now: another one after anything was added to it."""
        derived = self._held.look().derived()
        return "" if derived is None else f"{derived.head.digest[:16]}-{derived.run}"

    def _one(self, part: str, kind: type[T], name: str, columns: tuple[str, ...]) -> T:
        for column in columns:
            for one in self._all(part, kind, {column: name}):
                return one
        raise NotInRecord(name, kind=part.removesuffix("s"))

    def _all(self, part: str, kind: type[T], where: Mapping[str, str] | None = None) -> Iterator[T]:
        store, memory = self._held.look(), self._held.memory
        if memory is None or where is not None:
            return entries(store, part, kind, where)
        return iter(memory.part(self.state(), part, lambda: entries(store, part, kind)))
