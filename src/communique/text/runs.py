"""Runs of equal words between texts, found without comparing every text with every other.

Each text is laid out as a row of words in small letters, punctuation and hyphens as breaks between
words. Of the five-word fingerprints of a text only local minima are kept (winnowing: Schleimer,
Wilkerson and Aiken, SIGMOD 2003): every run of eight words or more holds at least one that both
texts keep. Where fingerprints meet, the run is measured on the words themselves.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from zlib import crc32

from communique.model.passages import Span

GRAM = 5
"""Words in a fingerprint: word-5-gram containment finds copies best (see docs/design)."""
WINDOW = 4
SHORTEST = GRAM + WINDOW - 1
"""Eight words: every run at least as long as this is found."""
OFTEN = 16
"""Places of a few words within one text beyond which they are a refrain."""
COMMONPLACE = 40
"""A fingerprint in more texts than this ties each of them to the first alone: a text that very many
print is still one text, and all pairs of them would say no more.
"""
AT_ONCE = 512
"""Texts of which the words are kept: each document is asked for them by several steps."""

_WORD = re.compile(r"\w+")
_PLACES = 32
"""Bits for the place of a word in a text."""


@dataclass(frozen=True, slots=True)
class Row:
    """The words of a text in order, in small letters, and the offsets at which they start."""

    words: tuple[str, ...]
    starts: Sequence[int]

    def end(self, at: int) -> int:
        """The offset at which a word ends."""
        return self.starts[at] + len(self.words[at])


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words in two rows: indices of the rows, first words, and the number of words."""

    left: int
    right: int
    left_at: int
    right_at: int
    words: int


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, case folded, punctuation and hyphens as breaks."""
    return tuple(_WORD.findall(text.casefold()))


@lru_cache(maxsize=AT_ONCE)
def row_of(text: str, spans: tuple[Span, ...]) -> Row:
    """The words within these spans of the text, in order."""
    words: list[str] = []
    starts = array("L")
    for span in spans:
        small = _small(text[span.start : span.end])
        words += map(intern, _WORD.findall(small))
        starts.extend([span.start + met.start() for met in _WORD.finditer(small)])
    return Row(tuple(words), starts)


def _small(text: str) -> str:
    """The text in small letters, letter for letter, so that offsets hold."""
    small = text.lower()
    if len(small) == len(text):
        return small
    # A few letters (İ) have no single small one.
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def fingerprints(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Hash and place of the winnowed five-word fingerprints of a row, in order of place.

    Kept is every fingerprint that is the least of some four in a row.
    """
    hashes = shingles(words, GRAM)
    if not hashes:
        return
    windows = [hashes[at:] for at in range(min(WINDOW, len(hashes)))]
    least = list(map(min, *windows)) if len(windows) > 1 else hashes
    edge = [-1] * (len(windows) - 1)
    # Each place lies in the windows that start at it and at the places just before it.
    around = [*edge, *least, *edge]
    sides = [around[at:] for at in range(len(windows))]
    for at, (code, *minima) in enumerate(zip(hashes, *sides, strict=False)):
        if code in minima:
            yield code, at


def shingles(words: Sequence[str], size: int) -> list[int]:
    """One number for each so many words in a row, in order of place.

    It chooses only where to look: which runs are found does not hang on it.
    """
    codes = [_code(word) for word in words]
    return list(map(hash, zip(*(codes[at:] for at in range(size)), strict=False)))


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    return crc32(word.encode())


def shared_runs(rows: Sequence[Row]) -> tuple[Run, ...]:
    """Every longest run of at least eight equal words between two rows, ordered by its place.

    Of words that very many rows hold only those runs that they share with the first of these.
    """
    # Most parts of a record are one document, which shares with nobody.
    if len(rows) < 2:
        return ()
    found: dict[tuple[int, int], list[Run]] = {}
    seen: dict[tuple[int, int, int], int] = {}
    for left, left_at, right, right_at in sorted(_meetings(rows)):
        diagonal = (left, right, right_at - left_at)
        if seen.get(diagonal, -1) >= left_at:
            continue
        run = _measure(rows, left, left_at, right, right_at)
        seen[diagonal] = run.left_at + run.words - 1
        if run.words >= SHORTEST:
            found.setdefault((left, right), []).append(run)
    return tuple(run for pair in sorted(found) for run in found[pair])


def _meetings(rows: Sequence[Row]) -> Iterator[tuple[int, int, int, int]]:
    for places in _kept_by_several(rows).values():
        is_commonplace = len({index for index, _ in places}) > COMMONPLACE
        for first, (left, left_at) in enumerate(places[:1] if is_commonplace else places):
            for right, right_at in places[first + 1 :]:
                if left != right:
                    yield left, left_at, right, right_at


def _kept_by_several(rows: Sequence[Row]) -> dict[int, list[tuple[int, int]]]:
    """For fingerprints met more than once their rows and places.

    Nearly all are met once only: of these one number is kept, not a list.
    """
    once: dict[int, int] = {}
    several: dict[int, list[tuple[int, int]]] = {}
    for index, row in enumerate(rows):
        for code, at in fingerprints(row.words):
            if code in several:
                several[code].append((index, at))
            elif code in once:
                first = once.pop(code)
                several[code] = [(first >> _PLACES, first & ((1 << _PLACES) - 1)), (index, at)]
            else:
                once[code] = index << _PLACES | at
    return several


def _measure(rows: Sequence[Row], left: int, left_at: int, right: int, right_at: int) -> Run:
    a, b = rows[left].words, rows[right].words
    while left_at and right_at and a[left_at - 1] == b[right_at - 1]:
        left_at, right_at = left_at - 1, right_at - 1
    return Run(left, right, left_at, right_at, _equal(a, left_at, b, right_at))


def runs_of_pair(left: Sequence[str], right: Sequence[str], least: int) -> tuple[Run, ...]:
    """The longest runs of equal words that follow one another in the left row, none overlapping.

    Of several places in the right row the one with the longest run is taken, the first of equals;
    words that recur more often than ``OFTEN`` are looked for at their first places only.
    """
    grams = _grams(left, least)
    wanted = set(grams)
    places: dict[tuple[str, ...], list[int]] = {}
    for at, gram in enumerate(_grams(right, least)):
        # Most few words of one text are not in the other.
        if gram in wanted and len(met := places.setdefault(gram, [])) < OFTEN:
            met.append(at)
    found: list[Run] = []
    done = 0
    for at, gram in enumerate(grams):
        if at >= done and gram in places:
            ends = ((_equal(left, at, right, other), -other) for other in places[gram])
            size, other = max(ends)
            found.append(Run(0, 1, at, -other, size))
            done = at + size
    return tuple(found)


def _grams(words: Sequence[str], size: int) -> list[tuple[str, ...]]:
    """So many words from each place on."""
    return list(zip(*(words[at:] for at in range(size)), strict=False))


def _equal(left: Sequence[str], at: int, right: Sequence[str], other: int) -> int:
    """How many words are equal from these two places on."""
    size, most = 0, min(len(left) - at, len(right) - other)
    while size < most and left[at + size] == right[other + size]:
        size += 1
    return size


def longest_common(left: Sequence[str], right: Sequence[str]) -> tuple[int, int, int]:
    """The longest run of equal words of two short rows: where it starts in each, and its length."""
    best = (0, 0, 0)
    before: dict[int, int] = {}
    for at, word in enumerate(left):
        here: dict[int, int] = {}
        for other, met in enumerate(right):
            if met == word:
                here[other] = size = before.get(other - 1, 0) + 1
                if size > best[2]:
                    best = (at - size + 1, other - size + 1, size)
        before = here
    return best
