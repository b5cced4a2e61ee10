"""Mentions before their actors are settled."""

from dataclasses import dataclass

from communique.extract.actors.sides import Side
from communique.model.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention in a line that names a state, body, group or office: tokens and what they mean.

    ``code`` is a state's or body's code or a group's name; for an office ``sides`` are those it
    acts for, none when the line does not say. ``words`` is the office as the text words it.
    """

    line: int
    start: int
    end: int
    kind: ActorKind
    how: str
    code: str | None
    words: str
    state: str | None = None
    """For a capital that stands for a body too: the state that it may stand for instead."""
    sides: tuple[Side, ...] = ()
    background: bool = False
    owner: tuple[int, int] | None = None
    """Tokens of the person whose office it is ("Putin's office")."""
