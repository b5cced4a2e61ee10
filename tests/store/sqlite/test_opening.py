"""What is said when a record's file cannot be opened or written."""

import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from communique.errors import (
    NoRecord,
    NotARecord,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordLocked,
    RecordReadOnly,
    RecordTooNew,
)
from communique.store.sqlite import Settings, open_store
from communique.store.tables import KEPT
from tests.store.make_log import draft, enter


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "record.db"
    store = open_store(made)
    enter(store, *(draft(f"{number} " * 500) for number in range(50)))
    store.close()
    return made


def test_a_record_lies_in_one_file_when_it_is_closed(path: Path) -> None:
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_missing_record_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(NoRecord, match="read some documents"):
        open_store(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("data", [b"Dear reader,\n", b"x", b"\x89PNG\r\n" * 50])
def test_a_file_that_is_something_else_is_left_alone(tmp_path: Path, data: bytes) -> None:
    other = tmp_path / "letter.txt"
    other.write_bytes(data)
    with pytest.raises(NotARecord, match="something else"):
        open_store(other)
    assert other.read_bytes() == data


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("create table birds (name text)")
    connection.close()
    before = other.read_bytes()
    with pytest.raises(NotARecord):
        open_store(other)
    assert other.read_bytes() == before


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(NotARecord):
        open_store(tmp_path)


def test_a_record_of_a_newer_version_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(RecordTooNew, match="Install a newer communique"):
        open_store(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_a_truncated_record_is_said_to_be_damaged(path: Path, share: float) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(RecordDamaged, match="Restore it from a backup"):
        open_store(path)


def test_a_record_cut_within_its_header_is_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(RecordDamaged, match="header"):
        open_store(path)


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    store = open_store(tmp_path / "new.db")
    assert store.head().number == 0
    store.close()


def test_damage_inside_is_found(path: Path) -> None:
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4096] = b"\x55" * 4096
    path.write_bytes(bytes(data))
    with pytest.raises(RecordDamaged):
        _look(path)


def _look(path: Path) -> None:
    store = open_store(path)
    faults = list(store.faults())
    store.close()
    if faults:
        raise RecordDamaged(path, faults[0])


def test_a_full_disk_is_said_so_and_keeps_what_was_committed(path: Path) -> None:
    pages = path.stat().st_size // 4096 + 2
    store = open_store(path, settings=Settings(pages=pages))
    before = store.head()
    with pytest.raises(RecordFull, match="make room"):
        enter(store, draft("".join(chr(33 + n * n % 9001) for n in range(200_000))))
    assert store.head() == before
    store.close()


def test_a_record_opened_for_reading_is_not_written(path: Path) -> None:
    store = open_store(path, settings=Settings(is_read_only=True))
    assert store.head().number == 50
    with pytest.raises(RecordReadOnly, match="permissions"):
        enter(store, draft("one more"))
    store.close()


def test_a_record_without_a_folder_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(RecordReadOnly):
        open_store(tmp_path / "no" / "such" / "record.db")


def test_who_waits_too_long_for_another_writer_is_told_so(path: Path) -> None:
    first = open_store(path)
    second = open_store(path, settings=Settings(wait=0.1))
    with first.writing(), pytest.raises(RecordLocked, match=r"waited 0\.1 s"):
        enter(second, draft("late"))
    enter(second, draft("later"))
    first.close()
    second.close()


def test_who_waits_long_enough_goes_on(path: Path) -> None:
    first, second = open_store(path), open_store(path)
    release = threading.Event()

    def hold() -> None:
        with first.writing():
            release.wait(0.3)

    holder = threading.Thread(target=hold)
    holder.start()
    enter(second, draft("patient"))
    holder.join()
    assert second.head().number == 51
    first.close()
    second.close()


def test_every_error_of_a_record_names_its_file(tmp_path: Path) -> None:
    with pytest.raises(RecordError) as caught:
        open_store(tmp_path / "none.db", create=False)
    assert caught.value.path == tmp_path / "none.db"


def test_the_migrations_make_the_tables_that_are_declared(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), KEPT)
    engine.dispose()
    assert found == []


@pytest.mark.parametrize(
    "statement",
    [
        "update log set author = 'x' where entry = 1",
        "delete from log where entry = 50",
        "insert or replace into log select * from log where entry = 1",
        "insert into log select 99, kind, at, author, run, about, 'k', 'x', 'x', 'x' from log",
        "update bodies set body = null where entry = 1",
        "update bodies set body = x'00' where entry = 1",
        "delete from bodies where entry = 1",
        "insert or replace into bodies (entry, size, body) values (1, 1, x'00')",
    ],
)
def test_another_tool_cannot_change_the_log_by_accident(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.close()
