"""Where on the web a thing of the record, or a passage, stands."""

from urllib.parse import quote, urlencode

from communique.model.passages import Passage
from communique.views.linked import Target, Thing

WITH_A_PAGE = frozenset(
    ("contacts", "documents", "channels", "formats", "actors", "bodies", "decisions", "dyads")
)
"""Parts of the record whose things have a page each."""
ASKED_WHY = frozenset(("undertakings", "claims"))
"""Parts whose things are shown by what they rest on."""


def address_of(target: Target | None, *, beside: bool = False) -> str | None:
    """The address of what words lead to; None for what has no page of its own.

    ``beside`` gives for a passage the bare text, to be opened beside a grid.
    """
    if isinstance(target, Passage):
        return passage_address(target, "/text" if beside else "")
    if isinstance(target, Thing) and target.part in WITH_A_PAGE:
        return thing_address(target.part, target.name)
    if isinstance(target, Thing) and target.part in ASKED_WHY:
        return f"/why?{urlencode({'asked': target.name})}"
    return None


def thing_address(part: str, name: str) -> str:
    """The page of one thing."""
    return f"/{part}/{quote(name, safe='')}"


def passage_address(passage: Passage, part: str = "") -> str:
    """The document of a passage, or a part of its page, the passage lit."""
    place = urlencode({"from": passage.start, "to": passage.end})
    return f"{thing_address('documents', passage.document)}{part}?{place}#lit"
