"""Which words name which state, body, group, format or outlet: one index per Tables.

``find_namings`` scans a text once, left to right, longest name first; its cost grows with the words
of the text and not with the rows of the tables. Accents and curly marks do not matter, capital
letters do: "Turkey" is a state and "turkey" is not.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from communique.catalog.tables import Tables, Tenure
from communique.model.passages import Span


class NamingKind(StrEnum):
    """In what way a wording stands for something in the tables."""

    STATE = "state"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"
    MINISTRY = "ministry"
    BODY = "body"
    BODY_METONYM = "body metonym"
    GROUP = "group"
    FORMAT = "format"
    AGENCY = "agency"
    OUTLET = "outlet"


OF_STATES = frozenset(
    {
        NamingKind.STATE,
        NamingKind.ADJECTIVE,
        NamingKind.PEOPLE,
        NamingKind.CAPITAL,
        NamingKind.SEAT,
        NamingKind.MINISTRY,
    }
)
OF_BODIES = frozenset({NamingKind.BODY, NamingKind.BODY_METONYM})
OF_OUTLETS = frozenset({NamingKind.AGENCY, NamingKind.OUTLET})


@dataclass(frozen=True, slots=True)
class Naming:
    """What a wording stands for: a state's alpha-3 code, a body's code, or a name or label."""

    kind: NamingKind
    code: str


@dataclass(frozen=True, slots=True)
class Named:
    """A span of a text that names something in the tables, with all it may stand for."""

    span: Span
    wording: str
    namings: tuple[Naming, ...]

    def code(self, *kinds: NamingKind) -> str | None:
        """The first code of one of these kinds, or None."""
        return next((one.code for one in self.namings if one.kind in kinds), None)

    def has(self, *kinds: NamingKind) -> bool:
        """Whether the wording may stand for something of one of these kinds."""
        return any(one.kind in kinds for one in self.namings)


def state_named(tables: Tables, wording: str) -> str | None:
    """The alpha-3 code of the state that a wording names, by name, adjective, capital or seat."""
    return _first(tables, wording, OF_STATES)


def body_named(tables: Tables, wording: str) -> str | None:
    """The code of the body that a wording names, or None."""
    return _first(tables, wording, OF_BODIES)


def group_named(tables: Tables, wording: str) -> str | None:
    """The name of the group that a wording names, or None."""
    return _first(tables, wording, frozenset({NamingKind.GROUP}))


def format_named(tables: Tables, wording: str) -> str | None:
    """The label of the format that a wording names, or None."""
    return _first(tables, wording, frozenset({NamingKind.FORMAT}))


def agency_named(tables: Tables, wording: str) -> str | None:
    """The name of the news agency that a wording names, or None."""
    return _first(tables, wording, frozenset({NamingKind.AGENCY}))


def outlet_named(tables: Tables, wording: str) -> str | None:
    """The name of the outlet, agencies included, that a wording names, or None."""
    return _first(tables, wording, OF_OUTLETS)


def namings_of(tables: Tables, wording: str) -> tuple[Naming, ...]:
    """All that a whole wording may stand for, whatever its case; a leading article is passed over.

    The order is that of the tables: states, bodies, groups, formats, outlets.
    """
    key = folded(wording.strip()).lower()
    whole = _index(tables).whole
    if key not in whole and key.startswith("the "):
        key = key[4:]
    return whole.get(key, ())


def find_namings(tables: Tables, text: str, offset: int = 0) -> tuple[Named, ...]:
    """Every name of the tables in a text, none inside another; spans start at ``offset``."""
    return tuple(_scan(_index(tables), text, offset))


def holders_named(tables: Tables, name: str, day: str | None) -> tuple[Tenure, ...]:
    """The tenures whose holder a name may mean (full name, family name or other spelling).

    With ``day`` (EDTF, as coarse as known) only those that ran on it; else all.
    """
    found = _holders(tables).get(_plain_name(name), ())
    return tuple(one for one in found if day is None or runs_on(one, day))


def runs_on(tenure: Tenure, day: str) -> bool:
    """Whether a tenure ran on a day; a coarse date counts as running if any part of it did."""
    size = min(len(day), len(tenure.since))
    if day[:size] < tenure.since[:size]:
        return False
    if tenure.until is None:
        return True
    size = min(len(day), len(tenure.until))
    return day[:size] <= tenure.until[:size]


def _first(tables: Tables, wording: str, kinds: frozenset[NamingKind]) -> str | None:
    found = namings_of(tables, wording)
    return next((one.code for one in found if one.kind in kinds), None)


def folded(text: str) -> str:
    """The text with accents, curly marks and odd spaces made plain; of the same length."""
    return text if text.isascii() else _ODD.sub(lambda met: _plain(met[0]), text)


_ODD = re.compile(r"[^\x00-\x7f]|[^\S ]")


PLAIN = {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "‑": "-", "‐": "-", "ı": "i", "ł": "l", "ø": "o"}
PLAIN |= {"Ł": "L", "Ø": "O", "đ": "d", "Đ": "D", "ß": "s"}


@cache
def _plain(char: str) -> str:
    if char in PLAIN:
        return PLAIN[char]
    return " " if char.isspace() else unicodedata.normalize("NFKD", char)[0]


@dataclass(frozen=True, slots=True)
class _Entry:
    wording: str
    lower: str
    capitals: tuple[int, ...]
    namings: tuple[Naming, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    whole: dict[str, tuple[Naming, ...]]
    by_word: dict[str, tuple[_Entry, ...]]
    beginnings: dict[str, tuple[str, ...]]
    """By their first word what the names are in small letters, to rule all of them out at once."""


ARTICLE = "the "
FORMAL = ("Republic of", "Kingdom of", "Federal Republic of", "Islamic Republic of", "State of")
"""What stands before a state's name in its full one, where the tables give another or none."""
WORD = re.compile(r"[^\W_]+")


