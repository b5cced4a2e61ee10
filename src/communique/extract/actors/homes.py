"""The state that stands beside a name without a title: "Ruvia's Dan", "Dan of Ruvia"."""

from communique.catalog.naming import NamingKind
from communique.extract.actors.lines import POSSESSIVE, Line
from communique.extract.actors.titled import home_behind
from communique.model.vocabulary import ActorKind


def home_of(line: Line, start: int, end: int) -> str | None:
    """The state beside a name from ``start`` to ``end``, None where it says more than whose it is.

    "Ruvia's Dan policy" is Ruvia's, and Dan is not.
    """
    last = line.tokens[end - 1]
    if last.dep == "compound" and last.head >= end:
        return None
    return _before(line, start) or _behind(line, end)


def is_owned(line: Line, start: int) -> bool:
    """Whether a possessive stands before a name, as before whoever deals for a state.

    An adjective or "of Ruvia" says only where somebody is from.
    """
    return line.word(start - 1) in POSSESSIVE


def _before(line: Line, start: int) -> str | None:
    owned = is_owned(line, start)
    at = start - 1 - owned
    cover = line.cover[at] if at >= 0 else None
    if cover is None or cover.end != at + 1 or line.word(cover.start - 1) == "-":
        return None
    return cover.code(NamingKind.STATE if owned else NamingKind.ADJECTIVE)


def _behind(line: Line, end: int) -> str | None:
    side = home_behind(line, end)[0]
    return side.code if side is not None and side.kind is ActorKind.STATE else None
