"""A sentence as a look hears it: its words, and the sides and persons that they name or point at.

Nothing is parsed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from communique.catalog.naming import OF_BODIES, OF_STATES, NamingKind, find_namings
from communique.catalog.tables import Tables
from communique.languages.en.actors import actor_words
from communique.languages.en.contact_cues import load_contact_cues
from communique.languages.en.first_look import counterparts, look_words, title_nouns
from communique.languages.en.inflections import plurals
from communique.model.passages import Span

BEFORE = 2
"""Words within which a name stands before the state that it belongs to."""
BESIDE = 4
"""Words within which a title belongs to the state that is named beside it."""
COUNTERPART = "a counterpart"
"""The side of somebody's counterpart."""

WORD = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"(?<![^\W\d_])[A-Z][^\W\d_]*(?:[- ][A-Z][^\W\d_]*)*")
_ROMAN = re.compile(r"[ivx]+")


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence as a row of words in lower case, and the sides in it by their place.

    ``named`` are sides by name or by the name of one who holds or held an office of theirs;
    ``sides`` also those who are only pointed at: a minister without a name, "the two leaders".
    ``bodies`` are the places where bodies are named, ``persons`` those of holders of offices and of
    words for persons named before.
    """

    words: tuple[str, ...]
    named: Mapping[int, str]
    sides: Mapping[int, str]
    bodies: tuple[int, ...]
    persons: tuple[int, ...]


def hear(text: str, tables: Tables, known: Set[str] = frozenset()) -> Heard:
    """The words of a sentence and the sides that they name or point at; ``known`` by name."""
    met = list(WORD.finditer(text))
    words = tuple(one.group().lower() for one in met)
    places = {one.start(): at for at, one in enumerate(met)}
    namings = [one for one in find_namings(tables, text) if one.span.start in places]
    named = {
        places[one.span.start]: code
        for one in namings
        if (code := one.code(*OF_STATES, *OF_BODIES, NamingKind.GROUP)) is not None
    }
    bodies = tuple(places[one.span.start] for one in namings if one.has(*OF_BODIES))
    holders = {
        places[start]: code
        for start, code in _holders_in(text, tables, [one.span for one in namings])
    }
    named = holders | named
    persons = tuple(at for at, word in enumerate(words) if at in holders or _is_person(word))
    sides = named | _pointed_at(words, named)
    capitals = {at for at, one in enumerate(met) if one.group()[0].isupper()}
    called = {at for at in capitals if words[at] in known and at not in holders}
    strangers = _called(words, called, sides)
    return Heard(words, named, sides | strangers, bodies, (*persons, *strangers))


def _called(words: tuple[str, ...], called: set[int], sides: Mapping[int, str]) -> dict[int, str]:
    """Who is named and may be a side of his own: away from any other, by the last of his names."""
    return {
        at: f"somebody called {words[at]}"
        for at in called
        if at + 1 not in called
        and not any(near in sides for near in range(at - BESIDE, at + BEFORE + 1))
    }


def _is_person(word: str) -> bool:
    """Whether a word is a title of office, or stands for a person named before."""
    return word in title_nouns() or word in counterparts() or word in look_words("person")


def _holders_in(text: str, tables: Tables, taken: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """Where somebody is named who holds or held an office, and of which state or body.

    "Paul Moon" is not Moon Jae-in: what stands before a family name must be a given name of his.
    """
    holders = _holders(tables)
    for run in _CAPITALS.finditer(text):
        before = ""
        for word in WORD.finditer(text, run.start(), run.end()):
            name = word.group().lower()
            for names, code in holders.get(name, ()):
                if _may_stand_before(before, names) and not any(
                    one.start <= word.start() < one.end for one in taken
                ):
                    yield word.start(), code
                    break
            before = name


def _may_stand_before(word: str, names: frozenset[str]) -> bool:
    """Whether a word with a capital leaves it open that the name behind it is a holder's."""
    return not word or word in names | title_nouns() | actor_words("honorific")


def _pointed_at(words: tuple[str, ...], named: Mapping[int, str]) -> dict[int, str]:
    """Who is a side of his own by his title, away from any name; "the two leaders" are two."""
    found: dict[int, str] = {}
    taken = {near for at in named for near in range(at - BESIDE, at + BESIDE + 1)}
    for at, word in enumerate(words):
        if word in counterparts():
            found[at] = COUNTERPART
        elif word in title_nouns() and named and at not in taken:
            found[at] = f"holder of a title at {at}"
        elif word in look_words("pair") and not several().isdisjoint(words[at + 1 : at + 3]):
            found |= {at: "one of two", at + 1: "other of two"}
    return {at: side for at, side in found.items() if at not in named}


@cache
def _holders(tables: Tables) -> dict[str, tuple[tuple[frozenset[str], str], ...]]:
    """By family name in lower case: all words of a holder's names, and of which side he is."""
    found: dict[str, dict[tuple[frozenset[str], str], None]] = {}
    for tenure in tables.tenures:
        names = (tenure.person, *tenure.names)
        words = frozenset(WORD.findall(" ".join(names).lower()))
        family = WORD.findall((tenure.family or tenure.person).lower())
        last = [one for one in family if not _ROMAN.fullmatch(one)][-1:]
        for name in last:
            found.setdefault(name, {})[words, tenure.state] = None
    return {family: tuple(rows) for family, rows in found.items()}


@cache
def several() -> frozenset[str]:
    """Plurals for those who may deal with one another: "ministers", "sides", "countries"."""
    words = load_contact_cues().words
    lemmas = words["role"] | words["pair"] | words["country"]
    return frozenset(one for lemma in lemmas for one in plurals(lemma))
