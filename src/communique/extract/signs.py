"""Signs of a contact in the bare words of a sentence: a word of contact near two who may deal.

Nothing is parsed. The rows of the tables of contact are tried by the forms of their words and by
what stands around them; whatever the rules could read as a contact must pass, so a condition stands
here only where no reading could do without it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from communique.catalog.naming import OF_BODIES, OF_STATES, NamingKind, find_namings
from communique.catalog.tables import Tables
from communique.languages.en.actors import actor_words
from communique.languages.en.contact_cues import NounCue, VerbCue, load_contact_cues
from communique.languages.en.first_look import counterparts, look_words, title_nouns
from communique.languages.en.inflections import forms_of, noun_forms, plurals, verb_forms
from communique.model.passages import Span
from communique.model.vocabulary import Form

FAR = 20
"""Words from the word of contact within which two sides must be named."""
CLOSE = 16
"""Words within which they must stand where one of them is only pointed at: "the minister"."""
NEAR = 6
"""Words within which a verb's object, or what makes a noun one of contact, stands."""
BEHIND = 10
"""Words behind a verb within which a preposition leads to the other party."""
BEFORE = 2
"""Words within which a name stands before the state that it belongs to."""
BESIDE = 4
"""Words within which a title belongs to the state that is named beside it."""

_WORD = re.compile(r"[^\W\d_]+")
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

    def near(self, at: int, reach: int) -> tuple[str, ...]:
        """The words within reach of a place, on either side."""
        return self.words[max(0, at - reach) : at + reach + 1]

    def behind(self, at: int, reach: int) -> tuple[str, ...]:
        """The words within reach behind a place."""
        return self.words[at + 1 : at + 1 + reach]

    def before(self, at: int, reach: int) -> tuple[str, ...]:
        """The words within reach before a place."""
        return self.words[max(0, at - reach) : at]


class Sign(StrEnum):
    """What a sentence shows of a contact; of an open sign other sentences say who dealt."""

    NONE = ""
    OPEN = "open"
    CLEAR = "clear"


def sign_in(text: str, tables: Tables, persons: Set[str] = frozenset()) -> Sign:
    """What the words of one sentence show of a contact between two sides.

    ``persons`` are names, in lower case, of those of whom other sentences may say for whom they
    act.
    """
    rows = _rows()
    if rows.keys().isdisjoint(_WORD.findall(text.lower())):
        return Sign.NONE
    heard = hear(text, tables, persons)
    found = {
        _company(heard, at, cue)
        for at, word in enumerate(heard.words)
        for cue in rows.get(word, ())
        if _fits(heard, at, cue)
    }
    return next((one for one in (Sign.CLEAR, Sign.OPEN) if one in found), Sign.NONE)


def rows_in(text: str, tables: Tables) -> frozenset[str]:
    """The names of the rows of contact that a sentence may hold, whoever deals in it."""
    heard = hear(text, tables)
    return frozenset(
        cue.name
        for at, word in enumerate(heard.words)
        for cue in _rows().get(word, ())
        if _fits(heard, at, cue)
    )


def hear(text: str, tables: Tables, known: Set[str] = frozenset()) -> Heard:
    """The words of a sentence and the sides that they name or point at; ``known`` by name."""
    met = list(_WORD.finditer(text))
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
        for word in _WORD.finditer(text, run.start(), run.end()):
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
            found[at] = "a counterpart"
        elif word in title_nouns() and named and at not in taken:
            found[at] = f"holder of a title at {at}"
        elif word in look_words("pair") and not _roles().isdisjoint(words[at + 1 : at + 3]):
            found |= {at: "one of two", at + 1: "other of two"}
    return {at: side for at, side in found.items() if at not in named}


def _company(heard: Heard, at: int, cue: VerbCue | NounCue) -> Sign:
    """Whether two sides stand within reach of a word of contact; a body that convenes is enough."""
    if cue.takes_body and any(abs(place - at) <= FAR for place in heard.bodies):
        return Sign.CLEAR
    needs_person = cue.needs_people or (
        isinstance(cue, VerbCue) and cue.needs_person and not cue.allows_states
    )
    if needs_person and not any(abs(place - at) <= FAR for place in heard.persons):
        return Sign.NONE
    if len({side for place, side in heard.named.items() if abs(place - at) <= FAR}) > 1:
        return Sign.CLEAR
    near = _sides(heard, at - CLOSE, at + CLOSE + 1)
    is_open = len(near) > 1 or (near and _is_of_talks(cue)) or _goes_somewhere(heard, at, cue)
    return Sign.OPEN if is_open else Sign.NONE


def _goes_somewhere(heard: Heard, at: int, cue: VerbCue | NounCue) -> bool:
    """Whether somebody named before goes to a state: "her visit to Kenya"."""
    near = any(abs(place - at) <= CLOSE for place in heard.persons)
    return near and _leads_to_place(heard, at, cue.tos)


def _is_of_talks(cue: VerbCue | NounCue) -> bool:
    """Whether a noun is one of talks, whose sides may stand in other sentences."""
    return isinstance(cue, NounCue) and cue.form is Form.TALKS and cue.needs_plural


def _sides(heard: Heard, start: int, end: int) -> set[str]:
    """The sides from one place up to but without another."""
    return {side for place, side in heard.sides.items() if start <= place < end}


def _fits(heard: Heard, at: int, cue: VerbCue | NounCue) -> bool:
    return _verb_fits(heard, at, cue) if isinstance(cue, VerbCue) else _noun_fits(heard, at, cue)


