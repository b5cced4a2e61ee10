"""Which pairs of accounts need be compared at all: those near in time, or whose pages are linked.

To compare every account with every other grows with the square of their number. What lets two be
of one contact can be looked up: days, words in a row, what the pages are about, and calls by video,
which are rare. Every pair that may be of one contact is found here; the rules on accounts decide.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from communique.model.passages import DocumentId
from communique.model.vocabulary import Means
from communique.resolve.contacts.agreeing import LONG_RUN, ONE_STORY
from communique.resolve.contacts.days import NEAR, span_of
from communique.resolve.contacts.outlines import Outline
from communique.resolve.contacts.ties import Ties

Pair = tuple[int, int]
"""The places of two accounts in a row, the earlier first."""


def likely_pairs(outlines: Sequence[Outline], ties: Ties) -> frozenset[Pair]:
    """The pairs of accounts that are near in time, by video, or on pages that are linked."""
    found = (*_near_in_time(outlines), *_by_video(outlines), *_on_linked_pages(outlines, ties))
    return frozenset((min(pair), max(pair)) for pair in found)


def _on_linked_pages(outlines: Sequence[Outline], ties: Ties) -> Iterator[Pair]:
    by_document: dict[DocumentId, list[int]] = {}
    for at, one in enumerate(outlines):
        for other in ties.linked_to(one.document) & by_document.keys():
            if _are_alike(one.document, other, ties):
                yield from ((at, place) for place in by_document[other])
        by_document.setdefault(one.document, []).append(at)


def _are_alike(left: DocumentId, right: DocumentId, ties: Ties) -> bool:
    return ties.closeness(left, right) >= ONE_STORY or ties.words(left, right) >= LONG_RUN


def _near_in_time(outlines: Sequence[Outline]) -> Iterator[Pair]:
    """The accounts whose days lie near one another, met in the order in which they begin."""
    spans = sorted((*span, at) for at, one in enumerate(outlines) if (span := span_of(one)))
    still: list[tuple[int, int]] = []
    for first, last, at in spans:
        still = [one for one in still if first.toordinal() - one[0] <= NEAR]
        yield from ((at, other) for _, other in still)
        still.append((last.toordinal(), at))


def _by_video(outlines: Sequence[Outline]) -> Iterator[Pair]:
    return combinations((at for at, one in enumerate(outlines) if Means.VIDEO in one.means), 2)
