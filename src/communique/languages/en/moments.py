"""English words that tell at what hour of a day something was, or in which month an earlier one."""

import re
from dataclasses import dataclass
from functools import cache

from communique.languages.en.cues import table
from communique.languages.en.times import months

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class EarlierCue:
    """Words that set an earlier contact in a month, with a text each way."""

    pattern: re.Pattern[str]
    matches: str
    not_matches: str


@dataclass(frozen=True, slots=True)
class Moments:
    """The words of ``moments.toml``."""

    late: frozenset[str]
    early: frozenset[str]
    earlier: tuple[EarlierCue, ...]


@cache
def load_moments() -> Moments:
    """The words of ``moments.toml``, patterns compiled, read once."""
    data = table("moments")
    month = "|".join(sorted((one.capitalize() for one in months()), key=len, reverse=True))
    return Moments(
        late=frozenset(data["late"].split()),
        early=frozenset(data["early"].split()),
        earlier=tuple(
            EarlierCue(
                re.compile(row["pattern"].replace("{month}", month)), row["matches"], row["not"]
            )
            for row in data["earlier"]
        ),
    )


def is_late(expression: str | None) -> bool:
    """Whether the words of a time put it at the end of a day: "Monday evening"."""
    return _has(expression, load_moments().late)


def is_early(expression: str | None) -> bool:
    """Whether the words of a time put it at the beginning of a day: "early on Tuesday"."""
    return _has(expression, load_moments().early)


def _has(expression: str | None, words: frozenset[str]) -> bool:
    return not words.isdisjoint(_WORD.findall((expression or "").lower()))


def earlier_months(text: str) -> frozenset[int]:
    """The months in which a text sets an earlier contact: "their first call since May"."""
    numbers, plain = months(), " ".join(text.split())
    return frozenset(
        numbers[met["month"].lower()]
        for cue in load_moments().earlier
        for met in cue.pattern.finditer(plain)
    )
