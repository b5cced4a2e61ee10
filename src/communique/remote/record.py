"""A record that is served elsewhere: it answers as one in a file does."""

from base64 import b64encode
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from communique.errors import NoRecordThere, NotInRecord, NotPossible, OtherSchema
from communique.model.codec import NotReadable, from_json
from communique.model.contents import (
    SCHEMA,
    ClaimEntry,
    Contact,
    Contents,
    Judgement,
)
from communique.model.decisions import Decision
from communique.model.passages import Passage
from communique.model.vocabulary import Openness, SameOrNot
from communique.record import Record
from communique.record.answers import Called, Changes, RecordState
from communique.record.looking import MOST_HITS, Why
from communique.remote.wire import Wire
from communique.store.decisions import Note, Purge, Withdrawal
from communique.store.effective import Correction
from communique.store.engine import Wanted
from communique.store.entries import Entry
from communique.views.changes import Changed

if TYPE_CHECKING:
    from communique.flow.reading import Summary
    from communique.intake.about import About
    from communique.intake.values import Options, Refused, Taken

T = TypeVar("T")
A_PAGE = 500
"""Entries that are asked for at once."""
ATTEMPTS = 5
"""How often a list is begun anew because the record changed meanwhile."""
A_THOUSAND = 1000
"""Passages that a server gives at most."""
LISTED_BY = {"contact", "document"}
"""By what the server narrows a list."""


