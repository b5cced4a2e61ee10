"""The addresses at which people act: a form for each act, and how a work goes."""

from collections.abc import Mapping
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from communique.errors import CommuniqueError, NotInRecord, NotPossible
from communique.server.acts import ACTS, Act, Given
from communique.server.desk import Desk, Does, Work, ended
from communique.server.drawing import draw
from communique.server.shown import Shown, written
from communique.server.visitors import check_origin, editor_in, has_token
from communique.views.changes import changes_table
from communique.views.tables import Page

WITHIN = 5.0
"""Seconds that an answer waits for what was asked; what takes longer is shown on its way."""
AGAIN = 2
"""Seconds after which a page on a work that goes on is asked for anew."""
MOST_CHANGES = 200
NOT_OURS = "this form was not given out in this session: look it over, and send it once more"


ADDRESSES = (ACTING, WORKING) = ("/acts/{act}", "/work/{number}")
"""Where is acted, and where is shown how it goes."""


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
            await run_in_threadpool(ended, work, WITHIN)
        except CommuniqueError as error:
            return form_page(request, name, act, given | {"back": back}, error)
        return RedirectResponse(f"/work/{work.number}", 303)

    def goes(request: Request) -> Response:
        work = _work_in(request, desk)
        headers = {} if work.ends.done() else {"Refresh": str(AGAIN)}
        return HTMLResponse(draw(shown_work(work), request, name), headers=headers)

    async def again(request: Request) -> Response:
        check_origin(request)
        work = _work_in(request, desk)
        async with request.form() as form:
            is_ours = has_token(request, form)
        anew = desk.again(work) if is_ours else work
        return RedirectResponse(f"/work/{anew.number}", 303)

    def told(request: Request) -> Response:
        return JSONResponse(written(shown_work(_work_in(request, desk)).data))

    app.router.routes += [
        Route(ACTING, asks),
        Route(ACTING, acts, methods=["POST"]),
        Route(f"{WORKING}.json", told),
        Route(WORKING, goes),
        Route(WORKING, again, methods=["POST"]),
    ]


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


def given_back(
    request: Request,
    name: str,
    title: str,
    template: str,
    more: Mapping[str, Any],
    error: CommuniqueError | None,
) -> Response:
    """A form as a page, with what was wrong with what was sent."""
    told = {**more, "problem": None if error is None else str(error)}
    shown = Shown(title, {}, Page((title,), ()), template=template, more=told)
    return HTMLResponse(draw(shown, request, name), _status_of(error))


def _status_of(error: CommuniqueError | None) -> int:
    """The code of an answer that gives a form back: what was typed, or the record, does not do."""
    if error is None:
        return 200
    return 400 if isinstance(error, NotPossible | NotInRecord) else 503


def words_in(form: FormData, name: str) -> str:
    """The words of a field, without what stands around them."""
    given = form.get(name)
    return given.strip() if isinstance(given, str) else ""


def local(address: str) -> str:
    """An address if it is one of ours, else that of the first page."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if is_ours and address.isprintable() else "/"


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


def _work_in(request: Request, desk: Desk) -> Work:
    work = desk.work(request.path_params["number"], editor_in(request).name)
    if work is None:
        raise HTTPException(404)
    return work


def shown_work(work: Work) -> Shown:
    """How a work goes, or what it came to and what it changed."""
    more: dict[str, Any] = {"work": work, "problem": None, "changes": None, "more_changes": 0}
    told: dict[str, Any] = {"title": work.title, "state": "going on"}
    page = Page((work.title,), ())
    if not work.ends.done():
        told["step"] = work.step
    elif (error := _error_of(work)) is not None:
        more["problem"] = told["problem"] = error
        told["state"] = "failed"
    else:
        outcome = work.ends.result()
        page, more["since"] = outcome.done.page, outcome.since
        told |= {"state": "done", "told": page.heading[0], **outcome.done.data}
        if outcome.changes is not None:
            more["changes"] = changes_table(outcome.changes[:MOST_CHANGES])
            more["more_changes"] = max(len(outcome.changes) - MOST_CHANGES, 0)
            told["changes"] = outcome.changes
    return Shown(work.title, told, page, template="work.html", more=more)


def _error_of(work: Work) -> str | None:
    """Why a work failed, in words for who asked for it; what nobody foresaw is told in the log."""
    error = work.ends.exception() if not work.ends.cancelled() else None
    if work.ends.cancelled() or (error and not isinstance(error, CommuniqueError)):
        return "it could not be done: look at what the server says, or try again"
    return None if error is None else str(error)
