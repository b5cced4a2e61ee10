"""Quotations: what stands between quotation marks, block by block."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from communique.model.documents import Document
from communique.model.passages import Span

_MARK = re.compile(r"[\"“”„«»‟]|''|``|[‘’']")
_DOUBLE_OPEN = "“„«‟"
_DOUBLE_CLOSE = "”»"
_WORD = re.compile(r"\w[\w’'-]*")
LONGEST = 3000
"""Code points: an opening mark whose partner lies farther off is taken for a slip."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: ``inner`` without the marks, ``outer`` with them.

    ``block`` counts the document's blocks. ``words`` is the number of words. ``is_open`` is true
    when the block ends before the quotation does, so that the next block goes on with it.
    """

    inner: Span
    outer: Span
    block: int
    words: int
    is_open: bool

    @property
    def is_scare(self) -> bool:
        """Whether one or two words alone are marked: no speech, a word held at arm's length."""
        return self.words <= 2


@dataclass(frozen=True, slots=True)
class Quotations:
    """All quotations of a document, in order, found by place."""

    items: tuple[Quotation, ...]
    starts: tuple[int, ...]

    def holding(self, offset: int) -> Quotation | None:
        """The quotation in which a code point lies, marks included, or None."""
        at = bisect_right(self.starts, offset) - 1
        if at >= 0 and offset < self.items[at].outer.end:
            return self.items[at]
        return None

    def touching(self, span: Span) -> tuple[Quotation, ...]:
        """The quotations that share a code point with a span."""
        at = max(bisect_right(self.starts, span.start) - 1, 0)
        found = []
        for one in self.items[at:]:
            if one.outer.start >= span.end:
                break
            if one.outer.overlaps(span):
                found.append(one)
        return tuple(found)


def find_quotations(document: Document) -> Quotations:
    """The quotations in the blocks that tell the news: double marks, or single ones where none."""
    found: list[Quotation] = []
    blocks, text = document.blocks, document.text
    for index, block in enumerate(blocks):
        if block.kind.is_account:
            after = blocks[index + 1].span.start if index + 1 < len(blocks) else len(text)
            goes_on = text[after : after + 1] in tuple(_DOUBLE_OPEN + '"')
            found.extend(_in_block(text, block.span, index, goes_on=goes_on))
    found.sort(key=lambda one: one.outer)
    return Quotations(tuple(found), tuple(one.outer.start for one in found))


def _in_block(text: str, block: Span, index: int, *, goes_on: bool) -> Iterator[Quotation]:
    at = block.start
    while True:
        mark = _MARK.search(text, at, block.end)
        if mark is None:
            return
        opener = mark.group()
        closing = _closing_of(opener, text, mark, block, goes_on=goes_on)
        if closing is None:
            at = mark.end()
            continue
        inner = Span(mark.end(), closing.start)
        words = len(_WORD.findall(text, inner.start, inner.end))
        if words:
            is_open = closing.start == closing.end
            yield Quotation(inner, Span(mark.start(), closing.end), index, words, is_open)
        at = max(closing.end, mark.end())


def _closing_of(
    opener: str, text: str, mark: re.Match[str], block: Span, *, goes_on: bool
) -> Span | None:
    """The place of the mark that closes, an empty one at the block's end, None if it opens none.

    ``goes_on`` is true when the next block opens with a mark of quotation.
    """
    if opener in _DOUBLE_CLOSE or not _may_open(text, mark.start(), mark.end(), block):
        return None
    limit = min(block.end, mark.end() + LONGEST)
    if opener in ("'", "‘", "’"):
        return _single_close(text, mark.end(), limit)
    for other in _MARK.finditer(text, mark.end(), limit):
        group = other.group()
        if group in ("'", "‘", "’"):
            continue
        if group in _DOUBLE_CLOSE or (group in ('"', "''") and _may_close(text, other, block)):
            return Span(other.start(), other.end())
        if group in _DOUBLE_OPEN:
            return None
    # A quotation of several paragraphs is closed in the last one only.
    stays_open = limit == block.end and (goes_on or mark.start() == block.start)
    return Span(block.end, block.end) if stays_open else None


def _single_close(text: str, start: int, limit: int) -> Span | None:
    for other in _MARK.finditer(text, start, limit):
        group = other.group()
        if group not in ("'", "’"):
            continue
        after = text[other.end() : other.end() + 1]
        before = text[other.start() - 1]
        if not after.isalnum() and not before.isspace():
            return Span(other.start(), other.end())
    return None


def _may_open(text: str, start: int, end: int, block: Span) -> bool:
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    if text[start:end] == "’":
        return False
    if before.isalnum():
        return text[start:end] in _DOUBLE_OPEN
    return not after.isspace() and after not in ",.;:!?)"


def _may_close(text: str, mark: re.Match[str], block: Span) -> bool:
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < block.end else " "
    return not after.isalnum() and not before.isspace()
