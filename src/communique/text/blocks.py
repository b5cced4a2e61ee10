"""Cutting a text into lines and paragraphs without losing a code point."""

import re
from dataclasses import dataclass

from communique.model.passages import Span

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
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
    mail programs and agencies break lines. Lines count as wrapped only where at least three in a
    row obey one width.
    """
    joined: list[Line] = []
    for chunk in _chunks(lines):
        if _is_wrapped(text, chunk):
            joined.append(Line(Span(chunk[0].span.start, chunk[-1].span.end), chunk[0].after_gap))
        else:
            joined.extend(chunk)
    return tuple(joined)


def _chunks(lines: tuple[Line, ...]) -> list[list[Line]]:
    chunks: list[list[Line]] = []
    for line in lines:
        if line.after_gap or not chunks:
            chunks.append([])
        chunks[-1].append(line)
    return chunks


def _is_wrapped(text: str, chunk: list[Line]) -> bool:
    lengths = [line.span.end - line.span.start for line in chunk]
    width = max(lengths)
    if len(chunk) < 3 or not _WRAPPED_AT_LEAST <= width <= 120:
        return False
    return all(
        length + 1 + len(text[after.span.start : after.span.end].split(None, 1)[0]) > width
        for length, after in zip(lengths, chunk[1:], strict=False)
    )
