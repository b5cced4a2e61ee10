"""The words at the head of turns in transcripts, from ``turns.toml``."""

import re
from dataclasses import dataclass
from functools import cache

from communique.languages.en.cues import table
from communique.languages.en.titles import title_at


@dataclass(frozen=True, slots=True)
class TurnPattern:
    """A pattern with a line that it matches and one that it does not."""

    pattern: re.Pattern[str]
    matches: str
    counter: str


@dataclass(frozen=True, slots=True)
class TurnWords:
    """The words of ``turns.toml``: of labels, and of what follows one that is none."""

    asking: frozenset[str]
    answering: frozenset[str]
    honorifics: frozenset[str]
    articles: frozenset[str]
    label: TurnPattern
    value: TurnPattern

    def label_in(self, text: str, start: int, end: int) -> tuple[str, int] | None:
        """Who stands at the head of a line, and where the label ends; None without one."""
        met = self.label.pattern.match(text, start, end)
        if met is None or self.value.pattern.fullmatch(text, met.end(), end):
            return None
        return met["named"] or met["bare"], met.end()

    def is_asking(self, who: str) -> bool:
        """Whether a label is of somebody who asks."""
        return who.lower().rstrip(".") in self.asking

    def is_known(self, who: str) -> bool:
        """Whether a label is of the one who is asked, or has a form of address or a title."""
        words = _words_of(who)
        told = who.lower() in self.answering or not self.honorifics.isdisjoint(words)
        return told or any(title_at(words, at) for at in range(len(words)))

    def names_in(self, who: str) -> tuple[str, ...]:
        """The words of a label that may name somebody, in small letters."""
        return tuple(
            one for one in _words_of(who) if one and one not in self.honorifics | self.articles
        )


def _words_of(who: str) -> tuple[str, ...]:
    """The words of a label in small letters, without the marks at their ends."""
    return tuple(one.strip(".,()").lower() for one in who.split())


@cache
def turn_words() -> TurnWords:
    """The words, read once."""
    data = table("turns")
    return TurnWords(
        asking=frozenset(data["asking"]),
        answering=frozenset(data["answering"]),
        honorifics=frozenset(data["honorifics"]),
        articles=frozenset(data["articles"]),
        label=_pattern(data["label"]),
        value=_pattern(data["value"]),
    )


def _pattern(row: dict[str, str]) -> TurnPattern:
    return TurnPattern(re.compile(row["pattern"]), row["matches"], row["not"])
