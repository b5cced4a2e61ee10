"""Stand-ins: names are parsed as if they were common ones, so that grammar does not hang on names.

A small model has met "Paris" and "Smith" often and most names never: it may take the name of one
president for a verb and of another for a place, and then reads the sentence around it amiss. So
names of states and persons are exchanged for well-known ones before a sentence is parsed, each by a
word of its own kind, and put back afterwards: offsets and words are those of the text.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from communique.languages.en.titles import titles
from communique.model.passages import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


class NameKind(StrEnum):
    """What sort of word a name is, for the grammar."""

    STATE = "state"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: where it stands, what sort of word it is, and whose it is."""

    span: Span
    kind: NameKind
    code: str


FindNames = Callable[[str], Iterable[Name]]

STANDS_FOR: dict[NameKind, tuple[str, ...]] = {
    NameKind.STATE: ("France", "Germany", "Spain", "Italy", "Japan", "Poland", "Brazil"),
    NameKind.ADJECTIVE: (
        *("French", "German", "Spanish", "Italian", "Japanese", "Polish", "Brazilian"),
    ),
    NameKind.PEOPLE: (
        *("Frenchmen", "Germans", "Spaniards", "Italians", "Japanese", "Poles", "Brazilians"),
    ),
    NameKind.CAPITAL: ("Paris", "Berlin", "Madrid", "Rome", "Tokyo", "Warsaw", "Brasilia"),
    NameKind.SEAT: ("Kremlin",),
    NameKind.AGENCY: ("Reuters",),
}
"""Each column of the first four rows belongs to one state, so that its words stay together."""

PERSONS = (("John", "Smith"), ("Peter", "Brown"), ("David", "Jones"), ("Robert", "Taylor"))
"""Given and family name; a document's persons take them in turn."""

_PARTICLE = r"(?:al|bin|bint|ibn|ben|de|da|do|dos|del|della|der|van|von|el|ul)"
_WORD = r"[A-Z][^\W\d_]*(?:[-'’][^\W\d_]+)*"
_NAME = rf"{_WORD}(?:-{_PARTICLE})?\.?(?:[ ](?:{_PARTICLE}[ ])*{_WORD}){{0,3}}"
_LEAST = 3
"""A part of a name that is shorter stands for nobody when it stands alone ("S", "Al")."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Tokens from ``start`` up to but without ``end`` that are parsed as one word."""

    start: int
    end: int
    word: str


def with_plain_spaces(text: str) -> str:
    """The text with a plain space for each other space within a line; offsets stay."""
    return text.translate(_SPACES)


