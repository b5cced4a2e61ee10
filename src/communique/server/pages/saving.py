"""Searches that people keep: a name for an address, in a file beside the record."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from communique.errors import CommuniqueError, NotPossible
from communique.server.admission.beside import changing, listed_beside, write_beside
from communique.server.admission.forms import (
    NOT_OURS,
    check_origin,
    has_token,
    local,
    words_in,
)
from communique.server.admission.visitors import Person, reader_in
from communique.server.drawing.drawing import draw
from communique.server.drawing.returning import given_back
from communique.server.drawing.shown import Shown, written
from communique.views.tables import Page

LONGEST = 200
"""Signs of a name, at most."""
MOST = 200
"""Searches that one person keeps, at most."""
TITLE = "Saved searches"
SAVING = "/searches"
LEAVING = "/searches/forget"


@dataclass(frozen=True, slots=True)
class Search:
    """A list or search that somebody keeps: by whom, under which name, at which address."""

    owner: str
    name: str
    address: str


class SearchesUnreadable(CommuniqueError):
    """The file of saved searches cannot be read."""


class Searches:
    """The saved searches of the record in this file, kept beside it."""

    def __init__(self, record: Path) -> None:
        self._path = record.with_name(f"{record.name}.searches")

    def of(self, owner: str) -> tuple[Search, ...]:
        """What this person keeps, by name; raises SearchesUnreadable."""
        return tuple(one for one in self._all() if one.owner == owner)

    def save(self, search: Search) -> None:
        """Keep a search, in the place of one of the same name; raises NotPossible for no name."""
        if not 1 <= len(search.name) <= LONGEST or not search.name.isprintable():
            raise NotPossible(f"no name {search.name!r:.80}: expected up to {LONGEST} signs")
        with changing(self._path):
            others = [one for one in self._all() if _key(one) != _key(search)]
            if sum(one.owner == search.owner for one in others) >= MOST:
                raise NotPossible(f"you keep {MOST} searches already: forget one first")
            self._write([*others, search])

    def forget(self, owner: str, name: str) -> None:
        """Keep a search no more; one that is not there is none."""
        with changing(self._path):
            self._write(one for one in self._all() if _key(one) != (owner, name))

    def _all(self) -> tuple[Search, ...]:
        unlike = "no file of saved searches: restore it from a backup, or remove it"
        found = listed_beside(self._path, "searches", _search, SearchesUnreadable, unlike)
        return tuple(sorted(found, key=lambda one: (one.owner, one.name.casefold())))

    def _write(self, searches: Iterable[Search]) -> None:
        write_beside(self._path, {"searches": [asdict(one) for one in searches]})


def _search(told: Any) -> Search:
    return Search(told["owner"], told["name"], told["address"])


def _key(search: Search) -> tuple[str, str]:
    return search.owner, search.name


def add_saving(app: Starlette, name: str, searches: Searches, narrowed: frozenset[str]) -> None:
    """Give an application the addresses at which searches are kept.

    ``narrowed`` are the paths of the lists and searches that may be kept.
    """

    def lists(request: Request) -> Response:
        return HTMLResponse(draw(_shown(searches, reader_in(request)), request, name))

    def told(request: Request) -> Response:
        return JSONResponse(written(_shown(searches, reader_in(request)).data))

    async def saves(request: Request) -> Response:
        person, asked, is_ours = await _sent(request)
        try:
            _check_ours(is_ours=is_ours)
            _check_kept(asked["address"], narrowed)
            searches.save(Search(person.name, asked["name"], asked["address"]))
        except NotPossible as error:
            more = {"searches": searches.of(person.name), "given": asked}
            return given_back(request, name, TITLE, "saved.html", more, error)
        return RedirectResponse(SAVING, 303)

    async def forgets(request: Request) -> Response:
        person, asked, is_ours = await _sent(request)
        _check_ours(is_ours=is_ours)
        searches.forget(person.name, asked["name"])
        return RedirectResponse(SAVING, 303)

    app.router.routes += [
        Route(f"{SAVING}.json", told),
        Route(SAVING, lists),
        Route(SAVING, saves, methods=["POST"]),
        Route(LEAVING, forgets, methods=["POST"]),
    ]


async def _sent(request: Request) -> tuple[Person, dict[str, str], bool]:
    """Who sends a form, what it says, and whether it was given out here; raises NotAllowed."""
    check_origin(request)
    person = reader_in(request)
    async with request.form() as form:
        asked = {"name": words_in(form, "name"), "address": local(words_in(form, "address"))}
        return person, asked, has_token(request, form)


def _check_kept(address: str, narrowed: frozenset[str]) -> None:
    if urlsplit(address).path not in narrowed:
        raise NotPossible("only lists and searches are kept, with what narrows them")


def _check_ours(*, is_ours: bool) -> None:
    if not is_ours:
        raise NotPossible(NOT_OURS)


def _shown(searches: Searches, person: Person) -> Shown:
    kept = searches.of(person.name)
    more = {"searches": kept, "given": None, "problem": None}
    return Shown(TITLE, {"searches": kept}, Page((TITLE,), ()), template="saved.html", more=more)
