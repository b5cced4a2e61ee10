"""Wordings of time in English sentences: where they stand and what they mean before an anchor.

The grammar is data, ``times.toml``; here its rows become values. A meaning whose direction hangs on
the tense of a verb holds the mark TENSE in its place (see ``text/calendar.py`` for the rest).
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from communique.languages.en.expression_makers import Given, made
from communique.languages.en.times import filled, months, tables, units, weekdays

_ODD_SPACE = re.compile(r"\s\s|[^\S ]")
_SPACED = re.compile(r"\S|\s(?!\s)")
_WORD = re.compile(r"[a-z]+|\d+")
YEAR = 4
"""The digits of a year."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A wording of time at [start, end) of a sentence.

    One of these is given: ``edtf`` for a date that needs no anchor, ``relative`` for one that does,
    ``duration`` for a length of time, ``shift`` (``+P1D``) for what counts from another time of the
    text. Of "in two weeks" both ``relative`` and ``duration`` are, and the verb must tell. ``row``
    is the meaning of the row that read it.
    """

    start: int
    end: int
    row: str
    edtf: str | None = None
    relative: str | None = None
    duration: str | None = None
    shift: str | None = None


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A row of the grammar, with a text that it must read, and one that it must not.

    A sentence without a word of the class that it ``needs``, or without any of those ``beside``
    (where there are such), cannot hold it and is not tried.
    """

    means: str
    needs: str
    beside: frozenset[str]
    relative: str | None
    pattern: re.Pattern[str]
    matches: str
    gives: str
    counter: str


@cache
def time_rows() -> tuple[TimeRow, ...]:
    """The rows of the grammar, in the order in which they go before one another."""
    return tuple(
        TimeRow(
            means=row["means"],
            needs=row["needs"],
            beside=frozenset(row.get("beside", ())),
            relative=row.get("relative"),
            pattern=re.compile(filled(row["pattern"])),
            matches=row["matches"],
            gives=row["gives"],
            counter=row["not"],
        )
        for row in tables()["time"]
    )


@dataclass(frozen=True, slots=True)
class NameRow:
    """Words that look like a time and are a name, a number or an age.

    ``needs`` and ``beside`` are as with the rows of time; None or empty where nothing is needed.
    """

    needs: str | None
    beside: frozenset[str]
    pattern: re.Pattern[str]
    matches: str
    counter: str


@cache
def name_rows() -> tuple[NameRow, ...]:
    """The names, numbers and ages that are never read as times."""
    return tuple(
        NameRow(
            needs=row.get("needs"),
            beside=frozenset(row.get("beside", ())),
            pattern=re.compile(filled(row["pattern"])),
            matches=row["matches"],
            counter=row["not"],
        )
        for row in tables()["name"]
    )


@cache
def planning_words() -> frozenset[str]:
    """Lemmas of verbs and adjectives whose complement lies ahead."""
    return frozenset(tables()["planning"]["words"])


@cache
def prepositions(sending: str) -> frozenset[str]:
    """Words in lower case: ``back_from``, ``on_to``, ``not_yet``, ``behind`` (see times.toml)."""
    return frozenset(tables()[sending]["words"])


@cache
def still_words() -> frozenset[str]:
    """Lemmas of verbs whose present tells what was, or what always is."""
    return frozenset(tables()["still"]["words"])


@cache
def ahead_words() -> frozenset[str]:
    """Modal verbs, in lower case, that put what they govern ahead."""
    return frozenset(tables()["ahead"]["words"])


@cache
def counting_words() -> tuple[str, ...]:
    """Words at the end of a counted time behind which stands what it counts from, lower case."""
    return tuple(tables()["counting"]["words"])


@cache
def definite_words() -> frozenset[str]:
    """Words in lower case that point at what was told of before."""
    return frozenset(tables()["definite"]["words"])


@cache
def _person_names() -> re.Pattern[str]:
    return re.compile(tables()["person_names"]["pattern"])


def may_name_a_person(words: str) -> bool:
    """Whether the words of a time may be a name: of a month that people are called by."""
    return _person_names().search(words) is not None


@cache
def _classes() -> dict[str, str]:
    """For each word that may begin a time the class that it calls up."""
    found = dict.fromkeys(tables()["deictic"]["words"], "deictic")
    found |= dict.fromkeys(tables()["ordinal"]["words"], "ordinal")
    found |= dict.fromkeys(weekdays(), "weekday")
    found |= dict.fromkeys(months(), "month")
    return found | dict.fromkeys(units(), "unit")


def classes_in(words: frozenset[str]) -> frozenset[str]:
    """The classes of words of time among the words of a sentence, which are in lower case."""
    known = _classes()
    found = {known[word] for word in words & known.keys()}
    digits = {len(word) for word in words if word.isdigit()}
    if YEAR in digits:
        found |= {"year", "decade"}
    if digits:
        found.add("digit")
    return frozenset(found)


def expressions_in(sentence: str) -> tuple[Expression, ...]:
    """The wordings of time in a sentence, in order; of two that overlap the longer one.

    Pages put several spaces, or unusual ones, between words: they count as one.
    """
    if _ODD_SPACE.search(sentence) is None:
        return _found_in(sentence)
    kept = [met.start() for met in _SPACED.finditer(sentence)]
    single = "".join(" " if sentence[at].isspace() else sentence[at] for at in kept)
    return tuple(
        replace(one, start=kept[one.start], end=kept[one.end - 1] + 1) for one in _found_in(single)
    )


def _found_in(sentence: str) -> tuple[Expression, ...]:
    words = frozenset(_WORD.findall(sentence.lower()))
    classes = classes_in(words)
    if not classes:
        return ()
    found = [
        one
        for row in _times_of(classes)
        if _has_beside(row, words)
        for match in row.pattern.finditer(sentence)
        if (one := _expression(row, match)) is not None
    ]
    if not found:
        return ()
    taken = [
        match.span()
        for row in _names_of(classes)
        if _has_beside(row, words)
        for match in row.pattern.finditer(sentence)
    ]
    kept: list[Expression] = []
    # Of equally long ones that of the earlier row.
    for one in sorted(found, key=lambda one: one.start - one.end):
        if all(one.end <= start or end <= one.start for start, end in taken):
            kept.append(one)
            taken.append((one.start, one.end))
    return tuple(sorted(kept, key=lambda one: one.start))


@cache
def _times_of(classes: frozenset[str]) -> tuple[TimeRow, ...]:
    """The rows of times that can match where words of these classes stand."""
    return tuple(row for row in time_rows() if row.needs in classes)


@cache
def _names_of(classes: frozenset[str]) -> tuple[NameRow, ...]:
    """The rows of names that can match where words of these classes stand."""
    return tuple(row for row in name_rows() if row.needs is None or row.needs in classes)


def _has_beside(row: TimeRow | NameRow, words: frozenset[str]) -> bool:
    """Whether one of the words of which a row's pattern holds one stands in a sentence."""
    return not row.beside or not row.beside.isdisjoint(words)


def _expression(row: TimeRow, match: re.Match[str]) -> Expression | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    words = match.group()
    parts = made(row.means, Given(words.strip(), groups, row.relative))
    if parts is None:
        return None
    start = match.start() + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if words.endswith(".") and words.rstrip(".").split()[-1].lower() not in _abbreviations():
        end -= 1
    return Expression(start, end, row.means, **parts)


@cache
def _abbreviations() -> frozenset[str]:
    """The names of months that a full stop may shorten: those that a longer name begins with."""
    return frozenset(
        one for one in months() if any(name != one and name.startswith(one) for name in months())
    )
