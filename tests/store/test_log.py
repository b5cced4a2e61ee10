"""The log of any engine: it grows at its end, and keeps what it was given."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from communique.store.checking import body_faults, chain_faults
from communique.store.decisions import Purge, purge_draft
from communique.store.engine import Store
from communique.store.entries import Entry, EntryKind, Head, digest_of_entry
from communique.text.digests import digest_of
from tests.store.make_log import CLERK, EMPTY, NOON, REED, draft, enter


class _Interrupted(Exception):
    pass


def test_an_empty_record_has_no_last_entry(store: Store) -> None:
    assert store.head() == EMPTY
    assert list(store.entries()) == []


def test_each_entry_carries_the_digest_of_the_one_before(store: Store) -> None:
    first, second = enter(store, draft("one"), draft("two"))
    assert first is not None
    assert second is not None
    assert second.previous == first.digest
    assert store.head() == Head(2, second.digest)
    assert list(chain_faults(store.entries())) == []


def test_a_body_is_given_back_as_it_came_with_its_digest(store: Store) -> None:
    [entry] = enter(store, draft("bytes \x00 and é"))
    assert entry is not None
    assert store.body(entry.number) == "bytes \x00 and é".encode()
    assert entry.body_digest == digest_of("bytes \x00 and é".encode())


def test_the_same_content_is_entered_once(store: Store) -> None:
    enter(store, draft("one", key="k"))
    assert enter(store, draft("another", key="k")) == [None]
    assert store.head().number == 1


def test_an_entry_is_found_by_its_key_its_kind_and_what_it_is_about(store: Store) -> None:
    enter(store, draft("one"), draft("two", kind=EntryKind.JUDGEMENT, about="c-1"), draft("three"))
    found = store.entry_by_key("two")
    assert found is not None
    assert found.about == "c-1"
    assert store.entry_by_key("four") is None
    assert [one.key for one in store.entries(EntryKind.NOTE)] == ["one", "three"]
    assert [one.key for one in store.entries(about="c-1")] == ["two"]
    assert [one.key for one in store.entries(after=2)] == ["three"]


def test_a_transaction_that_breaks_off_leaves_nothing(store: Store) -> None:
    enter(store, draft("one"))
    with pytest.raises(_Interrupted):
        _break_off(store)
    assert [one.key for one in store.entries()] == ["one"]


def test_a_writer_sees_what_it_has_added(store: Store) -> None:
    with store.writing() as writer:
        writer.add(draft("one"), at=NOON, author=CLERK)
        assert writer.head().number == 1
        assert writer.body_of("one") == b"one"
        assert [one.key for one in writer.entries(EntryKind.NOTE)] == ["one"]


def test_what_was_entered_is_there_when_the_record_is_opened_again(
    opener: Callable[[Path], Store], tmp_path: Path
) -> None:
    first = opener(tmp_path / "kept.db")
    enter(first, draft("one"))
    head = first.head()
    first.close()
    again = opener(tmp_path / "kept.db")
    assert again.head() == head
    again.close()


def test_two_writers_wait_for_one_another(opener: Callable[[Path], Store], tmp_path: Path) -> None:
    def write(name: str) -> None:
        own = opener(tmp_path / "shared.db")
        for number in range(10):
            enter(own, draft(f"{name} {number}"))
        own.close()

    opener(tmp_path / "shared.db").close()
    writers = [threading.Thread(target=write, args=(name,)) for name in ("left", "right")]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    store = opener(tmp_path / "shared.db")
    assert store.head().number == 20
    assert list(chain_faults(store.entries())) == []
    store.close()


def test_a_purge_empties_bodies_and_keeps_their_digests(store: Store) -> None:
    enter(store, draft("secret"), draft("kept", about="d-other"))
    purge = Purge("p-1", REED, (1,), "a takedown", "A. Clerk", "2031-05-06T12:00:00Z")
    with store.writing() as writer:
        writer.purge((1,), purge_draft(purge), at=NOON, author=CLERK)
    store.compact()
    assert store.body(1) is None
    assert store.body(2) == b"kept"
    [emptied] = store.entries(EntryKind.NOTE, about=REED)
    assert emptied.body_digest == digest_of(b"secret")
    assert list(chain_faults(store.entries())) == []
    assert list(body_faults(store)) == []


def test_a_changed_entry_breaks_the_chain(store: Store) -> None:
    enter(store, draft("one"), draft("two"), draft("three"))
    entries = list(store.entries())
    changed = replace(entries[1], author="Somebody Else")
    faults = list(chain_faults(iter((entries[0], changed, entries[2]))))
    assert [one.code for one in faults] == ["entry-changed"]


def test_an_entry_changed_with_its_digest_breaks_the_chain_at_the_next(store: Store) -> None:
    enter(store, draft("one"), draft("two"), draft("three"))
    entries = list(store.entries())
    forged = _forged(replace(entries[1], author="Somebody Else"))
    faults = list(chain_faults(iter((entries[0], forged, entries[2]))))
    assert [one.code for one in faults] == ["chain-broken"]


def test_a_missing_entry_is_noticed(store: Store) -> None:
    enter(store, draft("one"), draft("two"), draft("three"))
    entries = list(store.entries())
    codes = [one.code for one in chain_faults(iter((entries[0], entries[2])))]
    assert codes == ["entry-missing", "chain-broken"]


def test_a_copy_holds_the_same_log(
    store: Store, opener: Callable[[Path], Store], tmp_path: Path
) -> None:
    enter(store, draft("one"), draft("two"))
    store.copy_to(tmp_path / "copy.db")
    copy = opener(tmp_path / "copy.db")
    assert list(copy.entries()) == list(store.entries())
    assert copy.body(2) == b"two"
    copy.close()


def _break_off(store: Store) -> None:
    with store.writing() as writer:
        writer.add(draft("two"), at=NOON, author=CLERK)
        raise _Interrupted


def _forged(entry: Entry) -> Entry:
    return replace(entry, digest=digest_of_entry(entry))
