"""What an address asks: filters, an order, a page of a list."""

import re
from collections.abc import Sequence
from typing import TypeVar

from starlette.requests import Request

from communique.errors import NotPossible
from communique.record.narrowing import Asked
from communique.server.library.filters import CLOSED

A_PAGE = 50
"""Entries that a page lists."""
T = TypeVar("T")


def given(request: Request, name: str) -> str | None:
    """What an address asks under this name; None where it asks nothing."""
    return (request.query_params.get(name) or "").strip() or None


def is_for_people(request: Request) -> bool:
    """Whether a page is drawn, and not all that is known of each entry given as data."""
    return not request.url.path.endswith(".json")


def asked_in(request: Request) -> Asked:
    """The filters of an address; empty ones are none. Raises NotPossible for impossible days."""
    told = {name: given(request, name) for name in Asked.__dataclass_fields__}
    return Asked(**told)


def filters(*names: str, sorts: tuple[str, ...] = ()) -> dict[str, object]:
    """What the form above a list asks for."""
    choices = {name: CLOSED[name] for name in names if name in CLOSED}
    return {"filters": names, "choices": choices, "sorts": sorts}


def page_in(request: Request) -> int:
    """The number of the page that is asked for, from 1 on; raises NotPossible for none."""
    number = given(request, "page") or "1"
    if not re.fullmatch(r"[1-9][0-9]{0,5}", number):
        raise NotPossible(f"no page {number!r}: expected a number from 1 on")
    return int(number)


def paged(request: Request, found: Sequence[T]) -> tuple[tuple[T, ...], dict[str, object]]:
    """The entries on the page that is asked for, and what leads to the pages beside it."""
    page = page_in(request)
    skip = (page - 1) * A_PAGE
    beside: dict[str, object] = {"page_number": page, "has_more": len(found) > skip + A_PAGE}
    return tuple(found[skip : skip + A_PAGE]), beside
