"""English words around what two documents share, by which it is told who worded it first."""

import re
from dataclasses import dataclass
from functools import cache

from communique.languages.en.cues import table
from communique.text.sharing import Signs


@dataclass(frozen=True, slots=True)
class SharingCue:
    """One pattern of a kind, with an example that it matches and one that it does not."""

    kind: str
    pattern: str
    matches: str
    not_matches: str


@cache
def sharing_cues() -> tuple[SharingCue, ...]:
    """The rows of ``sharing.toml``, read once."""
    rows = table("sharing")["cue"]
    return tuple(
        SharingCue(row["kind"], row["pattern"], row["matches"], row["not"]) for row in rows
    )


@cache
def load_signs() -> Signs:
    """The patterns of each kind as one, compiled."""
    return Signs(*(_joined(kind) for kind in ("telling", "authority", "paper")))


def _joined(kind: str) -> re.Pattern[str]:
    rows = (one.pattern for one in sharing_cues() if one.kind == kind)
    return re.compile("|".join(rows), re.IGNORECASE)