def _verb_fits(heard: Heard, at: int, cue: VerbCue) -> bool:
    if not _has_company(heard, at, cue):
        return False
    if cue.object_words:
        return True
    if cue.takes_envoy:
        return not _envoys().isdisjoint(heard.near(at, BEHIND))
    return (
        (cue.takes_object and _has_object(heard, at, cue.particles))
        or _leads_to_somebody(heard, at, cue.withs)
        or _leads_to_place(heard, at, cue.tos)
        or (cue.is_reciprocal and _are_two_before(heard, at))
        or (cue.takes_body and any(place < at for place in heard.bodies))
    )


def _has_company(heard: Heard, at: int, cue: VerbCue) -> bool:
    """Whether the words that a row asks for stand around a verb."""
    wanted = (
        (cue.particles, BESIDE),
        (_forms(cue.object_words), NEAR),
        (_forms(cue.beside), FAR),
        (_means() if cue.needs_means else frozenset(), FAR),
    )
    return all(not words or not words.isdisjoint(heard.near(at, far)) for words, far in wanted)


def _leads_to_somebody(heard: Heard, at: int, withs: Iterable[str]) -> bool:
    """Whether one of these prepositions stands behind a word, and somebody soon behind it."""
    return any(
        heard.words[place] in withs and _is_somebody(heard, place + 1, place + 1 + NEAR)
        for place in range(at + 1, min(at + 1 + BEHIND, len(heard.words)))
    )


def _is_somebody(heard: Heard, start: int, end: int) -> bool:
    """Whether a party may stand from one place up to another: a side, a title or "them"."""
    return any(at in heard.sides or at in heard.persons for at in range(start, end))


def _has_object(heard: Heard, at: int, particles: frozenset[str]) -> bool:
    """Whether somebody may be the object of a verb: behind it, before its passive or relative."""
    barred = look_words("object", "barred_by") - particles
    place = at + 1
    while place < min(at + 1 + NEAR, len(heard.words)) and heard.words[place] not in barred:
        if _is_somebody(heard, place, place + 1):
            return True
        place += 1
    if not look_words("relative").isdisjoint(heard.before(at, BESIDE)):
        return True
    return _leads_to_somebody(heard, at, look_words("passive", "by"))


def _leads_to_place(heard: Heard, at: int, tos: tuple[str, ...]) -> bool:
    """Whether one of these prepositions stands behind a verb, and the name of a place behind it."""
    end = min(at + BEHIND, len(heard.words))
    return any(
        heard.words[place] in tos
        and any(near in heard.named for near in range(place + 1, place + BESIDE))
        for place in range(at + 1, end)
    )


def _are_two_before(heard: Heard, at: int) -> bool:
    """Whether more than one may be the subject of a verb: two sides, or words for several."""
    start = max(0, at - FAR)
    several = _roles() | load_contact_cues().words["several"]
    return not several.isdisjoint(heard.words[start:at]) or len(_sides(heard, start, at)) > 1


def _noun_fits(heard: Heard, at: int, cue: NounCue) -> bool:
    if cue.needs_plural and heard.words[at] not in plurals(cue.lemma):
        return False
    if not cue.unless.isdisjoint(heard.behind(at, 1)):
        return False
    wanted = (
        (_forms(cue.modifiers), NEAR),
        (_forms(cue.supported_by), BEHIND),
        (_supporting() if cue.needs_support else frozenset(), BEHIND),
    )
    return all(not words or not words.isdisjoint(heard.near(at, far)) for words, far in wanted)


@cache
def _rows() -> dict[str, tuple[VerbCue | NounCue, ...]]:
    """The rows of contact by every form of their words."""
    found: dict[str, list[VerbCue | NounCue]] = {}
    cues = load_contact_cues()
    for lemma, verbs in cues.verbs.items():
        for form in verb_forms(lemma):
            found.setdefault(form, []).extend(verbs)
    for lemma, nouns in cues.nouns.items():
        for form in noun_forms(lemma):
            found.setdefault(form, []).extend(nouns)
    return {form: tuple(rows) for form, rows in found.items()}


@cache
def _holders(tables: Tables) -> dict[str, tuple[tuple[frozenset[str], str], ...]]:
    """By family name in lower case: all words of a holder's names, and of which side he is."""
    found: dict[str, dict[tuple[frozenset[str], str], None]] = {}
    for tenure in tables.tenures:
        names = (tenure.person, *tenure.names)
        words = frozenset(_WORD.findall(" ".join(names).lower()))
        family = _WORD.findall((tenure.family or tenure.person).lower())
        last = [one for one in family if not _ROMAN.fullmatch(one)][-1:]
        for name in last:
            found.setdefault(name, {})[words, tenure.state] = None
    return {family: tuple(rows) for family, rows in found.items()}


@cache
def _roles() -> frozenset[str]:
    """Plurals for those who may deal with one another: "ministers", "sides", "countries"."""
    words = load_contact_cues().words
    lemmas = words["role"] | words["pair"] | words["country"]
    return frozenset(one for lemma in lemmas for one in plurals(lemma))


@cache
def _forms(lemmas: frozenset[str]) -> frozenset[str]:
    return forms_of(lemmas)


@cache
def _envoys() -> frozenset[str]:
    return forms_of(load_contact_cues().words["envoy"])


@cache
def _means() -> frozenset[str]:
    """Words that may say by what means somebody was told something: "telephone", "line"."""
    return forms_of(load_contact_cues().means)


@cache
def _supporting() -> frozenset[str]:
    """Forms of the verbs that may carry a noun of contact, or beside which one may stand."""
    cues = load_contact_cues()
    words = cues.words
    lemmas = words["support"] | words["received"] | words["placed"] | words["uttering"]
    lemmas |= words["telling"] | words["gathering"] | words["promising"] | words["happening"]
    return forms_of(lemmas | cues.outcomes.lemmas)
