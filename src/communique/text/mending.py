"""A text as it is to be read, where a page has run its words together, and the way back to it.

Scraped pages lose the space before or behind a link ("metRussian President", "Putinon Friday") or
after a full stop, and carry marks that nobody sees inside names. The text kept stays as it came;
what is read is a copy with such places mended, and every place found in it leads back.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from communique.model.passages import Span

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_UNSEEN = re.compile(rf"(?<=\w)[{_INVISIBLE}]+(?=\w)")
_WORD = re.compile(r"(?<![\w@#/.=&-])[A-Za-z]{5,}(?![\w@])")
"""A word of plain letters; no part of a handle or an address."""
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_STOP_LARGE = re.compile(r"[a-z]{3}[.?!](?=[A-Z][a-z]*[ ,])")
_NAME = 4
"""Letters of the shortest name that is parted from what is run onto it."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A text to be read in place of the one kept; ``starts`` and ``shifts`` lead back.

    From ``starts[i]`` on, an offset of ``text`` less ``shifts[i]`` is the offset of the text kept.
    ``stand_ins`` are the places of words that stand in for others, in the text read and kept.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    stand_ins: tuple[tuple[Span, Span], ...] = ()

    def kept(self, start: int, end: int) -> Span:
        """The place in the text kept of a stretch of the text read; a mended space takes none."""
        first, last = self._stood(start), self._stood(end - 1) if end > start else None
        left = self._kept(start) if first is None else first.start
        if end <= start:
            return Span(left, left)
        return Span(left, max(left, self._kept(end - 1) + 1 if last is None else last.end))

    def end_read(self, offset: int) -> int:
        """Where a stretch of the text kept that ends at an offset ends in the text read."""
        at = bisect_right(self.stand_ins, offset, key=lambda one: one[1].start) - 1
        if at >= 0 and offset <= self.stand_ins[at][1].end:
            return self.stand_ins[at][0].end
        return self.read(offset - 1) + 1

    def _stood(self, offset: int) -> Span | None:
        """The place kept of the words for which others stand in at an offset, or None."""
        at = bisect_right(self.stand_ins, offset, key=lambda one: one[0].start) - 1
        is_inside = at >= 0 and offset < self.stand_ins[at][0].end
        return self.stand_ins[at][1] if is_inside else None

    def read(self, offset: int) -> int:
        """Where an offset of the text kept lies in the text read."""
        places = range(len(self.starts))
        return offset + self.shifts[bisect_right(places, offset, lo=1, key=self._kept_from) - 1]

    def _kept_from(self, at: int) -> int:
        """From which offset of the text kept a shift counts."""
        return self.starts[at] - self.shifts[at]

    def _kept(self, offset: int) -> int:
        return offset - self.shifts[bisect_right(self.starts, offset) - 1]


def mend(
    text: str, joining: tuple[str, ...], stand_ins: Sequence[tuple[int, int, str]] = ()
) -> Mended | None:
    """The text with its seams mended, or None where it has none.

    ``joining`` are small words that a page may run onto a name ("on", "to"); ``stand_ins`` are
    words to be read in place of stretches of the text.
    """
    seams = ((start, end, "" if end > start else " ") for start, end in _seams(text, joining))
    unseen = ((start, end, "") for start, end in _unseen(text))
    edits = sorted({*unseen, *seams, *stand_ins})
    if not edits:
        return None
    parts: list[str] = []
    starts, shifts = [0], [0]
    stood: list[tuple[Span, Span]] = []
    at = shift = 0
    for start, end, words in edits:
        if start < at:
            continue
        parts += [text[at:start], words]
        if words.strip():
            stood.append((Span(start + shift, start + shift + len(words)), Span(start, end)))
        shift += len(words) - (end - start)
        starts.append(end + shift)
        shifts.append(shift)
        at = end
    parts.append(text[at:])
    return Mended("".join(parts), tuple(starts), tuple(shifts), tuple(stood))


def _unseen(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _UNSEEN.finditer(text))


def _seams(text: str, joining: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Places between two words that lack a space."""
    for match in _STOP_LARGE.finditer(text):
        yield match.end(), match.end()
    met = list(_WORD.finditer(text))
    words = {match[0] for match in met}
    parted = {word: places for word in words if (places := _parted(word, words, joining))}
    for match in met:
        for place in parted.get(match[0], ()):
            yield match.start() + place, match.start() + place


def _parted(word: str, words: Collection[str], joining: tuple[str, ...]) -> tuple[int, ...]:
    """Where a word falls into several: before a name, and behind one that stands elsewhere too."""
    if word.islower() or word.isupper():
        return ()
    parts = _PARTS.findall(word)
    if "".join(parts) != word or any(part.isupper() for part in parts):
        return ()
    places: list[int] = []
    at = 0
    for part, behind in zip(parts, (*parts[1:], ""), strict=True):
        tail = _tail(part, words, joining)
        if tail:
            places.append(at + len(part) - len(tail))
        at += len(part)
        # "metRussian" falls apart, "eBay" and "McDonald" do not.
        small = part.islower() and len(part) > 1 and len(behind) > 2
        if behind and (tail or small or (part in words and behind in words)):
            places.append(at)
    return tuple(places)


def _tail(part: str, words: Collection[str], joining: tuple[str, ...]) -> str:
    """The small word at the end of a name that stands elsewhere without it."""
    if not part[0].isupper():
        return ""
    return next(
        (
            one
            for one in joining
            if part.endswith(one) and len(part) - len(one) >= _NAME and part[: -len(one)] in words
        ),
        "",
    )
