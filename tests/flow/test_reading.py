"""Taking in and reading: what is there already changes nothing, in whatever order it comes."""

from collections.abc import Iterable, Iterator
from itertools import permutations
from pathlib import Path

import pytest

import communique.extract.reading
import communique.flow.reading
import communique.record.held
from communique.exports import write_json
from communique.extract.page import Page
from communique.flow.reading import batches
from communique.flow.run import Step
from communique.intake.about import About
from communique.intake.taking import take_in
from communique.intake.values import Options
from communique.languages.en.parse import ModelUnfit
from communique.model.documents import Document
from communique.model.readings import Reading
from communique.record import Record
from communique.store.entries import EntryKind

REED = "Der Präsident sprach am Montag nicht mit dem Botschafter, und die Lage ist ernst.\n"
HERON = "Die Gespräche waren gut, sagte der Minister, und sie werden am Dienstag fortgesetzt.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    (made / "reed.txt").write_text(REED, encoding="utf-8")
    (made / "heron.txt").write_text(HERON, encoding="utf-8")
    return made


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with communique.open_record(tmp_path / "r.db") as opened:
        yield opened


def test_reading_the_same_folder_again_changes_nothing(record: Record, folder: Path) -> None:
    first = record.read([folder])
    head = record.verify().head
    second = record.read([folder])
    assert len(first.taken) == len(first.read) == 2
    assert second.taken == second.read == ()
    assert set(second.known) == set(first.taken)
    assert record.verify().head == head


def test_the_same_bytes_under_two_names_are_one_document_in_any_order(
    tmp_path: Path, folder: Path
) -> None:
    (folder / "twin.txt").write_text(REED, encoding="utf-8")
    exports = []
    for name, order in (("a", ("reed", "twin", "heron")), ("b", ("heron", "twin", "reed"))):
        with communique.open_record(tmp_path / f"{name}.db") as record:
            for one in order:
                record.read([folder / f"{one}.txt"])
            exports.append(write_json(record.contents()))
            assert len(list(record.documents())) == 2
            assert len(record.as_it_came("reed.txt")) == 2
    assert exports[0] == exports[1]


def test_a_text_in_another_language_is_kept_and_marked_as_not_read(
    record: Record, folder: Path
) -> None:
    record.read([folder / "reed.txt"])
    [problem] = [one for one in record.problems() if one.code == "language-not-read"]
    assert "only English is read" in problem.message
    assert record.text_of("reed.txt") == REED
    assert record.bytes_of("reed.txt") == REED.encode()
    assert list(record.claims()) == []


def test_what_is_refused_is_kept_as_a_problem_until_it_can_be_read(
    record: Record, folder: Path
) -> None:
    (folder / "new.txt").touch()
    summary = record.read([folder, folder / "none.txt"])
    assert len(summary.refused) == 2
    assert len(summary.taken) == 2
    assert len([one for one in record.problems() if one.document is None]) == 2
    record.read([folder, folder / "none.txt"])
    assert len([one for one in record.problems() if one.document is None]) == 2


def test_what_was_said_of_a_document_later_counts_with_what_was_said_before(
    record: Record, folder: Path
) -> None:
    record.read([folder / "reed.txt"])
    later = record.read([folder / "reed.txt"], Options(about=About(outlet="The Reed")))
    assert len(later.met_again) == 1
    assert record.document("reed.txt").outlet == "The Reed"
    assert len(list(record.documents())) == 1


