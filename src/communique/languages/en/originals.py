"""The English words that name an original and its issuer, from ``originals.toml``."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.languages.en.cues import table
from communique.model.vocabulary import OriginalKind


@dataclass(frozen=True, slots=True)
class OriginalNoun:
    """A noun that names an original; ``needs`` are the words of which one must stand with it."""

    kind: OriginalKind
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class IssuerName:
    """A kind of issuer under one name, and the words by which it is known in a naming."""

    name: str
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class OriginalExample:
    """A naming or sentence that a row must fit, and one that it must not."""

    table: str
    name: str
    matches: str
    counter: str


@dataclass(frozen=True, slots=True)
class OriginalWords:
    """All tables of ``originals.toml``."""

    nouns: dict[str, OriginalNoun]
    told_in: frozenset[str]
    carried: frozenset[str]
    heard_by: frozenset[str]
    indefinite: frozenset[str]
    article: re.Pattern[str]
    media: re.Pattern[str]
    glued: frozenset[str]
    seats: frozenset[str]
    bare_seats: frozenset[str]
    ministries: frozenset[str]
    seat_by_name: str
    ministry_by_name: str
    issuers: tuple[IssuerName, ...]
    holders: tuple[IssuerName, ...]
    examples: tuple[OriginalExample, ...]

    def issuer_of(self, wording: str) -> str | None:
        """The name of the kind of issuer that a wording names, or None."""
        return _first(self.issuers, wording)

    def seat_of(self, title: str) -> str | None:
        """The name of the office that the holder of a title speaks through, or None."""
        return _first(self.holders, title)


def _first(rows: tuple[IssuerName, ...], wording: str) -> str | None:
    low = wording.lower()
    return next((row.name for row in rows if row.words.search(low)), None)


@cache
def original_words() -> OriginalWords:
    """The tables, read once."""
    data = table("originals")
    media = sorted((word for row in data["medium"] for word in row["words"]), key=len, reverse=True)
    return OriginalWords(
        nouns={
            word: OriginalNoun(OriginalKind(row["kind"]), frozenset(row.get("with", ())))
            for row in data["original"]
            for word in row["words"]
        },
        told_in=_words(data, "told_in"),
        carried=_words(data, "carried"),
        heard_by=_words(data, "heard_by"),
        indefinite=_words(data, "indefinite"),
        article=_at_start(data["article"][0]["words"]),
        media=re.compile(rf"\b(?:{'|'.join(map(re.escape, media))})\b", re.IGNORECASE),
        glued=_words(data, "glued"),
        seats=_marked(data["issuer"], "is_seat"),
        bare_seats=_marked(data["issuer"], "is_bare_seat"),
        ministries=_marked(data["issuer"], "is_ministry"),
        seat_by_name=data["by_name"]["seat"],
        ministry_by_name=data["by_name"]["ministry"],
        issuers=_names(data["issuer"]),
        holders=_names(data["holder"]),
        examples=_examples(data),
    )


def _at_start(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(map(re.escape, words))}) ", re.IGNORECASE)


def _words(data: dict[str, Any], table: str) -> frozenset[str]:
    return frozenset(word for row in data[table] for word in row["words"])


def _marked(rows: list[dict[str, Any]], mark: str) -> frozenset[str]:
    return frozenset(row["name"] for row in rows if row.get(mark))


def _names(rows: list[dict[str, Any]]) -> tuple[IssuerName, ...]:
    return tuple(IssuerName(row["name"], _pattern(row["words"])) for row in rows)


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


def _examples(data: dict[str, Any]) -> tuple[OriginalExample, ...]:
    return tuple(
        OriginalExample(table, row.get("name") or row["words"][0], row["matches"], row["not"])
        for table, rows in data.items()
        if isinstance(rows, list)
        for row in rows
    )
