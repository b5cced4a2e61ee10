"""Everything the log holds that counts today, worked out from its entries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from communique.model.contents import Judgement
from communique.model.documents import Document
from communique.model.readings import Problem, Reading
from communique.store.bodies import KeptReading, digest_of_document, document_of, reading_of
from communique.store.decisions import (
    Note,
    Purge,
    Refusal,
    Withdrawal,
    correction_of,
    judgement_of,
    note_of,
    purge_of,
    refusal_of,
    withdrawal_of,
    withdrawn,
)
from communique.store.effective import Correction, Sighting, canonical_sighting, corrected
from communique.store.engine import Log
from communique.store.entries import Entry, EntryKind


@dataclass(frozen=True, slots=True)
class Effective:
    """A document as it stands, what could not be read of its bytes, and when it first came.

    ``under`` is the digest that a reading of it as it stands carries; ``first`` the number of its
    first entry.
    """

    document: Document
    problems: tuple[Problem, ...]
    under: str
    first: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided and did not withdraw, in the order in which they did."""

    judgements: tuple[Judgement, ...]
    corrections: Mapping[str, tuple[Correction, ...]]
    notes: tuple[Note, ...]
    gone: frozenset[str]


def decisions_of(store: Log) -> Decisions:
    """What people decided, withdrawals applied."""
    gone = withdrawn(withdrawal_of(*one) for one in _held(store, EntryKind.WITHDRAWAL))
    corrections: dict[str, list[Correction]] = {}
    for entry, body in _held(store, EntryKind.CORRECTION):
        if entry.key not in gone:
            corrections.setdefault(entry.about, []).append(correction_of(entry, body))
    judgements = (judgement_of(*one) for one in _held(store, EntryKind.JUDGEMENT))
    notes = (note_of(*one) for one in _held(store, EntryKind.NOTE))
    return Decisions(
        judgements=tuple(one for one in judgements if one.id not in gone),
        corrections={about: tuple(listed) for about, listed in corrections.items()},
        notes=tuple(one for one in notes if one.id not in gone),
        gone=gone,
    )


def withdrawals_of(store: Log) -> tuple[Withdrawal, ...]:
    """All withdrawals, in their order."""
    return tuple(withdrawal_of(*one) for one in _held(store, EntryKind.WITHDRAWAL))


def purges_of(store: Log) -> tuple[Purge, ...]:
    """All purges, in their order."""
    listed = (purge_of(*one) for one in _held(store, EntryKind.PURGE))
    return tuple(one for one in listed if one.entries)


def refusals_of(store: Log) -> tuple[Refusal, ...]:
    """What was refused, each once."""
    return tuple(refusal_of(body) for _, body in _held(store, EntryKind.REFUSAL))


def effective_of(store: Log, decisions: Decisions, document: str) -> Effective | None:
    """The document as it stands; None when it is unknown, purged or withdrawn."""
    entries = store.entries(EntryKind.DOCUMENT, EntryKind.SIGHTING, about=document)
    return standing_of(store, decisions, list(entries))


def all_effective(store: Log, decisions: Decisions) -> Iterator[Effective]:
    """All documents as they stand, purged and withdrawn ones left out."""
    told = by_document(store.entries(EntryKind.DOCUMENT, EntryKind.SIGHTING))
    single = {one[0].number: one[0] for one in told.values() if len(one) == 1}
    for number, body in store.bodies(single):
        one = _standing(decisions, [single[number]], [body])
        if one is not None:
            yield one
    for entries in told.values():
        if len(entries) > 1:
            one = standing_of(store, decisions, entries)
            if one is not None:
                yield one


def by_document(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries about each document, in their order."""
    found: dict[str, list[Entry]] = {}
    for one in entries:
        found.setdefault(one.about, []).append(one)
    return found


def standing_of(store: Log, decisions: Decisions, entries: list[Entry]) -> Effective | None:
    """The document of which these entries tell as it stands; None when it does not."""
    if not entries:
        return None
    return _standing(decisions, entries, [store.body(entry.number) for entry in entries])


def _standing(
    decisions: Decisions, entries: list[Entry], bodies: list[bytes | None]
) -> Effective | None:
    about = entries[0].about
    sightings = [Sighting(*document_of(body)) for body in bodies if body is not None]
    if about in decisions.gone or not sightings:
        return None
    met = canonical_sighting(sightings)
    document = corrected(met.document, decisions.corrections.get(about, ()))
    return Effective(document, met.problems, digest_of_document(document), entries[0].number)


def readings_about(store: Log, document: str) -> Iterator[tuple[Entry, KeptReading]]:
    """The readings of a document that are kept, in their order."""
    for entry in store.entries(EntryKind.READING, about=document):
        body = store.body(entry.number)
        if body is not None:
            yield entry, reading_of(body)


def reading_as_it_stands(store: Log, one: Effective) -> Reading | None:
    """The latest reading of the document as it stands, or None."""
    return reading_among(store, one, store.entries(EntryKind.READING, about=one.document.id))


def reading_among(store: Log, one: Effective, entries: Iterable[Entry]) -> Reading | None:
    """Of the readings in these entries the latest of the document as it stands, or None."""
    for entry in reversed(list(entries)):
        body = store.body(entry.number)
        kept = None if body is None else reading_of(body)
        if kept is not None and kept.under == one.under:
            return _whole(store, kept)
    return None


def _whole(store: Log, kept: KeptReading) -> Reading | None:
    if kept.equals is None:
        return kept.reading
    body = store.body(kept.equals)
    first = None if body is None else reading_of(body).reading
    return None if first is None else replace(first, run=kept.run)


def unread(store: Log, decisions: Decisions, after: int = 0) -> Iterator[Effective]:
    """The documents that have no reading as they stand: what a process that was killed left.

    Looked at are those of which something was told after an entry.
    """
    told: dict[str, int] = {}
    read: dict[str, int] = {}
    for entry in store.entries(*TOLD, after=after):
        if entry.kind is EntryKind.READING:
            read[entry.about] = entry.number
        else:
            told.update(dict.fromkeys(told_by(store, entry), entry.number))
    for about, number in told.items():
        if read.get(about, 0) > number:
            continue
        one = effective_of(store, decisions, about)
        if one is not None and reading_as_it_stands(store, one) is None:
            yield one


TELLING = (EntryKind.DOCUMENT, EntryKind.SIGHTING, EntryKind.CORRECTION, EntryKind.WITHDRAWAL)
"""Entries that tell of documents what bears on how they stand."""
TOLD = (*TELLING, EntryKind.READING)
"""These, and those that say what was read in documents."""


def told_by(store: Log, entry: Entry) -> tuple[str, ...]:
    """The documents of which an entry tells: its own, or those that a withdrawal may change."""
    if entry.kind is not EntryKind.WITHDRAWAL:
        return (entry.about,)
    target = store.entry_by_key(entry.about)
    if target is not None and target.kind is EntryKind.CORRECTION:
        return (target.about,)
    if target is not None and target.kind is EntryKind.WITHDRAWAL:
        return told_by(store, target)
    return (entry.about,) if store.entry_by_key(f"document:{entry.about}") else ()


def _held(store: Log, kind: EntryKind) -> Iterator[tuple[Entry, bytes]]:
    for entry in store.entries(kind):
        body = store.body(entry.number)
        if body is not None:
            yield entry, body
