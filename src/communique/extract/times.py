"""The times that a document names, resolved against its own date.

Wordings come from the grammar of the language; here the tense of the governing verb decides the
direction of "on Tuesday", the document's date is the anchor, and "the next day" counts from the day
named before it. What no date follows from keeps its meaning for later (``When.relative``).
"""

from datetime import date

from communique.extract.page import Page
from communique.extract.tense import direction_of
from communique.languages.en.expressions import TENSE, Expression, expressions_in
from communique.model.documents import Document
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention, When
from communique.text.calendar import settle
from communique.text.intervals import day_of

_REACH = 3
"""Sentences back to which "the next day" may look for the day it counts from."""


def find_times(page: Page) -> tuple[TimeMention, ...]:
    """Every span of the document that names a time or a duration, in the order of the text."""
    anchor = anchor_of(page.document)
    found: list[TimeMention] = []
    named: list[tuple[int, When]] = []
    for sentence in page.sentences:
        expressions = expressions_in(sentence.text)
        for place, one in enumerate(expressions):
            when = _when(page, sentence, one, anchor)
            if one.shift is not None:
                base = _base(page, sentence, expressions[place + 1 :], named, one.shift)
                when = _shifted(base, one.shift, _words(sentence, one), anchor)
            start = sentence.start + one.start
            passage = page.passage(start, sentence.start + one.end)
            found.append(TimeMention(passage, when, one.duration))
            if _names_a_day(when):
                named.append((sentence.index, when))
    return tuple(found)


def anchor_of(document: Document) -> date | None:
    """The day the document was published, None where it is undated or dated more coarsely."""
    return None if document.published is None else day_of(document.published.edtf)


def _words(sentence: Sentence, one: Expression) -> str:
    return sentence.text[one.start : one.end]


def _when(page: Page, sentence: Sentence, one: Expression, anchor: date | None) -> When:
    words = _words(sentence, one)
    if one.duration is not None:
        return When(None, "a length of time", words)
    if one.edtf is not None:
        return When(one.edtf, "as stated", words)
    relative = one.relative or ""
    if TENSE in relative:
        token = _token_at(sentence, sentence.start + one.start, sentence.start + one.end)
        how = "near" if token is None else direction_of(sentence, token)
        relative = relative.replace(TENSE, how)
    return _counted(words, relative, anchor)


def _counted(words: str, relative: str, anchor: date | None) -> When:
    if anchor is None:
        return When(None, f"{words}; document undated", words, relative)
    return When(settle(relative, anchor), f"{words}; document dated {anchor}", words, relative)


def _token_at(sentence: Sentence, start: int, end: int) -> Token | None:
    """The token on which the words at [start, end) hang."""
    inside = sentence.within(Span(start, end))
    places = {one.index for one in inside}
    return next((one for one in inside if one.head not in places or one.head == one.index), None)


def _names_a_day(when: When) -> bool:
    if when.edtf is not None:
        return day_of(when.edtf) is not None
    return when.relative is not None and when.relative.startswith(("day:", "weekday:", "date:"))


def _base(
    page: Page,
    sentence: Sentence,
    following: tuple[Expression, ...],
    named: list[tuple[int, When]],
    shift: str,
) -> When | None:
    """The day from which "a day after" counts: one named right behind it, else the last before."""
    anchor = anchor_of(page.document)
    for one in following[:1]:
        when = _when(page, sentence, one, anchor)
        if shift != "+P0D" and _names_a_day(when):
            return when
    if named and sentence.index - named[-1][0] <= _REACH:
        return named[-1][1]
    return None


def _shifted(base: When | None, shift: str, words: str, anchor: date | None) -> When:
    if base is None:
        return When(None, f"{words}; counted from a day that the text does not name", words)
    relative = base.relative or base.edtf
    if shift != "+P0D" and relative is not None:
        relative = f"{relative}{shift}" if base.relative else None
    day = day_of(base.edtf)
    edtf = None if day is None else settle(f"day:0{shift}", day)
    basis = f"{words}, counted from {base.expression}"
    if base.relative and anchor is not None:
        basis = f"{basis}; document dated {anchor}"
    return When(edtf, basis, words, relative if base.relative else None)
