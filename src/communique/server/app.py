"""The application that serves a record: who is let in, its addresses, its headers."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.errors import CommuniqueError
from communique.server.acting.adding import ADDING, add_adding
from communique.server.acting.deciding import add_acts
from communique.server.acting.desk import Desk
from communique.server.acting.works import add_works
from communique.server.admission.admission import SIGNING_IN, Admission
from communique.server.admission.door import Door
from communique.server.admission.programs import ROOT
from communique.server.admission.proxies import Proxies
from communique.server.admission.sessions import Sessions
from communique.server.admission.sizes import Sizes
from communique.server.admission.terms import LOOKING, Terms
from communique.server.drawing.drawing import STATIC, draw
from communique.server.drawing.mistakes import not_answered, told_wrong
from communique.server.drawing.shown import Shows, written
from communique.server.interface.api import add_api
from communique.server.interface.posting import add_posting
from communique.server.library.library import Library
from communique.server.pages import home
from communique.server.pages.pages import PAGES
from communique.server.pages.saving import Searches, add_saving
from communique.server.pages.signing import LONGEST_SENT, add_signing

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; "
    "frame-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Sent with every answer: nothing from outside, and no script at all."""

Answer = Callable[[Request], Response]
MOST_ASKED = 200_000
"""Bytes of a request that adds no document."""


def make_app(record: Path, terms: Terms = LOOKING) -> FastAPI:
    """The application that shows the record in this file; on what terms it changes anything."""
    library, desk = Library(record), Desk(record, terms.wait, terms.patience)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=_closing(desk))
    door = Door(terms.users) if terms.signs_in and terms.users is not None else None
    app.add_middleware(Admission, terms=terms, door=door)
    app.add_middleware(Sessions, mark=library.mark)
    app.add_middleware(Sizes, most=MOST_ASKED, at=_larger(terms.limit))
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(terms.hosts))
    app.add_middleware(_Headers)
    app.add_middleware(Proxies, proxies=terms.proxies)
    app.add_exception_handler(CommuniqueError, told_wrong)
    app.add_exception_handler(HTTPException, not_answered)
    app.router.routes.append(Route("/", _answers(library, home.home)))
    app.router.routes.append(Route("/home.json", _answers(library, home.home, as_json=True)))
    for path, shows in PAGES.items():
        app.router.routes.append(Route(f"{path}.json", _answers(library, shows, as_json=True)))
        app.router.routes.append(Route(path, _answers(library, shows)))
    if door is not None:
        add_signing(app, door)
    if terms.writes:
        add_acts(app, library.name, desk)
        add_works(app, library.name, desk)
        add_adding(app, library, desk, terms.limit)
    if terms.writes or not terms.is_open:
        add_saving(app, library.name, Searches(record), frozenset(PAGES))
    add_api(app, library, is_open=terms.is_open)
    if terms.writes:
        add_posting(app, library, desk, terms.limit)
    static = StaticFiles(directory=STATIC)
    app.router.routes.append(Mount("/static", static, name="static"))
    return app


def _larger(limit: int) -> dict[str, int]:
    """Where more may be sent, documents of ``limit`` bytes among it, and how many bytes."""
    # In base64 three bytes are four; signs in JSON strings may be longer, and then fewer fit.
    larger = {SIGNING_IN: LONGEST_SENT, ADDING: limit, f"{ROOT}/documents": limit * 4 // 3}
    return {path: most + MOST_ASKED for path, most in larger.items()}


def _closing(desk: Desk) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Ends what is still to be written when the server ends."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(desk.close)

    return lifespan


def _answers(library: Library, shows: Shows, *, as_json: bool = False) -> Answer:
    def answer(request: Request) -> Response:
        with library.opened() as kept:
            shown = shows(kept, request)
        if as_json:
            return JSONResponse(written(shown.data))
        drawn = HTMLResponse(draw(shown, request, library.name))
        secure = request.scope["scheme"] == "https"
        for name, (value, seconds) in shown.kept.items():
            drawn.set_cookie(
                name, value, max_age=seconds, secure=secure, httponly=True, samesite="lax"
            )
        return drawn

    return answer


class _Headers:
    """Sets the headers that keep what is shown from doing anything but being shown."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self._app(scope, receive, with_headers)
