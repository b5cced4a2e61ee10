"""The record for programs over HTTP: lists page by page, single things, described by OpenAPI 3.1.

What is given has the shape of the export, whose schema the description takes over word for word.
"""

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse

from communique.errors import NotPossible
from communique.model.codec import to_json
from communique.record.narrowing import Asked
from communique.server.admission.programs import ROOT
from communique.server.interface.description import (
    described,
    described_single,
    for_users,
    parameters,
    schemas,
)
from communique.server.library.collections import COLLECTIONS, MOST, USUAL, Collection
from communique.server.library.library import Kept, Library
from communique.server.library.singles import SINGLES, Single
from communique.version import __version__

FURTHEST = 1_000_000_000
NO_CURSOR = "no such cursor: expected the next of the answer before"
Gives = Callable[[Kept, Request], Response]


def add_api(app: FastAPI, library: Library, *, is_open: bool = True) -> None:
    """Give an application the addresses under ``/api/v1``, and their description.

    The description says that users send a name and password along, unless it ``is_open``.
    """
    for single in SINGLES:
        _add(app, library, single.path, single.name, _single(single), described_single(single))
    for one in COLLECTIONS:
        _add(app, library, f"/{one.name}", one.name, _lists(one), described(one))
        if one.one is not None:
            path = f"/{one.name}/{{name:path}}"
            _add(app, library, path, f"one of {one.name}", _gives(one), described(one, is_one=True))
    app.openapi = lambda: _description(app, is_open=is_open)  # type: ignore[method-assign]

    def description() -> Response:
        return JSONResponse(app.openapi())

    app.add_api_route(f"{ROOT}/openapi.json", description, include_in_schema=False)


def _add(
    app: FastAPI, library: Library, path: str, name: str, gives: Gives, extra: dict[str, Any]
) -> None:
    def answer(request: Request) -> Response:
        with library.opened() as kept:
            tag = f'"{_moment(kept)}"'
            told = gives(kept, request)
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        if {tag, "*"} & set(_tags(request)):
            return Response(status_code=304, headers=headers)
        told.headers.update(headers)
        return told

    app.add_api_route(
        ROOT + path,
        answer,
        name=name,
        operation_id=re.sub(r"\W+", "_", name),
        openapi_extra=extra,
        responses={200: {"description": "What is asked for"}},
    )


def _moment(kept: Kept) -> str:
    """What is told then: what is derived, and the log, which may be ahead of it."""
    return f"{kept.record.state()}-{kept.record.position()}"


def _tags(request: Request) -> tuple[str, ...]:
    given = request.headers.get("If-None-Match", "")
    return tuple(one.strip().removeprefix("W/") for one in given.split(","))


def _lists(collection: Collection) -> Gives:
    known = {one["name"] for one in parameters(collection)}

    def gives(kept: Kept, request: Request) -> Response:
        given = _given(request, known, collection.needs)
        state = _moment(kept)
        start, limit = _start_of(given.get("cursor"), state), _limit_of(given.get("limit"))
        narrowed = Asked(**{one: given.get(one) for one in Asked.__dataclass_fields__}), given
        if collection.window is not None:
            page = list(collection.window(kept, *narrowed, limit + 1, start))
        else:
            page = list(islice(collection.entries(kept, *narrowed), start, start + limit + 1))
        told = [to_json(one) for one in page[:limit]]
        following = _cursor(state, start + limit) if len(page) > limit else None
        return JSONResponse({collection.name: told, "next": following})

    return gives


def _gives(collection: Collection) -> Gives:
    def gives(kept: Kept, request: Request) -> Response:
        _given(request, set())
        assert collection.one is not None
        return JSONResponse(to_json(collection.one(kept.record, request.path_params["name"])))

    return gives


def _single(single: Single) -> Gives:
    def gives(kept: Kept, request: Request) -> Response:
        given = _given(request, {*single.needs, *single.may}, single.needs)
        found = single.gives(kept, {**given, **request.path_params})
        if isinstance(found, bytes):
            headers = {"Content-Disposition": "attachment"}
            return Response(found, media_type=single.media_type, headers=headers)
        return JSONResponse(to_json(found))

    return gives


def _given(request: Request, known: set[str], needed: Iterable[str] = ()) -> dict[str, str]:
    """What a request asks, what it leaves empty not; raises NotPossible for what is not known."""
    _check_known(request, known)
    given = {name: value for name, value in request.query_params.items() if value}
    for one in needed:
        if one not in given:
            raise NotPossible(f"nothing was asked: expected a parameter {one}")
    return given


def _check_known(request: Request, known: set[str]) -> None:
    unknown = sorted(set(request.query_params) - known)
    if unknown:
        expected = ", ".join(sorted(known)) or "none"
        raise NotPossible(f"no parameter {unknown[0]!r} here: expected one of {expected}")


def _limit_of(given: str | None) -> int:
    if given is None:
        return USUAL
    if not re.fullmatch(r"[0-9]{1,3}", given) or not 1 <= int(given) <= MOST:
        raise NotPossible(f"limit: met {given!r}, expected a number from 1 to {MOST}")
    return int(given)


def _cursor(state: str, start: int) -> str:
    """Where to go on in the record as it was when the page was begun."""
    told = json.dumps([state, start])
    return urlsafe_b64encode(told.encode()).decode()


def _start_of(cursor: str | None, state: str) -> int:
    """The place at which a cursor goes on; raises NotPossible once the record has changed."""
    if cursor is None:
        return 0
    try:
        made_for, start = json.loads(urlsafe_b64decode(cursor.encode()))
    except (ValueError, TypeError) as error:
        raise NotPossible(NO_CURSOR) from error
    if not isinstance(start, int) or not 0 <= start <= FURTHEST:
        raise NotPossible(NO_CURSOR)
    if made_for != state:
        raise NotPossible("the record has changed since this list was begun: begin it anew")
    return start


def _description(app: FastAPI, *, is_open: bool) -> dict[str, Any]:
    if not app.openapi_schema:
        made = get_openapi(
            title="communique",
            version=__version__,
            summary="Who dealt with whom, on whose word, where the accounts part, what is owed.",
            routes=app.routes,
        )
        made.setdefault("components", {})["schemas"] = schemas()
        app.openapi_schema = made if is_open else for_users(made)
    return app.openapi_schema
