"""Adding documents and deciding over HTTP, for programs; done at the same desk as in a browser."""

import binascii
from base64 import b64decode
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from communique.errors import NotPossible
from communique.intake.values import Options
from communique.model.codec import to_json
from communique.record import Record
from communique.server.acting.adding import about_in, named, reading
from communique.server.acting.desk import Desk, Does, Done, ended
from communique.server.admission.forms import check_origin
from communique.server.admission.programs import ROOT
from communique.server.admission.visitors import editor_in
from communique.server.interface.description import ADDED, described_entering
from communique.server.interface.entering import ENTERINGS, Entering
from communique.server.interface.given import DocumentGiven, Given, given_in
from communique.server.library.library import Library
from communique.views.tables import Page

CONFLICT, CREATED, FOUND, FAILED = 409, 201, 200, 500
Data = Mapping[str, Any]
Answers = Callable[[Request], Awaitable[Response]]


def add_posting(app: FastAPI, library: Library, desk: Desk, limit: int) -> None:
    """Give an application the addresses at which programs add and decide."""

    async def add(request: Request) -> Response:
        author = _author(request)
        given = await given_in(request, DocumentGiven)
        return _answer_added(await run_in_threadpool(added, given, author))

    def added(given: DocumentGiven, author: str) -> Data:
        about = about_in(library, given.outlet, given.date, given.kind, given.side)
        files = ((named(given.name), _bytes_of(given)),)
        return done("Add a document", author, reading(files, Options(about, limit)))

    def deciding(one: Entering) -> Answers:
        async def decide(request: Request) -> Response:
            author = _author(request)
            does = _entering(one, await given_in(request, one.given), author)
            told = await run_in_threadpool(done, one.is_of, author, does)
            return JSONResponse(told["made"], CREATED if told["is_new"] else FOUND)

        return decide

    def done(title: str, author: str, does: Does) -> Data:
        outcome = ended(desk.take(title, author, "/", does))
        if outcome is None:
            raise HTTPException(FAILED, "it could not be done: look at what the server says")
        return outcome.done.data

    for path, answer, name, extra in (
        ("documents", add, "add_document", ADDED),
        *((one.path, deciding(one), one.name, described_entering(one)) for one in ENTERINGS),
    ):
        app.add_api_route(
            f"{ROOT}/{path}",
            answer,
            methods=["POST"],
            name=name,
            operation_id=name,
            openapi_extra=extra,
            response_class=JSONResponse,
            status_code=CREATED,
        )


def _entering(one: Entering, given: Given, author: str) -> Does:
    def enter(record: Record) -> Done:
        before = record.position()
        made = one.enters(record, given, author)
        told = {"made": to_json(made), "is_new": record.position() > before}
        return Done(Page((one.is_of,), ()), told)

    return enter


def _author(request: Request) -> str:
    """Under whose name is entered what a request asks for."""
    check_origin(request)
    return editor_in(request).name


def _bytes_of(given: DocumentGiven) -> bytes:
    """The bytes of a document that is sent; raises NotPossible where there are none, or two."""
    if bool(given.text) == bool(given.base64):
        raise NotPossible("expected either text or base64")
    if given.text:
        return given.text.encode()
    try:
        return b64decode(given.base64, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotPossible(f"base64: {error}") from error


def _answer_added(data: Data) -> Response:
    """201 where something is new, 200 where it was there, and why where nothing was taken in."""
    if not data["documents"]:
        if data["purged"]:
            raise HTTPException(CONFLICT, "this document was purged, and is not taken in again")
        told = "; ".join(f"{one['code']}: {one['message']}" for one in data["refused"])
        raise NotPossible(told or "no document was met in it")
    first = quote(data["documents"][0]["id"], safe="")
    headers = {"Location": f"{ROOT}/documents/{first}"}
    return JSONResponse(dict(data), CREATED if data["taken"] else FOUND, headers)
