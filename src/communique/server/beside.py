"""Small files beside a record: changed by one process at a time, and whole at every moment."""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

if sys.platform != "win32":
    import fcntl

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
