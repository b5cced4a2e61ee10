"""What has changed since an earlier look at a record."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import communique
from communique.errors import NotPossible
from communique.flow.run import Run
from communique.model.contents import Contents
from communique.record import Record, apart
from communique.record.memory import Memory
from communique.store.engine import Store
from communique.views.changes import Changed, changed_by_reading, changes_table
from tests.record.conftest import CALL, COPY, VISIT


def of_contacts(changes: tuple[Changed, ...]) -> dict[str | None, tuple[str | None, str | None]]:
    return {one.question: (one.before, one.now) for one in changes if one.kind == "contact"}


@pytest.fixture
def grown(tmp_path: Path, opened: Callable[[], Record]) -> tuple[Record, int]:
    record = opened()
    for name, text in (("heron", CALL), ("copy", COPY)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        if name == "copy":
            position = record.position()
        record.read([tmp_path / f"{name}.txt"])
    return record, position


def test_a_report_more_of_a_known_call_moves_its_count_and_no_label(
    grown: tuple[Record, int],
) -> None:
    record, position = grown
    changes = record.changes(str(position))
    assert of_contacts(changes)["reports"] == ("1", "2")
    assert None not in of_contacts(changes), "the contact itself is no other one"


def test_nothing_has_changed_since_the_last_entry(grown: tuple[Record, int]) -> None:
    record, _ = grown
    assert record.changes(str(record.position())) == ()


def test_all_is_new_since_a_day_before_the_record_began(grown: tuple[Record, int]) -> None:
    record, _ = grown
    changes = record.changes("2031-05-31")
    assert {one.before for one in changes} == {None}
    assert {one.question for one in changes} == {None}
    assert record.changes("2031-06-02") == ()


def test_a_withdrawn_document_takes_its_changes_back(grown: tuple[Record, int]) -> None:
    record, position = grown
    record.withdraw("copy", reason="retracted", author="A. Reader")
    assert record.changes(str(position)) == ()


def test_what_is_gone_is_told_with_all_that_was_known_of_it(grown: tuple[Record, int]) -> None:
    record, _ = grown
    position = record.position()
    for name in ("copy", "heron"):
        record.withdraw(name, reason="retracted", author="A. Reader")
    [gone] = [one for one in record.changes(str(position)) if one.kind == "contact"]
    assert gone.now is None
    assert "status: held" in (gone.before or "")


def test_a_look_is_a_day_or_an_entry(grown: tuple[Record, int]) -> None:
    record, _ = grown
    with pytest.raises(NotPossible, match="no day and no entry 'yesterday'"):
        record.changes("yesterday")


def test_a_reading_shows_what_it_changed_and_not_what_it_brought(
    tmp_path: Path, grown: tuple[Record, int]
) -> None:
    record, position = grown
    before, after = record.contents_at(position), record.contents()
    page = changed_by_reading(before, after, position)
    assert ("reports", "1 → 2") in {(row[1], row[2]) for row in page.tables[0].rows}
    assert page.notes == (f"All that is new: communique changes --since {position}",)
    (tmp_path / "reed.txt").write_text(VISIT, encoding="utf-8")
    record.read([tmp_path / "reed.txt"])
    assert changed_by_reading(after, record.contents(), record.position()).tables == ()


def test_a_change_is_told_in_one_line(grown: tuple[Record, int]) -> None:
    record, position = grown
    rows = changes_table(record.changes(str(position))).rows
    assert all(len(row) == 3 for row in rows)
    assert any(re.fullmatch(r"1 → 2", row[2]) for row in rows)


def test_what_is_changed_while_it_is_compared_is_told_as_of_one_moment(
    grown: tuple[Record, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    record, position = grown
    compared: list[int] = []

    def meanwhile(before: Store, after: Store) -> tuple[Contents, Contents]:
        if not compared:
            record.correct("heron", "outlet", "The Heron", reason="seen", author="A. Clerk")
            record.contents()
        compared.append(1)
        return differing(before, after)

    differing = apart._differing
    monkeypatch.setattr(apart, "_differing", meanwhile)
    told = record.changes(str(position))
    assert len(compared) == 2
    assert told == record.changes(str(position))


def test_changes_that_are_asked_for_again_are_remembered_until_something_comes_in(
    grown: tuple[Record, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record, position = grown
    compared: list[int] = []

    def counted(store: Store, since: int, run: Run) -> tuple[Contents, Contents] | None:
        compared.append(since)
        return states_apart(store, since, run)

    states_apart = apart.states_apart
    monkeypatch.setattr(apart, "states_apart", counted)
    memory = Memory()
    for _ in range(2):
        with communique.open_record(tmp_path / "r.db", memory=memory) as kept:
            assert kept.changes(str(position)) == kept.changes(str(position))
    assert compared == [position]
    record.correct("heron", "outlet", "The Heron", reason="seen", author="A. Clerk")
    with communique.open_record(tmp_path / "r.db", memory=memory) as kept:
        kept.changes(str(position))
    assert compared == [position] * 2
