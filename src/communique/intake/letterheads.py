"""The lines at the head of a text, and what each is: organ, state, kind, title, small print.

A line of a letterhead names an organ or a state and holds no word that letterheads do not have. So
"Ministry of Foreign Affairs of Norland" is one, and a headline that has it say something is none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from communique.catalog.naming import OF_BODIES, OF_STATES, Named, NamingKind, find_namings
from communique.catalog.tables import Tables
from communique.intake.dates import is_day
from communique.languages.en.heads import head_words
from communique.languages.en.originals import original_words
from communique.model.documents import Block
from communique.model.passages import Span
from communique.model.vocabulary import BlockKind, DocumentKind
from communique.text.blocks import lines_of, unwrapped

NOWHERE = Span(0, 0)
"""The line of words that are told beside the text."""
LINES = 15
"""Lines within which a text says at its head who issues it."""
_RUNNING = 12
"""Words from which a line that ends with a stop is running text."""
_LONG = 240
"""Code points from which a line is running text, whatever its last mark."""
_PARTS = re.compile(r"\s+[·•/—–]\s+|\s*\|\s*")
_STOPS = (".", ".”", '."', ":")
_MARKUP = "#>*_ \t"
_OUTRIGHT = (NamingKind.STATE, NamingKind.ADJECTIVE, NamingKind.PEOPLE, NamingKind.BODY)
BY_REPUTE = (NamingKind.SEAT, NamingKind.MINISTRY, NamingKind.BODY_METONYM)
"""Ways of naming a side that are known to be its, without saying so."""


class Role(StrEnum):
    """What a line is at the head of a text; ``text`` is the first line that is none of the head."""

    ORGAN = "organ"
    STATE = "state"
    KIND = "kind"
    TITLE = "title"
    SMALL = "small"
    DAY = "day"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a head, or what a stroke parts in it: its words, what they are, whom they name."""

    words: str
    role: Role | None
    named: tuple[Named, ...]
    line: Span = NOWHERE

    @property
    def kind(self) -> DocumentKind | None:
        """The kind of text that it says it heads, or None."""
        return head_words().kind_of(self.words)

    @property
    def besides(self) -> str:
        """Its words without the names of states and bodies."""
        return _without(self.words, self.named)

    def codes(self, *kinds: NamingKind) -> tuple[str, ...]:
        """The states and bodies that it names in these ways, in the order of the text."""
        return tuple(code for one in self.named if (code := one.code(*kinds)))

    @property
    def sides(self) -> tuple[str, ...]:
        """The states and bodies that it names outright."""
        return self.codes(*_OUTRIGHT)

    @property
    def capitals(self) -> tuple[str, ...]:
        """The states whose capitals it names."""
        return self.codes(NamingKind.CAPITAL)

    @property
    def is_joint(self) -> bool:
        """Whether it sets two sides beside each other: "the Governments of X and Y"."""
        of_sides = [one for one in self.named if one.code(*OF_STATES, *OF_BODIES)]
        return any(
            left.namings != right.namings
            and head_words().are_joint(self.words[left.span.end : right.span.start])
            for left, right in pairwise(of_sides)
        )


def head_of(text: str, known: Iterable[Block], tables: Tables) -> Iterator[Part]:
    """The parts of the lines above the account, and the first line of it.

    ``known`` says of lines what their markup says; what is no part of the account is passed over.
    """
    beside = {one.span for one in known if one.kind is BlockKind.OTHER}
    begins = text[: LINES * _LONG]
    for at, line in enumerate(unwrapped(begins, lines_of(begins))):
        if line.span in beside:
            continue
        words = text[line.span.start : line.span.end].strip(_MARKUP)
        if at == LINES or _is_running(words):
            words = words[:_LONG]
            yield Part(words, Role.TEXT, find_namings(tables, words), line.span)
            return
        for one in _PARTS.split(words):
            if one.strip():
                yield part_of(one, tables, line.span)


def _is_running(words: str) -> bool:
    has_stop = words.endswith(_STOPS) and len(words.split()) >= _RUNNING
    return has_stop or len(words) >= _LONG


def part_of(words: str, tables: Tables, line: Span = NOWHERE) -> Part:
    """What a stretch of a line is at the head of a text; what goes on for long is cut."""
    words = words[:_LONG]
    named = find_namings(tables, words)
    return Part(words, _role(words, named), named, line)


def _role(words: str, named: tuple[Named, ...]) -> Role | None:
    cues = head_words()
    if cues.is_small(words):
        return Role.SMALL
    if cues.kind_of(words):
        return Role.KIND if cues.is_only_kind(words) else Role.TITLE
    rest = _without(words, named)
    if cues.is_letterhead(rest):
        if names_organ(rest, named):
            return Role.ORGAN
        return Role.STATE if any(one.has(NamingKind.STATE) for one in named) else Role.SMALL
    return Role.DAY if is_day(words) else None


def names_organ(rest: str, named: tuple[Named, ...]) -> bool:
    """Whether words name an organ or a post, or a name beside them stands for one."""
    told = original_words()
    by_name = any(one.has(*BY_REPUTE, NamingKind.BODY) for one in named)
    return by_name or bool(told.issuer_of(rest) or told.seat_of(rest))


def _without(words: str, named: tuple[Named, ...]) -> str:
    """The words with the names of states and bodies in them taken out."""
    for one in reversed(named):
        if one.code(*OF_STATES, *OF_BODIES):
            words = f"{words[: one.span.start]} {words[one.span.end :]}"
    return words
