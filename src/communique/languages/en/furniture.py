"""The words that mark furniture on an English page, from ``furniture.toml``."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from communique.languages.en.cues import table
from communique.languages.en.times import filled
from communique.model.vocabulary import BlockKind

Scope = Literal["line", "start", "has", "end", "inside", "front", "back"]
_REACH = {"start": 600, "has": 400, "end": 900, "front": -1, "back": -1, "inside": -1}
"""Code points up to which a cue of a scope says what a whole line is; -1 for those that cut."""


@dataclass(frozen=True, slots=True)
class FurnitureCue:
    """Words that show what a line, or the beginning or end of one, is on its page.

    ``matches`` is a line that it must find, ``counter`` one that it must not.
    """

    kind: BlockKind
    scope: Scope
    pattern: re.Pattern[str]
    matches: str
    counter: str

    def found_in(self, line: str) -> re.Match[str] | None:
        """The match in a line without white space at its ends, or None."""
        if self.scope == "line":
            return self.pattern.fullmatch(line)
        if self.scope in ("start", "front"):
            return self.pattern.match(line)
        return self.pattern.search(line)


@cache
def furniture_cues() -> tuple[FurnitureCue, ...]:
    """All cues, in the order in which they are tried."""
    rows = table("furniture")["cue"]
    return tuple(
        FurnitureCue(
            kind=BlockKind(row["kind"]),
            scope=row["scope"],
            pattern=_compiled(row["pattern"], row["scope"], folded=not row.get("exact_case")),
            matches=row["matches"],
            counter=row["not"],
        )
        for row in rows
    )


def cue_of(line: str) -> tuple[FurnitureCue, re.Match[str]] | None:
    """The first cue that says what a whole line is, and its match; None where there is none."""
    for cue in furniture_cues():
        if len(line) > _REACH.get(cue.scope, len(line)):
            continue
        if match := cue.found_in(line):
            return cue, match
    return None


def _compiled(pattern: str, scope: Scope, *, folded: bool) -> re.Pattern[str]:
    pattern = filled(pattern)
    whole = f"(?:{pattern})$" if scope in ("back", "end") else f"(?:{pattern})"
    return re.compile(whole, re.IGNORECASE if folded else 0)
