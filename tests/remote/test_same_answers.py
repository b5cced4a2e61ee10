"""A record over HTTP answers as the same record in a file does."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import communique
from communique.errors import NotInRecord, NotPossible
from communique.model.vocabulary import JudgementKind
from communique.record import Record
from communique.server.admission.terms import Terms
from tests.acceptance.running import TABLES
from tests.server.acting import AUTHOR
from tests.server.conftest import served

pytestmark = pytest.mark.slow
CALL = "2031-05-13-xks-xvd-call"
DOCUMENT = "01-velan-courier"


@pytest.fixture(scope="module")
def decided(examples_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, with something decided on them."""
    path = Path(shutil.copy(examples_file, tmp_path_factory.mktemp("far") / "far.db"))
    with communique.open_record(path, tables=TABLES) as record:
        offer = next(record.offers())
        record.same((offer.left, offer.right), reason="read both", author=AUTHOR)
        record.note(CALL, "ask the desk", author=AUTHOR)
        record.state()
    return path


@pytest.fixture(scope="module")
def address(decided: Path) -> Iterator[str]:
    with served(decided, Terms()) as at:
        yield at


@pytest.fixture(scope="module")
def near(decided: Path) -> Iterator[Record]:
    with communique.open_record(decided, tables=TABLES) as record:
        yield record


@pytest.fixture(scope="module", params=["file", "address"])
def record(request: pytest.FixtureRequest, decided: Path, address: str) -> Iterator[Record]:
    """The record, opened by the path of its file and by its address."""
    at = decided if request.param == "file" else address
    with communique.open_record(at) as opened:
        yield opened


ANSWERS: dict[str, Callable[[Record], Any]] = {
    "documents": lambda one: list(one.documents()),
    "a document by label": lambda one: one.document(DOCUMENT),
    "a document by file name": lambda one: one.document(f"{DOCUMENT}.txt"),
    "its text": lambda one: one.text_of(DOCUMENT),
    "its bytes": lambda one: one.bytes_of(DOCUMENT),
    "its names": lambda one: one.as_it_came(DOCUMENT),
    "contacts": lambda one: list(one.contacts()),
    "contacts of a state": lambda one: list(one.contacts(state="XKS", form="call")),
    "contacts of two states": lambda one: list(one.contacts(dyad=("XKS", "XVD"))),
    "contacts of a time": lambda one: list(one.contacts(since="2031-05", until="2031-05-13")),
    "contacts in order": lambda one: list(one.contacts(sort="reports")),
    "some contacts": lambda one: list(one.contacts(sort="latest", limit=2, skip=1)),
    "no contacts": lambda one: list(one.contacts(limit=0)),
    "a contact": lambda one: one.contact(CALL),
    "its part": lambda one: one.part(CALL),
    "contacts of documents": lambda one: list(one.contacts_of([one.document(DOCUMENT).id])),
    "how it is called": lambda one: one.label_of(one.contact(CALL).id),
    "how nothing is called": lambda one: one.label_of("nothing"),
    "claims": lambda one: list(one.claims()),
    "claims of a contact": lambda one: list(one.claims(contact=CALL)),
    "claims of a document": lambda one: list(one.claims(document=DOCUMENT)),
    "findings": lambda one: list(one.findings()),
    "findings of a contact": lambda one: list(one.findings(contact=CALL)),
    "gaps": lambda one: list(one.gaps()),
    "gaps of a contact": lambda one: list(one.gaps(contact=CALL)),
    "actors": lambda one: list(one.actors()),
    "originals": lambda one: list(one.originals()),
    "undertakings": lambda one: list(one.undertakings()),
    "an undertaking": lambda one: one.undertaking(next(one.undertakings()).id),
    "channels": lambda one: list(one.channels()),
    "a channel": lambda one: one.channel(next(one.channels()).label),
    "formats": lambda one: list(one.formats()),
    "positions": lambda one: list(one.positions()),
    "remarks": lambda one: list(one.remarks()),
    "labels": lambda one: list(one.labels()),
    "presence": lambda one: list(one.presence()),
    "projects": lambda one: list(one.projects()),
    "offers": lambda one: list(one.offers()),
    "problems": lambda one: list(one.problems()),
    "stories": lambda one: list(one.stories()),
    "stories of a document": lambda one: list(one.stories(document=DOCUMENT)),
    "a search": lambda one: list(one.search("consultations")),
    "a short search": lambda one: list(one.search("the", limit=3)),
    "a search for nothing": lambda one: list(one.search("")),
    "why": lambda one: one.why(CALL),
    "why an aspect": lambda one: one.why(f"{CALL}#date"),
    "a point": lambda one: one.point_named(one.contact(CALL).points[0].id),
    "no point": lambda one: one.point_named(CALL),
    "a point by words": lambda one: one.point_named(f"{CALL}#{one.contact(CALL).points[0].words}"),
    "everything": lambda one: one.contents(),
    "everything as it stood": lambda one: one.contents_at(5),
    "changes": lambda one: one.changes("5"),
    "how far it is": lambda one: (one.position(), one.state()),
    "the log": lambda one: one.entries_since(3),
    "judgements": lambda one: one.judgements(),
    "decisions": lambda one: one.decisions(),
    "notes": lambda one: one.notes(),
    "notes on a contact": lambda one: one.notes(CALL),
    "purges": lambda one: one.purges(),
    "a difference": lambda one: one.diff(*[each.id for each in list(one.documents())[:2]]),
    "an export": lambda one: one.export("plain", contact=CALL),
}