def test_an_equal_reading_by_a_later_version_is_noted_and_not_repeated(
    record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.read([folder / "reed.txt"])
    monkeypatch.setattr(communique.record.held, "__version__", "99.0")
    record.read([folder / "reed.txt"])
    store = record._held.store
    first, second = store.entries(EntryKind.READING)
    body = store.body(second.number)
    assert second.run is not None
    assert second.run.startswith("99.0+")
    assert body is not None
    assert f'"equals":{first.number}' in body.decode()
    assert record.verify().sound


def test_batches_are_small_in_number_and_in_characters(folder: Path) -> None:
    for number in range(70):
        (folder / f"{number}.txt").write_text(f"{HERON}{number}\n", encoding="utf-8")
    assert [len(one) for one in batches(take_in([folder]))] == [32, 32, 8]


def test_other_words_under_the_same_address_revise_the_first(record: Record, folder: Path) -> None:
    address = "https://reed.example/1"
    record.read([folder / "reed.txt"], Options(about=About(address=address, date="2031-05-06")))
    record.read([folder / "heron.txt"], Options(about=About(address=address, date="2031-05-07")))
    newer, older = record.document("heron.txt"), record.document("reed.txt")
    assert newer.revises == older.id
    assert older.revises is None
    assert record.contents().judgements == ()
    changes = record.diff("heron.txt")
    assert changes[0].before == REED.strip()
    assert changes[0].after == HERON.strip()


def test_undated_pages_of_one_address_revise_one_another_alike_in_any_order(
    tmp_path: Path, folder: Path
) -> None:
    (folder / "crane.txt").write_text(f"{HERON}{REED}", encoding="utf-8")
    at = Options(about=About(address="https://reed.example/1"))
    exports = set()
    for order in permutations(("crane", "heron", "reed")):
        with communique.open_record(tmp_path / f"{'-'.join(order)}.db") as record:
            for one in order:
                record.read([folder / f"{one}.txt"], at)
            exports.add(write_json(record.contents()))
            assert len([one for one in record.documents() if one.revises]) == 2
    assert len(exports) == 1


def test_a_mended_description_replaces_the_earlier_one_of_the_same_name(
    record: Record, folder: Path
) -> None:
    wrong = About(outlet="The Heron", title="A day", address="https://heron.example/1")
    record.read([folder / "reed.txt"], Options(about=wrong))
    record.read([folder / "reed.txt"], Options(about=About(outlet="The Reed")))
    mended = record.document("reed.txt")
    assert (mended.outlet, mended.title, mended.address) == ("The Reed", None, None)
    head = record.verify().head
    record.read([folder / "reed.txt"], Options(about=About(outlet="The Reed")))
    assert record.verify().head == head


def test_an_interruption_keeps_what_was_read(tmp_path: Path, folder: Path) -> None:
    def stop(step: Step) -> None:
        if step.done == 1:
            raise KeyboardInterrupt

    path = tmp_path / "stopped.db"
    with communique.open_record(path, progress=stop) as record, pytest.raises(KeyboardInterrupt):
        record.read([folder])
    with communique.open_record(path) as record:
        assert len(list(record._held.store.entries(EntryKind.READING))) == 1
        assert len(list(record.documents())) == 2
        assert record.verify().sound
        assert len(list(record._held.store.entries(EntryKind.READING))) == 2


Parsed = Iterator[tuple[Document, tuple[()]]]


class _Unforeseen(Exception):
    pass


ENGLISH = "The harbour of Fredonia is what it was, and the house stands by the road.\n"


def _parse_or_fail(
    documents: Iterable[Document], _: object
) -> Iterator[tuple[Document, tuple[()]]]:
    for one in documents:
        if "unparsable" in one.text:
            raise _Unforeseen("no  grammar\nfor this")
        yield one, ()


def _read_or_fail(page: Page, run: str) -> Reading:
    if "unforeseen" in page.document.text:
        raise IndexError("nothing there")
    return Reading(page.document.id, run, (), (), (), (), ())


def test_a_document_at_which_reading_fails_is_kept_and_the_others_are_read(
    record: Record,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(communique.flow.reading, "parse", _parse_or_fail)
    monkeypatch.setattr(communique.extract.reading, "read_page", _read_or_fail)
    made = tmp_path / "english"
    made.mkdir()
    for name, words in (("a", ""), ("b", "unforeseen "), ("c", "unparsable "), ("d", "plain ")):
        (made / f"{name}.txt").write_text(f"{words}{ENGLISH}", encoding="utf-8")
    summary = record.read([made])
    assert len(summary.read) == 4
    problems = {one.document: one.message for one in record.problems()}
    assert set(problems) == {record.document("b.txt").id, record.document("c.txt").id}
    assert {one.code for one in record.problems()} == {"not-readable"}
    assert "IndexError: nothing there" in problems[record.document("b.txt").id]
    assert "_Unforeseen: no grammar for this" in problems[record.document("c.txt").id]
    assert "b.txt could not be read" in caplog.text
    assert record.verify().sound


def test_without_its_model_no_document_is_said_to_be_unreadable(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_model(*_: object) -> Parsed:
        raise ModelUnfit("no model")

    monkeypatch.setattr(communique.flow.reading, "parse", no_model)
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    with pytest.raises(ModelUnfit):
        record.read([tmp_path / "a.txt"])
    assert list(record._held.store.entries(EntryKind.READING)) == []
