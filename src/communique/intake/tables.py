"""Tables of documents: CSV, one document a row, with the bytes of each row as they came.

A table is cut into rows as bytes (read as Latin-1, in which each byte is one code point); only
then is each row decoded. Tables in UTF-16 or UTF-32, known by their byte order mark, are decoded
first.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from communique.intake.decoding import decode, read_as
from communique.intake.rows import columns, draft_of, fields_of, no_text
from communique.intake.values import Draft, Refused, too_large

_HEAD = 65536
_BYTES = "latin-1"
_UTF8_MARK = b"\xef\xbb\xbf"
_COLUMN = re.compile(r"\w[\w.:/()-]*(?: \w[\w.:/()-]*){0,2}")


def is_table(head: bytes) -> bool:
    """Whether the first line names two columns or more, one of them known to hold a text."""
    first, line_end, _ = head.removeprefix(_UTF8_MARK).partition(b"\n")
    if not line_end or len(first) > 2000:
        return False
    line = first.decode("utf-8", "replace").strip()
    try:
        [*names] = next(csv.reader([line], delimiter=_delimiter(first)), [])
    except csv.Error:
        return False
    named = [one.strip() for one in names]
    return len(named) > 1 and all(map(_COLUMN.fullmatch, named)) and _has_text(named)


def read_table(name: str, stream: BinaryIO, limit: int) -> Iterator[Draft | Refused]:
    """A document for each row under a header that names the columns.

    A row that cannot be read is refused, and the rows below it go on.
    """
    head = stream.peek(_HEAD) if isinstance(stream, io.BufferedReader) else b""
    coding = _coding(head)
    stream.read(coding.mark)
    lines = _Lines(io.TextIOWrapper(stream, encoding=coding.cut_as, newline=""), limit)
    header: list[str] | None = None
    for number, row in enumerate(_rows(lines, _delimiter(head[coding.mark :]), limit)):
        row_name = f"{name}#{number}" if number else name
        if isinstance(row, Exception):
            yield _refused(row_name, row, limit)
            if header is None:
                return
            continue
        read = _decoded(row, coding)
        if read is None:
            yield Refused(
                row_name,
                "undecodable",
                "met a row in no encoding we know; expected UTF-8: save the table as UTF-8",
            )
        elif header is None:
            header = read.values
            if not _has_text(header):
                yield no_text(name, f"a table with the columns {', '.join(header)[:200]}")
                return
        else:
            fields = fields_of(dict(zip(header, read.values, strict=False)))
            yield draft_of(row_name, read.data, fields, read.decoding)
    if header is None:
        yield no_text(name, "an empty table")


def _has_text(header: list[str]) -> bool:
    return "text" in {columns().get(one.strip().lower()) for one in header}


def _refused(name: str, error: Exception, limit: int) -> Refused:
    if isinstance(error, _TooLargeError):
        return too_large(name, limit)
    message = f"met a row that cannot be read ({error}); expected quoted fields: mend the row"
    return Refused(name, "row-unreadable", message)


@dataclass(frozen=True, slots=True)
class _Coding:
    """How a table is cut into rows, how its rows are decoded, and the bytes before the first."""

    cut_as: str
    decoding: str
    mark: int = 0


def _coding(head: bytes) -> _Coding:
    """What the beginning tells of the whole table."""
    if head.startswith(_UTF8_MARK):
        return _Coding(_BYTES, "utf-8", len(_UTF8_MARK))
    # A beginning that ends inside a character is cut back to its last line.
    decoded = decode(head.rpartition(b"\n")[0] or head)
    decoding = decoded.decoding if decoded else "utf-8"
    if "byte order mark" not in decoding:
        return _Coding(_BYTES, decoding)
    encoding = decoding.split(",")[0]
    return _Coding(encoding, decoding, 4 if encoding.startswith("utf-32") else 2)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it was cut: its fields, and what was written for it."""

    values: list[str]
    raw: str


@dataclass(frozen=True, slots=True)
class _Read:
    """A row in words, with its bytes and how they were decoded."""

    values: list[str]
    data: bytes
    decoding: str


def _decoded(row: _Row, coding: _Coding) -> _Read | None:
    """The row in UTF-8, else in the encoding of the table, else in the one it shows itself."""
    data = row.raw.encode(coding.cut_as)
    if coding.cut_as != _BYTES:
        return _Read(row.values, data, coding.decoding)
    for decoding in ("utf-8", coding.decoding, None):
        if decoding is None:
            shown = decode(data)
            decoding = shown.decoding if shown else None
        encoding = (decoding or "").split(",")[0]
        if decoding and read_as(data, encoding) is not None:
            values = [read_as(one.encode(_BYTES), encoding) for one in row.values]
            if None not in values:
                return _Read([one or "" for one in values], data, decoding)
    return None


class _TooLargeError(Exception):
    """A row is longer than the limit."""


class _Lines:
    """The lines of a table, remembering those of the row being read."""

    def __init__(self, lines: io.TextIOWrapper, limit: int) -> None:
        self._lines = lines
        self._limit = limit
        self._taken: list[str] = []
        self._again: list[str] = []
        self._length = 0
        self.is_done = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else self._lines.readline(self._limit + 1)
        if not line:
            self.is_done = True
            raise StopIteration
        self._taken.append(line)
        self._length += len(line)
        if len(line) > self._limit and not line.endswith(("\n", "\r")):
            self._pass_over()
        if self._length > self._limit:
            raise _TooLargeError
        return line

    def _pass_over(self) -> None:
        """Go to the end of a line that is too long."""
        while rest := self._lines.readline(self._limit):
            if rest.endswith(("\n", "\r")):
                return

    def taken(self) -> list[str]:
        """The lines since the last call."""
        taken, self._taken, self._length = self._taken, [], 0
        return taken

    def put_back(self, lines: list[str]) -> None:
        """Give these lines once more."""
        self._again.extend(reversed(lines))
        self.is_done = False


def _rows(lines: _Lines, delimiter: str, limit: int) -> Iterator[_Row | Exception]:
    """The rows that are not empty, and in the place of one that cannot be read the reason."""
    csv.field_size_limit(max(limit, csv.field_size_limit()))
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        try:
            values = next(reader)
        except StopIteration:
            return
        except (csv.Error, _TooLargeError) as error:
            lines.taken()
            yield error
            continue
        taken = lines.taken()
        if lines.is_done and len(taken) > 1 and (unclosed := _open_at_end(taken, delimiter)):
            # A quote that nothing closes took in all rows below it.
            lines.put_back(taken[1:])
            yield unclosed
        elif any(values):
            yield _Row(values, "".join(taken).rstrip("\r\n"))


def _open_at_end(taken: list[str], delimiter: str) -> csv.Error | None:
    try:
        list(csv.reader(taken, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return error if "unexpected end" in str(error) else None
    return None


def _delimiter(head: bytes) -> str:
    first = head.replace(b"\x00", b"").split(b"\n", 1)[0].decode("utf-8", "replace")
    return max((",", ";", "\t", "|"), key=first.count)
