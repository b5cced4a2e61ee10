"""Signs of a contact in the bare words of a sentence: a word of contact near two who may deal.

Nothing is parsed. The rows of the tables of contact are tried by the forms of their words and by
what stands around them; whatever the rules could read as a contact must pass, so a condition stands
here only where no reading could do without it.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from enum import StrEnum
from functools import cache

from communique.catalog.tables import Tables
from communique.extract.hearing import BESIDE, COUNTERPART, WORD, Heard, hear, several
from communique.languages.en.contact_cues import NounCue, VerbCue, load_contact_cues
from communique.languages.en.first_look import look_words, time_words
from communique.languages.en.inflections import forms_of, noun_forms, plurals, verb_forms
from communique.model.vocabulary import Form

FAR = 20
"""Words from the word of contact within which two sides must be named."""
CLOSE = 16
"""Words within which they must stand where one of them is only pointed at: "the minister"."""
NEAR = 6
"""Words within which a verb's object, or what makes a noun one of contact, stands."""
BEHIND = 10
"""Words behind a verb within which a preposition leads to the other party."""

Row = VerbCue | NounCue


class Sign(StrEnum):
    """What a sentence shows of a contact.

    Of an open sign other sentences say who dealt. Half of one is there where somebody goes to a
    state or has met a counterpart: whoever it is, only his own side is to be found.
    """

    NONE = ""
    OPEN = "open"
    HALF = "half"
    CLEAR = "clear"


def sign_in(text: str, tables: Tables, persons: Set[str] = frozenset()) -> Sign:
    """What the words of one sentence show of a contact between two sides.

    ``persons`` are names, in lower case, of those of whom other sentences may say for whom they
    act.
    """
    # Who is named costs most to find: only where the words alone leave a contact open.
    if not any(True for _ in _worded(WORD.findall(text.lower()))):
        return Sign.NONE
    heard = hear(text, tables, persons)
    found = {_company(heard, at, cue) for at, cue in _fitting(heard)}
    return next((one for one in _STRONGEST_FIRST if one in found), Sign.NONE)


_STRONGEST_FIRST = (Sign.CLEAR, Sign.HALF, Sign.OPEN)


def rows_in(text: str, tables: Tables) -> frozenset[str]:
    """The names of the rows of contact that a sentence may hold, whoever deals in it."""
    return frozenset(cue.name for _, cue in _fitting(hear(text, tables)))


def _fitting(heard: Heard) -> Iterator[tuple[int, Row]]:
    """The rows of contact that a sentence may hold, and where."""
    return ((at, cue) for at, cue in _worded(heard.words) if _fits(heard, at, cue))