_SPACES = dict.fromkeys((0x09, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")


class StandIns:
    """The stand-ins of one document: its names in the order in which they first stand in it."""

    def __init__(self, text: str, find: FindNames) -> None:
        text = with_plain_spaces(text)
        names = tuple(find(text))
        self._names = sorted(names, key=lambda one: one.span)
        codes = dict.fromkeys(one.code for one in self._names if one.kind in _OF_STATES)
        self._column = {code: at for at, code in enumerate(codes)}
        self._persons = _persons_in(text, [one.span for one in self._names])

    def disguise(self, parsed: "Doc", offset: int, vocab: "Vocab") -> tuple["Doc", list[Span]]:
        """The tokens with names exchanged, and for each new token the old tokens it stands for.

        ``offset`` is where the tokens' text begins in the document.
        """
        from spacy.tokens import Doc

        pieces: list[_Piece] = []
        for piece in self._pieces(parsed, offset):
            pieces += _as_they_are(parsed, pieces[-1].end if pieces else 0, piece.start)
            pieces.append(piece)
        pieces += _as_they_are(parsed, pieces[-1].end if pieces else 0, len(parsed))
        words = [one.word for one in pieces]
        spaces = [_is_parted(parsed, one.end) for one in pieces]
        return Doc(vocab, words=words, spaces=spaces), [Span(one.start, one.end) for one in pieces]

    def _pieces(self, parsed: "Doc", offset: int) -> list[_Piece]:
        starts = {token.idx + offset: token.i for token in parsed}
        ends = {token.idx + len(token) + offset: token.i + 1 for token in parsed}
        found: list[_Piece] = []
        for span, words in self._exchanges(with_plain_spaces(parsed.text), offset):
            start, end = starts.get(span.start), ends.get(span.end)
            if start is None or end is None or (found and start < found[-1].end):
                continue
            if len(words) == 1 or end - start == 1:
                found.append(_Piece(start, end, words[-1]))
            else:
                found.append(_Piece(start, start + 1, words[0]))
                found.append(_Piece(start + 1, end, words[1]))
        return found

    def _exchanges(self, text: str, offset: int) -> list[tuple[Span, tuple[str, ...]]]:
        here = Span(offset, offset + len(text))
        found: list[tuple[Span, tuple[str, ...]]] = [
            (one.span, (self._word(one),)) for one in self._names if here.holds(one.span)
        ]
        if self._persons is not None:
            pattern, given = self._persons
            for match in pattern.finditer(text):
                span = Span(match.start() + offset, match.end() + offset)
                words = PERSONS[given[match[0]] % len(PERSONS)]
                found.append((span, words if " " in match[0] else words[1:]))
        return sorted(found, key=lambda one: (one[0].start, -one[0].end))

    def _word(self, name: Name) -> str:
        words = STANDS_FOR[name.kind]
        return words[self._column.get(name.code, 0) % len(words)]


_OF_STATES = (NameKind.STATE, NameKind.ADJECTIVE, NameKind.PEOPLE, NameKind.CAPITAL)


def _is_parted(parsed: "Doc", end: int) -> bool:
    """Whether white space of any kind follows the token before this place."""
    return bool(parsed[end - 1].whitespace_) or (end < len(parsed) and parsed[end].is_space)


def _as_they_are(parsed: "Doc", start: int, end: int) -> list[_Piece]:
    """Tokens for which nothing stands in; those of white space alone would bend the grammar."""
    places = (at for at in range(start, end) if not parsed[at].is_space)
    return [_Piece(at, at + 1, parsed[at].text) for at in places]


def _persons_in(text: str, taken: Sequence[Span]) -> tuple[re.Pattern[str], dict[str, int]] | None:
    """A pattern for the names of titled persons and their parts, and whose each name is."""
    whose: dict[str, int] = {}
    number = 0
    for match in _titled().finditer(text):
        name = _without_others(match, taken)
        if name is None or name in whose:
            continue
        parts = name.split()
        known = next((whose[one] for one in parts if one in whose), None)
        person = number if known is None else known
        number += known is None
        for one in (name, *(part for part in parts if len(part) >= _LEAST)):
            whose.setdefault(one, person)
    if not whose:
        return None
    longest = sorted(whose, key=lambda one: (-len(one), one))
    wording = "|".join(re.escape(one) for one in longest)
    return re.compile(rf"(?<![\w-])(?:{wording})(?![\w-])"), whose


def _without_others(match: re.Match[str], taken: Sequence[Span]) -> str | None:
    """The name after a title, cut before a name of another sort that stands in it."""
    start, end = match.span("name")
    for span in taken:
        if span.start <= start < span.end:
            return None
        if start < span.start < end:
            end = span.start
    name = match.string[start:end].rstrip(" .-")
    parts = name.split()
    while parts and parts[-1] in _CALENDAR:
        parts.pop()
    return " ".join(parts) or None


_CALENDAR = frozenset(
    (
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    )
)
"""What often stands behind a name with a capital and is no part of it."""


@cache
def _titled() -> re.Pattern[str]:
    """A title and the name behind it."""
    wordings = {one for title in titles() for one in title.wordings}
    longest = sorted(wordings, key=lambda one: (-len(one), one))
    title = "|".join(re.escape(one) for one in longest)
    return re.compile(rf"(?<!\w)(?:{title})[ ](?P<name>{_NAME})")
