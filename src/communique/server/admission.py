"""Letting people in: who asks is found out before anything is shown."""

import binascii
import logging
from base64 import b64decode
from pathlib import Path
from urllib.parse import quote

from anyio import CapacityLimiter, to_thread
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.errors import NotPossible
from communique.server.terms import Terms
from communique.server.users import User, UsersUnreadable, check_name, known_by, users_in
from communique.server.visitors import NAME, Person, Role

LOG = logging.getLogger(__name__)
SIGNING_IN = "/login"
FOR_ALL = ("/static/", SIGNING_IN)
"""What is shown to whoever asks."""
FAILURES = RateLimitItemPerMinute(10)
"""How often one may fail to sign in, from one address or under one name."""
STAMP = "stamp"
"""What a session remembers of the password of who signed in."""
TOO_OFTEN, UNKNOWN, REFUSED, UNUSABLE = 429, 401, 403, 503


class Door:
    """Compares names and passwords with those of the users, and not too often."""

    def __init__(self, users: Path) -> None:
        self._users = users
        self._failures = MovingWindowRateLimiter(MemoryStorage())
        # One try after the other, so that those sent at once are counted before the next is
        # compared; each takes 64 MB, and no other answer waits for them.
        self._turns = CapacityLimiter(1)

    def may_try(self, name: str, address: str) -> bool:
        """Whether neither the name nor the address has failed too often."""
        return all(self._failures.test(FAILURES, *key) for key in _keys(name, address))

    async def opened(self, name: str, password: str, address: str) -> User | None:
        """The user with this name and password, if they may try when it is their turn."""
        return await to_thread.run_sync(
            self._compared, name, password, address, limiter=self._turns
        )

    def _compared(self, name: str, password: str, address: str) -> User | None:
        if not self.may_try(name, address):
            return None
        user = known_by(self._users, name, password)
        if user is None:
            # The name is not told: people type their password where the name belongs.
            LOG.warning("a sign-in from %s was refused", address)
            for key in _keys(name, address):
                self._failures.hit(FAILURES, *key)
        return user

    async def known(self, request: Request) -> User | None:
        """Who asks, by their session or by the name and password that a program sends along."""
        user = users_in(self._users).get(request.session.get(NAME, ""))
        if user is not None and user.stamp == request.session.get(STAMP):
            return user
        if (given := _basic(request)) is not None and is_for_programs(request):
            return await self.opened(*given, address_of(request))
        return None


def _keys(name: str, address: str) -> tuple[tuple[str, str], ...]:
    return (("name", name), ("address", address))


def address_of(request: Request) -> str:
    """The address of who asks, as far as it is known."""
    return request.client.host if request.client is not None else "unknown"


def is_for_programs(request: Request) -> bool:
    """Whether an address gives data."""
    path = _path(request)
    return path.startswith("/api/") or path.endswith(".json")


def _path(request: Request) -> str:
    # Not that of the URL, which is put together from what the request says of its host.
    return str(request.scope["path"])


def _basic(request: Request) -> tuple[str, str] | None:
    """The name and password that a program sends along (RFC 7617)."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, mark, password = b64decode(given, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (name, password) if mark else None


class Admission:
    """Tells what follows who asks, and sends away whom nobody knows.

    Where whoever comes is let in, all are the same person; else they are users who signed in, or
    those whom a proxy names: who is no user may read then.
    """

    def __init__(self, app: ASGIApp, terms: Terms, door: Door | None) -> None:
        self._app = app
        self._terms = terms
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, who asks told with it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        try:
            person = await self._person(request)
        except UsersUnreadable as error:
            await PlainTextResponse(str(error), UNUSABLE)(scope, receive, send)
            return
        request.state.person = person
        if person is None and not self._terms.is_open and not _is_for_all(request):
            await self._sent_away(request)(scope, receive, send)
            return
        await self._app(scope, receive, send if self._terms.is_open else _unkept(request, send))

    async def _person(self, request: Request) -> Person | None:
        if self._terms.header is not None:
            return self._named_by_proxy(request, self._terms.header)
        if self._door is not None:
            user = await self._door.known(request)
            return None if user is None else self._as(user.name, user.role)
        return self._as(self._terms.author, Role.EDITOR) if self._terms.writes else None

    def _named_by_proxy(self, request: Request, header: str) -> Person | None:
        name = _text_of(request.headers.get(header, "")).strip()
        if not request.state.is_by_proxy or not _is_name(name):
            return None
        users = users_in(self._terms.users) if self._terms.users is not None else {}
        return self._as(name, users[name].role if name in users else Role.READER)

    def _as(self, name: str, role: Role) -> Person:
        """A person; nobody edits where nothing is written."""
        return Person(name, role if self._terms.writes else Role.READER)

    def _sent_away(self, request: Request) -> Response:
        if self._terms.header is not None:
            return PlainTextResponse("Come by the proxy that lets people in.", REFUSED)
        if is_for_programs(request):
            detail = "send the name and password of a user (HTTP Basic)"
            problem = {"type": "about:blank", "title": "Unauthorized", "status": UNKNOWN}
            headers = {"WWW-Authenticate": 'Basic realm="communique", charset="UTF-8"'}
            kind = "application/problem+json"
            return JSONResponse(problem | {"detail": detail}, UNKNOWN, headers, media_type=kind)
        query = request.scope["query_string"].decode("latin-1")
        asked = quote(_path(request)) + (f"?{query}" if query else "")
        to = f"?to={quote(asked, safe='')}" if request.method == "GET" and asked != "/" else ""
        return RedirectResponse(f"{SIGNING_IN}{to}", 303)


def _text_of(header: str) -> str:
    """What a header says: proxies send names in UTF-8, which HTTP does not know."""
    try:
        return header.encode("latin-1").decode()
    except UnicodeDecodeError:
        return header


def _is_name(name: str) -> bool:
    try:
        check_name(name)
    except NotPossible:
        return False
    return True


def _is_for_all(request: Request) -> bool:
    return _path(request).startswith(FOR_ALL)


def _unkept(request: Request, send: Send) -> Send:
    """Says of what only users may see that no browser and no proxy is to keep it."""

    async def told(message: Message) -> None:
        if message["type"] == "http.response.start" and not _is_for_all(request):
            MutableHeaders(scope=message)["Cache-Control"] = "no-store"
        await send(message)

    return told
