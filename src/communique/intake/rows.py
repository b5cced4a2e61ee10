"""Rows of documents: JSON Lines and JSON, one document a row; what the fields of a row mean."""

import io
import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, BinaryIO

from communique.intake.about import About
from communique.intake.decoding import Decoded, decode
from communique.intake.sidecars import kind_of
from communique.intake.values import Draft, Refused, too_large
from communique.model.passages import Span

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")


@cache
def columns() -> dict[str, str]:
    """For each name that a column may have, in lower case, what it holds."""
    data = tomllib.loads(files(__package__).joinpath("columns.toml").read_text(encoding="utf-8"))
    return {name: meaning for meaning, names in data.items() for name in names}


def is_json_lines(head: bytes) -> bool:
    """Whether the first line is an object of JSON with a text in it."""
    first = head.lstrip(b"\xef\xbb\xbf \r\n").split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        row = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and "text" in {columns().get(str(one).lower()) for one in row}


def read_json_lines(name: str, stream: BinaryIO, limit: int) -> Iterator[Draft | Refused]:
    """A document for each line; a line that holds none is refused, and the others go on."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        row_name = f"{name}#{number}"
        if len(line) > limit and not line.endswith(b"\n"):
            while rest := stream.readline(limit):
                if rest.endswith(b"\n"):
                    break
            yield too_large(row_name, limit)
        elif data := line.removeprefix(b"\xef\xbb\xbf").strip(b"\r\n\t "):
            yield _from_json(row_name, data)


def read_json(name: str, stream: BinaryIO, limit: int) -> Iterator[Draft | Refused]:
    """A document for each object of a list, its own bytes kept, or the one of a single object."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        yield too_large(name, limit)
        return
    decoded = decode(data) or Decoded("", "utf-8")
    try:
        rows = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        if is_json_lines(data):  # JSON Lines under the name of JSON
            yield from read_json_lines(name, io.BytesIO(data), limit)
        else:
            yield _unreadable(name, error)
        return
    if isinstance(rows, dict) and fields_of(rows).get("text"):
        yield draft_of(name, data, fields_of(rows), decoded.decoding)
        return
    encoding = decoded.decoding.split(",")[0]
    number = 0
    for number, (row, span) in enumerate(_listed(decoded.text, rows), 1):
        written = decoded.text[span.start : span.end].encode(encoding)
        yield _from_row(f"{name}#{number}", written, row, decoded.decoding)
    if not number:
        yield no_text(name, "JSON without a list of documents")


def _listed(text: str, rows: Any) -> Iterator[tuple[Any, Span]]:
    """The elements of the list that a text of JSON is or holds as its only one, and their places.

    ``rows`` is what the whole text was read as, so that no step here can fail.
    """
    start = _past_space(text, 0)
    if isinstance(rows, dict):
        lists = [at for value, at in _members(text, start) if isinstance(value, list)]
        start = lists[0] if len(lists) == 1 else len(text)
    if text[start : start + 1] != "[":
        return
    at = _past_space(text, start + 1)
    while text[at] != "]":
        row, end = _DECODER.raw_decode(text, at)
        yield row, Span(at, end)
        at = _past_separator(text, end)


def _members(text: str, start: int) -> Iterator[tuple[Any, int]]:
    """The values of the object of JSON that begins here, each with where it begins."""
    at = _past_space(text, start + 1)
    while text[at] != "}":
        _, end = _DECODER.raw_decode(text, at)
        begin = _past_space(text, _past_space(text, end) + 1)
        value, end = _DECODER.raw_decode(text, begin)
        yield value, begin
        at = _past_separator(text, end)


def _past_separator(text: str, at: int) -> int:
    """The next element after a comma, or the bracket that ends them."""
    at = _past_space(text, at)
    return _past_space(text, at + 1) if text[at] == "," else at


def _past_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _from_json(name: str, data: bytes) -> Draft | Refused:
    decoded = decode(data) or Decoded("", "utf-8")
    try:
        row = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        return _unreadable(name, error)
    return _from_row(name, data, row, decoded.decoding)


def _from_row(name: str, data: bytes, row: Any, decoding: str) -> Draft | Refused:
    if not isinstance(row, dict):
        return no_text(name, "a row that is no object")
    return draft_of(name, data, fields_of(row), decoding)


def _unreadable(name: str, error: Exception) -> Refused:
    return Refused(
        name, "row-unreadable", f"met no JSON ({error}); expected an object: mend the line"
    )


def fields_of(row: dict[Any, Any]) -> dict[str, str]:
    """What the row holds under our names; of two columns for one thing, the first."""
    found: dict[str, str] = {}
    for name, value in row.items():
        meaning = columns().get(str(name).strip().lower())
        if meaning is None or meaning in found:
            continue
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            found[meaning] = value
    return found


def draft_of(name: str, data: bytes, fields: dict[str, str], decoding: str) -> Draft | Refused:
    """The draft of a row from what it holds under our names; refused where that is no text."""
    text = fields.get("text")
    if text is None:
        return no_text(name, "a row without a text")
    about = About(
        outlet=fields.get("outlet"),
        date=fields.get("date"),
        basis="metadata",
        address=fields.get("address"),
        kind=kind_of(fields.get("kind")),
        side=fields.get("side"),
        title=fields.get("title"),
        language=fields.get("language"),
    )
    return Draft(name, data, text, "text/plain", decoding, about=about)


def no_text(name: str, met: str) -> Refused:
    """The refusal of a row or table that has no text."""
    return Refused(
        name, "no-text", f"met {met}; expected a column or field named text (or body, content)"
    )
