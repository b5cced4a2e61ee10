"""Files, folders, patterns and standard input to documents, one at a time."""

import glob
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from communique.intake.documents import taken_from
from communique.intake.readers import drafts_of
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
                yield one
            elif one.document.id not in seen:
                seen.add(one.document.id)
                yield one


def documents_from_bytes(
    data: bytes, name: str, options: Options | None = None
) -> Iterator[Taken | Refused]:
    """The documents that these bytes hold, read by the end of the name or by their beginning."""
    options = options or Options()
    for draft in drafts_of(name, data):
        yield draft if isinstance(draft, Refused) else taken_from(draft, options.about)


def document_from_bytes(data: bytes, name: str, options: Options | None = None) -> Taken | Refused:
    """The one document that these bytes hold; of several, the first."""
    return next(documents_from_bytes(data, name, options))


def _under(path: Path | str, options: Options) -> Iterator[Taken | Refused]:
    if path == STANDARD_INPUT:
        yield from documents_from_bytes(sys.stdin.buffer.read(), "standard input", options)
        return
    files = list(_files(Path(path)))
    if not files:
        message = "met no such file or folder; expected a path, a pattern or -: look at the name"
        yield Refused(str(path), "no-such-path", message)
    for file in files:
        yield from _from_file(file, options)


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        for one in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in one.relative_to(path).parts)
            if one.is_file() and not hidden:
                yield one
    elif path.exists():
        yield path
    else:
        for name in sorted(glob.glob(str(path), recursive=True)):  # noqa: PTH207 absolute patterns
            yield from _files(Path(name))


def _from_file(path: Path, options: Options) -> Iterator[Taken | Refused]:
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"met {error.strerror}; expected a file that can be read: look at its rights"
        yield Refused(str(path), "unreadable", message)
        return
    for one in documents_from_bytes(data, path.name, options):
        yield Refused(str(path), one.code, one.message) if isinstance(one, Refused) else one
