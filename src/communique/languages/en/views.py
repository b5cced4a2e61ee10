"""The English words that tell of somebody's view, from ``views.toml``."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.languages.en.cues import table


@dataclass(frozen=True, slots=True)
class ViewWord:
    """A word that tells of a view: the frames of what it is of, in the active and the passive.

    ``prepositions`` are those of the frame ``of``; ``by_texts`` are the frames in which texts and
    figures count as well.
    """

    frames: frozenset[str]
    passive: frozenset[str]
    prepositions: frozenset[str]
    by_texts: frozenset[str]


@dataclass(frozen=True, slots=True)
class ViewExample:
    """A sentence that a row must find a view in, and one in which it must not."""

    table: str
    word: str
    matches: str
    counter: str


@dataclass(frozen=True, slots=True)
class ViewWords:
    """All tables of ``views.toml``, by lemma."""

    verbs: dict[str, ViewWord]
    adjectives: dict[str, ViewWord]
    nouns: dict[str, ViewWord]
    adverbs: frozenset[str]
    taking: frozenset[str]
    examples: tuple[ViewExample, ...]


@cache
def view_words() -> ViewWords:
    """The tables, read once."""
    data = table("views")
    return ViewWords(
        verbs=_words(data["verb"]),
        adjectives=_words(data["adjective"]),
        nouns=_words(data["noun"]),
        adverbs=frozenset(data["adverb"][0]["words"]),
        taking=frozenset(data["taking"][0]["words"]),
        examples=tuple(
            ViewExample(table, row["words"][0], row["matches"], row["not"])
            for table, rows in data.items()
            for row in rows
        ),
    )


def _words(rows: list[dict[str, Any]]) -> dict[str, ViewWord]:
    by_lemma: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        for lemma in row["words"]:
            by_lemma[lemma].append(row)
    return {lemma: _word(own) for lemma, own in by_lemma.items()}


def _word(rows: list[dict[str, Any]]) -> ViewWord:
    return ViewWord(
        frames=_all(rows, "frames"),
        passive=_all(rows, "passive"),
        prepositions=_all(rows, "prepositions"),
        by_texts=_all([row for row in rows if row.get("texts")], "frames"),
    )


def _all(rows: list[dict[str, Any]], name: str) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.get(name, ()))
