"""Documents that are added in a browser: read at the desk, while pages are still shown."""

import threading
import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import communique
from communique.flow.run import Step
from communique.server.acting.adding import named
from communique.server.acting.desk import Desk, Done, Stopped
from communique.server.acting.desk import ended as over
from communique.server.admission.terms import Terms
from communique.store.sqlite import Settings, open_store
from communique.views.tables import Page
from tests.acceptance.running import TABLES
from tests.server.acting import AUTHOR, PATIENCE, sent, token, writing

pytestmark = pytest.mark.slow
TEXT = "President Ana Vidal of France met President Jan Kord of Poland in Oslo on {day} May 2031.\n"


def ended(client: TestClient, answer: Any) -> Any:
    """The page of a work when it is done."""
    until = time.monotonic() + 60
    while "Refresh" in answer.headers and time.monotonic() < until:
        time.sleep(0.2)
        answer = client.get(answer.url.path)
    return answer


def test_a_pasted_text_is_read_with_what_is_said_of_it(desk: TestClient) -> None:
    given = {"words": TEXT.format(day=3), "outlet": "The Heron", "date": "2031-05-04"}
    answer = ended(desk, sent(desk, "/add", name="talks.txt", kind="article", **given))
    assert answer.status_code == 200
    assert "Read 1 document." in answer.text
    assert "2031-05-03" in answer.text
    told = desk.get(f"{answer.url.path}.json").json()
    assert told["documents"][0]["outlet"] == "The Heron"
    assert told["documents"][0]["kind"] == "article"
    assert len(told["taken"]) == 1
    assert told["changes"]
    page = desk.get(f"/documents/{told['taken'][0]}")
    assert "Ana Vidal" in page.text


def test_several_files_are_read_at_once_and_what_is_refused_is_told(desk: TestClient) -> None:
    files = [
        ("files", ("../../one.txt", TEXT.format(day=3).encode())),
        ("files", ("two.txt", TEXT.format(day=9).encode())),
        ("files", ("three.pdf", b"%PDF-1.7 torn")),
        ("files", ("", b"")),
    ]
    answer = desk.post("/add", data={"token": token(desk), "outlet": "The Heron"}, files=files)
    page = ended(desk, answer)
    assert "Read 2 documents." in page.text
    assert "1 refused." in page.text
    assert "three.pdf" in page.text
    told = desk.get(f"{page.url.path}.json").json()
    assert {one["name"] for one in told["documents"]} == {"one.txt", "two.txt"}
    assert "tmp" not in told["refused"][0]["path"]


def test_the_same_text_again_is_the_same_document(desk: TestClient) -> None:
    first = ended(desk, sent(desk, "/add", words=TEXT.format(day=3)))
    again = ended(desk, sent(desk, "/add", words=TEXT.format(day=3).replace("\n", "\r\n")))
    assert "1 document known already" in again.text
    ids = [desk.get(f"{one.url.path}.json").json()["documents"][0]["id"] for one in (first, again)]
    assert ids[0] == ids[1]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"words": ""}, "nothing was sent"),
        ({"words": "typed with care", "date": "someday"}, "no date"),
        ({"words": "typed with care", "kind": "novel"}, "no kind of document"),
        ({"words": "typed with care", "side": "Atlantis of old"}, "no state or body"),
    ],
)
def test_what_is_said_wrongly_comes_back(
    desk: TestClient, given: dict[str, str], words: str
) -> None:
    answer = sent(desk, "/add", **given)
    assert answer.status_code == 400
    assert words in answer.text
    assert given["words"] in answer.text
    assert given.get("date", "") in answer.text


def test_a_form_from_elsewhere_adds_nothing(desk: TestClient) -> None:
    before = len(desk.get("/documents.json").json()["documents"])
    given = {"words": TEXT.format(day=3)}
    assert desk.post("/add", data=given).status_code == 400
    origin = {"Origin": "http://elsewhere.example"}
    answer = desk.post("/add", data={**given, "token": token(desk)}, headers=origin)
    assert answer.status_code == 403
    assert len(desk.get("/documents.json").json()["documents"]) == before


def test_more_than_is_allowed_is_refused(own: Path) -> None:
    desk = writing(own, Terms(writes=True, author=AUTHOR, limit=10_000))
    much = {"token": token(desk)}
    answer = desk.post("/add", data=much, files=[("files", ("a.txt", b"x" * 300_000))])
    assert answer.status_code == 413
    answer = desk.post("/add", data=much, files=[("files", ("a.txt", b"x" * 11_000))])
    assert "more than 0.01 MB" in ended(desk, answer).text


def test_a_record_that_another_process_writes_is_told(own: Path) -> None:
    desk = writing(own, Terms(writes=True, author=AUTHOR, wait=0.2, patience=PATIENCE))
    store = open_store(own, create=False, settings=Settings())
    with store.writing():
        answer = sent(desk, "/add", words="typed with care")
    store.close()
    assert answer.status_code == 503
    assert "being written by another process" in answer.text
    assert "typed with care" in answer.text


