"""What is told before the words that attribute it, or on both sides of them."""

from communique.extract.clauses import FINITE
from communique.extract.speech.namings import noun_phrase
from communique.extract.speech.stretches import (
    QUOTES,
    back_over,
    full_clause,
    glued_stops,
    trimmed,
)
from communique.extract.speech.values import Cue
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token


def before(sentence: Sentence, cue: Cue, verb: Token) -> tuple[Span, ...]:
    """A content before its cue: 'The port will open, the minister said.'"""
    if not {"clause", "quote"} & cue.frames:
        return ()
    edge = min(cue.first, cue.last if cue.source is None else _source_left(sentence, cue))
    edge = min(edge, cue.first)
    comma = edge - 1
    while comma >= 0 and sentence.tokens[comma].text in QUOTES:
        comma -= 1
    if comma < 0 or sentence.tokens[comma].text not in ",?!–—-.…":
        return ()
    begin = _past_connective(sentence, _clause_begin(sentence, comma))
    first = trimmed(sentence, begin, comma + 1 if sentence.tokens[comma].text in "?!" else comma)
    whole = first is not None and _says_something(sentence, begin, comma)
    rest = _rest_of_interrupted(sentence, cue, is_whole=whole)
    if first is None or not (whole or rest):
        return () if rest is None else (rest,)
    return (first,) if rest is None else (first, rest)


def _source_left(sentence: Sentence, cue: Cue) -> int:
    assert cue.source is not None
    span = noun_phrase(sentence, cue.source)
    return next(one.index for one in sentence.tokens if one.start >= span.start)


def _clause_begin(sentence: Sentence, comma: int) -> int:
    """The beginning of the sentence, or of its part after a semicolon."""
    stops = glued_stops(sentence)
    for at in range(comma - 1, -1, -1):
        if sentence.tokens[at].text == ";" or at in stops:
            return at + 1
    return 0


def _says_something(sentence: Sentence, begin: int, comma: int) -> bool:
    """Whether a stretch is a clause or ends in a quotation, and no mere 'In the evening,'."""
    if any(
        one.text in QUOTES and one.tag in ("``", "''") for one in sentence.tokens[begin : comma + 3]
    ):
        return True
    return any(_heads_clause(sentence, one) for one in sentence.tokens[begin : comma + 1])


def _heads_clause(sentence: Sentence, token: Token) -> bool:
    """Whether a finite verb is that of a clause of its own, and describes no noun."""
    if token.tag not in FINITE:
        return False
    verb = sentence.head(token) if token.dep in ("aux", "auxpass") else token
    return verb.dep not in ("relcl", "acl")


def _past_connective(sentence: Sentence, begin: int) -> int:
    """Past 'And', 'But' and 'However,': those are the outlet's."""
    tokens = sentence.tokens
    if tokens[begin].dep == "cc":
        return begin + 1
    after = tokens[begin + 1 : begin + 2]
    if tokens[begin].dep == "advmod" and after and after[0].text == ",":
        return begin + 2
    return begin


def _rest_of_interrupted(sentence: Sentence, cue: Cue, *, is_whole: bool) -> Span | None:
    """What goes on after a cue between commas: 'The port, the minister said, will open.'

    ``is_whole`` is true when what stands before the cue is a clause by itself.
    """
    tokens = sentence.tokens
    last = _closing_comma(sentence, cue)
    if last is None or last + 1 >= len(tokens) or tokens[last + 1].text in QUOTES:
        return None
    after = tokens[last + 1]
    if is_whole:
        goes_on = after.tag not in _APART and _spans(sentence, cue, last)
        if not (goes_on or after.tag in FINITE or _is_clause_joined(sentence, after)):
            return None
    elif after.tag != "VBN" and not any(one.tag in FINITE for one in tokens[last + 1 :]):
        return None
    return trimmed(sentence, last + 1, len(tokens))


