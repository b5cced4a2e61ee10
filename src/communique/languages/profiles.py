"""Which language a text is in, by its small words and its script: enough to know what not to read.

Words and scripts come from ``profiles.toml``. A text of a few sentences in Latin letters is taken
as English where no other language's words fit it better and it holds an English word of ours, or
where it is too short to hold any; a longer text without enough small words has no language.
"""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+")
_IN_NAME = re.compile(r"(?<=[^\W\d_])[ ][^\W\d_A-Z]{2,3}(?:[ ][^\W\d_A-Z]{2})?[ ](?=[A-Z])")
"""A small word before a capital may belong to a name ("da Silva", "van der Berg")."""
_AT_MOST = 20_000
"""Code points looked at: more would not change the answer."""
_SHARE = 0.12
"""Least share of a text's words that are among a language's commonest: running text has .25 and
more, a list of names less than .05."""
_NOT_LATIN = re.compile(r"[^\u0000-\u036f]")
_SHORT = 12
"""Words below which one small word of a language is enough, and none at all is no sign."""
_FEW = 60
"""Words below which (one to three sentences) one English word is enough: dispatches are full of
names."""


@dataclass(frozen=True, slots=True)
class _Script:
    first: int
    last: int
    language: str


@cache
def _profiles() -> tuple[dict[str, frozenset[str]], tuple[_Script, ...]]:
    data = tomllib.loads(files(__package__).joinpath("profiles.toml").read_text(encoding="utf-8"))
    words = {name: frozenset(listed.split()) for name, listed in data["words"].items()}
    scripts = tuple(_Script(one["first"], one["last"], one["language"]) for one in data["script"])
    return words, scripts


def language_of(text: str) -> str | None:
    """The language tag (BCP 47) of a text, None where its words do not tell.

    >>> language_of("The minister said that the talks were over.")
    'en'
    """
    words = _WORD.findall(_IN_NAME.sub(_left_of_name, text[:_AT_MOST]).casefold())
    if not words:
        return None
    script = _script_of(words)
    if script is not None:
        return script
    met = Counter(words)
    profiles, _ = _profiles()
    counts = {name: sum(met[word] for word in small) for name, small in profiles.items()}
    if _is_short_english(counts, len(words)):
        return "en"
    (most, language), (second, _) = sorted(
        ((count, name) for name, count in counts.items()), key=lambda one: (-one[0], one[1])
    )[:2]
    needed = 1 if len(words) < _SHORT else _SHARE * len(words)
    return language if most >= needed and most > second else None


def _left_of_name(found: re.Match[str]) -> str:
    """What counts of small words before a capital: English ones do ("in Berlin", "on Monday")."""
    small = found.group().split()
    return found.group() if _profiles()[0]["en"].issuperset(small) else " "


def _is_short_english(counts: dict[str, int], length: int) -> bool:
    """Whether so few words are taken as English: no other language has more of them."""
    if length >= _FEW or counts["en"] < max(counts.values()):
        return False
    return counts["en"] > 0 or length < _SHORT


def _script_of(words: list[str]) -> str | None:
    """The language that the script of most letters shows, None for Latin ones."""
    _, scripts = _profiles()
    found: Counter[str] = Counter()
    letters = "".join(words)
    for point in map(ord, _NOT_LATIN.findall(letters)):
        found.update(one.language for one in scripts if one.first <= point <= one.last)
    if 2 * sum(found.values()) <= len(letters):
        return None
    # Kana stand beside Han in one language alone.
    found["und-Hani"] = 0 if found["ja"] else found["und-Hani"]
    return min(found, key=lambda language: (-found[language], language))
