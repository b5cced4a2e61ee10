"""Whom somebody acts for: states, bodies and groups as the names of a line give them."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.catalog.naming import NamingKind
from communique.extract.actors.lines import Line, NamedAt
from communique.languages.en.actors import actor_words
from communique.model.vocabulary import ActorKind

OWNERS = (
    NamingKind.ADJECTIVE,
    NamingKind.STATE,
    NamingKind.SEAT,
    NamingKind.MINISTRY,
    NamingKind.CAPITAL,
)
"""How a name before a title or an organ may give the state whose it is."""
NAMES = (NamingKind.STATE, NamingKind.SEAT, NamingKind.CAPITAL)
"""How a name behind "of" or "from" may give it."""


@dataclass(frozen=True, slots=True)
class Side:
    """A state, body or group: whom an office-holder or an organ acts for."""

    kind: ActorKind
    code: str


def side_at(cover: NamedAt | None, kinds: Iterable[NamingKind] = OWNERS) -> Side | None:
    """The side that a name stands for: a body or group before a state, None for neither."""
    if cover is None:
        return None
    if body := cover.code(NamingKind.BODY):
        return Side(ActorKind.BODY, body)
    if group := cover.code(NamingKind.GROUP):
        return Side(ActorKind.GROUP, group)
    state = cover.code(*kinds)
    return None if state is None else Side(ActorKind.STATE, state)


def sides_at(cover: NamedAt | None, kinds: Iterable[NamingKind] = OWNERS) -> tuple[Side, ...]:
    """The same, and for a standing company ("E3") all its members."""
    side = side_at(cover, kinds)
    if side is not None or cover is None:
        return () if side is None else (side,)
    return tuple(Side(kind, code) for kind, code in cover.members)


def past_article(line: Line, at: int) -> int:
    """The place behind a definite article, or the place itself."""
    return at + (line.word(at) in actor_words("article", "definite"))


def named_from(line: Line, at: int) -> NamedAt | None:
    """The name of the tables that begins at a place, an article passed over."""
    start = past_article(line, at + (line.word(at) in actor_words("and", "both")))
    cover = line.cover[start] if start < len(line.words) else None
    return cover if cover is not None and cover.start == start else None


def sides_from(
    line: Line, at: int, kinds: Iterable[NamingKind] = NAMES
) -> tuple[int, tuple[Side, ...]]:
    """The sides that a list of names at a place gives, and where the list ends.

    So "Ruvia, Costona and the League of the Highlands"; ``at`` itself where no name begins there.
    """
    end, found = at, list[Side]()
    start = at
    while (cover := named_from(line, start)) is not None:
        sides = sides_at(cover, tuple(kinds))
        if not sides:
            break
        found += sides
        end = cover.end
        start = past_joint(line, end)
        if start == end:
            break
        start += line.word(start) in actor_words("of")
    return end, tuple(dict.fromkeys(found))


def past_joint(line: Line, at: int) -> int:
    """The place behind what joins the members of a list: ",", "and", ", and", "as well as"."""
    end = at
    if line.word(end) == ",":
        end += 1
    if line.word(end) in actor_words("and"):
        return end + 1
    joint = actor_words("and", "long")
    for size in (3, 2):
        if " ".join(line.words[end : end + size]) in joint:
            return end + size
    return end
