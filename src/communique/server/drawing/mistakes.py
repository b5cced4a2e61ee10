"""What is said of mistakes: as a page to people, as a problem to programs."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from communique.errors import CommuniqueError, NotInRecord, NotPossible
from communique.server.admission.programs import is_for_programs, problem
from communique.server.admission.visitors import NotAllowed
from communique.server.drawing.drawing import draw_error

CODES: dict[type[CommuniqueError], int] = {NotInRecord: 404, NotPossible: 400, NotAllowed: 403}
"""Which code answers what is not there, what cannot be asked, and what one may not do."""
UNUSABLE = 503
"""The code of a record that cannot be used now."""


def told_wrong(request: Request, error: Exception) -> Response:
    """What an error of ours says."""
    status = next((code for kind, code in CODES.items() if isinstance(error, kind)), UNUSABLE)
    return _problem(request, status, str(error))


def not_answered(request: Request, error: Exception) -> Response:
    """What is no address of ours, or is not asked with GET."""
    assert isinstance(error, HTTPException)
    told = {404: f"nothing stands at {request.url.path}", 405: "this can only be looked at (GET)"}
    detail = told.get(error.status_code, str(error.detail))
    answer = _problem(request, error.status_code, detail)
    answer.headers.update(error.headers or {})
    return answer


def _problem(request: Request, status: int, detail: str) -> Response:
    """What is wrong, as a page for people, after RFC 9457 for programs."""
    if not is_for_programs(request):
        return HTMLResponse(draw_error(detail, status, request), status)
    return problem(status, detail)
