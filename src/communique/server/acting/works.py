"""The addresses of works: how what somebody asked for goes, what it came to and what it changed."""

from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from communique.errors import CommuniqueError
from communique.server.acting.desk import Desk, Work
from communique.server.admission.forms import check_origin, has_token
from communique.server.admission.visitors import editor_in
from communique.server.drawing.drawing import draw
from communique.server.drawing.shown import Shown, written
from communique.views.changes import changes_table
from communique.views.tables import Page

WORKING = "/work/{number}"
AGAIN = 2
"""Seconds after which a page on a work that goes on is asked for anew."""
MOST_CHANGES = 200


def add_works(app: Starlette, name: str, desk: Desk) -> None:
    """Give an application the addresses at which works on the record of this name are shown."""

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
        Route(f"{WORKING}.json", told),
        Route(WORKING, goes),
        Route(WORKING, again, methods=["POST"]),
    ]


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
