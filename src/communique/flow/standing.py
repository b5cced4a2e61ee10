"""Documents and readings as they stand after all that was said of them, one at a time."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from communique.model.contents import Judgement, ProblemEntry
from communique.model.documents import Document
from communique.model.readings import Reading
from communique.model.vocabulary import JudgementKind, SameOrNot
from communique.store.amending import Conflict, as_corrected
from communique.store.decisions import Refusal
from communique.store.engine import Log
from communique.store.entries import Entry, EntryKind
from communique.store.past import (
    Decisions,
    by_document,
    decisions_of,
    reading_among,
    standing_of,
)

CONFLICT = "correction-in-conflict"
"""The code of the problem of a correction that a later reading contradicts."""
SOFTWARE = "communique"
"""Who says that a document revises another: not a person."""
HELD = 256
"""Pages that are kept at hand while a part of the record is derived."""


@dataclass(frozen=True, slots=True)
class Page:
    """A document as it stands, what is read in it, and the corrections that do not fit that."""

    document: Document
    reading: Reading
    conflicts: tuple[Conflict, ...]


def all_pages(log: Log) -> Iterator[Page]:
    """All pages of a log, in the order in which their documents came."""
    documents = dict.fromkeys(one.about for one in log.entries(EntryKind.DOCUMENT))
    pages = Pages(log, decisions_of(log), documents)
    return (page for one in documents if (page := pages.of(one)) is not None)


class Pages:
    """The pages of a log, the last ones asked for at hand."""

    def __init__(self, log: Log, decisions: Decisions, documents: Collection[str]) -> None:
        self._log, self._decisions = log, decisions
        self._entries = by_document(log.entries(*_READ)) if len(documents) > MANY else None
        self._held = lru_cache(maxsize=HELD)(self._page)

    def of(self, document: str) -> Page | None:
        """The page of a document; None where it does not stand."""
        return self._held(document)

    def _page(self, about: str) -> Page | None:
        entries = self._entries_about(about)
        told = [one for one in entries if one.kind is not EntryKind.READING]
        one = standing_of(self._log, self._decisions, told)
        if one is None:
            return None
        entries = [one for one in entries if one.kind is EntryKind.READING]
        reading = reading_among(self._log, one, entries)
        if reading is None:
            # Its reading was lost with its process, and is made before anything is derived.
            return Page(one.document, Reading(one.document.id, "", (), (), (), (), ()), ())
        corrections = self._decisions.corrections.get(about, ())
        amended, conflicts = as_corrected(reading, corrections)
        return Page(one.document, amended, conflicts)

    def _entries_about(self, document: str) -> list[Entry]:
        if self._entries is not None:
            return self._entries.get(document, [])
        return list(self._log.entries(*_READ, about=document))


_READ = (EntryKind.DOCUMENT, EntryKind.SIGHTING, EntryKind.READING)
MANY = 100
"""Documents from which on the log is walked once, and not asked about each."""


def problem_of(one: Conflict) -> ProblemEntry:
    """A correction that the latest reading contradicts, for a person to look at again."""
    made = one.correction
    now = f"{made.field} is now {one.now}" if one.now else "other words are read here now"
    message = (
        f"{made.author} corrected {made.field} to {made.value} ({made.reason}); {now}, so the "
        f"correction does not count: correct it again, or withdraw {made.id}"
    )
    return ProblemEntry(one.passage.document, CONFLICT, message, one.passage)


def refused(refusals: Iterable[Refusal], names: Collection[str]) -> tuple[ProblemEntry, ...]:
    """What was refused, except what was read under the same name since."""
    listed = {(one.name, one.code): one for one in refusals}
    return tuple(
        ProblemEntry(None, one.code, f"{one.name}: {one.message}", None)
        for _, one in sorted(listed.items())
        if one.name not in names
    )


def revising(new: str, old: str) -> Judgement:
    """That a document revises another under one address, as the software says it."""
    return Judgement(
        id=f"{new}-{old}",
        kind=JudgementKind.REVISES,
        subjects=(new, old),
        verdict=SameOrNot.SAME,
        reason="other words under the same address",
        author=SOFTWARE,
        made_at="",
    )
