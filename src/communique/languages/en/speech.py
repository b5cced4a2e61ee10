"""The English words that put something on somebody's word, from ``speech.toml``."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from communique.languages.en.cues import table

Frame = Literal["clause", "quote", "object", "of", "to", "urge", "marked", "as"]


@dataclass(frozen=True, slots=True)
class TellingVerb:
    """A verb of telling: in which frames it takes what is told, and what sort of telling it is.

    ``kinds`` holds say, tell, post, report or deny; ``prepositions`` those of the frame ``of``.
    """

    lemma: str
    frames: frozenset[Frame]
    kinds: frozenset[str]
    prepositions: frozenset[str]

    @property
    def is_denial(self) -> bool:
        """Whether what is told is told as untrue."""
        return "deny" in self.kinds


@dataclass(frozen=True, slots=True)
class Adjunct:
    """Words beside a whole clause, in lower case, and what they tell: say, cite or pass."""

    parts: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class SpeechExample:
    """A sentence that a table of cues must find something in, and one that it must not."""

    table: str
    word: str
    matches: str
    counter: str


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """All tables of ``speech.toml``, keyed by lemma or lower-case words."""

    verbs: dict[str, TellingVerb]
    phrases: dict[str, frozenset[str]]
    nouns: frozenset[str]
    adjuncts: dict[str, tuple[Adjunct, ...]]
    commenting: frozenset[str]
    relaying: frozenset[str]
    citing: frozenset[str]
    sayings: frozenset[str]
    not_tellers: frozenset[str]
    for_state: frozenset[str]
    for_nobody: frozenset[str]
    media: frozenset[str]
    media_with: frozenset[str]
    media_marks: frozenset[str]
    unnamed: frozenset[str]
    people: frozenset[str]
    texts: frozenset[str]
    of_things: frozenset[str]
    of_texts: frozenset[str]
    unreal_auxiliaries: frozenset[str]
    unreal_clauses: frozenset[str]
    raisers: frozenset[str]
    dealing: frozenset[str]
    sequel: frozenset[str]
    occasions: frozenset[str]
    serving: frozenset[str]
    speaking: frozenset[str]
    weighing: re.Pattern[str]
    together: frozenset[str]
    pronouns: dict[str, frozenset[str]]
    particles: dict[str, frozenset[str]]
    possessive: re.Pattern[str]
    examples: tuple[SpeechExample, ...]


@cache
def speech_words() -> SpeechWords:
    """The tables, read once."""
    data = table("speech")
    unreal = data["unreal"][0]
    relayed = data["relayed"][0]
    return SpeechWords(
        verbs=_verbs(data["verb"]),
        phrases={row["verb"]: frozenset(row["with"]) for row in data["phrase"]},
        nouns=_words(data, "noun"),
        adjuncts=_adjuncts(data["adjunct"]),
        commenting=_words(data, "commenting"),
        relaying=frozenset(relayed["verbs"]),
        citing=_words(data, "citing"),
        sayings=frozenset(relayed["sayings"]),
        not_tellers=_words(data, "not_teller"),
        for_state=_words(data, "for_state"),
        for_nobody=_words(data, "for_nobody"),
        media=_words(data, "media"),
        media_with=_words(data, "media_with"),
        media_marks=frozenset(data["media_with"][0]["marks"]),
        unnamed=_words(data, "unnamed"),
        people=_words(data, "people"),
        texts=_words(data, "text"),
        of_things=_words(data, "of_things"),
        of_texts=_words(data, "of_texts"),
        unreal_auxiliaries=frozenset(unreal["auxiliaries"]),
        unreal_clauses=frozenset(unreal["clauses"]),
        raisers=frozenset(unreal["raisers"]),
        dealing=_words(data, "dealing"),
        sequel=_words(data, "sequel"),
        occasions=_words(data, "occasion"),
        serving=_words(data, "serving"),
        speaking=_words(data, "speaking"),
        weighing=_any_of(data["weighing"][0]["patterns"]),
        together=_words(data, "together"),
        pronouns={name: frozenset(words) for name, words in data["pronouns"].items()},
        particles={name: frozenset(words) for name, words in data["particles"].items()},
        possessive=re.compile(data["possessive"]["pattern"]),
        examples=_examples(data),
    )


def _words(data: dict[str, Any], table: str) -> frozenset[str]:
    return frozenset(word for row in data[table] for word in row["words"])


def _verbs(rows: list[dict[str, Any]]) -> dict[str, TellingVerb]:
    by_lemma: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        for lemma in row["words"]:
            by_lemma[lemma].append(row)
    return {
        lemma: TellingVerb(
            lemma,
            frozenset(frame for row in own for frame in row["frames"]),
            frozenset(row["kind"] for row in own),
            frozenset(word for row in own for word in row.get("prepositions", ())),
        )
        for lemma, own in by_lemma.items()
    }


def _adjuncts(rows: list[dict[str, Any]]) -> dict[str, tuple[Adjunct, ...]]:
    """The adjuncts by their first word, the longest first."""
    by_first: dict[str, list[Adjunct]] = defaultdict(list)
    for row in rows:
        for words in row["words"]:
            parts = tuple(words.split())
            by_first[parts[0]].append(Adjunct(parts, row.get("kind", "say")))
    return {
        first: tuple(sorted(own, key=lambda one: -len(one.parts)))
        for first, own in by_first.items()
    }


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


def _examples(data: dict[str, Any]) -> tuple[SpeechExample, ...]:
    return tuple(
        SpeechExample(
            table, (row.get("words") or [row.get("verb", "")])[0], row["matches"], row["not"]
        )
        for table, rows in data.items()
        if isinstance(rows, list)
        for row in rows
    )
