"""How near two wordings are: content words, their overlap, quotation strings, and word drift."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from communique.model.passages import Span
from communique.text.runs import words_of

SHORTEST_STEM = 4
"""Letters that stay when an ending is cut."""
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
"""A consonant that is written twice before an ending: "planned", "stopping"."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words that a language adds to comparing; made by ``Lexicon.of``.

    ``concepts`` maps beginnings of words to the concept they belong to, the longest first; ``kin``
    maps words to the word that they are a form of, or made from, where no ending shows it.
    """

    stop: frozenset[str]
    light: frozenset[str]
    endings: tuple[str, ...]
    concepts: tuple[tuple[str, str], ...]
    kin: Mapping[str, str] = field(hash=False)

    @classmethod
    def of(
        cls,
        *,
        stop: Iterable[str],
        light: Iterable[str],
        endings: Iterable[str],
        concepts: Mapping[str, str],
        kin: Mapping[str, str],
    ) -> "Lexicon":
        """The lexicon with its endings and beginnings ordered, the longest first."""
        return cls(
            stop=frozenset(stop),
            light=frozenset(light),
            endings=tuple(sorted(set(endings), key=lambda one: (-len(one), one))),
            concepts=tuple(sorted(concepts.items(), key=lambda one: (-len(one[0]), one[0]))),
            kin=dict(kin),
        )


def stem(word: str, lexicon: Lexicon) -> str:
    """The word without its ending, or the concept to which it belongs, as ``=concept``."""
    word = lexicon.kin.get(word, word)
    for begin, concept in lexicon.concepts:
        if word.startswith(begin):
            return f"={concept}"
    for ending in lexicon.endings:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return _DOUBLED.sub(r"\1", word[: -len(ending)])
    return word


class Wordings:
    """Content words of texts by one lexicon, each text worked out once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._stems = lru_cache(maxsize=65536)(lambda word: stem(word, lexicon))
        self._contents = lru_cache(maxsize=65536)(self._content)

    def stem(self, word: str) -> str:
        """The stem or concept of one word."""
        return self._stems(word.casefold())

    def content(self, text: str) -> frozenset[str]:
        """The stems of the words that say what a text is about."""
        return self._contents(text)

    def _content(self, text: str) -> frozenset[str]:
        words = [word for word in words_of(text) if word not in self.lexicon.stop]
        telling = [word for word in words if word not in self.lexicon.light]
        return frozenset(self._stems(word) for word in telling)


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared members as a share of the smaller set, 0 to 1; 0 where either is empty."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """Twice the shared members as a share of both sets together (Dice), 0 to 1."""
    both = len(left) + len(right)
    return 2 * len(left & right) / both if both else 0.0


_QUOTED = re.compile(
    r"“(?P<curly>[^“”]{2,1500})”"
    r"|\"(?P<straight>[^\"]{2,1500})\""
    r"|(?<![\w’'])‘(?P<single>[^‘\n]{2,600}?)’(?!\w)"
    r"|(?<![\w'])'(?P<plain>[^'\n]{2,600}?)'(?!\w)"
    r"|«(?P<guillemets>[^«»]{2,1500})»"
)


def quotations(text: str, span: Span) -> tuple[Span, ...]:
    """The spans of the words inside quotation marks, marks left out, in the order of the text."""
    found = []
    for met in _QUOTED.finditer(text, span.start, span.end):
        start, end = met.span(met.lastgroup or 0)
        found.append(Span(start, end))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Drift:
    """Where two quotation strings give one utterance in different words: word offsets in each."""

    left: tuple[int, int]
    right: tuple[int, int]
    shared: int


def drift_between(
    left: tuple[str, ...], right: tuple[str, ...], *, shared: int = 4, share: float = 0.7
) -> Drift | None:
    """The stretch of two quotations that is nearly but not quite equal, or None.

    At least ``shared`` words in one run are equal, and at least ``share`` of the shorter stretch;
    the difference lies inside the stretch: a quotation that merely starts later or ends earlier
    has not drifted.
    """
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    blocks = [one for one in matcher.get_matching_blocks() if one.size]
    if len(blocks) < 2 or max(one.size for one in blocks) < shared:
        return None
    first, last = blocks[0], blocks[-1]
    a, b = (first.a, last.a + last.size), (first.b, last.b + last.size)
    equal = sum(one.size for one in blocks)
    if equal < share * min(a[1] - a[0], b[1] - b[0]) or equal < share * min(len(left), len(right)):
        return None
    return Drift(a, b, equal)
