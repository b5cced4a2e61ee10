"""What is entered into a record over HTTP, and what happens while it changes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import communique
from communique.errors import NotInRecord, NotPossible, RecordClosed
from communique.intake.about import About
from communique.intake.values import Options
from communique.record import Record
from communique.remote.wire import Wire
from communique.server.admission.terms import LOOKING, Terms
from communique.server.admission.users import add, users_beside
from communique.server.admission.visitors import Role
from tests.acceptance.running import TABLES
from tests.server.acting import AUTHOR, copied
from tests.server.conftest import served

pytestmark = pytest.mark.slow
TEXT = "President Ana Vidal of France met President Jan Kord of Poland in Oslo on 3 May 2031.\n"
REASON = {"reason": "read both", "author": "nobody"}


@pytest.fixture
def own(examples_file: Path, tmp_path: Path) -> Path:
    return copied(examples_file, tmp_path)


@pytest.fixture
def far(own: Path) -> Iterator[Record]:
    with served(own, WRITING) as at, communique.open_record(at) as record:
        yield record


WRITING = Terms(writes=True, author=AUTHOR)


def test_documents_are_read_by_the_server(far: Record, tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "talks.txt").write_text(TEXT)
    (tmp_path / "talks" / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    options = Options(About(outlet="The Heron", date="2031-05-04"))
    summary = far.read([tmp_path / "talks"], options)
    assert (len(summary.taken), [one.path for one in summary.refused]) == (
        1,
        [str(tmp_path / "talks" / "torn.pdf")],
    )
    assert far.document("talks").outlet == "The Heron"
    assert next(far.contacts(since="2031-05-03", until="2031-05-03")).parties
    again = far.read_bytes([("other.txt", TEXT.encode())])
    assert (again.taken, again.known) == ((), summary.taken)
    with pytest.raises(NotPossible, match="not read over HTTP"):
        far.read([tmp_path / "talks"], whole=True)


def test_what_is_decided_stands_under_the_name_that_the_server_knows(far: Record) -> None:
    offer = next(far.offers())
    assert far.same((offer.left, offer.right), **REASON).author == AUTHOR
    owed = next(far.undertakings())
    met = next(far.contacts()).label
    far.close_undertaking(owed.id, by=met, **REASON)
    far.score_undertaking(owed.id, "-1", **REASON)
    far.different([one.label for one in far.contacts(limit=2)], **REASON)
    verdicts = ["same", "closed", "-1", "not same"]
    assert [one.verdict for one in far.judgements()] == verdicts
    with pytest.raises(NotInRecord):
        far.same((offer.left, "none"), **REASON)
    with pytest.raises(NotPossible):
        far.same((offer.left,), **REASON)


def test_what_is_noted_corrected_and_withdrawn_is_there_as_in_a_file(far: Record) -> None:
    by, call = REASON["author"], next(far.contacts()).label
    note = far.note(call, "Who placed it?", author=by)
    assert (note.author, far.notes(call)) == (AUTHOR, (note,))
    document = next(far.documents())
    made = far.correct(document.label, "side", None, **REASON)
    assert (made.document, made.value, made.author) == (document.id, None, AUTHOR)
    again = far.correct(document.label, "outlet", "The Heron", **REASON)
    assert far.correct(document.label, "outlet", "The Heron", **REASON) == again
    assert far.document(document.id).outlet == "The Heron"
    gone = far.withdraw(note.id, **REASON)
    assert (gone.about, far.notes(call)) == (note.id, ())
    with pytest.raises(NotPossible, match="worked out"):
        far.withdraw(call, **REASON)
    with pytest.raises(NotInRecord):
        far.note("none", "x", author=by)


def test_where_it_is_only_looked_at_nothing_is_entered(own: Path) -> None:
    with served(own, LOOKING) as at, communique.open_record(at) as record:
        with pytest.raises((NotPossible, RecordClosed)):
            record.same(("a", "b"), **REASON)
        assert record.read_bytes([("talks.txt", TEXT.encode())]).refused


def test_users_come_in_by_name_and_password(own: Path) -> None:
    users = users_beside(own)
    add(users, "Mara", Role.EDITOR, "a long passphrase@home")
    terms = Terms(writes=True, users=users, signs_in=True)
    with served(own, terms) as at:
        host = at.removeprefix("http://")
        with pytest.raises(RecordClosed, match="NAME:PASSWORD"):
            communique.open_record(at)
        with pytest.raises(RecordClosed):
            communique.open_record(f"http://Mara:wrong@{host}")
        with communique.open_record(f"http://Mara:a%20long%20passphrase%40home@{host}") as far:
            offer = next(far.offers())
            assert far.same((offer.left, offer.right), **REASON).author == "Mara"


def test_a_list_is_begun_anew_where_the_record_changes_meanwhile(
    own: Path, far: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.remote.record.A_PAGE", 3)
    before, given = len(list(far.documents())), Wire.data
    asked: list[Any] = []

    def changing(wire: Wire, *path: str, **more: Any) -> Any:
        told = given(wire, *path, **more)
        if not asked:
            asked.append(path)
            with communique.open_record(own, tables=TABLES) as record:
                record.read_bytes([("talks.txt", TEXT.encode())])
        return told

    monkeypatch.setattr(Wire, "data", changing)
    found = [one.id for one in far.documents()]
    assert len(found) == len(set(found)) == before + 1
