"""Forms that come back: with all that was typed, and what was wrong with it."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from communique.errors import CommuniqueError, NotInRecord, NotPossible
from communique.server.drawing.drawing import draw
from communique.server.drawing.shown import Shown
from communique.views.tables import Page


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
