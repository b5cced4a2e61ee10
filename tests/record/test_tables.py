"""A user's own tables are kept in the record, and it is read by them from then on."""

from collections.abc import Callable
from pathlib import Path

import pytest

import communique
from communique.errors import CommuniqueError
from communique.record import Record

OWN = """
[[state]]
code = "FRD"
names = ["Freedonia"]
adjectives = ["Freedonian"]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def tables_digest(record: Record) -> str:
    return str(record.contents().version["tables"])


def test_own_tables_are_used_again_when_none_are_named(
    tmp_path: Path, folder: Path, own: Path, opened: Callable[[], Record]
) -> None:
    with communique.open_record(tmp_path / "r.db", tables=own) as record:
        record.read([folder / "heron.txt"])
        digest = tables_digest(record)
    own.unlink()
    with opened() as record:
        head = record.verify().entries
        record.read([folder / "heron.txt"])
        assert record.verify().entries == head
        record.read([folder / "reed.txt"])
        assert tables_digest(record) == digest
        record.rebuild()
        assert tables_digest(record) == digest
        assert record.verify().sound


def test_the_same_tables_are_entered_once_and_others_follow_them(
    tmp_path: Path, folder: Path, own: Path
) -> None:
    def read() -> tuple[int, str]:
        with communique.open_record(tmp_path / "r.db", tables=own) as record:
            record.read([folder])
            return record.verify().entries, tables_digest(record)

    first, again = read(), read()
    own.write_text("# none of our own\n", encoding="utf-8")
    assert first == again
    assert read()[1] != first[1]


def test_a_file_of_own_tables_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(CommuniqueError, match="no file of own tables"):
        communique.open_record(tmp_path / "r.db", tables=tmp_path / "none.toml")
