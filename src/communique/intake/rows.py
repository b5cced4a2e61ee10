"""Tables of documents: JSON Lines, JSON and CSV, one document a row."""

import csv
import io
import json
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, BinaryIO

from communique.intake.about import About
from communique.intake.decoding import decode
from communique.intake.sidecars import kind_of
from communique.intake.values import Draft, Refused

_HEAD = 65536


@cache
def _columns() -> dict[str, str]:
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
    except ValueError:
        return False
    return isinstance(row, dict) and "text" in {_columns().get(str(one).lower()) for one in row}


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
            yield _too_large(row_name, limit)
        elif data := line.removeprefix(b"\xef\xbb\xbf").strip(b"\r\n\t "):
            yield _from_json(row_name, data)


def read_json(name: str, stream: BinaryIO, limit: int) -> Iterator[Draft | Refused]:
    """A document for each object of a list, or the one of a single object."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        yield _too_large(name, limit)
        return
    decoded = decode(data)
    try:
        rows = json.loads(decoded.text if decoded else "")
    except ValueError:
        # JSON Lines under the name of JSON.
        yield from read_json_lines(name, io.BytesIO(data), limit)
        return
    if isinstance(rows, dict) and _fields(rows).get("text"):
        yield _from_fields(name, data, _fields(rows), decoded.decoding if decoded else "utf-8")
        return
    listed = rows if isinstance(rows, list) else _list_in(rows)
    for number, row in enumerate(listed, 1):
        written = json.dumps(row, ensure_ascii=False, sort_keys=True).encode()
        yield _from_json(f"{name}#{number}", written)
    if not listed:
        yield _no_text(name, "JSON without a list of documents")


def _list_in(rows: Any) -> list[Any]:
    lists = [one for one in rows.values() if isinstance(one, list)] if rows else []
    return lists[0] if len(lists) == 1 else []


def _from_json(name: str, data: bytes) -> Draft | Refused:
    decoded = decode(data)
    try:
        row = json.loads(decoded.text if decoded else "")
    except ValueError as error:
        return Refused(
            name, "row-unreadable", f"met no JSON ({error}); expected an object: mend the line"
        )
    if not isinstance(row, dict):
        return _no_text(name, "a row that is no object")
    return _from_fields(name, data, _fields(row), decoded.decoding if decoded else "utf-8")


def _fields(row: dict[Any, Any]) -> dict[str, str]:
    """What the row holds under our names; of two columns for one thing, the first."""
    found: dict[str, str] = {}
    for name, value in row.items():
        meaning = _columns().get(str(name).strip().lower())
        if meaning is None or meaning in found:
            continue
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            found[meaning] = value
    return found


def _from_fields(name: str, data: bytes, fields: dict[str, str], decoding: str) -> Draft | Refused:
    text = fields.get("text")
    if text is None:
        return _no_text(name, "a row without a text")
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


def read_csv(name: str, stream: BinaryIO, limit: int) -> Iterator[Draft | Refused]:
    """A document for each row under a header that names the columns."""
    head = stream.peek(_HEAD) if isinstance(stream, io.BufferedReader) else b""
    # A head that ends inside a character is cut back to its last line.
    decoded = decode(head.rpartition(b"\n")[0] or head)
    encoding = (decoded.decoding if decoded else "utf-8").split(",")[0]
    encoding = "utf-8-sig" if encoding == "utf-8" else encoding
    lines = _Lines(io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline=""))
    csv.field_size_limit(max(limit, csv.field_size_limit()))
    reader = csv.reader(lines, delimiter=_delimiter(head))
    header: list[str] | None = None
    number = 0
    try:
        for values in reader:
            raw = lines.taken()
            if header is None:
                header = values
                if "text" not in {_columns().get(one.strip().lower()) for one in header}:
                    yield _no_text(name, f"a table with the columns {', '.join(header)[:200]}")
                    return
            elif any(values):
                number += 1
                fields = _fields(dict(zip(header, values, strict=False)))
                data = raw.encode(encoding, "replace")
                yield _from_fields(f"{name}#{number}", data, fields, encoding)
    except csv.Error as error:
        yield Refused(
            f"{name}#{number + 1}",
            "row-unreadable",
            f"met a row that cannot be read ({error}); expected quoted fields: mend the row",
        )
    if header is None:
        yield _no_text(name, "an empty table")


class _Lines:
    """The lines of a table, remembering those of the row being read."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._taken.append(line)
        return line

    def taken(self) -> str:
        """The lines since the last call, without the newline at the end."""
        raw = "".join(self._taken).rstrip("\r\n")
        self._taken.clear()
        return raw


def _delimiter(head: bytes) -> str:
    first = head.split(b"\n", 1)[0].decode("utf-8", "replace")
    return max((",", ";", "\t", "|"), key=first.count)


def _too_large(name: str, limit: int) -> Refused:
    return too_large(name, limit)


def too_large(name: str, limit: int) -> Refused:
    """The refusal of a document that is larger than the limit, in bytes."""
    size = f"{limit / 1_000_000:g} MB"
    return Refused(
        name, "too-large", f"met more than {size}; expected at most {size}: split it, or allow more"
    )


def _no_text(name: str, met: str) -> Refused:
    return Refused(
        name, "no-text", f"met {met}; expected a column or field named text (or body, content)"
    )
