"""Stand-ins: names are parsed as if they were common ones, so that grammar does not hang on names.

A small model has met "Paris" and "Smith" often and most names never: it may take the name of one
president for a verb and of another for a place, and then reads the sentence around it amiss. So
names of states and persons are exchanged for well-known ones before a sentence is parsed, each by a
word of its own kind, and put back afterwards: offsets and words are those of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from communique.languages.en.names import name_endings
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
_ADDRESSED = re.compile(
    rf"(?<!\w)H\.[ ]?E\.,?[ ](?:(?:Mr|Mrs|Ms|Dr|Prof|Amb|Sheikh|Sheikha)\.?[ ])*(?P<name>{_NAME})"
)
_LEAST = 3
"""A part of a name that is shorter stands for nobody when it stands alone ("S", "Al")."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Tokens from ``start`` up to but without ``end`` that are parsed as one word."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text as they stand, by their place: words, offsets and white space.

    ``starts`` count code points of the document. ``blank`` are the tokens of white space alone,
    ``parted`` those that white space follows.
    """

    text: str
    words: list[str]
    starts: list[int]
    blank: list[bool]
    parted: list[bool]


def tokens_of(parsed: "Doc", offset: int) -> Tokens:
    """The tokens of a text that begins at an offset of its document."""
    # Asked for as numbers, all at once: token by token is slow.
    orths, spaced = parsed.to_array(["ORTH", "SPACY"]).T.tolist()
    strings = parsed.vocab.strings
    words = [strings[number] for number in orths]
    blank = [word.isspace() for word in words]
    whole = [word + " " if space else word for word, space in zip(words, spaced, strict=True)]
    starts = list(accumulate(map(len, whole), initial=offset))[:-1]
    behind = [*blank, False][1:]
    parted = [bool(one) or after for one, after in zip(spaced, behind, strict=True)]
    return Tokens("".join(whole), words, starts, blank, parted)


def with_plain_spaces(text: str) -> str:
    """The text with a plain space for each other space within a line; offsets stay."""
    return _ODD_SPACES.sub(" ", text)


def with_plain_marks(word: str) -> str:
    """The word with a plain apostrophe: the model takes the "n’t" of a page for a noun."""
    return word.replace("’", "'")


_ODD_SPACES = re.compile("[\t\xa0\u2000-\u200a\u202f\u205f\u3000]")


class StandIns:
    """The stand-ins of one document: its names in the order in which they first stand in it."""

    def __init__(self, text: str, find: FindNames) -> None:
        text = with_plain_spaces(text)
        names = tuple(find(text))
        self._names = sorted(names, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._names]
        codes = dict.fromkeys(one.code for one in self._names if one.kind in _OF_STATES)
        self._column = {code: at for at, code in enumerate(codes)}
        self._persons = _persons_in(text, [one.span for one in self._names])

    def names_from(self, start: int) -> Iterator[Name]:
        """The names that stand at an offset or behind it, in order."""
        return islice(self._names, bisect_left(self._starts, start), None)

    def disguise(self, met: Tokens, vocab: "Vocab") -> tuple["Doc", list[tuple[int, int]]]:
        """The tokens with names exchanged, and for each new token the old ones it stands for.

        Those are given by the place of the first and the place behind the last.
        """
        from spacy.tokens import Doc

        words: list[str] = []
        places: list[tuple[int, int]] = []
        done = 0
        for piece in (*self._pieces(met), _Piece(len(met.words), len(met.words), "")):
            # Tokens of white space alone would bend the grammar.
            for at in range(done, piece.start):
                if not met.blank[at]:
                    words.append(with_plain_marks(met.words[at]))
                    places.append((at, at + 1))
            if piece.end > piece.start:
                words.append(piece.word)
                places.append((piece.start, piece.end))
            done = piece.end
        spaces = [met.parted[end - 1] for _, end in places]
        return Doc(vocab, words=words, spaces=spaces), places

    def _pieces(self, met: Tokens) -> list[_Piece]:
        exchanges = self._exchanges(met)
        if not exchanges:
            return []
        places = {start: at for at, start in enumerate(met.starts)}
        ends = {start + len(met.words[at]): at + 1 for start, at in places.items()}
        found: list[_Piece] = []
        for span, words in exchanges:
            start, end = places.get(span.start), ends.get(span.end)
            if start is None or end is None or (found and start < found[-1].end):
                continue
            if len(words) == 1 or end - start == 1:
                found.append(_Piece(start, end, words[-1]))
            else:
                found.append(_Piece(start, start + 1, words[0]))
                found.append(_Piece(start + 1, end, words[1]))
        return found

    def _exchanges(self, met: Tokens) -> list[tuple[Span, tuple[str, ...]]]:
        if not met.starts:
            return []
        text, offset = with_plain_spaces(met.text), met.starts[0]
        end = offset + len(text)
        first, last = bisect_left(self._starts, offset), bisect_left(self._starts, end)
        found: list[tuple[Span, tuple[str, ...]]] = [
            (one.span, (self._word(one),)) for one in self._names[first:last] if one.span.end <= end
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


def _persons_in(text: str, taken: Sequence[Span]) -> tuple[re.Pattern[str], dict[str, int]] | None:
    """A pattern for the names of titled persons and their parts, and whose each name is."""
    whose: dict[str, int] = {}
    number = 0
    for match in _titled().finditer(text):
        name = _without_others(match, taken)
        if name is None or name in whose:
            continue
        parts = [one.rstrip(",") for one in name.split()]
        known = next((whose[one] for one in parts if one in whose), None)
        person = number if known is None else known
        number += known is None
        for one in (name, *(part for part in parts if len(part) >= _LEAST)):
            whose.setdefault(one, person)
    for match in _ADDRESSED.finditer(text):
        # The model ends a sentence behind "H.E.": it is parsed with the name.
        name = _without_others(match, taken)
        if name is not None:
            whole = text[match.start() : match.start("name") + len(name)]
            whose.setdefault(whole, whose.get(name, number))
            number += name not in whose
    if not whose:
        return None
    longest = sorted(whose, key=lambda one: (-len(one), one))
    wording = "|".join(re.escape(one) for one in longest)
    return re.compile(rf"(?<![\w-])(?:{wording})(?![\w-])"), whose


@cache
def _ending() -> str:
    """What tells a son from his father; a name is parsed with it as one."""
    return rf",? (?:{'|'.join(one.title() for one in sorted(name_endings()))})\b\.?"


@cache
def _ended() -> re.Pattern[str]:
    """A name with such an ending."""
    return re.compile(_ending() + "$")


def _without_others(match: re.Match[str], taken: Sequence[Span]) -> str | None:
    """The name after a title, cut before a name of another sort that stands in it."""
    start, end = match.span("name")
    for span in taken:
        if span.start <= start < span.end:
            return None
        if start < span.start < end:
            end = span.start
    name = match.string[start:end].rstrip(" .-")
    if _ended().search(name) and match.string.startswith(f"{name}.", start):
        name += "."
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


_HEAD = 2
"""Letters with which titles begin alike."""


@cache
def _titled() -> re.Pattern[str]:
    """A title and the name behind it."""
    wordings = {one for title in titles() for one in title.wordings}
    by_head: dict[str, list[str]] = {}
    for one in sorted(wordings, key=lambda one: (-len(one), one)):
        by_head.setdefault(one[:_HEAD], []).append(re.escape(one[_HEAD:]))
    # Tried at every word of a text: those that begin alike are ruled out together.
    title = "|".join(f"{re.escape(head)}(?:{'|'.join(rest)})" for head, rest in by_head.items())
    return re.compile(rf"(?<!\w)(?:{title})[ ](?P<name>{_NAME}(?:{_ending()})?)")
