"""The times that a document names, resolved against its own date.

Wordings come from the grammar of the language; here the tense of the governing verb decides the
direction of "on Tuesday", the document's date is the anchor, and "the next day" counts from the day
named before it. What no date follows from keeps its meaning for later (``When.relative``).
"""

from communique.extract.day_headings import DayHeading, heading_at, headings_of
from communique.extract.page import Page
from communique.extract.tense import direction_of
from communique.extract.times_anchor import Anchors, anchor_of, anchors_of
from communique.extract.times_counted import Named, base_of, shifted
from communique.languages.en.expression_makers import TENSE
from communique.languages.en.expressions import Expression, expressions_in, may_name_a_person
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention, When

__all__ = ["anchor_of", "find_times"]


def find_times(page: Page) -> tuple[TimeMention, ...]:
    """Every span of the document that names a time or a duration, in the order of the text."""
    told = [(one, met) for one in page.sentences if (met := expressions_in(one.text))]
    anchors = anchors_of(page, told)
    headings = headings_of(page)
    found: list[TimeMention] = []
    named = Named()
    for sentence, expressions in told:
        above = heading_at(headings, sentence.start)
        here = anchors if above is None else _below(page, above)
        for one, when, duration in _times_in(sentence, expressions, here, named):
            start = sentence.start + one.start
            passage = page.passage(start, sentence.start + one.end)
            found.append(TimeMention(passage, when, duration))
    return tuple(found)


def _below(page: Page, heading: DayHeading) -> Anchors:
    """The anchors of what stands below a heading that is a day."""
    words = page.document.text[heading.span.start : heading.span.end]
    return Anchors(heading.day, f"under the heading {words}")


def _times_in(
    sentence: Sentence, expressions: tuple[Expression, ...], anchors: Anchors, named: Named
) -> list[tuple[Expression, When, str | None]]:
    """The times of one sentence; those from which others may count are added to ``named``."""
    read = [
        (one, *_read(sentence, one, anchors))
        for one in expressions
        if not _is_person(sentence, one)
    ]
    found: list[tuple[Expression, When, str | None]] = []
    for place, (one, when, duration) in enumerate(read):
        if one.shift is not None:
            following = tuple((other, told) for other, told, _ in read[place + 1 :])
            base = base_of(sentence, one, following, named)
            when = shifted(base, one.shift, _words(sentence, one))
        found.append((one, when, duration))
        named.add(sentence, when)
    return found


def _words(sentence: Sentence, one: Expression) -> str:
    return sentence.text[one.start : one.end]


def _is_person(sentence: Sentence, one: Expression) -> bool:
    """Whether a month without day and year is somebody's name: "spoke to May"."""
    if not may_name_a_person(_words(sentence, one)):
        return False
    tokens = sentence.within(Span(sentence.start + one.start, sentence.start + one.end))
    return bool(tokens) and tokens[-1].entity == "PERSON"


def _read(sentence: Sentence, one: Expression, anchors: Anchors) -> tuple[When, str | None]:
    """What one wording means by itself: a time, and the length of time where it is one."""
    words = _words(sentence, one)
    if one.duration is not None and not _is_ahead(sentence, one):
        return When(None, "a length of time", words), one.duration
    if one.edtf is not None:
        return When(one.edtf, "as stated", words), None
    relative = one.relative or ""
    if TENSE in relative:
        relative = relative.replace(TENSE, _direction(sentence, one))
    return anchors.when(words, relative), None


def _is_ahead(sentence: Sentence, one: Expression) -> bool:
    """Whether "in two weeks" is when something will be, and not how long something took."""
    if one.relative is None:
        return False
    token = _token_at(sentence, one)
    if token is None or sentence.head(token).pos not in ("VERB", "AUX"):
        return False
    return direction_of(sentence, token) == "future"


def _direction(sentence: Sentence, one: Expression) -> str:
    token = _token_at(sentence, one)
    return "near" if token is None else direction_of(sentence, token)


def _token_at(sentence: Sentence, one: Expression) -> Token | None:
    """The token on which the words of a time hang."""
    inside = sentence.within(Span(sentence.start + one.start, sentence.start + one.end))
    places = {token.index for token in inside}
    return next(
        (token for token in inside if token.head not in places or token.head == token.index), None
    )
