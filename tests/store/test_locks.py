"""What another process may do while a record is written: nothing, whoever opens it meanwhile."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import communique
from communique.errors import NotARecord

WRITES = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], timeout=0).execute("begin immediate")
except sqlite3.OperationalError as error:
    print(error)
else:
    print("got it")
"""


def asked_elsewhere(path: Path) -> str:
    """What a process of its own is told that wants to write."""
    command = [sys.executable, "-c", WRITES, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_opening_a_record_again_keeps_the_lock_of_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with communique.open_record(path) as record:
        assert asked_elsewhere(path) == "got it"
        with record._held.store.writing():
            assert asked_elsewhere(path) == "database is locked"
            communique.open_record(path).close()
            assert asked_elsewhere(path) == "database is locked"
        assert asked_elsewhere(path) == "got it"


def test_a_file_is_looked_at_again_once_nobody_has_it_open(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    communique.open_record(path).close()
    path.write_bytes(b"no record")
    with pytest.raises(NotARecord):
        communique.open_record(path)
    path.unlink()
    communique.open_record(path).close()
    assert sqlite3.connect(path).execute("pragma application_id").fetchone() != (0,)
