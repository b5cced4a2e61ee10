"""Drawing what an address shows as HTML, every word of it escaped."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request

from communique.server.admission.forms import token_in
from communique.server.admission.visitors import NAME, Person, may_act, person_in
from communique.server.drawing.addresses import address_of
from communique.server.drawing.shown import Shown
from communique.views.linked import Piece, pieces_of

STATIC = Path(__file__).parent / "static"
"""The files that pages need beside their words."""
ROOMS = (
    ("/contacts", "Contacts"),
    ("/timeline", "Timeline"),
    ("/network", "Network"),
    ("/undertakings", "Owed"),
    ("/channels", "Channels"),
    ("/formats", "Formats"),
    ("/positions", "Positions"),
    ("/remarks", "Remarks"),
    ("/labels", "Labels"),
    ("/missions", "Missions"),
    ("/works", "Works"),
    ("/originals", "Originals"),
    ("/stories", "Stories"),
    ("/offers", "Matches"),
    ("/decisions", "Decisions"),
    ("/documents", "Documents"),
    ("/gaps", "Gaps"),
    ("/problems", "Problems"),
)
"""Where the head of every page leads."""
STATES = {
    "not quoted": "unknown",
    "no account held": "unknown",
    "–": "unknown",
    "silent": "silent",
}
"""How cells that hold no words are drawn."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """For whom a page is drawn; ``token`` is that of their forms, "" for whom nobody knows."""

    person: Person | None
    token: str
    may_act: bool
    may_leave: bool


def visitor_in(request: Request) -> Visitor:
    """For whom the page that is asked for is drawn."""
    person = person_in(request)
    token = "" if person is None else token_in(request)
    return Visitor(person, token, may_act(request), NAME in request.session)


def draw(shown: Shown, request: Request, record: str) -> str:
    """The page of what is shown."""
    template = _environment().get_template(shown.template)
    return template.render(
        shown=shown,
        page=shown.page,
        record=record,
        rooms=ROOMS,
        here=request.url.path,
        whence=_whence(request),
        asked=dict(request.query_params),
        visitor=visitor_in(request),
        json_address=_json_address(request),
        **shown.more,
    )


def draw_error(message: str, status: int, request: Request) -> str:
    """A page that says what is wrong."""
    template = _environment().get_template("error.html")
    visitor = visitor_in(request)
    return template.render(
        message=message, status=status, rooms=ROOMS, here="", whence="", visitor=visitor
    )


def draw_signing(**told: str) -> str:
    """The page on which people sign in."""
    return _environment().get_template("login.html").render(**told)


def _whence(request: Request) -> str:
    """The address of the page that is drawn, with what it asks."""
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path


def _json_address(request: Request) -> str:
    path = "/home" if request.url.path == "/" else request.url.path
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{path}.json{query}"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("communique.server.drawing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["pieces"] = pieces_of
    made.filters["lines"] = lines_in
    made.filters["address"] = address_of
    made.filters["state"] = lambda cell: STATES.get(cell, "")
    made.filters["pairs"] = lambda choices: tuple((one, one) for one in choices)
    made.globals["with_query"] = with_query
    made.globals["narrowed"] = narrowed
    return made


def lines_in(cell: str) -> list[list[Piece]]:
    """The lines of a cell, each as its pieces."""
    found: list[list[Piece]] = [[]]
    for piece in pieces_of(cell):
        first, *rest = piece.words.split("\n")
        found[-1].append(Piece(first, piece.to))
        found += [[Piece(words, piece.to)] for words in rest]
    return found


def with_query(path: str, asked: dict[str, str], **changed: object) -> str:
    """An address with what is asked, some of it changed."""
    told = {**asked, **{name: str(value) for name, value in changed.items()}}
    return f"{path}?{urlencode({name: value for name, value in told.items() if value})}"


def narrowed(path: str, asked: dict[str, str], names: Iterable[str], answer: str) -> str:
    """An address with what is asked, narrowed to one answer."""
    return with_query(path, asked, **dict.fromkeys(names, answer))
