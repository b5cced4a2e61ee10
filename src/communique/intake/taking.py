"""Files, folders, patterns and standard input to documents, one at a time."""

import glob
import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from communique.catalog.tables import load_tables
from communique.intake.about import NOTHING, About, over
from communique.intake.documents import encodable, taken_from
from communique.intake.readers import drafts_of
from communique.intake.sidecars import is_sidecar, told_beside
from communique.intake.values import Options, Refused, Taken

STANDARD_INPUT = "-"


def take_in(
    paths: Iterable[Path | str], options: Options | None = None
) -> Iterator[Taken | Refused]:
    """The documents under these paths in a fixed order, and what was refused with its reason.

    A path is a file, a folder (read with all below it, in the order of names), a pattern such as
    ``reports/*.html``, or ``-`` for standard input. The same bytes twice are one document. One
    document is held at a time.
    """
    options = options or Options()
    seen: set[str] = set()
    for path in paths:
        for one in _under(path, options):
            if isinstance(one, Refused):
                yield replace(one, path=encodable(one.path), message=encodable(one.message))
            elif one.document.id not in seen:
                seen.add(one.document.id)
                yield one


def documents_from_bytes(
    data: bytes, name: str, options: Options | None = None
) -> Iterator[Taken | Refused]:
    """The documents that these bytes hold, read by their beginning or by the end of the name."""
    yield from _from_stream(io.BytesIO(data), name, options or Options(), NOTHING)


def document_from_bytes(data: bytes, name: str, options: Options | None = None) -> Taken | Refused:
    """The one document that these bytes hold; of several, the first."""
    return next(documents_from_bytes(data, name, options))


def _under(path: Path | str, options: Options) -> Iterator[Taken | Refused]:
    if path == STANDARD_INPUT:
        yield from _from_stream(sys.stdin.buffer, "standard input", options, NOTHING)
        return
    found = False
    for file in _files(Path(path)):
        found = True
        if isinstance(file, Refused):
            yield file
        elif file == Path(path) or not _belongs_to(options.record, file):
            yield from _from_file(file, options)
    if not found:
        yield _nothing_at(Path(path))


def _belongs_to(record: Path | None, file: Path) -> bool:
    """Whether a file is the record that is read into, or what is kept beside it."""
    if record is None or not file.name.startswith(record.name):
        return False
    rest = file.name.removeprefix(record.name)
    return (
        rest in ("", "-journal", ".users", ".searches")
        and file.parent.resolve() == record.parent.resolve()
    )


def _nothing_at(path: Path) -> Refused:
    if path.is_dir():
        message = "met a folder without files; expected documents in it: look at the name"
        return Refused(str(path), "empty-folder", message)
    message = "met no such file or folder; expected a path, a pattern or -: look at the name"
    return Refused(str(path), "no-such-path", message)


def _files(path: Path) -> Iterator[Path | Refused]:
    """The files that a path names, in the order of their names; sidecars and hidden ones not."""
    # The functions of os.path answer where those of Path raise: for what may not be entered.
    if os.path.isdir(path):  # noqa: PTH112
        yield from _below(path)
    elif os.path.lexists(path):
        yield path
    elif not _may_be_looked_for(path):
        yield _unreadable(path, "a folder above it may not be entered", "path")
    else:
        for name in sorted(glob.glob(str(path), recursive=True)):  # noqa: PTH207 absolute patterns
            if not is_sidecar(Path(name)):
                yield from _files(Path(name))


def _below(folder: Path) -> Iterator[Path | Refused]:
    """The files in a folder and below it, each folder once: links in a ring end."""
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):  # noqa: PTH112
            if not is_sidecar(path):
                yield path
            continue
        try:
            itself = path.stat()
            held = sorted(one for one in path.iterdir() if not one.name.startswith("."))
        except OSError as error:
            yield _unreadable(path, error.strerror, "folder")
            continue
        if (itself.st_dev, itself.st_ino) not in entered:
            entered.add((itself.st_dev, itself.st_ino))
            waiting.extend(reversed(held))


def _may_be_looked_for(path: Path) -> bool:
    try:
        path.lstat()
    except PermissionError:
        return False
    except (OSError, ValueError):
        return True
    return True


def _unreadable(path: Path, met: str | None, expected: str = "file") -> Refused:
    message = f"met {met}; expected a {expected} that can be read: look at its rights"
    return Refused(str(path), "unreadable", message)


def _from_file(path: Path, options: Options) -> Iterator[Taken | Refused]:
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
        message = "met a pipe or device; expected a file: copy its content into one"
        yield Refused(str(path), "not-a-file", message)
        return
    beside, refused = told_beside(path)
    yield from refused
    try:
        with path.open("rb") as stream:
            for one in _from_stream(stream, path.name, options, beside):
                yield _at(path, one) if isinstance(one, Refused) else one
    except OSError as error:
        yield _unreadable(path, error.strerror)


def _at(path: Path, refused: Refused) -> Refused:
    """The refusal with the whole path, and the row within the file where there is one."""
    return replace(refused, path=str(path) + refused.path.removeprefix(path.name))


def _from_stream(
    stream: BinaryIO, name: str, options: Options, beside: About
) -> Iterator[Taken | Refused]:
    told = over(options.about, beside)
    if options.about.date is not None and options.about.basis is None:
        told = replace(told, basis="option")
    tables = options.tables or load_tables()
    try:
        for draft in drafts_of(name, stream, options.limit):
            yield draft if isinstance(draft, Refused) else taken_from(draft, told, tables)
    except OSError as error:
        yield _unreadable(Path(name), error.strerror)
    # Bytes come from anywhere, and parsers of others raise over them what no list holds: whatever
    # it is, it costs this file alone, is told, and the next one is read.
    except Exception as error:
        met = f"what no reader foresaw ({type(error).__name__}: {str(error)[:200]})"
        message = f"met {met}; expected a whole file: save it again, or as text"
        yield Refused(name, "unreadable", message)
