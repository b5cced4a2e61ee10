"""The English words by which a first look measures sentences that are not parsed."""

import re
from collections.abc import Iterator
from functools import cache

from communique.languages.en.actors import actor_words
from communique.languages.en.cues import table
from communique.languages.en.inflections import plurals
from communique.languages.en.times import months, units, weekdays
from communique.languages.en.titles import titles
from communique.model.passages import Span

_END = re.compile(r"[.!?]+[\"”’')\]]*(?:\s+(?=[\"“‘'(\[]*[^\W_a-z])|(?=[A-Z][a-z]))|\n+")
"""Where a sentence may end: scraped pages also run sentences together ("left.The king")."""


@cache
def look_words(section: str, key: str = "words") -> frozenset[str]:
    """The words of one section of the table; raises KeyError if it has no such list."""
    return frozenset(table("first_look")[section][key])


@cache
def time_words() -> frozenset[str]:
    """Words that may say when, in lower case: months, days, units of time and the like."""
    return look_words("day") | {*months(), *weekdays(), *units()}


def sentences_in(text: str, span: Span) -> Iterator[Span]:
    """Roughly the sentences of a stretch of text, in order; never cut behind an abbreviation."""
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if not _is_shortened(match):
            yield Span(start, match.end())
            start = match.end()
    if start < span.end:
        yield Span(start, span.end)


def _is_shortened(match: re.Match[str]) -> bool:
    """Whether the full stop only ends an abbreviation or an initial."""
    start = match.start()
    if match.string[start] != ".":
        return False
    # Looked for behind an end that was found: a pattern with a word in it is slow to try.
    word = _APART.split(match.string[max(match.pos, start - _WIDE) : start])[-1]
    return len(word) == 1 or word.lower() in look_words("sentence", "abbreviations")


@cache
def title_nouns() -> frozenset[str]:
    """The last words of titles of office, in lower case, their plurals among them."""
    last = {wording.lower().split()[-1] for title in titles() for wording in title.wordings}
    return frozenset(last | {one for word in last for one in plurals(word)})


@cache
def counterparts() -> frozenset[str]:
    """Words for the holder of the same office elsewhere: always somebody of another side."""
    named = (title.wordings for title in titles() if title.office == "counterpart")
    words = {one.lower() for wordings in named for one in wordings if " " not in one}
    return frozenset(words | {one for word in words for one in plurals(word)})


def titled_in(sentence: str) -> Iterator[str]:
    """The stretches of a sentence in which somebody is named beside his title."""
    words = _WORDS.findall(sentence.lower())
    if _title_words().isdisjoint(words):
        return
    for match in _NAMES.finditer(sentence):
        before = sentence[max(0, match.start() - _TITLE) : match.start()]
        behind = sentence[match.end() : match.end() + _OFFICE]
        beside = _WORDS.findall(match.group().lower()) + _WORDS.findall(before.lower())[-1:]
        if behind.startswith(","):
            beside += _WORDS.findall(behind.lower())
        if not _title_words().isdisjoint(beside):
            yield match.group()


@cache
def _title_words() -> frozenset[str]:
    """The last words of titles, and words of address: "Mr"."""
    return title_nouns() | actor_words("honorific")


_APART = re.compile(r"[\W\d_]")
_WIDE = 20
"""Letters more than any abbreviation has."""
_WORDS = re.compile(r"[^\W\d_]+")
_NAMES = re.compile(r"[A-Z][\w'’-]*\.?(?: (?:[a-z]{2,3} )?[A-Z][\w'’-]*\.?){0,5}(?: \([A-Z]+\))?")
_TITLE = 20
_OFFICE = 40
"""Characters within which a title stands before a name, and behind the comma that follows it."""