@pytest.mark.parametrize("question", ANSWERS)
def test_the_answer_is_the_same_over_http(near: Record, address: str, question: str) -> None:
    with communique.open_record(address) as far:
        assert ANSWERS[question](far) == ANSWERS[question](near)


def test_lists_longer_than_a_page_are_whole(
    near: Record, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.remote.record.A_PAGE", 7)
    with communique.open_record(address) as far:
        assert list(far.claims(contact=CALL)) == list(near.claims(contact=CALL))
        assert list(far.contacts(limit=8)) == list(near.contacts(limit=8))


WRONG: dict[str, Callable[[Record], Any]] = {
    "contact": lambda one: one.contact("none"),
    "part": lambda one: one.part("none"),
    "document": lambda one: one.document("none"),
    "address": lambda one: one.document("https://herald.example/a/b?c=d#e"),
    "text": lambda one: one.text_of("no such/text"),
    "claims": lambda one: list(one.claims(contact="none")),
    "channel": lambda one: one.channel("none"),
    "format": lambda one: one.format("none"),
    "undertaking": lambda one: one.undertaking("u-0000000000000000"),
    "why": lambda one: one.why("none"),
    "notes": lambda one: one.notes("none"),
}


@pytest.mark.parametrize("question", WRONG)
def test_what_is_not_there_is_told_alike(record: Record, question: str) -> None:
    with pytest.raises(NotInRecord, match="not in the record"):
        WRONG[question](record)


def test_what_is_like_the_asked_is_offered_alike(record: Record) -> None:
    with pytest.raises(NotInRecord, match=f"Did you mean {CALL}"):
        record.contact(f"{CALL}s")


def test_what_cannot_be_asked_is_told_alike(record: Record) -> None:
    with pytest.raises(NotPossible, match="no day and no entry"):
        record.changes("someday")
    with pytest.raises(NotPossible, match="at most that"):
        record.changes("99999")


@pytest.mark.parametrize(
    "does",
    [
        lambda one: one.verify(),
        lambda one: one.rebuild(),
        lambda one: one.backup("/tmp/copy-of-a-record.db"),
        lambda one: one.read_again(),
        lambda one: one.purge(DOCUMENT, reason="it was private", author=AUTHOR),
        lambda one: one.judge(JudgementKind.CONTACT, [CALL], "same", reason="so", author=AUTHOR),
        lambda one: one.judged_as(CALL),
        lambda one: one.path,
    ],
)
def test_what_needs_the_file_is_not_possible_over_http(
    address: str, does: Callable[[Record], Any]
) -> None:
    with (
        communique.open_record(address) as far,
        pytest.raises(NotPossible, match="cannot be done over HTTP"),
    ):
        does(far)
