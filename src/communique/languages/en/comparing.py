"""English words by which the wording of two accounts is set side by side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.languages.en.cues import table
from communique.languages.en.inflections import forms_of, irregular_verb_forms
from communique.text.wording import Lexicon, Wordings


@dataclass(frozen=True, slots=True)
class TensionCue:
    """Two stances of one holder that sit ill together: a pattern for each, and an example each."""

    name: str
    first: re.Pattern[str]
    second: re.Pattern[str]
    first_matches: str
    first_not: str
    second_matches: str
    second_not: str


@dataclass(frozen=True, slots=True)
class IssuerCue:
    """Words of an issuer's name that tell which house of a state it is."""

    branch: str
    pattern: re.Pattern[str]
    matches: str
    not_matches: str
    has_seat: bool = False
    """Whether the seat of a state, such as a palace, stands for this house."""


@dataclass(frozen=True, slots=True)
class ConceptCue:
    """Beginnings of words that accounts use for one another, with an example each way."""

    name: str
    beginnings: tuple[str, ...]
    matches: str
    not_matches: str


@dataclass(frozen=True, slots=True)
class Comparing:
    """All words of comparing: the lexicon of content words, and the cues."""

    lexicon: Lexicon
    concepts: tuple[ConceptCue, ...]
    keeping_in_touch: frozenset[str]
    working_level: frozenset[str]
    name_ends: frozenset[str]
    articles: frozenset[str]
    format_words: frozenset[str]
    circumstance: frozenset[str]
    tensions: tuple[TensionCue, ...]
    issuers: tuple[IssuerCue, ...]


@cache
def load_comparing() -> Comparing:
    """The words and cues of ``comparing.toml``, patterns compiled, read once."""
    data = table("comparing")
    concepts = tuple(
        ConceptCue(one["name"], tuple(one["beginnings"]), one["matches"], one["not"])
        for one in data["concept"]
    )
    return Comparing(
        lexicon=Lexicon.of(
            stop=data["stop"].split(),
            light=data["light"].split(),
            endings=data["endings"].split(),
            concepts={begin: one.name for one in concepts for begin in one.beginnings},
            kin=_kin(data["kin"]),
        ),
        concepts=concepts,
        keeping_in_touch=frozenset(f"={one}" for one in data["keeping_in_touch"]),
        working_level=frozenset(data["working_level"].split()),
        name_ends=frozenset(data["name_ends"].split()),
        articles=frozenset(data["articles"].split()),
        format_words=frozenset(data["format_words"].split()),
        circumstance=frozenset(data["circumstance"].split()),
        tensions=tuple(_tension(one) for one in data["tension"]),
        issuers=tuple(_issuer(one) for one in data["issuer"]),
    )


@cache
def load_wordings() -> Wordings:
    """The content words of texts by this lexicon, which remember the texts asked for last."""
    return Wordings(load_comparing().lexicon)


def _kin(rows: Sequence[str]) -> dict[str, str]:
    """Each form of a word of a row, and each irregular form of a verb, with the row's first."""
    families = [row.split() for row in rows]
    found = {form: words[0] for words in families for form in forms_of(words)}
    return {form: found.get(verb, verb) for form, verb in irregular_verb_forms().items()} | found


def _tension(row: dict[str, Any]) -> TensionCue:
    return TensionCue(
        name=row["name"],
        first=re.compile(row["first"], re.IGNORECASE),
        second=re.compile(row["second"], re.IGNORECASE),
        first_matches=row["first_matches"],
        first_not=row["first_not"],
        second_matches=row["second_matches"],
        second_not=row["second_not"],
    )


def _issuer(row: dict[str, Any]) -> IssuerCue:
    return IssuerCue(
        branch=row["branch"],
        pattern=re.compile(row["pattern"], re.IGNORECASE),
        matches=row["matches"],
        not_matches=row["not"],
        has_seat=row.get("seat", False),
    )
