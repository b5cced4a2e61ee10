"""The English words that tell of a contact, and what becomes of it, read from their tables."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

from communique.languages.en.outcomes import Outcomes, outcomes_in
from communique.model.vocabulary import Form, Means, PartyRole, Route, Status

WORDS = "contacts.toml"
CARRIERS = "carriers.toml"
DEEDS = "deeds.toml"
OUTCOMES = "outcomes.toml"
NEGOTIATORS = "negotiators.toml"


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb whose subject deals with a partner.

    The partner is the object (``takes_object``), stands behind one of the prepositions ``withs``,
    is the state of a place gone to (``takes_place``, ``tos``), or is part of a plural subject
    (``is_reciprocal``). One of ``object_words`` must be the verb's object, one of ``particles`` go
    with it, one of ``beside`` stand somewhere under it and none of ``unless`` lead on from it. Of
    a row with ``forms`` no other form of the verb counts. A verb that ``moves_object`` sends its
    object to the place, with one that ``takes_clause`` stands what was said. ``needs_person`` rows
    tell nothing of two bare names of states (unless it ``allows_states`` and says when or where),
    ``needs_people`` rows nothing of even one, ``needs_means`` rows
    nothing without words that say by what means, ``needs_progress`` rows nothing but of what is
    being done ("is working with"), ``needs_setting`` rows nothing without a place or time,
    ``needs_reason`` rows nothing without words that say when or what for, ``needs_passive`` rows
    nothing but in the passive, ``needs_privacy`` rows nothing of what was told in public, and
    ``needs_body`` rows nothing but of who deals with an international body; ``is_weak`` rows leave
    the form to the rest of the account.
    """

    name: str
    form: Form
    lemma: str
    withs: tuple[str, ...] = ()
    tos: tuple[str, ...] = ()
    takes_object: bool = False
    takes_place: bool = False
    takes_envoy: bool = False
    takes_body: bool = False
    takes_clause: bool = False
    is_reciprocal: bool = False
    needs_person: bool = False
    allows_states: bool = False
    needs_people: bool = False
    needs_means: bool = False
    needs_progress: bool = False
    needs_setting: bool = False
    needs_reason: bool = False
    needs_passive: bool = False
    needs_privacy: bool = False
    needs_body: bool = False
    moves_object: bool = False
    is_weak: bool = False
    object_words: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    means: Means | None = None
    route: Route | None = None
    status: Status | None = None
    starts: bool = False
    subject_role: PartyRole = PartyRole.PARTICIPANT
    partner_role: PartyRole = PartyRole.PARTICIPANT


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun that names a contact; with ``modifiers``, only beside one of them.

    ``unless`` are prepositions behind which the noun means something else, ``allows`` words beside
    it that do not make it so, as they do other nouns. A noun that
    ``needs_support`` tells of a contact only as the object of a verb that carries it, one that
    ``needs_sharing`` only where those of several sides issue it as one, one that ``needs_body``
    only where a body holds it; ``supported_by`` are its own such verbs, ``through`` the
    preposition between them.
    """

    name: str
    form: Form
    lemma: str
    modifiers: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    allows: frozenset[str] = frozenset()
    withs: tuple[str, ...] = ("with",)
    tos: tuple[str, ...] = ()
    supported_by: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    needs_support: bool = False
    needs_plural: bool = False
    takes_body: bool = False
    needs_body: bool = False
    takes_envoy: bool = False
    needs_people: bool = False
    needs_sharing: bool = False
    is_weak: bool = False
    means: Means | None = None
    route: Route | None = None
    status: Status | None = None
    starts: bool = False
    subject_role: PartyRole = PartyRole.PARTICIPANT
    partner_role: PartyRole = PartyRole.PARTICIPANT


@dataclass(frozen=True, slots=True)
class MeansCue:
    """A noun that, behind a preposition, says by what means: "over the phone"."""

    name: str
    lemma: str
    prepositions: frozenset[str]
    modifiers: frozenset[str]
    unless: frozenset[str]
    means: Means


@dataclass(frozen=True, slots=True)
class ContactCues:
    """All cues of contact: rows by lemma, what becomes of it by word, lists by name."""

    verbs: dict[str, tuple[VerbCue, ...]]
    nouns: dict[str, tuple[NounCue, ...]]
    means: dict[str, tuple[MeansCue, ...]]
    outcomes: Outcomes
    words: dict[str, frozenset[str]]
    routes: dict[str, Route]
    lemmas: frozenset[str]
    """The lemmas by which a sentence is worth a look."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a row must match, and one that it must not."""

    name: str
    matches: str
    unlike: str
    gives: str | None = None
    """The status or route that the row gives, None where it leaves it open."""


