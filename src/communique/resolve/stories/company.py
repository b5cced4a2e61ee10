"""Which documents keep company: those near in their telling words, and near to the same others.

Nearness alone chains documents without end: each day's news of a long affair is near that of the
next. Two that tell one story are near the same others as well (structural similarity: Xu, Yuruk,
Feng and Schweiger, KDD 2007), and only those are looked at together. All of it follows from the
words and days of the documents, in whole numbers, so that an index finds it exactly.
"""

from collections.abc import Mapping, Set
from heapq import nsmallest

from communique.model.passages import DocumentId
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
FEW = 5
"""Dated documents, at the most, beside which an undated one lies."""

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
