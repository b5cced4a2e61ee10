"""The pages on which people sign in and out."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from communique.server.admission.admission import SIGNING_IN, UNKNOWN
from communique.server.admission.door import STAMP, Door, address_of
from communique.server.admission.forms import (
    NOT_OURS,
    check_origin,
    has_token,
    local,
    token_in,
    words_in,
)
from communique.server.admission.visitors import NAME
from communique.server.drawing.drawing import draw_signing

SIGNING_OUT = "/logout"
TOO_OFTEN = 429
WRONG = "no user has this name and password: look at both, and try again"
TOO_MANY = "that was wrong too often: wait a minute, then try again"


def add_signing(app: Starlette, door: Door) -> None:
    """Give an application the addresses at which people sign in and out."""

    def asks(request: Request) -> Response:
        return _page(request, to=local(request.query_params.get("to", "/")))

    async def signs_in(request: Request) -> Response:
        check_origin(request)
        async with request.form() as form:
            name, to = words_in(form, "name"), local(words_in(form, "to"))
            password, is_ours = str(form.get("password", "")), has_token(request, form)
        if not is_ours:
            return _page(request, to=to, name=name, problem=NOT_OURS, status=400)
        if not door.may_try(name, address_of(request)):
            return _page(request, to=to, name=name, problem=TOO_MANY, status=TOO_OFTEN)
        user = await door.opened(name, password, address_of(request))
        if user is None:
            return _page(request, to=to, name=name, problem=WRONG, status=UNKNOWN)
        # Another session than the one before: whoever knew its token knows nothing of this one.
        request.session.clear()
        request.session.update({NAME: user.name, STAMP: user.stamp})
        return RedirectResponse(to, 303)

    async def signs_out(request: Request) -> Response:
        check_origin(request)
        async with request.form() as form:
            is_ours = has_token(request, form)
        if is_ours:
            request.session.clear()
        return RedirectResponse(SIGNING_IN, 303)

    app.router.routes += [
        Route(SIGNING_IN, asks),
        Route(SIGNING_IN, signs_in, methods=["POST"]),
        Route(SIGNING_OUT, signs_out, methods=["POST"]),
    ]


def _page(
    request: Request, *, to: str, name: str = "", problem: str = "", status: int = 200
) -> Response:
    page = draw_signing(to=to, name=name, problem=problem, token=token_in(request))
    return HTMLResponse(page, status)
