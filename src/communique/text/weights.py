"""How near two texts are in what they are about, by their words, names and numbers weighed most.

The cosine of two vectors of weighed words (Salton and Buckley, 1988: logarithm of the count, length
made equal). The weight of a word comes from the text itself and not from how rare the word is among
other texts, so that a text added later changes nothing between two that are there. What a piece of
news is about stands in its opening: there a word counts twice.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from heapq import nsmallest

from communique.model.passages import Span

Weights = Mapping[str, float]
"""For each word of a text its weight; the squares add up to one."""

NAME = 2.5
"""How much more a name weighs than another word: sister events differ in place and persons."""
NUMBER = 3.0
MOSTLY = 0.8
"""The share of a word's places with a capital letter from which it is a name."""
OPENING = 60
"""Words at the beginning of a text that count twice."""
SHORTEST = 3
AT_ONCE = 128
"""Texts of which the weights are kept: a document is weighed for its reach, then for its story."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@lru_cache(maxsize=AT_ONCE)
def weigh(text: str, spans: tuple[Span, ...], stop: frozenset[str]) -> Weights:
    """The words within these spans and their weights, without those in ``stop``."""
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    words = list(_words(text, spans))
    # Counted as they are written: few words are written in more ways than one.
    for word, count in Counter([*words, *words[:OPENING]]).items():
        small = word.lower()
        if small in stop or (len(small) < SHORTEST and not small.isdigit()):
            continue
        counts[small] += count
        capitals[small] += count * word[0].isupper()
    raw = {
        word: (1 + math.log(count)) * _kind(word, capitals[word] / count)
        for word, count in counts.items()
    }
    length = math.sqrt(math.fsum(one * one for one in raw.values()))
    return {word: weight / length for word, weight in raw.items()}


def _words(text: str, spans: Iterable[Span]) -> Iterator[str]:
    return (word for span in spans for word in _WORD.findall(text[span.start : span.end]))


def heaviest(weights: Weights, most: int) -> tuple[str, ...]:
    """So many words of a text that weigh most, the heaviest first, else by the alphabet."""
    return tuple(nsmallest(most, weights, key=lambda word: (-weights[word], word)))


def _kind(word: str, capitals: float) -> float:
    if word[0].isdigit():
        return NUMBER
    return NAME if capitals > MOSTLY else 1.0


def closeness(left: Weights, right: Weights, without: Collection[str] = ()) -> float:
    """The cosine of two texts: 0 where they share no word, 1 where they have the same words.

    Words in ``without`` count in neither: what both are known to share says nothing more. Sums are
    exact, so that they do not hang on the order of a set.
    """
    few, many = sorted((left, right), key=len)
    shared = math.fsum(
        weight * many[word] for word, weight in few.items() if word in many and word not in without
    )
    rest = _rest(left, without) * _rest(right, without)
    return shared / rest if rest else 0.0


def _rest(weights: Weights, without: Collection[str]) -> float:
    """The length of a text without some words."""
    left_out = math.fsum(weights[one] ** 2 for one in without if one in weights)
    return math.sqrt(max(0.0, 1.0 - left_out))


def words_in(names: Iterable[str]) -> frozenset[str]:
    """The words of names as ``weigh`` counts them, with and without a possessive ending."""
    words = [word.lower() for name in names for word in _WORD.findall(name)]
    return frozenset(one for word in words for one in (word, f"{word}'s", f"{word}’s"))
