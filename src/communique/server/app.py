"""The application that serves a record: its addresses, its headers, what it says of mistakes."""

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.errors import CommuniqueError, NotInRecord, NotPossible
from communique.server import lists, pages
from communique.server.api import ROOT, add_api
from communique.server.drawing import draw, draw_error
from communique.server.library import Library
from communique.server.shown import Shows

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; "
    "frame-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Sent with every answer: nothing from outside, and no script at all."""

Answer = Callable[[Request], Response]
PAGES: dict[str, Shows] = {
    "/contacts": lists.contacts,
    "/contacts/{name}": pages.contact,
    "/documents": lists.documents,
    "/documents/{name}": pages.document,
    "/documents/{name}/text": pages.text,
    "/actors/{name}": pages.actor,
    "/channels": lists.channels,
    "/channels/{name}": pages.channel,
    "/formats": lists.formats,
    "/formats/{name}": pages.format_,
    "/undertakings": lists.undertakings,
    "/positions": lists.positions,
    "/labels": lists.labels,
    "/missions": lists.presence,
    "/works": lists.projects,
    "/gaps": lists.gaps,
    "/problems": lists.problems,
    "/originals": lists.originals,
    "/stories": lists.stories,
    "/search": lists.search,
    "/why": pages.why,
}
"""What stands under which address; with ``.json`` behind it the same as data."""


CODES: dict[type[CommuniqueError], int] = {NotInRecord: 404, NotPossible: 400}
"""Which code answers what is not there, and what cannot be asked."""
UNUSABLE = 503
"""The code of a record that cannot be used now."""
HOSTS = ("127.0.0.1", "localhost")
"""Names under which it answers: a page elsewhere cannot reach it under a name of its own."""


def make_app(record: Path) -> FastAPI:
    """The application that shows the record in this file, and changes nothing in it."""
    library = Library(record)
    app = FastAPI(title="communique", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS))
    app.add_middleware(_Headers)
    app.add_exception_handler(CommuniqueError, _told_wrong)
    app.add_exception_handler(HTTPException, _not_answered)
    app.router.routes.append(Route("/", _answers(library, pages.home)))
    app.router.routes.append(Route("/home.json", _answers(library, pages.home, as_json=True)))
    for path, shows in PAGES.items():
        app.router.routes.append(Route(f"{path}.json", _answers(library, shows, as_json=True)))
        app.router.routes.append(Route(path, _answers(library, shows)))
    add_api(app, library)
    static = StaticFiles(directory=Path(__file__).parent / "static")
    app.router.routes.append(Mount("/static", static, name="static"))
    return app


def _answers(library: Library, shows: Shows, *, as_json: bool = False) -> Answer:
    def answer(request: Request) -> Response:
        with library.opened() as kept:
            shown = shows(kept, request)
        if as_json:
            return JSONResponse(dict(shown.data))
        return HTMLResponse(draw(shown, request, library.name))

    return answer


def _told_wrong(request: Request, error: Exception) -> Response:
    status = next((code for kind, code in CODES.items() if isinstance(error, kind)), UNUSABLE)
    return _problem(request, status, str(error))


def _not_answered(request: Request, error: Exception) -> Response:
    """What is no address of ours, or is not asked with GET."""
    assert isinstance(error, HTTPException)
    told = {404: f"nothing stands at {request.url.path}", 405: "this can only be looked at (GET)"}
    detail = told.get(error.status_code, str(error.detail))
    answer = _problem(request, error.status_code, detail)
    answer.headers.update(error.headers or {})
    return answer


def _problem(request: Request, status: int, detail: str) -> Response:
    """What is wrong, as a page for people, after RFC 9457 for programs."""
    if not request.url.path.endswith(".json") and not request.url.path.startswith(ROOT):
        return HTMLResponse(draw_error(detail, status), status)
    title = HTTPStatus(status).phrase
    problem = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JSONResponse(problem, status, media_type="application/problem+json")


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
