"""The English words that rules read by: small typed tables from TOML files."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from communique.model.vocabulary import Strength, UndertakingKind


@dataclass(frozen=True, slots=True)
class UndertakingCue:
    """A word by which a text says that somebody undertakes something.

    ``part`` is ``verb``, ``noun`` or ``adjective``; ``follow`` what must follow the word; ``under``
    the verbs that a noun must stand under; ``objects`` the nouns that the verb must have as object.
    ``alone`` is the kind when one actor stands alone, where that makes a difference;
    ``is_word_given`` when somebody gives his word, so that another may say that he did.
    """

    kind: UndertakingKind
    part: str
    words: tuple[str, ...]
    follow: frozenset[str]
    strength: Strength
    jointly: bool
    alone: UndertakingKind | None
    under: frozenset[str]
    objects: frozenset[str]
    is_word_given: bool
    matches: str
    misses: str

    @property
    def name(self) -> str:
        """How ``why`` shows the row: kind, part of speech and its first word."""
        return f"undertaking.{self.kind.value}.{self.words[0]}"


@dataclass(frozen=True, slots=True)
class Example:
    """One row's text that it must match and one that it must not.

    ``is_told`` when the text must stand in an account of a contact; ``side`` is who speaks.
    """

    row: str
    matches: str
    misses: str
    is_told: bool
    side: str | None


@cache
def table(name: str) -> dict[str, Any]:
    """The table of this name as TOML gives it; raises FileNotFoundError if there is none."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, section: str, key: str = "words") -> frozenset[str]:
    """The words listed in one place of a table, in lower case."""
    return frozenset(word.lower() for word in table(name)[section][key])


@cache
def phrases(name: str, section: str, key: str = "phrases") -> tuple[str, ...]:
    """The phrases listed in one place of a table, longest first."""
    return tuple(sorted(table(name)[section][key], key=lambda one: (-len(one), one)))


@cache
def undertaking_cues() -> dict[str, tuple[UndertakingCue, ...]]:
    """The cues of undertakings by the word that carries them, in lower case."""
    found: dict[str, list[UndertakingCue]] = {}
    for row in table("undertakings")["cue"]:
        cue = _undertaking_cue(row)
        for word in cue.words:
            found.setdefault(word, []).append(cue)
    return {word: tuple(cues) for word, cues in found.items()}


def _undertaking_cue(row: dict[str, Any]) -> UndertakingCue:
    return UndertakingCue(
        kind=UndertakingKind(row["kind"]),
        part=row["part"],
        words=tuple(row["words"]),
        follow=frozenset(row["then"]),
        strength=Strength(row["strength"]),
        jointly=row["jointly"],
        alone=UndertakingKind(row["alone"]) if "alone" in row else None,
        under=frozenset(row.get("under", ())),
        objects=frozenset(row.get("objects", ())),
        is_word_given=row.get("is_word_given", False),
        matches=row["matches"],
        misses=row["not"],
    )


@cache
def examples(name: str) -> tuple[Example, ...]:
    """Every row or section of a table that comes with examples, in the order of the file."""
    found = []
    for key, section in table(name).items():
        rows = section if isinstance(section, list) else [section]
        found += [
            Example(
                f"{name}.{key}.{place}",
                row["matches"],
                row["not"],
                row.get("told", False),
                row.get("side"),
            )
            for place, row in enumerate(rows)
            if "matches" in row
        ]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class PositionCue:
    """A verb of position: the stance that it gives, and what must follow it."""

    stance: str
    words: tuple[str, ...]
    follow: frozenset[str]


@cache
def position_cues() -> dict[str, tuple[PositionCue, ...]]:
    """The verbs of position by their lemma."""
    found: dict[str, list[PositionCue]] = {}
    for row in table("positions")["cue"]:
        cue = PositionCue(row["stance"], tuple(row["words"]), frozenset(row["then"]))
        for word in cue.words:
            found.setdefault(word, []).append(cue)
    return {word: tuple(cues) for word, cues in found.items()}
