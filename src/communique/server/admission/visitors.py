"""Who asks, and what they may do."""

from dataclasses import dataclass
from enum import StrEnum

from starlette.requests import Request

from communique.errors import CommuniqueError

NAME = "name"
"""The entry of the session that says who signed in."""


class Role(StrEnum):
    """What somebody may do with a record."""

    READER = "reader"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: the name under which the log keeps what they decide, and their role."""

    name: str
    role: Role


class NotAllowed(CommuniqueError):
    """Somebody asked for what they may not do, or sent a form that is not from here."""


def person_in(request: Request) -> Person | None:
    """Who asks; None where nobody is told apart and the record is only looked at."""
    found = getattr(request.state, "person", None)
    return found if isinstance(found, Person) else None


def may_act(request: Request) -> bool:
    """Whether who asks may decide and add."""
    person = person_in(request)
    return person is not None and person.role is Role.EDITOR


def reader_in(request: Request) -> Person:
    """Who asks, if somebody is told apart at all; raises NotAllowed."""
    person = person_in(request)
    if person is None:
        raise NotAllowed("nobody is told apart here: serve with --write, or let people sign in")
    return person


def editor_in(request: Request) -> Person:
    """Who asks, if they may decide and add; raises NotAllowed."""
    person = person_in(request)
    if person is None or person.role is not Role.EDITOR:
        who = "nobody" if person is None else f"{person.name}, who reads,"
        raise NotAllowed(f"{who} may not decide or add here: ask whoever serves this record")
    return person
