"""The addresses at which people act: a form for each act."""

from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from communique.errors import CommuniqueError, NotPossible
from communique.server.acting.acts import ACTS, Act, Given
from communique.server.acting.desk import Desk, Does, ended
from communique.server.admission.forms import (
    NOT_OURS,
    check_origin,
    has_token,
    local,
    words_in,
)
from communique.server.admission.visitors import editor_in
from communique.server.drawing.returning import given_back

WITHIN = 5.0
"""Seconds that an answer waits for what was asked; what takes longer is shown on its way."""
ACTING = "/acts/{act}"
"""Where is acted."""


def add_acts(app: Starlette, name: str, desk: Desk) -> None:
    """Give an application the addresses at which is acted on the record of this name."""

    def asks(request: Request) -> Response:
        editor_in(request)
        return form_page(request, name, _act_in(request), request.query_params)

    async def acts(request: Request) -> Response:
        check_origin(request)
        person, act = editor_in(request), _act_in(request)
        async with request.form() as form:
            given = {one.name: words_in(form, one.name) for one in act.fields}
            back, is_ours = local(words_in(form, "back")), has_token(request, form)
        try:
            _check_given(act, given, is_ours=is_ours)
            work = desk.take(act.title, person.name, back, _bound(act, given, person.name))
            await run_in_threadpool(ended, work, max(WITHIN, desk.patience))
        except CommuniqueError as error:
            return form_page(request, name, act, given | {"back": back}, error)
        return RedirectResponse(f"/work/{work.number}", 303)

    app.router.routes += [Route(ACTING, asks), Route(ACTING, acts, methods=["POST"])]


def _bound(act: Act, given: Given, author: str) -> Does:
    return lambda record: act.does(record, given, author)


def form_page(
    request: Request,
    name: str,
    act: Act,
    given: Mapping[str, str],
    error: CommuniqueError | None = None,
) -> Response:
    """The page of an act: its form with what was typed, and what was wrong with it."""
    more = {"act": act, "given": dict(given)}
    return given_back(request, name, act.title, "act.html", more, error)


def _act_in(request: Request) -> Act:
    act = ACTS.get(request.path_params["act"])
    if act is None:
        raise HTTPException(404)
    return act


def _check_given(act: Act, given: Given, *, is_ours: bool) -> None:
    """Raise NotPossible where a form is not from here, or lacks an answer."""
    if not is_ours:
        raise NotPossible(NOT_OURS)
    for one in act.fields:
        if not given[one.name] and not one.may_be_empty:
            raise NotPossible(f"“{one.label}” is empty: write {one.hint or 'some words'}")
