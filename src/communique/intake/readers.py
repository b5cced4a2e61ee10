"""Which reader reads which bytes: one line for each in READERS."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from communique.intake.mail import is_mail, read_mail
from communique.intake.page import is_page, read_page
from communique.intake.pdf import is_pdf, read_pdf
from communique.intake.plain import read_plain
from communique.intake.rows import is_json_lines, read_json, read_json_lines
from communique.intake.tables import is_table, read_table
from communique.intake.values import Draft, Refused, too_large
from communique.intake.word import is_word, read_word

_HEAD = 65536
_One = Callable[[str, bytes], Draft | Refused]
_Many = Callable[[str, BinaryIO, int], Iterator[Draft | Refused]]


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one kind of bytes: known by their beginning, else by the end of the name.

    ``by_name`` marks those whose bytes begin like any text: the name decides where there is one.
    ``read`` yields the drafts that a stream of bytes holds, none of them larger than a limit.
    """

    name: str
    suffixes: tuple[str, ...]
    knows: Callable[[bytes], bool]
    read: _Many
    by_name: bool = False


def _one(read: _One) -> _Many:
    """A reader of streams that hold one document each."""
    return _one_packed(lambda name, data, limit: read(name, data))


def _one_packed(read: Callable[[str, bytes, int], Draft | Refused]) -> _Many:
    """The same for bytes that are larger when unpacked: their reader is told the limit."""

    def read_stream(name: str, stream: BinaryIO, limit: int) -> Iterator[Draft | Refused]:
        data = stream.read(limit + 1)
        yield too_large(name, limit) if len(data) > limit else read(name, data, limit)

    return read_stream


def _never(head: bytes) -> bool:
    return False


READERS: tuple[Reader, ...] = (
    Reader("PDF", (".pdf",), is_pdf, _one(read_pdf)),
    Reader("Word", (".docx",), is_word, _one_packed(read_word)),
    Reader("page", (".html", ".htm", ".xhtml"), is_page, _one(read_page)),
    Reader("mail", (".eml",), is_mail, _one(read_mail)),
    Reader("JSON Lines", (".jsonl", ".ndjson"), is_json_lines, read_json_lines),
    Reader("JSON", (".json",), _never, read_json, by_name=True),
    Reader("CSV", (".csv", ".tsv"), is_table, read_table, by_name=True),
    Reader("plain text", (".txt", ".text", ".md"), _never, _one(read_plain)),
)


def reader_of(name: str, head: bytes) -> Reader:
    """The reader for bytes that begin so under this name; plain text where none fits."""
    lower = name.lower()
    named = next((one for one in READERS if lower.endswith(one.suffixes)), None)
    if named is not None and (named.by_name or named.knows(head)):
        return named
    unnamed = named is None
    known = next((one for one in READERS if (unnamed or not one.by_name) and one.knows(head)), None)
    # An unknown beginning under a known name: that reader can say best what is wrong.
    return known or named or READERS[-1]


def drafts_of(name: str, stream: BinaryIO, limit: int) -> Iterator[Draft | Refused]:
    """The drafts that a stream of bytes holds: one, or one a row."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream, _HEAD)  # type: ignore[type-var]
    head = buffered.peek(_HEAD)
    if not head:
        yield Refused(name, "empty", "met an empty file; expected a text: take the file out")
        return
    yield from reader_of(name, head).read(name, buffered, limit)
