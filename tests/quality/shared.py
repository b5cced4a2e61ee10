"""The sets that stand beside the checkout: where they are, and the digest that pins them."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.mission.seeds import SHARED

BENCHMARKS = SHARED / "benchmarks"
GOLD = Path(__file__).parent / "gold"


class DataMissing(Exception):
    """A file that a set is measured on is not there."""

    def __init__(self, path: Path) -> None:
        # What is raised in another process is made anew from its arguments.
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return (
            f"{self.path} is not there; expected the sets beside this checkout, in {BENCHMARKS}: "
            "put them there, or name with --only a set whose files are there"
        )


def rows_in(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file that holds one a line; raises DataMissing."""
    check(path)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def check(path: Path) -> None:
    """Raises DataMissing where there is no such file or folder."""
    if not path.exists():
        raise DataMissing(path)


def digest_of_files(paths: Iterable[Path]) -> str:
    """The SHA-256 over names and bytes of files, and of the files in folders, in order of names."""
    whole = hashlib.sha256()
    for path in paths:
        check(path)
        files = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
        for one in files:
            whole.update(one.relative_to(path.parent).as_posix().encode() + b"\x1f")
            whole.update(one.read_bytes())
    return whole.hexdigest()


def digest_of_text(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
