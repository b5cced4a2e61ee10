"""Originals gathered over documents, and which of them carry one text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, permutations

from communique.model.contents import Judgement, SharedRun
from communique.model.documents import Document
from communique.model.judged import judged
from communique.model.passages import DocumentId, Passage
from communique.model.readings import Original
from communique.model.vocabulary import OriginalKind
from communique.resolve.contacts.gathering import join_labels
from communique.resolve.documents import Shelf
from communique.text.digests import content_id
from communique.text.runs import words_of

COPIED = 8
"""Words in a row, inside what two originals are quoted for, from which they carry one text."""

Between = dict[tuple[DocumentId, DocumentId], list[SharedRun]]
"""The runs that two documents share, under the pair in the order of the record."""
Node = tuple[DocumentId, str]
"""An original within one document: the document, and the key it has there."""


@dataclass(slots=True)
class Gathered:
    """The originals of several documents that are one text."""

    nodes: list[Node] = field(default_factory=list)
    originals: list[Original] = field(default_factory=list)
    contacts: set[str] = field(default_factory=set)
    branches: set[str] = field(default_factory=set)
    passages: list[Passage] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    full: list[Document] = field(default_factory=list)

    @property
    def id(self) -> str:
        """``o-`` and a digest of the first document and the key of the original in it."""
        return content_id("o", *self.nodes[0])


def copies_among(
    gathered: list[Gathered],
    runs: tuple[SharedRun, ...],
    shelf: Shelf,
    judgements: tuple[Judgement, ...],
) -> dict[str, dict[str, str]]:
    """For each original those that carry its text, each with the reason."""
    found: dict[str, dict[str, str]] = {}
    between: Between = {}
    for run in runs:
        between.setdefault(run.documents, []).append(run)
    for left, right in _of_one_contact(gathered):
        reason = _copied(left, right, between, shelf)
        if reason:
            found.setdefault(left.id, {})[right.id] = reason
            found.setdefault(right.id, {})[left.id] = reason
    decided = judged(judgements, lambda one: one if one.startswith("o-") else None)
    for pair in decided.apart:
        for this, that in permutations(pair):
            found.get(this, {}).pop(that, None)
    for pair, one in decided.same.items():
        for this, that in permutations(pair):
            found.setdefault(this, {})[that] = f"joined by a person: {one.reason}"
    return found


def _of_one_contact(gathered: list[Gathered]) -> Iterator[tuple[Gathered, Gathered]]:
    by_contact: dict[str, list[Gathered]] = {}
    for one in gathered:
        if one.originals[0].side is not None:
            for contact in sorted(one.contacts):
                by_contact.setdefault(contact, []).append(one)
    for group in by_contact.values():
        yield from combinations(group, 2)


def _copied(
    left: Gathered,
    right: Gathered,
    between: Between,
    shelf: Shelf,
) -> str | None:
    if left.originals[0].side != right.originals[0].side:
        return None
    if OriginalKind.POST in (left.originals[0].kind, right.originals[0].kind):
        return None
    shared: list[tuple[int, DocumentId, DocumentId]] = []
    for a in sorted({node[0] for node in left.nodes}):
        for b in sorted({node[0] for node in right.nodes}):
            for run in (*between.get((a, b), ()), *between.get((b, a), ())):
                size = min(_inside(run, a, left.passages), _inside(run, b, right.passages))
                if size >= COPIED:
                    shared.append((size, a, b))
    if not shared:
        return None
    longest = max(shared)
    names = join_labels(sorted({shelf.labels[one] for one in longest[1:]}))
    several = "several runs, the longest of" if len(shared) > 1 else "a run of"
    return f"same side and contact; {names} share {several} {longest[0]} words"


def _inside(run: SharedRun, document: DocumentId, passages: list[Passage]) -> int:
    """The words of a run that lie within the passages quoted from an original."""
    words = run.passages[0] if run.passages[0].document == document else run.passages[1]
    best = 0
    for one in passages:
        if one.document == document and one.start < words.end and words.start < one.end:
            start, end = max(one.start, words.start), min(one.end, words.end)
            best = max(best, len(words_of(words.exact[start - words.start : end - words.start])))
    return best
