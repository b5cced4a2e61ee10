"""The words at the head of texts that a side issues itself, from ``heads.toml``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.languages.en.cues import table
from communique.model.vocabulary import DocumentKind

_WORD = re.compile(r"[^\W\d_]+(?:[-.’'][^\W\d_]+)*")
_OWN = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class HeadCue:
    """Words at the head of a text; ``kind`` is the kind of text that they say it is, if any.

    ``matches`` is a line that they must be found in, ``counter`` one that they must not.
    """

    table: str
    kind: DocumentKind | None
    pattern: re.Pattern[str]
    matches: str
    counter: str


@dataclass(frozen=True, slots=True)
class HeadWords:
    """All tables of ``heads.toml``."""

    letterhead: frozenset[str]
    small_words: frozenset[str]
    talks: frozenset[str]
    cues: tuple[HeadCue, ...]
    until: re.Pattern[str]
    beside: re.Pattern[str]
    joint: re.Pattern[str]

    def is_letterhead(self, words: str) -> bool:
        """Whether words consist only of those of letterheads."""
        return all(without_mark(one.lower()) in self.letterhead for one in _WORD.findall(words))

    def may_speak(self, words: str) -> bool:
        """Whether words in small letters are such as stand where a title says who speaks."""
        small = (one for one in _WORD.findall(words) if one[0].islower())
        return all(one in self.talks or self.is_letterhead(one) for one in small)

    def kind_of(self, line: str) -> DocumentKind | None:
        """The kind of text that a line says it heads, or None."""
        met = [(found.start(), cue.kind) for cue, found in self._all("kind", line)]
        return min(met, key=lambda one: one[0])[1] if met else None

    def is_only_kind(self, line: str) -> bool:
        """Whether a line says the kind of a text and nothing else but a number and a date."""
        return any(
            self.beside.fullmatch(line[: met.start()]) and self.beside.fullmatch(line[met.end() :])
            for _, met in self._all("kind", line)
        )

    def is_small(self, line: str) -> bool:
        """Whether a line is small print: a number, a telephone, an address."""
        return self._first("small", line) is not None

    def is_news(self, line: str, *, is_head: bool) -> bool:
        """Whether a line, of the head or the first one under it, shows that an outlet tells."""
        return any(self._first(table, line) for table in ("news", "headline")[: 1 + is_head])

    def are_joint(self, between: str) -> bool:
        """Whether the words between the names of two sides set them beside each other."""
        return self.joint.fullmatch(between) is not None

    def issuer_in(self, title: str) -> str | None:
        """The words of a title that say who speaks, or None."""
        found = self._first("issued_by", title)
        return None if found is None else self.until.split(found["who"])[0].strip(" ,:–-")

    def _first(self, table: str, line: str) -> re.Match[str] | None:
        return next((met for _, met in self._all(table, line)), None)

    def _all(self, table: str, line: str) -> Iterator[tuple[HeadCue, re.Match[str]]]:
        for cue in self.cues:
            if cue.table == table and (met := cue.pattern.search(line)):
                yield cue, met


def without_mark(name: str) -> str:
    """A name without the mark of what is its own: "Norland's"."""
    return _OWN.sub("", name)


@cache
def head_words() -> HeadWords:
    """The tables, read once."""
    data = table("heads")
    until = "|".join(data["issued_by"]["until"])
    beside = data["beside"]["pattern"]
    return HeadWords(
        letterhead=frozenset(data["letterhead"]["words"]),
        talks=frozenset(data["issued_by"]["talks"]),
        small_words=frozenset(data["letterhead"]["small"]),
        cues=tuple(_cue(row, beside) for row in data["cue"]),
        until=re.compile(rf"\b(?:{until})\b", re.IGNORECASE),
        beside=re.compile(beside, re.IGNORECASE),
        joint=re.compile(data["beside"]["joint"], re.IGNORECASE),
    )


def _cue(row: dict[str, Any], beside: str) -> HeadCue:
    pattern = rf"^{beside}(?:{row['pattern']}){beside}$" if row.get("whole") else row["pattern"]
    return HeadCue(
        table=row["table"],
        kind=DocumentKind(row["kind"]) if "kind" in row else None,
        pattern=re.compile(pattern, 0 if row.get("exact_case") else re.IGNORECASE),
        matches=row["matches"],
        counter=row["not"],
    )
