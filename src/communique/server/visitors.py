"""Who asks, what they may do, and whether a form that they send is one that we gave them."""

import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request

from communique.errors import CommuniqueError

TOKEN = "token"  # noqa: S105 a name
"""The name of the field, and of the entry of the session, that holds the token of a form."""

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


def token_in(request: Request) -> str:
    """The token that the forms of this session bear."""
    return str(request.session.setdefault(TOKEN, secrets.token_urlsafe(24)))


def has_token(request: Request, form: FormData) -> bool:
    """Whether a form bears the token of the session, so that we gave it to who sends it."""
    given, known = form.get(TOKEN), request.session.get(TOKEN)
    if not isinstance(given, str) or not isinstance(known, str):
        return False
    return hmac.compare_digest(given.encode(), known.encode())


def check_origin(request: Request) -> None:
    """Raise NotAllowed if a page elsewhere made the browser send this.

    Browsers say where a request comes from; what says nothing is no browser.
    """
    site = request.headers.get("Sec-Fetch-Site", "none")
    origin = request.headers.get("Origin")
    is_here = origin is None or urlsplit(origin).netloc == request.headers.get("Host")
    if site not in ("same-origin", "none") or not is_here:
        raise NotAllowed("this was sent by a page elsewhere: open the page here and do it there")
