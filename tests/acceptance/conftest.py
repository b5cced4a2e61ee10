"""The examples are read once for all tests; whoever writes works on a copy."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import communique
from communique.record import Record
from tests.acceptance.running import TABLES

Opener = Callable[[Path], Record]


@pytest.fixture(scope="session")
def examples(examples_file: Path) -> Iterator[Record]:
    """The record of all the examples, open to be looked into."""
    with open_with_tables(examples_file) as record:
        yield record


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record without anything in it, to be copied: its tables take a while to make."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    open_with_tables(path).close()
    return path


@pytest.fixture
def new_record(empty_file: Path, tmp_path: Path) -> Iterator[Callable[[], Record]]:
    """Makes records that are empty; all are closed in the end."""
    made: list[Record] = []

    def make() -> Record:
        path = tmp_path / f"new-{len(made)}.db"
        shutil.copy(empty_file, path)
        made.append(open_with_tables(path))
        return made[-1]

    yield make
    for one in made:
        one.close()


def open_with_tables(path: Path) -> Record:
    """The record in this file, read by the tables of the examples."""
    return communique.open_record(path, tables=TABLES)