_APART = frozenset({"VBG", "IN", "WP", "WDT", "WRB", "CC"})
"""What begins words that do not go on with the clause before a cue."""


def _closing_comma(sentence: Sentence, cue: Cue) -> int | None:
    """The place of the comma that ends the words for who tells, a day or place among them."""
    tokens = sentence.tokens
    last = cue.last
    if cue.source is not None and cue.source.index > cue.last:
        last = right_of(sentence, cue.source)
        described = _past_description(sentence, cue.source, last + 1)
        last = last if described is None else described - 1
    for one in tokens[last + 1 : last + 9]:
        if one.text in ",–—":
            return one.index
        if one.tag in FINITE or one.tag in ("VBG", "WP", "WDT", "TO") or one.text in QUOTES:
            return None
    return None


def _past_description(sentence: Sentence, source: Token, comma: int) -> int | None:
    """The place of the comma after what describes who tells: ', head of the port, '."""
    hung = [
        one
        for one in sentence.children(source)
        if one.index > comma and one.dep in ("appos", "relcl", "acl")
    ]
    if not hung:
        return None
    end = max(sentence.subtree(one)[-1].index for one in hung)
    return next((one.index for one in sentence.tokens[end : end + 3] if one.text == ","), None)


def _is_clause_joined(sentence: Sentence, after: Token) -> bool:
    """Whether 'and' or 'but' leads to a clause with a subject and a verb of its own."""
    return after.tag == "CC" and full_clause(sentence, after)


def _spans(sentence: Sentence, cue: Cue, last: int) -> bool:
    """Whether the clause before a cue and the words after it hang on one another."""
    for one in sentence.tokens:
        if one.index < cue.first and last < one.head and one.pos != "PUNCT":
            return True
        if one.index > last and one.head < cue.first and one.pos != "PUNCT":
            return one.dep not in ("advcl", "prep", "npadvmod", "relcl", "appos")
    return False


def right_of(sentence: Sentence, source: Token) -> int:
    """The place of the last token of the words that name who tells."""
    end = noun_phrase(sentence, source).end
    return max(one.index for one in sentence.tokens if one.end <= end)


def around_adjunct(sentence: Sentence, cue: Cue) -> tuple[Span, ...]:
    """The clause that an adjunct stands beside: after it, before it, or on both sides."""
    assert cue.source is not None
    tokens = sentence.tokens
    last = max(cue.last, right_of(sentence, cue.source))
    begin = _lead_in(sentence, cue.first)
    if begin == cue.first:
        start = last + 1
        whole = trimmed(sentence, start, len(tokens))
        return () if whole is None else (whole,)
    begin = _past_connective(sentence, begin)
    before = trimmed(sentence, begin, back_over(sentence, cue.first))
    if before is None:
        return ()
    spoken = any(one.tag in FINITE for one in tokens[begin : cue.first])
    if spoken and not (_spans(sentence, cue, last) or _is_broken_off(sentence, cue)):
        return (before,)
    rest = trimmed(sentence, last + 1, len(tokens))
    return (before,) if rest is None else (before, rest)


def _is_broken_off(sentence: Sentence, cue: Cue) -> bool:
    """Whether a clause breaks off before its complement: 'The toll is, according to ...'."""
    at = back_over(sentence, cue.first) - 1
    return at >= 0 and sentence.tokens[at].pos == "AUX"


def _lead_in(sentence: Sentence, first: int) -> int:
    """Where the clause of an adjunct begins: after a semicolon, or ', but' right before it."""
    tokens = sentence.tokens
    if all(one.dep in ("cc", "advmod", "punct") for one in tokens[:first]):
        return first
    if tokens[first - 1].dep == "cc" and first > 1 and tokens[first - 2].text in ",;":
        return first
    if tokens[first - 1].text == ";":
        return first
    for at in range(first - 1, -1, -1):
        if tokens[at].text == ";":
            return at + 1
    return 0
