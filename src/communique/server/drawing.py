"""Drawing what an address shows as HTML, every word of it escaped."""

from functools import cache
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request

from communique.server.addresses import address_of
from communique.server.shown import Shown
from communique.views.linked import Piece, pieces_of

ROOMS = (
    ("/contacts", "Contacts"),
    ("/undertakings", "Owed"),
    ("/channels", "Channels"),
    ("/formats", "Formats"),
    ("/positions", "Positions"),
    ("/labels", "Labels"),
    ("/missions", "Missions"),
    ("/works", "Works"),
    ("/originals", "Originals"),
    ("/stories", "Stories"),
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


def draw(shown: Shown, request: Request, record: str) -> str:
    """The page of what is shown."""
    template = _environment().get_template(shown.template)
    return template.render(
        shown=shown,
        page=shown.page,
        record=record,
        rooms=ROOMS,
        here=request.url.path,
        asked=dict(request.query_params),
        json_address=_json_address(request),
        **shown.more,
    )


def draw_error(message: str, status: int) -> str:
    """A page that says what is wrong."""
    template = _environment().get_template("error.html")
    return template.render(message=message, status=status, rooms=ROOMS, here="")


def _json_address(request: Request) -> str:
    path = "/home" if request.url.path == "/" else request.url.path
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{path}.json{query}"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("communique.server"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["pieces"] = pieces_of
    made.filters["lines"] = lines_in
    made.filters["address"] = address_of
    made.filters["state"] = lambda cell: STATES.get(cell, "")
    made.globals["with_query"] = with_query
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
