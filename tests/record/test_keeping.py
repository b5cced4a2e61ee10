"""Keeping a record: verify, rebuild, back up, compare, export."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

import communique
from communique.errors import NoRecord, NotPossible, RecordDamaged
from communique.exports import EXPORTS, write_json
from communique.record import Record
from communique.store.sqlite import Settings


def changed(path: Path, *statements: str) -> None:
    """Change a record's file behind its back, its triggers taken away."""
    connection = sqlite3.connect(path)
    for (trigger,) in connection.execute("select name from sqlite_master where type = 'trigger'"):
        connection.execute(f"drop trigger {trigger}")
    for one in statements:
        connection.execute(one)
    connection.commit()
    connection.close()


def test_a_record_verifies(record: Record) -> None:
    found = record.verify()
    assert found.sound
    assert found.faults == ()
    assert found.documents == 3
    assert found.passages > 10


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("update log set author = 'Nobody' where entry = 2", "entry-changed"),
        ("delete from log where entry = 6", "entry-missing"),
        ("delete from bodies where entry = 1", "body-missing"),
        ("update bodies set body = x'789c030000000001' where entry = 1", "body-changed"),
        ("update bodies set body = x'00' where entry = 1", "body-changed"),
        ("update bodies set body = null where entry = 1", "body-missing"),
        ("update contacts set label = 'x'", "table-differs"),
        ("delete from claims where aspect = 'form'", "table-differs"),
        ("update documents set text = 'x'", "table-differs"),
    ],
)
def test_what_was_changed_behind_its_back_is_found(
    record: Record, opened: Callable[[], Record], statement: str, code: str
) -> None:
    record.close()
    changed(record.path, statement)
    with opened() as again:
        found = again.verify()
    assert not found.sound
    assert code in {one.code for one in found.faults}


def test_a_rebuild_mends_what_is_derived(record: Record, opened: Callable[[], Record]) -> None:
    before = write_json(record.contents())
    record.close()
    changed(record.path, "delete from contacts", "delete from claims")
    with opened() as again:
        again.rebuild()
        assert write_json(again.contents()) == before
        assert again.verify().sound


def test_a_rebuild_mends_tables_that_are_gone(record: Record, opened: Callable[[], Record]) -> None:
    before = write_json(record.contents())
    record.close()
    changed(record.path, "drop table contacts", "drop table search", "delete from derived_from")
    with opened() as again:
        assert write_json(again.contents()) == before


def test_a_backup_holds_the_same_record(record: Record, tmp_path: Path) -> None:
    verified = record.backup(tmp_path / "copy.db")
    assert verified.sound
    with communique.open_record(tmp_path / "copy.db", create=False) as copy:
        assert write_json(copy.contents()) == write_json(record.contents())
    assert not list(tmp_path.glob("*.part"))


def test_a_backup_overwrites_nothing(record: Record, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(NotPossible, match="there already"):
        record.backup(tmp_path / "copy.db")
    with pytest.raises(NotPossible, match="make it first"):
        record.backup(tmp_path / "none" / "copy.db")


def test_a_backup_touches_no_other_file(record: Record, tmp_path: Path) -> None:
    (tmp_path / "copy.db.part").write_text("mine")
    before = {one.name for one in tmp_path.iterdir()}
    record.backup(tmp_path / "copy.db")
    assert (tmp_path / "copy.db.part").read_text() == "mine"
    assert {one.name for one in tmp_path.iterdir()} == before | {"copy.db"}


def test_a_backup_that_does_not_verify_is_not_put_in_place(
    record: Record, opened: Callable[[], Record], tmp_path: Path
) -> None:
    record.close()
    changed(record.path, "update log set author = 'Nobody' where entry = 2")
    before = {one.name for one in tmp_path.iterdir()}
    with opened() as again, pytest.raises(RecordDamaged, match="it was changed"):
        again.backup(tmp_path / "copy.db")
    assert {one.name for one in tmp_path.iterdir()} == before


def test_a_verification_writes_nothing_and_says_what_is_stale(record: Record) -> None:
    assert not record.verify().is_stale
    record.correct("heron", "outlet", "The Heron", reason="seen", author="A. Clerk")
    record.close()
    before = record.path.read_bytes()
    settings = Settings(is_read_only=True)
    with communique.open_record(record.path, create=False, settings=settings) as again:
        found = again.verify()
    assert found.sound
    assert found.is_stale
    assert found.documents == 3
    assert record.path.read_bytes() == before


def test_a_verification_does_not_need_a_derivation(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.correct("heron", "outlet", "The Heron", reason="seen", author="A. Clerk")
    monkeypatch.setattr("communique.record.held.Held.settle", None)
    assert record.verify().sound


def test_two_documents_are_compared_sentence_by_sentence(record: Record) -> None:
    changes = record.diff("heron", "copy")
    assert changes[0].before == "date 2031-05-06"
    assert changes[0].after == "date 2031-05-07"
    assert changes[0].new is not None
    assert changes[0].new.document == record.document("copy").id
    assert record.diff("heron", "heron") == ()
    with pytest.raises(NotPossible, match="revises no document"):
        record.diff("heron")


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_every_export_gives_text(record: Record, name: str) -> None:
    assert record.export(name).startswith(("{", "communique/1"))
    [call] = record.contacts(form="call")
    assert len(record.export(name, contact=call.label)) < len(record.export(name))


def test_an_unknown_export_is_refused(record: Record) -> None:
    with pytest.raises(NotPossible, match="expected one of json, plain"):
        record.export("poem")


def test_a_record_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(NoRecord):
        communique.open_record(tmp_path / "none.db", create=False)


def test_reading_again_by_the_same_version_changes_nothing(record: Record) -> None:
    before = record.verify().head
    assert len(record.read_again()) == 3
    assert record.verify().head == before


@pytest.mark.slow
def test_one_contact_of_a_thousand_documents_is_shown_without_deriving_again(
    tmp_path: Path, opened: Callable[[], Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(1000):
        what = "Teasdale visited Fredville" if number < 50 else "The harbour is what it was"
        words = f"date 2031-05-10\n{what}, and there was a house with number {number}.\n"
        (many / f"{number}.txt").write_text(words, encoding="utf-8")
    with opened() as record:
        record.read([many])
        label = next(record.contacts()).label
    monkeypatch.setattr("communique.flow.deriving.write_changes", None)
    with opened() as record:
        assert record.contact(label).label == label
