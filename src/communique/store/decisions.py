"""What people decided, as entries of the log and back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from communique.model.codec import from_json, to_json
from communique.model.contents import Judgement
from communique.store.bodies import canonical, loads
from communique.store.effective import Correction, ReadAs
from communique.store.entries import Draft, Entry, EntryKind
from communique.text.digests import content_id


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote about a document, contact or any other thing of the record."""

    id: str
    about: str
    words: str
    author: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A person's decision that a document or an earlier decision no longer counts."""

    id: str
    about: str
    reason: str
    author: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Purge:
    """That a document's bodies were emptied: which entries, by whom, when and why."""

    id: str
    document: str
    entries: tuple[int, ...]
    reason: str
    author: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was offered for reading and is no document to us."""

    name: str
    code: str
    message: str


def judgement(
    *, kind: str, subjects: tuple[str, ...], verdict: str, reason: str, author: str, made_at: str
) -> Judgement:
    """A judgement with the id that its content gives it."""
    made = content_id("j", kind, *subjects, verdict, reason, author, made_at)
    return Judgement(made, kind, subjects, verdict, reason, author, made_at)


def judgement_draft(one: Judgement) -> Draft:
    """The entry that keeps a judgement."""
    body = {"kind": one.kind, "subjects": list(one.subjects), "verdict": one.verdict}
    return _draft(EntryKind.JUDGEMENT, one.subjects[0], one.id, body | _by(one))


def correction_draft(one: Correction) -> Draft:
    """The entry that keeps a correction."""
    body: dict[str, Any] = {"field": one.field, "value": one.value}
    if one.claim is not None:
        body["claim"] = to_json(one.claim)
    return _draft(EntryKind.CORRECTION, one.document, one.id, body | _by(one))


def withdrawal_draft(one: Withdrawal) -> Draft:
    """The entry that keeps a withdrawal."""
    return _draft(EntryKind.WITHDRAWAL, one.about, one.id, {"about": one.about} | _by(one))


def note_draft(one: Note) -> Draft:
    """The entry that keeps a note."""
    body = {"words": one.words, "author": one.author, "made_at": one.made_at}
    return _draft(EntryKind.NOTE, one.about, one.id, body)


def purge_draft(one: Purge) -> Draft:
    """The entry that says what was purged."""
    body = {"document": one.document, "entries": list(one.entries)}
    return _draft(EntryKind.PURGE, one.document, one.id, body | _by(one))


def purge_mark(one: Purge, about: str) -> Draft:
    """The entry that lets a purge empty entries about something else than its document."""
    body = {"document": one.document, "entries": []}
    return _draft(EntryKind.PURGE, about, f"{one.id}:{about}", body | _by(one))


def refusal_draft(one: Refusal) -> Draft:
    """The entry that keeps a refusal; the same refusal again is one entry."""
    body = {"name": one.name, "code": one.code, "message": one.message}
    return _draft(EntryKind.REFUSAL, one.name, content_id("r", *body.values()), body)


def judgement_of(entry: Entry, body: bytes) -> Judgement:
    """The judgement that an entry keeps."""
    data = loads(body)
    subjects = tuple(data["subjects"])
    by = (data["reason"], data["author"], data["made_at"])
    return Judgement(entry.key, data["kind"], subjects, data["verdict"], *by)


def correction_of(entry: Entry, body: bytes) -> Correction:
    """The correction that an entry keeps."""
    data = loads(body)
    by = (data["reason"], data["author"], data["made_at"])
    read = data.get("claim")
    claim = None if read is None else from_json(read, ReadAs)
    return Correction(entry.key, entry.about, data["field"], data["value"], *by, claim)


def withdrawal_of(entry: Entry, body: bytes) -> Withdrawal:
    """The withdrawal that an entry keeps."""
    data = loads(body)
    return Withdrawal(entry.key, entry.about, data["reason"], data["author"], data["made_at"])


def note_of(entry: Entry, body: bytes) -> Note:
    """The note that an entry keeps."""
    data = loads(body)
    return Note(entry.key, entry.about, data["words"], data["author"], data["made_at"])


def purge_of(entry: Entry, body: bytes) -> Purge:
    """The purge that an entry keeps."""
    data = loads(body)
    by = (data["reason"], data["author"], data["made_at"])
    return Purge(entry.key, data["document"], tuple(data["entries"]), *by)


def refusal_of(body: bytes) -> Refusal:
    """The refusal that a body keeps."""
    data = loads(body)
    return Refusal(data["name"], data["code"], data["message"])


def withdrawn(withdrawals: Iterable[Withdrawal]) -> frozenset[str]:
    """The ids that no longer count: a withdrawal that was itself withdrawn counts no more."""
    gone: set[str] = set()
    for one in reversed(list(withdrawals)):
        if one.id not in gone:
            gone.add(one.about)
    return frozenset(gone)


def _draft(kind: EntryKind, about: str, key: str, body: dict[str, Any]) -> Draft:
    return Draft(kind, about, key, canonical(body))


def _by(one: Judgement | Correction | Withdrawal | Purge) -> dict[str, Any]:
    return {"reason": one.reason, "author": one.author, "made_at": one.made_at}