def test_what_failed_is_tried_again_as_it_was_sent(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.server.acting.adding.WITHIN", 0.0)
    desk = writing(own, Terms(writes=True, author=AUTHOR, wait=0.2))
    store = open_store(own, create=False, settings=Settings())
    with store.writing():
        answer = ended(desk, sent(desk, "/add", words=TEXT.format(day=3)))
    store.close()
    assert "being written by another process" in answer.text
    assert "Try it again" in answer.text
    assert desk.post(answer.url.path, data={"token": "made-up"}).url == answer.url
    again = ended(desk, desk.post(answer.url.path, data={"token": token(desk)}))
    assert "Read 1 document." in again.text
    assert "Try it again" not in again.text
    assert desk.post(again.url.path, data={"token": token(desk)}).url == again.url
    assert desk.post(answer.url.path, data={"token": token(desk)}).url == answer.url
    assert "Try it again" not in desk.get(answer.url.path).text


def test_a_desk_that_is_closed_takes_nothing_more(own: Path) -> None:
    at_desk = Desk(own, 1.0)
    at_desk.close()
    with pytest.raises(Stopped):
        at_desk.take("late", AUTHOR, "/", lambda record: Done(Page(("late",), ()), {}))


def test_pages_are_shown_while_something_is_read(own: Path) -> None:
    """A work that does not end holds up no page, and the next work waits for its turn."""
    may_end = threading.Event()
    at_desk = Desk(own, 1.0)

    def long(record: communique.Record) -> Done:
        may_end.wait(60)
        return Done(Page(("long",), ()), {})

    first = at_desk.take("long", AUTHOR, "/", long)
    second = at_desk.take("short", AUTHOR, "/", lambda record: Done(Page(("short",), ()), {}))
    with writing(own) as client:
        assert client.get("/").status_code == 200
    assert over(second, 0.3) is None
    may_end.set()
    assert over(first, 30) is not None
    outcome = over(second, 30)
    assert outcome is not None
    assert outcome.done.page.heading == ("short",)
    at_desk.close()


def test_what_nobody_foresaw_is_told_without_the_words_that_were_typed(
    own: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    typed = "a private thought"

    def fails(*_: Any, **__: Any) -> Any:
        raise RuntimeError(typed)

    monkeypatch.setattr(communique.Record, "note", fails)
    client = writing(own)
    answer = sent(client, "/acts/note", about="01-velan-courier", words=typed)
    assert "it could not be done" in answer.text
    assert "a work failed with RuntimeError" in caplog.text
    assert typed not in caplog.text
    assert client.get("/").status_code == 200


def test_what_is_read_when_the_server_ends_is_kept_and_goes_on_later(own: Path) -> None:
    """A document that was read stays; one that was not is read at the next look."""
    at_desk = Desk(own, 1.0)
    began, ends = threading.Event(), threading.Event()

    def long(record: communique.Record) -> Done:
        began.set()
        ends.wait(60)
        record.read_bytes((("a.txt", TEXT.format(day=3).encode()),))
        return Done(Page(("long",), ()), {})

    work = at_desk.take("long", AUTHOR, "/", long)
    after = at_desk.take("short", AUTHOR, "/", long)
    assert began.wait(60)
    closing = threading.Thread(target=at_desk.close)
    closing.start()
    ends.set()
    closing.join(60)
    assert isinstance(work.ends.exception(), Stopped)
    assert after.ends.cancelled()
    with communique.open_record(own, tables=TABLES) as record:
        assert [one.label for one in record.contacts(since="2031-05-03", until="2031-05-03")]


def test_a_work_that_goes_on_is_drawn_anew_by_itself(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = threading.Event()
    monkeypatch.setattr("communique.server.acting.adding.WITHIN", 0.1)

    def held_up(record: Any, files: Any, options: Any, *, whole: bool) -> Any:
        record._held.progress(Step("reading", 3, 7))
        may_end.wait(60)
        return read(record, files, options, whole=whole)

    read = communique.Record.read_bytes
    monkeypatch.setattr(communique.Record, "read_bytes", held_up)
    client = writing(own, Terms(writes=True, author=AUTHOR))
    answer = sent(client, "/add", words=TEXT.format(day=3))
    until = time.monotonic() + 30
    while "reading · 3 of 7" not in answer.text and time.monotonic() < until:
        answer = client.get(answer.url.path)
    assert answer.headers["Refresh"] == "2"
    assert "reading · 3 of 7" in answer.text
    assert client.get("/contacts").status_code == 200
    may_end.set()
    assert "Read 1 document." in ended(client, answer).text


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a.txt", "a.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\papers\\a.txt", "a.txt"),
        ("a\x1b[31m\n.txt", "a[31m.txt"),
        ("", "unnamed"),
        (None, "unnamed"),
        ("..", "unnamed"),
        ("x" * 500 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_names_of_files_lead_nowhere(given: str | None, kept: str) -> None:
    assert named(given) == kept
