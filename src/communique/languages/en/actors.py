"""The English words by which texts name actors, as small sets of lower-cased words."""

from dataclasses import dataclass
from functools import cache

from communique.languages.en.cues import table
from communique.languages.en.titles import words_of


@dataclass(frozen=True, slots=True)
class ActorExample:
    """A row of the table with a text that holds one of its words and one that holds none."""

    row: str
    words: frozenset[str]
    matches: str
    misses: str


@cache
def actor_words(row: str, key: str = "words") -> frozenset[str]:
    """The words of one row; raises KeyError if the table has no such row."""
    return frozenset(table("actors")[row][key])


@cache
def actor_keys(row: str) -> frozenset[str]:
    """The keys of one row under which it lists words, its examples left out."""
    return frozenset(key for key, value in table("actors")[row].items() if isinstance(value, list))


@cache
def actor_phrases(row: str, key: str = "words") -> dict[str, tuple[tuple[str, ...], ...]]:
    """The wordings of one row by their first word, cut as the parser cuts, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for wording in table("actors")[row][key]:
        words = words_of(wording.replace("'s", " 's"))
        found.setdefault(words[0], []).append(words)
    return {
        word: tuple(sorted(rows, key=lambda one: (-len(one), one))) for word, rows in found.items()
    }


@cache
def organ_phrases(key: str = "words") -> dict[str, tuple[tuple[str, ...], ...]]:
    """The wordings of organs, singular and plural, by their first word, longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for first, rows in actor_phrases("organ", key).items():
        plurals = {(*row[:-1], _plural(row[-1])) for row in rows}
        for row in plurals | set(rows):
            found.setdefault(row[0] if len(row) > 1 else row[-1], set()).add(row)
        found.setdefault(first, set()).update(rows)
    return {
        word: tuple(sorted(rows, key=lambda one: (-len(one), one))) for word, rows in found.items()
    }


def _plural(word: str) -> str:
    if word.endswith("s") or len(word) < 4:
        return word
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def phrase_end(
    phrases: dict[str, tuple[tuple[str, ...], ...]], words: tuple[str, ...], at: int
) -> int | None:
    """Where the longest wording that begins at a place ends, or None if none begins there."""
    for wording in phrases.get(words[at], ()):
        if words[at : at + len(wording)] == wording:
            return at + len(wording)
    return None


def actor_examples() -> tuple[ActorExample, ...]:
    """The examples of all rows."""
    return tuple(
        ActorExample(
            name,
            frozenset(word for value in row.values() if isinstance(value, list) for word in value),
            row["matches"],
            row["not"],
        )
        for name, row in table("actors").items()
    )
