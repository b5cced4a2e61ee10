"""A page to text: our own rule, versioned, so that every offset holds for good.

Shown text is taken in the order of the page. Runs of white space become one space; each element of
``markup.toml``'s ``blocks`` begins and ends a line, and an empty line stands between two lines.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from communique.model.passages import Span
from communique.model.vocabulary import BlockKind

VERSION = "page/1"
GAP = "\n\n"
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_TOLD_BY = ("class", "id", "role", "itemprop", "data-component", "data-testid")


@dataclass(frozen=True, slots=True)
class FlatLine:
    """A line of a flattened page; ``kind`` is what the markup says it is, or None.

    ``element`` names the block element it stands in and ``parent`` numbers that element's parent,
    so that lines that stand side by side are known.
    """

    span: Span
    words: str
    kind: BlockKind | None
    element: str
    parent: int


@dataclass(frozen=True, slots=True)
class _Markup:
    elements: dict[str, BlockKind]
    words: dict[str, BlockKind]
    skipped: frozenset[str]
    blocks: frozenset[str]


@cache
def _markup() -> _Markup:
    data = tomllib.loads(files(__package__).joinpath("markup.toml").read_text(encoding="utf-8"))
    return _Markup(
        elements={name: BlockKind(kind) for name, kind in data["elements"].items()},
        words={word: BlockKind(kind) for kind, words in data["words"].items() for word in words},
        skipped=frozenset(data["skipped"]["elements"]),
        blocks=frozenset(data["blocks"]["elements"]),
    )


def flatten(tree: Any) -> tuple[FlatLine, ...]:
    """The lines of a parsed page (an lxml tree), spans counting code points of ``text_of``."""
    lines: list[FlatLine] = []
    at = 0
    for words, kind, element, parent in _runs(tree):
        if lines:
            at += len(GAP)
        lines.append(FlatLine(Span(at, at + len(words)), words, kind, element, parent))
        at += len(words)
    return tuple(lines)


def text_of(lines: tuple[FlatLine, ...]) -> str:
    """The text that the lines make."""
    return GAP.join(line.words for line in lines)


@dataclass(slots=True)
class _Open:
    """A block element that is open while the page is walked."""

    name: str
    number: int
    kind: BlockKind | None


def _runs(tree: Any) -> Iterator[tuple[str, BlockKind | None, str, int]]:
    """Each stretch of text between the edges of blocks: words, kind, element, parent's number."""
    stack = [_Open("html", 0, None)]
    buffer: list[str] = []
    inline: list[BlockKind | None] = []

    def flushed() -> Iterator[tuple[str, BlockKind | None, str, int]]:
        words = _SPACE.sub(" ", "".join(buffer)).strip()
        buffer.clear()
        if words:
            kind = stack[-1].kind or (inline[0] if inline else None)
            parent = stack[-2].number if len(stack) > 1 else 0
            yield words, kind, stack[-1].name, parent
        inline.clear()

    for number, (event, element, text) in enumerate(_steps(tree)):
        if event == "text":
            buffer.append(text)
            continue
        name = _name(element)
        if event == "start" and name in _markup().blocks:
            yield from flushed()
            stack.append(_Open(name, number, _kind_of(element) or stack[-1].kind))
        elif event == "start" and name == "time" and not "".join(buffer).strip():
            inline.append(BlockKind.PUBLISHED)
        elif event == "end" and name in _markup().blocks:
            yield from flushed()
            stack.pop()
    yield from flushed()


def _steps(tree: Any) -> Iterator[tuple[str, Any, str]]:
    """The page as starts, ends and stretches of text, without what is not shown."""
    waiting: list[tuple[str, Any]] = [("start", tree)]
    while waiting:
        event, element = waiting.pop()
        shown = _is_shown(element)
        if event == "start":
            waiting.append(("end", element))
            if shown:
                yield "start", element, ""
                if element.text:
                    yield "text", element, element.text
                waiting.extend(("start", child) for child in reversed(element))
        else:
            if shown:
                yield "end", element, ""
            if element.tail and element is not tree:
                yield "text", element, element.tail


def _name(element: Any) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _is_shown(element: Any) -> bool:
    name = _name(element)
    if not name or name in _markup().skipped or element.get("hidden") is not None:
        return False
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" not in style


def _kind_of(element: Any) -> BlockKind | None:
    markup = _markup()
    name = _name(element)
    if name in ("html", "body", "main", "article"):
        return None
    if markup.elements.get(name) is BlockKind.CAPTION:
        return BlockKind.CAPTION
    for attribute in _TOLD_BY:
        parts = [one.lower() for one in _PART.findall(element.get(attribute) or "")]
        # "also-read" and "alsoRead" are one word of the table.
        for part in (*parts, *(a + b for a, b in pairwise(parts))):
            if part in markup.words:
                return markup.words[part]
    return markup.elements.get(name)
