"""Programs: where they ask, and how they are told what is wrong with a request."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

ROOT = "/api/v1"
"""Under which all is for programs."""


def is_for_programs(request: Request) -> bool:
    """Whether an address gives data."""
    path = path_of(request)
    return path.startswith(f"{ROOT}/") or path.endswith(".json")


def path_of(request: Request) -> str:
    """The path that is asked for."""
    # Not that of the URL, which is put together from what the request says of its host.
    return str(request.scope["path"])


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """An answer after RFC 9457."""
    title = HTTPStatus(status).phrase
    told = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JSONResponse(told, status, headers, media_type="application/problem+json")
