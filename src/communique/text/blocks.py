"""Cutting a text into lines and paragraphs without losing a code point."""

import re
from dataclasses import dataclass
from itertools import pairwise

from communique.model.passages import Span

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WRAPPED_AT_MOST = 120
_ENDS = '.?!…;:"”’»)]'
_CARRIES = 4
"""Words that a line must have for the next one, in small letters, to be its continuation."""
_SENTENCES = re.compile('[a-z]{3}[.?!]["”]? [A-Z“"]')
_MOST = 0.6
"""Share of the breaks of a stretch of lines that must be wraps for it to count as wrapped."""
_WRAPPED_AT_LEAST = 45
"""Code points in the widest line below which nobody wraps running text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text without the white space at its ends; ``after_gap`` after an empty line."""

    span: Span
    after_gap: bool


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends; empty if it holds nothing else."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines that hold more than white space, in order."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        span = trimmed(text, Span(match.start(), match.end()))
        if span.start < span.end:
            gap = text[last : span.start]
            found.append(Line(span, after_gap=bool(found) and _breaks(gap) > 1))
            last = span.end
    return tuple(found)


def _breaks(gap: str) -> int:
    return len(gap.replace("\r\n", "\n").replace(" ", "").replace("\t", ""))


def unwrapped(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with running text that was broken to a width put together again.

    A break is a wrap where the first word of the next line would not have fitted: that is how
    mail programs and agencies break lines. Lines between two empty ones count as wrapped only where
    there are at least three and most of them obey one width.
    """
    joined: list[Line] = []
    for chunk in _chunks(lines):
        joined.extend(_joined(text, chunk) if _is_wrapped(text, chunk) else _carried(text, chunk))
    return tuple(joined)


def _chunks(lines: tuple[Line, ...]) -> list[list[Line]]:
    chunks: list[list[Line]] = []
    for line in lines:
        if line.after_gap or not chunks:
            chunks.append([])
        chunks[-1].append(line)
    return chunks


def _is_wrapped(text: str, chunk: list[Line]) -> bool:
    width = _width(chunk)
    if len(chunk) < 3 or not _WRAPPED_AT_LEAST <= width <= _WRAPPED_AT_MOST:
        return False
    full = sum(_is_full(text, line, after, width) for line, after in pairwise(chunk))
    return full >= _MOST * (len(chunk) - 1)


def _width(chunk: list[Line]) -> int:
    return max(line.span.end - line.span.start for line in chunk)


def _is_full(text: str, line: Line, after: Line, width: int) -> bool:
    first = text[after.span.start : after.span.end].split(None, 1)[0]
    return line.span.end - line.span.start + 1 + len(first) > width


def _carried(text: str, chunk: list[Line]) -> list[Line]:
    """The lines with those put together that a break in the middle of a sentence parted.

    Such a break shows by small letters after it, or by sentences before it of which the last one
    has no end.
    """
    carried = [chunk[0]]
    for line in chunk[1:]:
        before = text[carried[-1].span.start : carried[-1].span.end]
        goes_on = text[line.span.start].islower() and len(before.split()) >= _CARRIES
        if before[-1] not in _ENDS and (goes_on or _SENTENCES.search(before)):
            carried[-1] = Line(Span(carried[-1].span.start, line.span.end), carried[-1].after_gap)
        else:
            carried.append(line)
    return carried


def _joined(text: str, chunk: list[Line]) -> list[Line]:
    width = _width(chunk)
    joined = [chunk[0]]
    for before, line in pairwise(chunk):
        if _is_full(text, before, line, width):
            joined[-1] = Line(Span(joined[-1].span.start, line.span.end), joined[-1].after_gap)
        else:
            joined.append(line)
    return joined
