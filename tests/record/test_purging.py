"""A purge leaves nothing of a document, nor of what people wrote about it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from communique.errors import NotInRecord, NotPossible
from communique.model.documents import Document
from communique.record import Record
from communique.store.bodies import document_body, told_of
from communique.store.engine import Store
from communique.store.entries import Author, Draft, EntryKind
from communique.store.past import all_effective, decisions_of
from tests.record.conftest import NOON

BY = {"reason": "seen in the archive", "author": "A. Clerk"}
QUOTING = {"reason": "it says pelican there", "author": "A. Clerk"}


def unsettled(*_: object) -> None:
    raise RuntimeError("nothing can be derived")


def test_a_purge_does_not_need_a_derivation(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = record.document("reed").id
    record.note("heron", "a note that makes what is derived stale", author="A. Clerk")
    monkeypatch.setattr("communique.record.held.Held.settle", unsettled)
    assert record.purge("reed", **BY).document == about
    assert b"veranda" not in record.path.read_bytes()


def test_a_record_that_could_never_be_derived_can_be_purged(
    opened: Callable[[], Record], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened() as record:
        with monkeypatch.context() as broken:
            broken.setattr("communique.flow.deriving.write_changes", unsettled)
            with pytest.raises(RuntimeError):
                record.read([folder])
        record.purge("reed.txt", **BY)
        assert b"veranda" not in record.path.read_bytes()
        assert [one.label for one in record.documents()] == ["heron", "copy"]


def test_a_withdrawn_document_can_be_purged(record: Record) -> None:
    about = record.document("reed").id
    record.withdraw("reed", **QUOTING)
    assert [one.label for one in record.documents()] == ["heron", "copy"]
    assert record.purge("reed", **BY).document == about
    assert b"veranda" not in record.path.read_bytes()
    assert record.verify().sound


def test_what_people_wrote_about_a_document_goes_with_it(record: Record) -> None:
    about = record.document("reed").id
    account = next(record.contacts(form="visit")).accounts[0].id
    other = next(record.contacts(form="call")).accounts[0].id
    correction = record.correct("reed", "title", "A pelican", **QUOTING)
    written = (
        correction.id,
        record.note("reed", "it quotes a pelican", author="A. Clerk").id,
        record.note(about, "and a pelican again", author="A. Clerk").id,
        record.judge("contact", (other, account), "not same", **QUOTING).id,
        record.withdraw(correction.id, **QUOTING).id,
    )
    kept = record.note("heron", "this one stays", author="A. Clerk")
    purge = record.purge("reed", **BY)
    store = record._held.store
    for one in written:
        entry = store.entry_by_key(one)
        assert entry is not None
        assert store.body(entry.number) is None
        assert entry.number in purge.entries
    assert record.notes() == (kept,)
    assert record.judgements() == ()
    assert record.purges() == (purge,)
    found = record.verify()
    assert found.sound
    assert found.purged == len(purge.entries)


def test_a_purge_empties_what_another_process_added_just_before(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, writing = record._held.store, type(record._held.store).writing
    late = Draft(EntryKind.READING, record.document("reed").id, "late", b'{"reading":null}')

    def slow(one: Store) -> object:
        monkeypatch.undo()
        with writing(store) as writer:
            writer.add(late, at=NOON, author=Author("Somebody Else"))
        return writing(store)

    monkeypatch.setattr(type(store), "writing", slow)
    purge = record.purge("reed", **BY)
    entry = store.entry_by_key("late")
    assert entry is not None
    assert entry.number in purge.entries


def test_what_is_left_of_a_purged_document_is_found_and_can_be_purged_again(
    record: Record,
) -> None:
    store, about = record._held.store, record.document("reed").id
    entry = store.entry_by_key(f"document:{about}")
    assert entry is not None
    document = next(one for one in _documents(store) if one.id == about)
    record.purge("reed", **BY)
    with pytest.raises(NotPossible, match="purged before"):
        record.purge(about, **BY)
    left = Draft(EntryKind.SIGHTING, about, "left", document_body(told_of(document, ()), b""))
    with store.writing() as writer:
        writer.add(left, at=NOON, author=Author("Somebody Else"))
    assert [one.code for one in record.verify().faults] == ["body-not-purged"]
    record.purge(about, **BY)
    assert record.verify().sound


def test_what_is_not_in_the_record_cannot_be_purged(record: Record) -> None:
    with pytest.raises(NotInRecord):
        record.purge("pelican", **BY)


def _documents(store: Store) -> tuple[Document, ...]:
    return tuple(one.document for one in all_effective(store, decisions_of(store)))
