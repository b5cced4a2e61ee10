"""Everything that people decided in a record, each with what became of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from communique.model.contents import Judgement
from communique.model.decisions import Decision, Standing
from communique.model.vocabulary import JudgementKind
from communique.store.decisions import (
    Note,
    Purge,
    Withdrawal,
    correction_of,
    judgement_of,
    note_of,
    purge_of,
    withdrawal_of,
    withdrawn,
)
from communique.store.effective import Correction
from communique.store.engine import Log, Store
from communique.store.entries import Entry, EntryKind
from communique.store.past import withdrawals_of

Made = Judgement | Correction | Withdrawal | Note | Purge
D = TypeVar("D", Judgement, Correction, Withdrawal, Note)


def decisions_in(store: Store, in_conflict: Iterable[str]) -> tuple[Decision, ...]:
    """All decisions in the order in which they were made; ``in_conflict`` are ids of corrections.

    A judgement is overruled by a later one of its kind on the same things, a correction by a later
    one of the same field.
    """
    made = tuple(_made(store))
    gone = withdrawn(withdrawals_of(store))
    last = {_question(one): one.id for one in made if one.id not in gone}
    conflicts = frozenset(in_conflict)

    def standing(one: Made) -> Standing:
        if one.id in gone:
            return Standing.WITHDRAWN
        if last[_question(one)] != one.id:
            return Standing.OVERRULED
        return Standing.IN_CONFLICT if one.id in conflicts else Standing.STANDS

    return tuple(_decision(one, standing(one)) for one in made)


def said_before(log: Log, made: D) -> D | None:
    """The same decision of the same person, where nothing on its question came after it.

    Read is what was decided in this way about these things, and where a decision seems to be
    the same one, all withdrawals; of what closes undertakings, all judgements.
    """
    known = [one for one in _like(log, made) if isinstance(one, type(made))]
    if all(replace(one, id=made.id, made_at=made.made_at) != made for one in known):
        return None
    gone = withdrawn(withdrawals_of(log))
    before = [one for one in known if one.id not in gone]
    said = [one for one in before if replace(one, id=made.id, made_at=made.made_at) == made]
    if not said or isinstance(made, Note | Withdrawal):
        return said[-1] if said else None
    last = [one for one in before if _question(one) == _question(made)][-1]
    return last if last is said[-1] else None


def _made(store: Store) -> Iterator[Made]:
    return _read(store, store.entries(*_READ))


def _like(log: Log, made: Judgement | Correction | Withdrawal | Note) -> Iterator[Made]:
    """What was decided in the same way about the same things, in its order."""
    about: tuple[str | None, ...]
    if isinstance(made, Judgement):
        # A judgement is entered about the first of its subjects; what closes may be named first.
        is_closing = made.kind == JudgementKind.CLOSE
        kind, about = EntryKind.JUDGEMENT, (None,) if is_closing else tuple(set(made.subjects))
    elif isinstance(made, Correction):
        kind, about = EntryKind.CORRECTION, (made.document,)
    else:
        kind = EntryKind.NOTE if isinstance(made, Note) else EntryKind.WITHDRAWAL
        about = (made.about,)
    found = (entry for one in about for entry in log.entries(kind, about=one))
    return _read(log, sorted(found, key=attrgetter("number")))


def _read(log: Log, entries: Iterable[Entry]) -> Iterator[Made]:
    for entry in entries:
        body = log.body(entry.number)
        if body is not None and not _is_mark(entry):
            yield _READ[entry.kind](entry, body)


_READ: dict[EntryKind, Callable[[Entry, bytes], Made]] = {
    EntryKind.JUDGEMENT: judgement_of,
    EntryKind.CORRECTION: correction_of,
    EntryKind.WITHDRAWAL: withdrawal_of,
    EntryKind.NOTE: note_of,
    EntryKind.PURGE: purge_of,
}


def _is_mark(entry: Entry) -> bool:
    """Whether an entry only carries a purge over to entries about another thing."""
    return entry.kind is EntryKind.PURGE and ":" in entry.key


def _question(one: Made) -> tuple[str, ...]:
    """What a decision decides on: a later decision on the same question overrules it."""
    if isinstance(one, Judgement):
        if one.kind == JudgementKind.CLOSE:  # what closed an undertaking is the answer
            return (one.kind, *(each for each in one.subjects if each[:2] not in ("c-", "d-")))
        return (one.kind, *sorted(one.subjects))
    if isinstance(one, Correction):
        return (one.document if one.claim is None else one.claim.id, one.field)
    return (one.id,)


def _decision(one: Made, standing: Standing) -> Decision:
    passage = None
    reason = "" if isinstance(one, Note) else one.reason
    if isinstance(one, Judgement):
        kind, about, decided = "judgement", one.subjects, one.verdict
    elif isinstance(one, Correction):
        kind, about = "correction", (one.document if one.claim is None else one.claim.id,)
        decided = f"{one.field}: {one.value if one.value is not None else 'emptied'}"
        passage = None if one.claim is None else one.claim.passage
    elif isinstance(one, Note):
        kind, about, decided = "note", (one.about,), one.words
    elif isinstance(one, Withdrawal):
        kind, about, decided = "withdrawal", (one.about,), "counts no more"
    else:
        kind, about, decided = "purge", (one.document,), "emptied"
    by = (one.author, one.made_at)
    return Decision(one.id, kind, about, decided, reason, *by, standing, passage)
