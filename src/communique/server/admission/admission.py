"""Letting people in: who asks is found out before anything is shown."""

from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.errors import NotPossible
from communique.server.admission.door import Door
from communique.server.admission.programs import is_for_programs, path_of, problem
from communique.server.admission.terms import Terms
from communique.server.admission.users import UsersUnreadable, check_name, users_in
from communique.server.admission.visitors import Person, Role

SIGNING_IN = "/login"
STATIC = "/static/"
"""What is the same for all."""
FOR_ALL = (STATIC, SIGNING_IN)
"""What is shown to whoever asks."""
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
LONGEST_KEPT = 1_000_000
"""Bytes of a form that is kept while whoever sends it signs in anew."""
UNKNOWN, REFUSED, UNUSABLE = 401, 403, 503


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
        if not self._terms.is_open:
            send = _unkept(request, send)
        if person is None and not self._terms.is_open and not _is_for_all(request):
            if self._door is None or not _is_kept_form(request):
                await self._sent_away(request)(scope, receive, send)
                return
            # The page on which people sign in keeps what was typed until they have.
            request.state.sent_to = path_of(request)
            scope = {**scope, "path": SIGNING_IN}
        await self._app(scope, receive, send)

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
            known_by = {"WWW-Authenticate": 'Basic realm="communique", charset="UTF-8"'}
            return problem(UNKNOWN, detail, known_by)
        query = request.scope["query_string"].decode("latin-1")
        asked = quote(path_of(request)) + (f"?{query}" if query else "")
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


def _is_kept_form(request: Request) -> bool:
    """Whether a form is sent that is kept while whoever sends it signs in anew."""
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    length = request.headers.get("Content-Length", "")
    return (
        request.method == "POST"
        and not is_for_programs(request)
        and kind in FORMS
        and length.isascii()
        and length.isdecimal()
        and int(length[:15]) <= LONGEST_KEPT
    )


def _is_for_all(request: Request) -> bool:
    return path_of(request).startswith(FOR_ALL)


def _unkept(request: Request, send: Send) -> Send:
    """Says that no browser and no proxy is to keep it, but of what is the same for all.

    The page on which people sign in bears what somebody typed, and what is sent from it is answered
    with pages of the record.
    """

    async def told(message: Message) -> None:
        if message["type"] == "http.response.start" and not path_of(request).startswith(STATIC):
            MutableHeaders(scope=message)["Cache-Control"] = "no-store"
        await send(message)

    return told
