"""Mentions before their actors are settled."""

from dataclasses import dataclass

from communique.model.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention in a line that names a state, body, group or office: tokens and what they mean.

    ``code`` is a state's or body's code or a group's name; for an office ``state`` is the state it
    acts for, None when the line does not say. ``words`` is the office as the text words it.
    """

    line: int
    start: int
    end: int
    kind: ActorKind
    how: str
    code: str | None
    words: str
    state: str | None = None
    background: bool = False
    owner: tuple[int, int] | None = None
    """Tokens of the person whose office it is ("Putin's office")."""
