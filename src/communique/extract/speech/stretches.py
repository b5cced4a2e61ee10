"""Stretches of a sentence: where the words that are told may begin and end."""

from communique.languages.en.originals import original_words
from communique.languages.en.speech import speech_words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token

_TRIM_START = " \t\n\r,;:–—-"
_TRIM_END = " \t\n\r,;:–—-.!?"
QUOTES = "\"“”„«»‟‘’'"


def opening() -> frozenset[str]:
    """The words that open a clause that is told: 'that'."""
    return speech_words().particles["opening"]


def full_clause(sentence: Sentence, that: Token) -> bool:
    """Whether a verb after 'that' has a subject of its own."""
    return any(
        one.dep in ("nsubj", "nsubjpass", "expl")
        and one.index > that.index
        and sentence.head(one).index > one.index
        for one in sentence.tokens[that.index + 1 : that.index + 25]
    )


def back_over(sentence: Sentence, at: int) -> int:
    """Over the comma and 'and' before a place."""
    while at > 0 and (
        sentence.tokens[at - 1].text in ",;–—" or sentence.tokens[at - 1].dep == "cc"
    ):
        at -= 1
    return at


def trimmed(sentence: Sentence, start: int, stop: int) -> Span | None:
    """From one token to before another, without punctuation at the ends; None when nothing is left.

    Marks of quotation stay: whether they enclose the whole is decided with the quotations.
    """
    tokens = sentence.tokens
    while start < stop and tokens[start].text in _TRIM_START:
        start += 1
    while stop > start and tokens[stop - 1].text in _TRIM_END:
        stop -= 1
    return Span(tokens[start].start, tokens[stop - 1].end) if stop > start else None


def glued_stops(sentence: Sentence) -> tuple[int, ...]:
    """Places where a sentence ended unseen: in 'wrote on X. The ...' the stop went to the name."""
    tokens = sentence.tokens
    return tuple(
        one.index
        for one in tokens[1:-1]
        if one.text in original_words().glued and tokens[one.index + 1].text[:1].isupper()
    )
