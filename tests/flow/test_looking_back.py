"""What a record showed at an earlier entry of its log."""

import shutil
from pathlib import Path

import pytest

import communique
from tests.acceptance.running import TABLES


@pytest.mark.slow
def test_a_look_back_is_the_same_as_deriving_all_from_nothing(
    examples_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = Path(shutil.copy(examples_file, tmp_path / "own.db"))
    by = {"reason": "read both", "author": "A. Clerk"}
    with communique.open_record(copy, tables=TABLES) as record:
        middle = record.position()
        first, second, *_ = (one.label for one in record.documents())
        record.correct(second, "outlet", "The Heron", **by)
        record.same([one.label for one in record.contacts(limit=2)], **by)
        record.withdraw(record.withdraw(first, **by).id, **by)
        record.withdraw(first, **by)
        looks = range(middle - 12, record.position() + 1)
        told = [record.changes(str(at)) for at in looks]
        monkeypatch.setattr("communique.record.apart.states_apart", lambda *_: None)
        assert told == [record.changes(str(at)) for at in looks]