def _worded(words: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """The rows of contact that the words of a sentence allow, whoever is named in it."""
    rows = _rows()
    for at, word in enumerate(words):
        for cue in rows.get(word, ()):
            if _is_worded(words, at, cue):
                yield at, cue


def _near(words: Sequence[str], at: int, reach: int) -> Sequence[str]:
    """The words within reach of a place, on either side."""
    return words[max(0, at - reach) : at + reach + 1]


def _behind(words: Sequence[str], at: int, reach: int) -> Sequence[str]:
    """The words within reach behind a place."""
    return words[at + 1 : at + 1 + reach]


def _is_worded(words: Sequence[str], at: int, cue: Row) -> bool:
    if isinstance(cue, VerbCue):
        return _is_led(words, at, cue) and _has_company(words, at, cue)
    return _noun_fits(words, at, cue)


def _is_led(words: Sequence[str], at: int, cue: VerbCue) -> bool:
    """Whether a preposition leads on from a verb that needs one to tell of a contact."""
    if cue.object_words or cue.takes_envoy or cue.takes_object:
        return True
    if cue.is_reciprocal or cue.takes_body:
        return True
    behind = _behind(words, at, _reach(cue))
    return any(one in behind for one in (*cue.withs, *cue.tos))


def _reach(cue: Row) -> int:
    """The words behind a row's word within which a preposition leads on from it."""
    return BESIDE if cue.lemma in look_words("copula") else BEHIND


def _company(heard: Heard, at: int, cue: Row) -> Sign:
    """Whether two sides stand within reach of a word of contact; a body that convenes is enough."""
    if cue.takes_body and any(abs(place - at) <= FAR for place in heard.bodies):
        return Sign.CLEAR
    if isinstance(cue, NounCue) and cue.needs_body:
        return Sign.NONE
    needs_person = cue.needs_people or (
        isinstance(cue, VerbCue) and cue.needs_person and not cue.allows_states
    )
    if needs_person and not any(abs(place - at) <= FAR for place in heard.persons):
        return Sign.NONE
    if len({side for place, side in heard.named.items() if abs(place - at) <= FAR}) > 1:
        return Sign.CLEAR
    near = _sides(heard, at - CLOSE, at + CLOSE + 1)
    if _goes_somewhere(heard, at, cue) or (len(near) > 1 and COUNTERPART in near):
        return Sign.HALF
    return Sign.OPEN if len(near) > 1 or (near and _is_of_talks(cue)) else Sign.NONE


def _goes_somewhere(heard: Heard, at: int, cue: Row) -> bool:
    """Whether somebody named before goes to a state: "her visit to Kenya"."""
    near = any(abs(place - at) <= CLOSE for place in heard.persons)
    return near and _leads_to_place(heard, at, cue)


def _is_of_talks(cue: Row) -> bool:
    """Whether a noun is one of talks, whose sides may stand in other sentences."""
    return isinstance(cue, NounCue) and cue.form is Form.TALKS and cue.needs_plural


def _sides(heard: Heard, start: int, end: int) -> set[str]:
    """The sides from one place up to but without another."""
    return {side for place, side in heard.sides.items() if start <= place < end}


def _fits(heard: Heard, at: int, cue: Row) -> bool:
    """Whether those stand around a word that its row asks for."""
    if isinstance(cue, NounCue) or cue.object_words:
        return True
    if cue.takes_envoy:
        return not _envoys().isdisjoint(_near(heard.words, at, BEHIND))
    return (
        (cue.takes_object and _has_object(heard, at, cue.particles))
        or _leads_to_somebody(heard, at, cue.withs)
        or _leads_to_place(heard, at, cue)
        or (cue.is_reciprocal and _are_two_before(heard, at))
        or (cue.takes_body and any(place < at for place in heard.bodies))
    )


def _has_company(words: Sequence[str], at: int, cue: VerbCue) -> bool:
    """Whether the words that a row asks for stand around a verb, and none that bar it."""
    wanted = (
        (cue.particles, BESIDE),
        (_forms(cue.object_words), NEAR),
        (_forms(cue.beside), FAR),
        (_means() if cue.needs_means else frozenset(), FAR),
        (_settings() if cue.needs_setting else frozenset(), FAR),
        (_reasons() if cue.needs_reason else frozenset(), FAR),
        (_clauses(cue), FAR),
    )
    if cue.needs_privacy and not load_contact_cues().words["public"].isdisjoint(words):
        return False
    return all(not one or not one.isdisjoint(_near(words, at, far)) for one, far in wanted)


def _clauses(cue: VerbCue) -> frozenset[str]:
    """Words of which one must begin what was said, where a row tells of nothing else."""
    return look_words("clause") if cue.takes_clause and cue.needs_privacy else frozenset()


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
    if not look_words("relative").isdisjoint(heard.words[max(0, at - BESIDE) : at]):
        return True
    return _leads_to_somebody(heard, at, look_words("passive", "by"))


def _leads_to_place(heard: Heard, at: int, cue: Row) -> bool:
    """Whether a row's preposition stands behind its word, and the name of a place behind that."""
    end = min(at + 1 + _reach(cue), len(heard.words))
    return any(
        heard.words[place] in cue.tos
        and any(near in heard.named for near in range(place + 1, place + BESIDE))
        for place in range(at + 1, end)
    )


def _are_two_before(heard: Heard, at: int) -> bool:
    """Whether more than one may be the subject of a verb: two sides, or words for several."""
    start = max(0, at - FAR)
    words = several() | load_contact_cues().words["several"]
    return not words.isdisjoint(heard.words[start:at]) or len(_sides(heard, start, at)) > 1


def _noun_fits(words: Sequence[str], at: int, cue: NounCue) -> bool:
    is_plural = words[at] in plurals(cue.lemma)
    if is_plural != cue.needs_plural and (cue.needs_plural or cue.needs_sharing):
        return False
    if not cue.unless.isdisjoint(_behind(words, at, 1)):
        return False
    wanted = (
        (_forms(cue.modifiers), _near(words, at, NEAR)),
        (_forms(cue.supported_by), _near(words, at, BEHIND)),
        (_supporting() if cue.needs_support else frozenset(), _near(words, at, BEHIND)),
    )
    return all(not one or not one.isdisjoint(near) for one, near in wanted)


@cache
def _rows() -> dict[str, tuple[Row, ...]]:
    """The rows of contact by every form of their words."""
    found: dict[str, list[Row]] = {}
    cues = load_contact_cues()
    for lemma, verbs in cues.verbs.items():
        for cue in verbs:
            for form in cue.forms or verb_forms(lemma):
                found.setdefault(form, []).append(cue)
    for lemma, nouns in cues.nouns.items():
        for form in noun_forms(lemma):
            found.setdefault(form, []).extend(nouns)
    return {form: tuple(rows) for form, rows in found.items()}


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
def _settings() -> frozenset[str]:
    """Words that may say when or where somebody was met."""
    return time_words() | look_words("setting")


@cache
def _reasons() -> frozenset[str]:
    """Words that may say when somebody was somewhere, or what for."""
    return time_words() | look_words("reason") | load_contact_cues().words["purpose"]


@cache
def _supporting() -> frozenset[str]:
    """Forms of the verbs that may carry a noun of contact, or beside which one may stand."""
    cues = load_contact_cues()
    words = cues.words
    lemmas = words["support"] | words["received"] | words["placed"] | words["uttering"]
    lemmas |= words["telling"] | words["gathering"] | words["promising"] | words["happening"]
    return forms_of(lemmas | cues.outcomes.lemmas)