@cache
def load_contact_cues() -> ContactCues:
    """The cues of contact in English."""
    verbs: dict[str, list[VerbCue]] = defaultdict(list)
    nouns: dict[str, list[NounCue]] = defaultdict(list)
    means: dict[str, list[MeansCue]] = defaultdict(list)
    for form in Form:
        table = _table(f"forms/{form}.toml")
        for at, row in enumerate(table.get("verb", ())):
            for lemma in _lemmas(row):
                verbs[lemma].append(_row(VerbCue, form, f"{form}.verb.{at}", row, lemma))
        for at, row in enumerate(table.get("noun", ())):
            for lemma in _lemmas(row):
                nouns[lemma].append(_row(NounCue, form, f"{form}.noun.{at}", row, lemma))
        for at, row in enumerate(table.get("means", ())):
            for lemma in _lemmas(row):
                means[lemma].append(_means(f"{form}.means.{at}", row, lemma))
    about, told = _table(WORDS), _table(OUTCOMES)
    return ContactCues(
        verbs={lemma: tuple(sorted(rows, key=_looseness)) for lemma, rows in verbs.items()},
        nouns={lemma: tuple(sorted(rows, key=_looseness)) for lemma, rows in nouns.items()},
        means={lemma: tuple(rows) for lemma, rows in means.items()},
        outcomes=outcomes_in(told["outcome"]),
        words=named_words(),
        routes={lemma: Route(row["route"]) for row in about["route"] for lemma in row["lemmas"]},
        lemmas=frozenset(verbs) | frozenset(nouns),
    )


_NARROWING = (
    *("particles", "beside", "object_words", "needs_means", "takes_envoy", "modifiers"),
    *("supported_by", "through"),
)


def _looseness(row: VerbCue | NounCue) -> int:
    """The fewer conditions a row has, the later it is tried."""
    return -sum(bool(getattr(row, name, None)) for name in _NARROWING)


def _lemmas(row: dict[str, Any]) -> tuple[str, ...]:
    """The lemmas that a row is about: one, or several that are used alike."""
    return tuple(row["lemmas"]) if "lemmas" in row else (row["lemma"],)


@cache
def named_words() -> dict[str, frozenset[str]]:
    """The lists of words by name."""
    return _words(
        *(_table(one)["words"] for one in (WORDS, CARRIERS, DEEDS, OUTCOMES, NEGOTIATORS))
    )


def _words(*tables: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """The lists of several tables by name, those of one name joined."""
    names = {name for one in tables for name in one}
    return {name: frozenset(w for one in tables for w in one.get(name, ())) for name in names}


def examples() -> tuple[Example, ...]:
    """Every row's examples, for the tests."""
    made = []
    for form in Form:
        table = _table(f"forms/{form}.toml")
        for kind in ("verb", "noun", "means"):
            for at, row in enumerate(table.get(kind, ())):
                made.append(Example(f"{form}.{kind}.{at}", row["matches"], row["not"]))
    for kind, name in (("outcome", OUTCOMES), ("route", WORDS)):
        for at, row in enumerate(_table(name)[kind]):
            given = row.get("status") or row.get("route")
            made.append(Example(f"{kind}.{at}", row["matches"], row["not"], given))
    return tuple(made)


def _table(name: str) -> dict[str, Any]:
    path = files("communique.languages.en") / name
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


FIELDS = {
    "with": "withs",
    "to": "tos",
    "object": "takes_object",
    "place": "takes_place",
    "envoy": "takes_envoy",
    "body": "takes_body",
    "clause": "takes_clause",
    "reciprocal": "is_reciprocal",
    "persons": "needs_person",
    "states": "allows_states",
    "people": "needs_people",
    "by_means": "needs_means",
    "progressive": "needs_progress",
    "setting": "needs_setting",
    "reason": "needs_reason",
    "passive": "needs_passive",
    "private": "needs_privacy",
    "at_body": "needs_body",
    "shared": "needs_sharing",
    "initiator": "starts",
    "moves": "moves_object",
    "weak": "is_weak",
    "supported": "needs_support",
    "plural": "needs_plural",
}
"""The short keys of the tables and the fields they fill."""

KINDS: dict[str, type[Any]] = {
    "means": Means,
    "route": Route,
    "status": Status,
    "subject_role": PartyRole,
    "partner_role": PartyRole,
    "starts": bool,
}


def _row(kind: type[Any], form: Form, name: str, row: dict[str, Any], lemma: str) -> Any:
    known = {one.name for one in fields(kind)}
    values: dict[str, Any] = {"name": name, "form": form, "lemma": lemma}
    for key, value in row.items():
        key = FIELDS.get(key, key)
        if key in ("matches", "not", "lemma", "lemmas"):
            continue
        if key not in known:
            raise KeyError(f"{name}: no such key: {key}")
        listed = isinstance(value, str) and key in _LISTS
        values[key] = named_words()[value] if listed else _value(key, value)
    return kind(**values)


_LISTS = frozenset({"object_words", "beside", "modifiers", "supported_by"})
"""Keys that may name a list of words instead of giving one."""


def _value(key: str, value: Any) -> Any:
    if key == "form":
        return Form(value)
    if key in KINDS:
        return KINDS[key](value)
    if isinstance(value, list):
        return tuple(value) if key in ("withs", "tos") else frozenset(value)
    return value


def _means(name: str, row: dict[str, Any], lemma: str) -> MeansCue:
    return MeansCue(
        name=name,
        lemma=lemma,
        prepositions=frozenset(row["prepositions"]),
        modifiers=frozenset(row.get("modifiers", ())),
        unless=frozenset(row.get("unless", ())),
        means=Means(row["means"]),
    )
