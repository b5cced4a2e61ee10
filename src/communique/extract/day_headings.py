"""The days under which a page tells its news: headings of live blogs, chronicles, weekly reviews.

A single day above all else is when the page was published, and says nothing of its news. Several
days, in order, each with an account below, or one above entries with clock times, are those of what
stands below each.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from communique.extract.page import Page
from communique.languages.en.datelines import day_in_address
from communique.languages.en.expression_makers import TENSE
from communique.languages.en.expressions import Expression, expressions_in
from communique.languages.en.times import is_clock, words_beside_days
from communique.model.documents import Block
from communique.model.passages import Span
from communique.model.vocabulary import BlockKind
from communique.text.calendar import settle
from communique.text.intervals import day_of

_LONGEST = 60
"""Code points of a line that is no more than a day, and of what may stand at the head of one."""
_OPENED = re.compile(r"[-–—•*·▪►\s]*\Z")
_CLOSED = re.compile(r"(?:\s*:|\s+[-–—])(?:\s|\Z)")
_LETTERS = re.compile(r"[^\W\d_]+")
_FURNITURE = (BlockKind.CAPTION, BlockKind.ADVERT, BlockKind.SHARE, BlockKind.LEAD)
_ENTRIES = 2
"""Days, or lines with a clock time, from which on they are headings."""


@dataclass(frozen=True, slots=True)
class DayHeading:
    """A day, where its words stand, and where what it heads ends."""

    day: date
    span: Span
    end: int


def headings_of(page: Page) -> tuple[DayHeading, ...]:
    """The headings of a page that are days, in the order of the text."""
    anchor = _anchor(page)
    lines = [(one, page.document.text[one.span.start : one.span.end]) for one in _blocks(page)]
    above = sorted((*_over_lines(lines, anchor), *_at_heads(page, anchor)), key=_place)
    clocks = sum(len(words) <= _LONGEST and is_clock(words) for _, words in lines)
    return tuple(above) if _are_headings(above, clocks) else ()


def heading_at(headings: tuple[DayHeading, ...], place: int) -> DayHeading | None:
    """The heading above a place of the text, or None."""
    return next((one for one in reversed(headings) if one.span.start <= place < one.end), None)


def _place(heading: DayHeading) -> int:
    return heading.span.start


def _are_headings(above: list[DayHeading], clocks: int) -> bool:
    days = [one.day for one in above]
    if not above or days not in (sorted(days), sorted(days, reverse=True)):
        return False
    return len(above) >= _ENTRIES or clocks >= _ENTRIES


def _anchor(page: Page) -> date | None:
    published = page.document.published
    day = None if published is None else day_of(published.edtf)
    return day or day_in_address(page.document.address or "")


def _blocks(page: Page) -> Iterator[Block]:
    return (one for one in page.document.blocks if one.kind not in _FURNITURE)


def _over_lines(lines: list[tuple[Block, str]], anchor: date | None) -> Iterator[DayHeading]:
    """The lines that are days; none of them where a day stands below all accounts."""
    found: dict[int, tuple[date, Span]] = {}
    for at, (block, words) in enumerate(lines):
        one = _day_in(words, block.span.start, anchor) if len(words) <= _LONGEST else None
        if one is not None and (block.kind is not BlockKind.PUBLISHED or one[0] != anchor):
            found[at] = one
    for at, end in pairwise((*found, len(lines))):
        below = [block for block, _ in lines[at + 1 : end]]
        if all(one.kind is not BlockKind.PARAGRAPH for one in below):
            return
    for at, end in pairwise((*found, len(lines))):
        yield DayHeading(*found[at], lines[end - 1][0].span.end)


def _at_heads(page: Page, anchor: date | None) -> Iterator[DayHeading]:
    """The days at the heads of sentences: "3 May: The two met"."""
    found: list[tuple[date, Span, Block]] = []
    for sentence in page.sentences:
        words = sentence.text[:_LONGEST]
        if sentence.block_kind is BlockKind.PARAGRAPH and _CLOSED.search(words):
            one = _day_in(words, sentence.start, anchor, is_line=False)
            if one is not None:
                found.append((*one, page.document.blocks[sentence.block]))
    for at, (day, span, block) in enumerate(found):
        following = next((other.start for _, other, _ in found[at + 1 : at + 2]), block.span.end)
        yield DayHeading(day, span, min(following, block.span.end))


def _day_in(
    words: str, start: int, anchor: date | None, *, is_line: bool = True
) -> tuple[date, Span] | None:
    """The day that words are, or begin with, and where it stands."""
    if not any(one.isdigit() for one in words):
        return None
    for one in expressions_in(words):
        day = _settled(one, anchor)
        before, behind = words[: one.start], words[one.end :]
        if is_line:
            fits = words_beside_days().issuperset(_LETTERS.findall((before + behind).lower()))
        else:
            fits = bool(_OPENED.match(before) and _CLOSED.match(behind))
        if day is not None and fits:
            return day, Span(start + one.start, start + one.end)
    return None


def _settled(one: Expression, anchor: date | None) -> date | None:
    """The day that an expression means: without its year the last before the page."""
    if one.edtf is not None:
        return day_of(one.edtf)
    relative = one.relative or ""
    if anchor is None or not relative.startswith("date:"):
        return None
    return day_of(settle(relative.replace(TENSE, "past"), anchor))
