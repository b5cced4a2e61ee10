"""Small files beside a record: changed by one process at a time, and whole at every moment."""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from communique.errors import CommuniqueError

if sys.platform != "win32":
    import fcntl

T = TypeVar("T")
ALONE = Lock()
"""Held while a file is changed: Windows has no lock of a folder, there it is all there is."""


@contextmanager
def changing(path: Path) -> Iterator[None]:
    """While this lasts no other thread or process changes the file: it waits."""
    with ALONE:
        if sys.platform == "win32":
            yield
            return
        # The folder is locked, and not the file: that is another one after each change.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)


def listed_beside(
    path: Path,
    key: str,
    entry: Callable[[Any], T],
    wrong: Callable[[str], CommuniqueError],
    unlike: str,
) -> list[T]:
    """The entries of the file, none where there is no such file.

    Where it cannot be read, ``wrong`` is raised; ``unlike`` says what it is not, and what to do.
    """
    try:
        return [entry(one) for one in json.loads(path.read_bytes())[key]]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise wrong(f"cannot read {path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise wrong(f"{path} is {unlike}") from error


def write_beside(path: Path, data: Any) -> None:
    """Write the file anew, for nobody else to read; what was there stays until it is complete."""
    handle, partial = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(partial).replace(path)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise
