"""The pages on which people sign in and out."""

from urllib.parse import quote

from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from communique.server.admission.admission import LONGEST_KEPT, SIGNING_IN, UNKNOWN
from communique.server.admission.door import STAMP, Door, address_of
from communique.server.admission.forms import (
    NOT_OURS,
    check_origin,
    has_token,
    local,
    token_in,
    words_in,
)
from communique.server.admission.visitors import NAME, Person
from communique.server.drawing.drawing import draw_signing
from communique.server.pages.resending import fields_in, sent_anew, typed_in, was_typed_by

SIGNING_OUT = "/logout"
TOO_OFTEN = 429
LONGEST_SENT = 2 * LONGEST_KEPT
"""Bytes of what was typed elsewhere, as the page on which people sign in keeps it."""
ENDED = "your session has ended, and nothing was done: sign in, and what you typed comes back"
Answer = Response | ASGIApp
WRONG = "no user has this name and password: look at both, and try again"
TOO_MANY = "that was wrong too often: wait a minute, then try again"


def add_signing(app: Starlette, door: Door) -> None:
    """Give an application the addresses at which people sign in and out."""

    def asks(request: Request) -> Response:
        return _page(request, to=local(request.query_params.get("to", "/")))

    async def posted(request: Request) -> Answer:
        check_origin(request)
        async with request.form(max_part_size=LONGEST_SENT) as form:
            is_elsewhere = hasattr(request.state, "sent_to")
            return _keeps(request, form) if is_elsewhere else await signs_in(request, form)

    async def signs_in(request: Request, form: FormData) -> Answer:
        name, password = words_in(form, "name"), str(form.get("password", ""))
        to, sent = local(words_in(form, "to")), str(form.get("sent", ""))
        told = {"to": to, "sent": sent, "name": name}
        if not has_token(request, form):
            return _page(request, problem=NOT_OURS, status=400, **told)
        fields = fields_in(sent)
        if not door.may_try(name, address_of(request)):
            return _page(request, problem=TOO_MANY, status=TOO_OFTEN, **told)
        user = await door.opened(name, password, address_of(request))
        if user is None:
            return _page(request, problem=WRONG, status=UNKNOWN, **told)
        # Another session than the one before: whoever knew its token knows nothing of this one.
        request.session.clear()
        request.session.update({NAME: user.name, STAMP: user.stamp})
        if not fields or not was_typed_by(user.name, fields):
            # What somebody else typed is theirs alone, and so is the page it was typed on.
            return RedirectResponse("/" if fields else to, 303)
        request.state.person = Person(user.name, user.role)
        return sent_anew(app.router, to, fields)

    async def signs_out(request: Request) -> Response:
        check_origin(request)
        async with request.form() as form:
            is_ours = has_token(request, form)
        if is_ours:
            request.session.clear()
        return RedirectResponse(SIGNING_IN, 303)

    app.router.routes += [
        Route(SIGNING_IN, asks),
        Route(SIGNING_IN, posted, methods=["POST"]),
        Route(SIGNING_OUT, signs_out, methods=["POST"]),
    ]


def _keeps(request: Request, form: FormData) -> Response:
    """The page on which one signs in, which keeps a form that was sent elsewhere."""
    sent = typed_in(form)
    if not sent:
        return RedirectResponse(SIGNING_IN, 303)
    told = {"to": quote(request.state.sent_to), "sent": sent, "problem": ENDED}
    return _page(request, status=UNKNOWN, **told)


def _page(request: Request, *, status: int = 200, **told: str) -> Response:
    shown = {"name": "", "problem": "", "sent": "", "token": token_in(request)} | told
    return HTMLResponse(draw_signing(**shown), status)
