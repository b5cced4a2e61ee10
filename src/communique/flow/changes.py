"""What happened in the log since the tables were derived from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.flow.run import Run
from communique.model.contents import Judgement
from communique.store.decisions import judgement_of
from communique.store.engine import Log, Looked
from communique.store.entries import Entry, EntryKind
from communique.store.past import TOLD, told_by


@dataclass(frozen=True, slots=True)
class Changes:
    """The documents of which something was told, and the judgements made or withdrawn.

    ``is_all`` says that the tables are to be derived from nothing.
    """

    documents: frozenset[str]
    judgements: tuple[Judgement, ...]
    is_all: bool


def changes_since(log: Looked, run: Run, shape: str) -> Changes:
    """What the derived tables do not know yet."""
    derived = log.derived()
    if derived is None or (derived.run, derived.shape) != (run.run, shape):
        return everything(log)
    return changes_after(log, derived.head.number)


def changes_after(log: Log, position: int) -> Changes:
    """What the entries after this one tell of, and judge."""
    entries = tuple(log.entries(after=position))
    if any(one.kind is EntryKind.PURGE for one in entries):
        return everything(log)
    telling = (one for one in entries if one.kind in TOLD)
    told = (about for one in telling for about in told_by(log, one))
    judged = (made for one in entries for made in _judged(log, one))
    return Changes(frozenset(told), tuple(judged), is_all=False)


def everything(log: Log) -> Changes:
    """All documents of the log, whose tables are derived from nothing."""
    documents = frozenset(one.about for one in log.entries(EntryKind.DOCUMENT))
    return Changes(documents, (), is_all=True)


def _judged(log: Log, entry: Entry) -> Iterator[Judgement]:
    """The judgement that an entry makes or withdraws."""
    if entry.kind is EntryKind.JUDGEMENT:
        body = log.body(entry.number)
        if body is not None:
            yield judgement_of(entry, body)
    elif entry.kind is EntryKind.WITHDRAWAL:
        target = log.entry_by_key(entry.about)
        if target is not None and target.kind in (EntryKind.JUDGEMENT, EntryKind.WITHDRAWAL):
            yield from _judged(log, target)
