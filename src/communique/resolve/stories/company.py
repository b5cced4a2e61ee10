"""Which documents keep company: those near in their telling words, and near to the same others.

Nearness alone chains documents without end: each day's news of a long affair is near that of the
next. Two that tell one story are near the same others as well (structural similarity: Xu, Yuruk,
Feng and Schweiger, KDD 2007), and only those are looked at together. All of it follows from the
words and days of the documents, in whole numbers, so that an index finds it exactly.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from datetime import date
from heapq import nsmallest

from communique.model.passages import DocumentId
from communique.resolve.documents import Shelf
from communique.resolve.stories.sheets import are_near, weights_of
from communique.text.weights import Weights, heaviest

TELLING = 48
"""Words of a document, those that weigh most, by which it is near others."""
PARTS = 1000
"""Into so many parts the weight of a word is divided, to be counted in whole numbers."""
CLOSE = 220_000
"""Sum over shared telling words, of the products of their weights, from which two are near."""
COMPANY = 0.35
"""Share of all to which one of two is near that both must be near to, themselves included."""

NEAREST = 40
"""Documents, at the most, to which one is near: more that are alike would say no more."""

Near = Mapping[str, Set[str]]
"""For each document those to which it is near."""
Company = Mapping[DocumentId, Set[DocumentId]]
"""For each document those with which it keeps company."""


def telling_words(weights: Weights) -> dict[str, int]:
    """The words of a document that weigh most, with their weights in whole numbers."""
    return {word: round(PARTS * weights[word]) for word in heaviest(weights, TELLING)}


def by_nearness(one: tuple[str, int]) -> tuple[int, str]:
    """Sorts documents with their sums as they are nearest, else by their digests."""
    return -one[1], one[0]


def nearest(sums: Mapping[str, int]) -> set[str]:
    """Of documents that are near one those to which it is nearest."""
    return {other for other, _ in nsmallest(NEAREST, sums.items(), key=by_nearness)}


def keeps_company(one: str, other: str, near: Near) -> bool:
    """Whether two documents, of which one is near the other, are near the same."""
    mine, its = near[one] | {one}, near[other] | {other}
    return len(mine & its) >= COMPANY * len(mine | its)


def company_among(shelf: Shelf) -> dict[DocumentId, set[DocumentId]]:
    """The company of each document of a whole record."""
    sums: dict[str, dict[str, int]] = {one.id: {} for one in shelf.documents}
    for one, other, total in _near(shelf):
        sums[one][other] = sums[other][one] = total
    near = {one: nearest(its) for one, its in sums.items()}
    found: dict[DocumentId, set[DocumentId]] = {one.id: set() for one in shelf.documents}
    for left, others in near.items():
        for right in others:
            if keeps_company(left, right, near):
                found[DocumentId(left)].add(DocumentId(right))
                found[DocumentId(right)].add(DocumentId(left))
    return found


def _near(shelf: Shelf) -> Iterator[tuple[DocumentId, DocumentId, int]]:
    """The pairs of documents that are near, in their words and in time."""
    by_word: defaultdict[str, list[tuple[DocumentId, date | None, int]]] = defaultdict(list)
    for one in shelf.documents:
        day = shelf.date_of(one.id)
        sums: Counter[DocumentId] = Counter()
        for word, weight in telling_words(weights_of(one)).items():
            for other, when, its in by_word[word]:
                if are_near(day, when):
                    sums[other] += weight * its
            by_word[word].append((one.id, day, weight))
        yield from ((other, one.id, total) for other, total in sums.items() if total >= CLOSE)
