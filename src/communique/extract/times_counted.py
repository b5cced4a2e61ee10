"""Times that count from another time of the text: "two days after the call", "the next day"."""

from dataclasses import dataclass, field

from communique.languages.en.expressions import Expression, counting_words, definite_words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token
from communique.model.times import When
from communique.text.calendar import settle
from communique.text.intervals import day_of

REACH = 3
"""Sentences back to which "the next day" may look for the day it counts from."""
SAME_REACH = 6
"""The same for "earlier in the day", which a text says of the day it goes on telling of."""

SAME = "+P0D"
"""The shift of "the same day"."""

_QUOTES = frozenset("“\"‘'")

_COARSE = {4: "Y", 7: "YM"}
"""By the length of a coarse date the units that may be counted from it."""


@dataclass(slots=True)
class Named:
    """The times that the text has named so far, in order, with their sentences."""

    times: list[tuple[Sentence, When]] = field(default_factory=list)

    def add(self, sentence: Sentence, when: When) -> None:
        """Takes note of a time from which others may count."""
        if names_a_day(when) or len(when.edtf or "") in _COARSE:
            self.times.append((sentence, when))

    def last_before(self, sentence: Sentence, shift: str) -> tuple[Sentence, When] | None:
        """The time named last, if not too far back, from which the shift can count."""
        reach = SAME_REACH if shift == SAME else REACH
        for other, when in reversed(self.times):
            if sentence.index - other.index > reach:
                return None
            if names_a_day(when) or shift[-1] in _COARSE[len(when.edtf or "")]:
                return other, when
        return None


def names_a_day(when: When) -> bool:
    """Whether a time is one day, in a calendar or before an anchor is known."""
    if when.edtf is not None:
        return day_of(when.edtf) is not None
    relative = when.relative or ""
    return relative.startswith(("day:", "weekday:", "date:")) and "/" not in relative


def has_complement(sentence: Sentence, one: Expression) -> bool:
    """Whether words behind a counted time say from what it counts: "two days after the call"."""
    words = sentence.text[one.start : one.end].lower()
    behind = sentence.text[one.end :].lstrip()[:1]
    return words.endswith(counting_words()) and (behind.isalnum() or behind in _QUOTES)


def complement_at(sentence: Sentence, one: Expression) -> Token | None:
    """The head of the words from which a counted time counts, or None."""
    end = sentence.start + one.end
    behind = next((token for token in sentence.tokens if token.start >= end), None)
    if behind is None:
        return None
    inside = {token.index for token in sentence.within(Span(sentence.start + one.start, end))}
    token = behind
    while token.head != token.index and token.head not in inside:
        above = sentence.head(token)
        if above.start < end:
            break
        token = above
    return token


def base_of(
    sentence: Sentence,
    one: Expression,
    following: tuple[tuple[Expression, When], ...],
    named: Named,
) -> When | None:
    """The day from which a time counts, None where the text does not name it."""
    shift = one.shift or ""
    if not has_complement(sentence, one):
        last = named.last_before(sentence, shift)
        return None if last is None else last[1]
    for other, when in following[:1]:
        if not set(sentence.text[one.end : other.start]) & set(",;–—") and names_a_day(when):
            return when
    last = named.last_before(sentence, shift)
    if last is None or not _points_back(sentence, one, last[0]):
        return None
    return last[1]


def _points_back(sentence: Sentence, one: Expression, other: Sentence) -> bool:
    """Whether what a time counts from is what a sentence told of: "after the call"."""
    head = complement_at(sentence, one)
    if head is None or head.pos not in ("NOUN", "PROPN", "PRON", "DET"):
        return False
    first = next(token for token in sentence.tokens if token.start >= sentence.start + one.end)
    if first.lower not in definite_words():
        return False
    return head is first or head.lemma in {token.lemma for token in other.tokens}


def shifted(base: When | None, shift: str, words: str) -> When:
    """The time so long after or before another; without a date where that one is not known."""
    if base is None:
        basis = f"{words}; counted from a day that the text does not name"
        return When(None, basis, words, f"then{shift}")
    relative = f"{base.relative}{'' if shift == SAME else shift}" if base.relative else None
    day = day_of(base.edtf)
    edtf = settle(f"day:0{shift}", day) if day is not None else _coarsely(base.edtf, shift)
    also = base.basis.partition("; ")[2]
    basis = f"{words}, counted from {base.expression}" + (f"; {also}" if also else "")
    return When(edtf, basis, words, relative)


def _coarsely(edtf: str | None, shift: str) -> str | None:
    """So many months or years on from a month or year."""
    if edtf is None or len(edtf) not in _COARSE:
        return None
    day = day_of(f"{edtf}-01-01"[:10])
    found = None if day is None else settle(f"day:0{shift}", day)
    return None if found is None else found[: len(edtf)]