class RemoteRecord(Record):
    """A record over HTTP, with the questions of one in a file.

    Lists are whole: where the record changes while one is given page by page, it is begun anew.
    What is entered stands under the name by which the server knows who asks, whatever ``author``
    says. What needs the file raises NotPossible: verify, rebuild, backup, purge.
    """

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        try:
            state = self._state()
        except NotInRecord as error:
            raise NoRecordThere(wire.address, f"another version ({error})") from error
        if state.schema != SCHEMA:
            raise OtherSchema(wire.address, met=state.schema, known=SCHEMA)

    def __getattr__(self, name: str) -> Any:
        # What a file has and a server does not: reached by what cannot be done over HTTP.
        if name == "_held":
            raise NotPossible(
                f"this cannot be done over HTTP with {self._wire.address}: do it on the machine "
                "where the file of the record is"
            )
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    @property
    def address(self) -> str:
        """Where the record is served, without name and password."""
        return self._wire.address

    def close(self) -> None:
        """Forget what the server gave."""
        self._wire.close()

    def label_of(self, name: str) -> str:
        """How a contact or document is called; see ``Record``."""
        return self._one_at(Called, "called", name).label

    def labels_of(self, ids: Iterable[str]) -> dict[str, str]:
        """How the contacts and documents with these ids are called; see ``label_of``."""
        return {one: self.label_of(one) for one in ids}

    def text_of(self, document: str) -> str:
        """The kept text of a document, in which all offsets count; raises NotInRecord."""
        return self._wire.got("documents", document, "text").decode()

    def bytes_of(self, document: str) -> bytes:
        """The bytes of a document as they came; raises NotInRecord when they were purged."""
        return self._wire.got("documents", document, "bytes")

    def as_it_came(self, document: str) -> tuple[str, ...]:
        """The names under which a document was met, the first one first."""
        return self._one_at(Called, "called", self.document(document).id).names

    def _contacts(self, asked: Wanted) -> Iterator[Contact]:
        pair = asked.states[-2:] if len(asked.states) > 1 else ()
        alone = asked.states[: len(asked.states) - len(pair)]
        found = self._listed(
            "contacts",
            Contact,
            None if asked.limit is None else asked.skip + asked.limit,
            state=alone[0] if alone else None,
            dyad=",".join(pair) or None,
            body=asked.body,
            form=asked.form,
            status=asked.status,
            since=asked.since,
            until=asked.until,
            sort=asked.sort,
        )
        wanted = islice(found, asked.skip, None)
        return (replace(one, points=()) for one in wanted) if asked.brief else wanted

    def _documents_of(self, asked: Wanted) -> frozenset[str]:
        told = self._contacts(asked)
        return frozenset(one.document for contact in told for one in contact.accounts)

    def contacts_of(self, documents: Iterable[str]) -> Iterator[Contact]:
        """The contacts of which these documents, named by id, tell; each once, by id."""
        named = frozenset(documents)
        told = (one for one in self.contacts() if named & {each.document for each in one.accounts})
        return iter(sorted(told, key=lambda one: one.id))

    def contact(self, name: str) -> Contact:
        """The contact with this label, id or account, also one that it once had."""
        return self._one_at(Contact, "contacts", name)

    def claims(
        self,
        *,
        contact: str | None = None,
        document: str | None = None,
        limit: int | None = None,
        skip: int = 0,
    ) -> Iterator[ClaimEntry]:
        """All claims, or those on one contact, in one document, or both; see ``Record``."""
        end = None if limit is None else skip + limit
        found = self._listed("claims", ClaimEntry, end, contact=contact, document=document)
        return islice(found, skip, None)

    def remarks(self) -> Iterator[ClaimEntry]:
        """What sides said that belongs to no contact at hand."""
        return self._listed("remarks", ClaimEntry)

    def search(
        self, words: str, *, limit: int = MOST_HITS, among: Container[str] | None = None
    ) -> Iterator[Passage]:
        """Lines of documents that hold all the words; a thousand are looked through at most."""
        if not words:
            return iter(())
        of = None if among is None else A_THOUSAND
        hits = self._listed("passages", Passage, of or limit, q=words)
        return islice((one for one in hits if among is None or one.document in among), limit)

    def contents(self) -> Contents:
        """Everything that the record holds, as one value."""
        return self._one_at(Contents, "contents")

    def contents_at(self, position: int) -> Contents:
        """Everything that the record held when that entry was its last; see ``Record``."""
        return self._one_at(Contents, "contents", at=position)

    def part(self, contact: str) -> Contents:
        """The part of the record that belongs to one contact."""
        return self._one_at(Contents, "contacts", contact, "contents")

    def changes(self, since: str) -> tuple[Changed, ...]:
        """What the record shows otherwise than it did then; see ``Record``."""
        return self._one_at(Changes, "changes", since=since).changes

    def why(self, asked: str) -> Why:
        """The claims that a thing rests on; see ``Record``."""
        return self._one_at(Why, "why", asked=asked)

    def point_named(self, name: str) -> str | None:
        """The id of a point by its id or as ``LABEL#words of it``; see ``Record``."""
        if "#" in name:
            return super().point_named(name)
        known = (point.id for contact in self.contacts() for point in contact.points)
        return name if name in known else None

    def position(self) -> int:
        """The number of the last entry of the log: how far the record has come."""
        return self._state().position

    def state(self) -> str:
        """A digest of what the record shows now: another one after anything was added to it."""
        return self._state().state

    def entries_since(self, position: int) -> tuple[Entry, ...]:
        """The entries of the log after the one of this number, in their order."""
        return tuple(self._listed("entries", Entry, after=position))

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that were not withdrawn."""
        return tuple(self._listed("judgements", Judgement))

    def decisions(self) -> tuple[Decision, ...]:
        """All that people decided, in its order, and what became of each."""
        return tuple(self._listed("decisions", Decision))

    def notes(self, about: str | None = None) -> tuple[Note, ...]:
        """The notes that were not withdrawn, all or those about one thing, by label or id."""
        return tuple(self._listed("notes", Note, about=about))

    def purges(self) -> tuple[Purge, ...]:
        """What was purged: which entries, by whom, when and why."""
        return tuple(self._listed("purges", Purge))

    def _state(self) -> RecordState:
        return self._one_at(RecordState, "record")

    def _all(self, part: str, kind: type[T], where: Mapping[str, str] | None = None) -> Iterator[T]:
        asked = dict(where or {})
        if asked.keys() <= LISTED_BY:
            return self._listed(part, kind, None, **asked)
        # The server looks for a name under all that a thing may be called.
        return self._named(part, kind, asked["id"]) if "id" in asked else iter(())

    def _named(self, part: str, kind: type[T], name: str) -> Iterator[T]:
        try:
            yield self._one_at(kind, part, name)
        except NotInRecord:
            return

    def _one_at(self, kind: type[T], *path: str, **asked: str | int | None) -> T:
        return self._value(kind, self._wire.data(*path, **asked))

    def _listed(
        self, part: str, kind: type[T], limit: int | None = None, **asked: str | int | None
    ) -> Iterator[T]:
        """The entries of a list, ``limit`` of them if it is given."""
        return (self._value(kind, one) for one in self._pages(part, limit, asked))

    def _pages(self, part: str, limit: int | None, asked: Mapping[str, Any]) -> list[Any]:
        told: list[Any] = []
        cursor, left = None, ATTEMPTS
        while limit is None or len(told) < limit:
            try:
                page = self._wire.data(part, cursor=cursor, limit=A_PAGE, **asked)
            except NotPossible:
                if cursor is None or not left:
                    raise
                told, cursor, left = [], None, left - 1
                continue
            told += self._in_page(page, part)
            cursor = page.get("next")
            if cursor is None:
                break
        return told[:limit]

    def _in_page(self, page: Any, part: str) -> list[Any]:
        if not isinstance(page, dict) or not isinstance(page.get(part), list):
            raise NoRecordThere(self.address, f"an answer without {part}")
        return list(page[part])

    def _value(self, kind: type[T], data: Any) -> T:
        try:
            return from_json(data, kind)
        except NotReadable as error:
            raise NoRecordThere(self.address, f"an answer of another shape ({error})") from error

    def read(
        self, paths: Iterable[Path | str], options: "Options | None" = None, *, whole: bool = False
    ) -> "Summary":
        """Take in the documents under these paths here, and let the server read them.

        What lies beside a document in a file of its own is not sent. See ``Record``.
        """
        from communique.intake.taking import take_in

        return self._sent(take_in(paths, options), options, whole=whole)

    def read_bytes(
        self,
        files: Iterable[tuple[str, bytes]],
        options: "Options | None" = None,
        *,
        whole: bool = False,
    ) -> "Summary":
        """Let the server read bytes, each with the name of the file that they came as."""
        from communique.intake.taking import documents_from_bytes

        taken = (one for name, data in files for one in documents_from_bytes(data, name, options))
        return self._sent(taken, options, whole=whole)

    def _sent(
        self, taken: "Iterable[Taken | Refused]", options: "Options | None", *, whole: bool
    ) -> "Summary":
        from communique.flow.reading import Summary
        from communique.intake.values import Options, Refused

        if whole:
            raise NotPossible("texts without a sign of a contact are not read over HTTP")
        about = (options or Options()).about
        new: list[str] = []
        known: list[str] = []
        refused: list[Refused] = []
        for one in taken:
            if isinstance(one, Refused):
                refused.append(one)
                continue
            try:
                told = self._wire.post("documents", _document(one, about))
            except NotPossible as error:
                refused.append(Refused(one.document.name, "not-taken", str(error)))
                continue
            new += told["taken"]
            known += told["known"]
        return Summary(tuple(new), tuple(known), (), (), tuple(new), tuple(refused))

    def decide(
        self, subjects: Iterable[str], verdict: str, *, reason: str, author: str
    ) -> Judgement:
        """Enter a verdict under the name by which the server knows who asks; see ``Record``."""
        given = {"subjects": list(subjects), "verdict": verdict, "reason": reason}
        return self._value(Judgement, self._wire.post("judgements", given))

    def close_undertaking(
        self, undertaking: str, *, by: str, reason: str, author: str
    ) -> Judgement:
        """Enter that an undertaking was met by a contact or a document; see ``Record``."""
        return self.decide((undertaking, by), Openness.CLOSED, reason=reason, author=author)

    def score_undertaking(
        self, undertaking: str, score: str, *, reason: str, author: str
    ) -> Judgement:
        """Enter how far an undertaking was complied with; see ``Record``."""
        return self.decide((undertaking,), score, reason=reason, author=author)

    def correct(
        self, about: str, field: str, value: str | None, *, reason: str, author: str
    ) -> Correction:
        """Correct what is held of a document beside its text, or what was read; see ``Record``."""
        given = {"about": about, "field": field, "value": value, "reason": reason}
        return self._value(Correction, self._wire.post("corrections", given))

    def withdraw(self, about: str, *, reason: str, author: str) -> Withdrawal:
        """Enter that a document or decision no longer counts; see ``Record``."""
        given = {"about": about, "reason": reason}
        return self._value(Withdrawal, self._wire.post("withdrawals", given))

    def note(self, about: str, words: str, *, author: str) -> Note:
        """Write a note about anything in the record; see ``Record``."""
        given = {"about": about, "words": words}
        return self._value(Note, self._wire.post("notes", given))

    def _judge_things(
        self, things: Iterable[str], verdict: SameOrNot, reason: str, author: str
    ) -> Judgement:
        return self.decide(things, verdict, reason=reason, author=author)


def _document(taken: "Taken", about: "About") -> dict[str, Any]:
    """A document as it is sent, with what a user says of it."""
    said = {"outlet": about.outlet, "date": about.date, "kind": about.kind, "side": about.side}
    sent = {"name": taken.document.name, "base64": b64encode(taken.data).decode()}
    return sent | {name: value for name, value in said.items() if value is not None}
