"""Which documents of one story or contact are copies, or share an official text or a quotation."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from communique.catalog.tables import Outlet
from communique.languages.en.sharing import load_signs
from communique.model.contents import Relation, SharedRun
from communique.model.documents import Document
from communique.model.passages import DocumentId, Passage
from communique.model.vocabulary import BlockKind, DocumentKind, Sharing
from communique.resolve.documents import Shelf
from communique.text.sharing import (
    Prepared,
    Shared,
    before_common_ending,
    prepare,
    shared_by,
)

MOST_RUNS = 3
"""Runs that a relation shows, the longest ones."""
_MARKED = (BlockKind.BYLINE, BlockKind.DATE_LINE)
Agencies = Mapping[str, re.Pattern[str]]
"""For each news agency its names, as they stand in a byline or a dateline."""


@dataclass(frozen=True, slots=True)
class Relations:
    """What documents on one contact share, and which of them are one text.

    ``first`` gives for a whole copy that one of all its copies that stands first.
    """

    entries: tuple[Relation, ...]
    first: Mapping[DocumentId, DocumentId]

    def are_one_text(self, left: DocumentId, right: DocumentId) -> bool:
        """Whether the one is a copy of the other as a whole."""
        return self.first.get(left, left) == self.first.get(right, right)


def relations_among(
    companies: Iterable[Collection[DocumentId]],
    runs: Iterable[SharedRun],
    shelf: Shelf,
    official: Collection[DocumentId],
    outlets: Sequence[Outlet],
) -> Relations:
    """The relations of documents of one company that share a run of words.

    ``companies`` are the documents of a contact, or of a story; ``official`` those that are
    official texts themselves.
    """
    near = {frozenset(pair) for one in companies for pair in combinations(sorted(set(one)), 2)}
    pairs = dict.fromkeys(run.documents for run in runs if frozenset(run.documents) in near)
    desk = _Desk(shelf, official, _agencies(tuple(one for one in outlets if one.is_agency)))
    entries = tuple(one for pair in pairs if (one := desk.relation(*pair)) is not None)
    return Relations(entries, _firsts(entries, shelf))


@lru_cache(maxsize=4)
def _agencies(outlets: tuple[Outlet, ...]) -> Agencies:
    return {
        one.name: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, one.names))})(?!\w)")
        for one in outlets
    }


def _firsts(entries: Iterable[Relation], shelf: Shelf) -> dict[DocumentId, DocumentId]:
    """The first in the order of the record of all that whole copies tie together."""
    found: dict[DocumentId, DocumentId] = {}
    for pair in (one.documents for one in entries if one.kind is Sharing.WHOLE_COPY):
        heads = {found.get(one, one) for one in pair}
        first = min(heads, key=shelf.places.__getitem__)
        tied = [one for one, head in found.items() if head in heads]
        found |= dict.fromkeys((*pair, *tied), first)
    return found


class _Desk:
    """Sets documents of a record side by side, each made ready once."""

    def __init__(self, shelf: Shelf, official: Collection[DocumentId], agencies: Agencies) -> None:
        self._shelf = shelf
        self._official = official
        self._agencies = agencies
        self._ready: dict[DocumentId, Prepared] = {}

    def relation(self, one: DocumentId, other: DocumentId) -> Relation | None:
        """What two documents share, None where it is no more than facts."""
        left, right = sorted((self._document(one), self._document(other)), key=self._turn)
        texts = self._texts(left, right)
        shared = shared_by(*texts)
        if shared.kind is Sharing.NONE:
            return None
        kind, reason = self._told(shared, left, right)
        agency = next((name for each in (left, right) for name in self._marks(each)), None)
        return Relation(
            documents=(left.id, right.id),
            kind=kind,
            agency=agency,
            passages=tuple(_passages(shared, (left, right), texts)),
            reason=f"{reason}; under the mark of {agency}" if agency else reason,
        )

    def _document(self, key: DocumentId) -> Document:
        return self._shelf.documents[self._shelf.places[key]]

    def _turn(self, document: Document) -> tuple[bool, int]:
        """Whose words can be where others have theirs from comes first."""
        is_dispatch = document.kind is DocumentKind.DISPATCH or document.outlet in self._agencies
        is_first = is_dispatch or document.id in self._official
        return not is_first, self._shelf.places[document.id]

    def _texts(self, left: Document, right: Document) -> tuple[Prepared, Prepared]:
        texts = self._prepared(left), self._prepared(right)
        if left.outlet is None or left.outlet != right.outlet:
            return texts
        # What the pages of one outlet end with is its own: links, newsletters, rights.
        ends = before_common_ending(texts[0].row, texts[1].row)
        return texts[0].first(ends[0]), texts[1].first(ends[1])

    def _prepared(self, document: Document) -> Prepared:
        if document.id not in self._ready:
            self._ready[document.id] = prepare(document, load_signs())
        return self._ready[document.id]

    def _told(self, shared: Shared, left: Document, right: Document) -> tuple[Sharing, str]:
        """An official text of which another has the words is shared, not copied from an outlet."""
        held = next((one.id for one in (left, right) if one.id in self._official), None)
        if held is None or not shared.kind.is_copy:
            return shared.kind, shared.reason
        label = self._shelf.labels[held]
        return Sharing.OFFICIAL_TEXT, f"{label} is an official text; {shared.reason}"

    def _marks(self, document: Document) -> Iterator[str]:
        """The news agencies whose mark a document bears: by its outlet, byline or dateline."""
        marked = [document.outlet or ""]
        spans = (one.span for one in document.blocks if one.kind in _MARKED)
        marked += (document.text[one.start : one.end] for one in spans)
        for name, pattern in self._agencies.items():
            if any(map(pattern.search, marked)):
                yield name


def _passages(
    shared: Shared, documents: tuple[Document, Document], texts: tuple[Prepared, Prepared]
) -> Iterator[Passage]:
    """The longest runs, in the order of the first text, one of each document in turn."""
    longest = sorted(shared.runs, key=lambda one: (-one.words, one.left_at))[:MOST_RUNS]
    for run in sorted(longest, key=lambda one: one.left_at):
        for document, text, at in zip(documents, texts, (run.left_at, run.right_at), strict=True):
            start, end = text.row.starts[at], text.row.end(at + run.words - 1)
            yield Passage(document.id, start, end, document.text[start:end])