@cache
def _index(tables: Tables) -> _Index:
    wordings: dict[str, dict[Naming, None]] = {}
    whole: dict[str, dict[Naming, None]] = {}
    for wording, naming in _wordings(tables):
        wordings.setdefault(folded(wording), {})[naming] = None
        whole.setdefault(folded(wording).lower(), {})[naming] = None
    for wording, naming in _formal(tables):
        wordings.setdefault(folded(wording), {naming: None})
        whole.setdefault(folded(wording).lower(), {naming: None})
    by_word: dict[str, list[_Entry]] = {}
    for wording, namings in wordings.items():
        first = WORD.search(wording)
        if first is None:
            continue
        capitals = tuple(at for at, char in enumerate(wording) if char.isupper())
        entry = _Entry(wording, wording.lower(), capitals, tuple(namings))
        by_word.setdefault(first.group().lower(), []).append(entry)
    return _Index(
        {key: tuple(found) for key, found in whole.items()},
        {
            word: tuple(sorted(found, key=lambda one: (-len(one.wording), one.wording)))
            for word, found in by_word.items()
        },
        {word: tuple(one.lower for one in found) for word, found in by_word.items()},
    )


def _wordings(tables: Tables) -> Iterator[tuple[str, Naming]]:
    for state in tables.states:
        for words, kind in (
            (state.names, NamingKind.STATE),
            (state.adjectives, NamingKind.ADJECTIVE),
            (state.people, NamingKind.PEOPLE),
            (state.capitals, NamingKind.CAPITAL),
            (state.metonyms, NamingKind.SEAT),
            (state.ministries, NamingKind.MINISTRY),
        ):
            yield from ((word, Naming(kind, state.code)) for word in words)
    for body in tables.bodies:
        yield from ((word, Naming(NamingKind.BODY, body.code)) for word in body.names)
        yield from ((word, Naming(NamingKind.BODY_METONYM, body.code)) for word in body.metonyms)
    for group in tables.groups:
        yield from ((word, Naming(NamingKind.GROUP, group.name)) for word in group.names)
    for one in tables.formats:
        yield from ((word, Naming(NamingKind.FORMAT, one.label)) for word in one.names)
    for outlet in tables.outlets:
        kind = NamingKind.AGENCY if outlet.is_agency else NamingKind.OUTLET
        yield from ((word, Naming(kind, outlet.name)) for word in outlet.names)


def _formal(tables: Tables) -> Iterator[tuple[str, Naming]]:
    """The names of states with what makes them full ones: "the Republic of Norland"."""
    for state in tables.states:
        naming = Naming(NamingKind.STATE, state.code)
        yield from ((f"{words} {name}", naming) for name in state.names[:1] for words in FORMAL)


def _scan(index: _Index, text: str, offset: int) -> Iterator[Named]:
    plain = folded(text)
    lower = plain.lower()
    if len(lower) != len(plain):
        lower = "".join(char.lower()[:1] for char in plain)
    shouted = plain.isupper()
    done = 0
    for word in WORD.finditer(lower):
        start = word.start()
        if start < done or word.group() not in index.by_word:
            continue
        entry = _entry_at(index, word, plain, lower)
        if entry is None or (shouted and len(entry.wording) < 4 and entry.wording.isupper()):
            continue
        done = start + len(entry.wording)
        yield Named(Span(offset + start, offset + done), text[start:done], entry.namings)


def _entry_at(index: _Index, word: re.Match[str], plain: str, lower: str) -> _Entry | None:
    """The longest name that begins here; "The Hill" gives way to "Hill Front" after an article."""
    start = word.start()
    entry = None
    # Asked for nearly every word of every text: most names fail at once.
    if not lower.startswith(index.beginnings.get(word.group(), ()), start):
        return None
    for one in index.by_word[word.group()]:
        if lower.startswith(one.lower, start) and _stands_at(one, start, plain, lower):
            entry = one
            break
    if entry is not None and entry.lower.startswith(ARTICLE):
        after = WORD.match(lower, start + len(ARTICLE))
        inner = None if after is None else _entry_at(index, after, plain, lower)
        if inner is not None and len(ARTICLE) + len(inner.lower) > len(entry.lower):
            return None
    return entry


def _stands_at(entry: _Entry, start: int, plain: str, lower: str) -> bool:
    end = start + len(entry.lower)
    if end < len(lower) and lower[end].isalnum() and entry.lower[-1].isalnum():
        return False
    return all(plain[start + at].isupper() for at in entry.capitals)


def _plain_name(name: str) -> str:
    return " ".join(folded(name).lower().replace("-", " ").replace(".", " ").split())


@cache
def _holders(tables: Tables) -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, dict[Tenure, None]] = {}
    for tenure in tables.tenures:
        for name in (tenure.person, *tenure.names):
            plain = _plain_name(name)
            last = _plain_name(name.split()[-1])
            for key in (plain, last, _plain_name(tenure.family or "")):
                if key:
                    found.setdefault(key, {})[tenure] = None
    return {key: tuple(rows) for key, rows in found.items()}
