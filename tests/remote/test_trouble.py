"""What is told where no record answers at an address, or not as one."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

import communique
from communique.errors import (
    CommuniqueError,
    NoRecordThere,
    NotPossible,
    OtherSchema,
    RecordClosed,
    RecordUnreachable,
    RecordUnusable,
)
from communique.model.contents import SCHEMA
from communique.remote.wire import PROBLEM

STATE = {"schema": SCHEMA, "version": "9.9.9", "position": 3, "state": "a-b"}


class Answers(BaseHTTPRequestHandler):
    """Answers each path as its table says: a code, a kind of content, and a body.

    ``promised`` is how many bytes more than the body it says to send.
    """

    table: dict[str, tuple[int, str, str]]
    promised = 0
    met: list[tuple[str, str | None, str | None]]

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        tag, known_as = self.headers["If-None-Match"], self.headers["Authorization"]
        self.met.append((self.path, tag, known_as))
        code, kind, body = self.table.get(path, (404, "text/html", "<p>no such page</p>"))
        if tag == '"a"':
            code, body = 304, ""
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("ETag", '"a"')
        self.send_header("Location", "http://127.0.0.1:9/")
        self.send_header("Content-Length", str(len(body) + (self.promised if code == 200 else 0)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Tell nothing."""


@contextmanager
def answering(
    *, promised: int = 0, **table: tuple[int, str, str]
) -> Iterator[tuple[str, list[tuple[str, str | None, str | None]]]]:
    """A server that answers so, and what it was asked."""
    met: list[tuple[str, str | None, str | None]] = []
    paths = {f"/api/v1/{name}": told for name, told in table.items()}
    made = type("Made", (Answers,), {"table": paths, "met": met, "promised": promised})
    server = HTTPServer(("127.0.0.1", 0), made)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"127.0.0.1:{server.server_port}", met
    server.shutdown()
    server.server_close()
    thread.join()


def found(told: object) -> tuple[int, str, str]:
    return 200, "application/json", json.dumps(told)


def problem(code: int, detail: str) -> tuple[int, str, str]:
    told = {"type": "about:blank", "title": "", "status": code, "detail": detail}
    return code, PROBLEM, json.dumps(told)


@pytest.mark.parametrize(
    ("told", "error", "words"),
    [
        ((200, "text/html", "<p>hello</p>"), NoRecordThere, "not JSON"),
        ((404, "text/html", "<p>none</p>"), NoRecordThere, "an answer 404"),
        (found(["a"]), NoRecordThere, "another shape"),
        (found({"schema": SCHEMA}), NoRecordThere, "another shape"),
        (found(STATE | {"schema": "communique/9"}), OtherSchema, "the same version"),
        (problem(404, "nothing stands at /api/v1/record"), NoRecordThere, "another version"),
        (problem(401, "send the name"), RecordClosed, "NAME:PASSWORD@HOST"),
        ((403, "text/plain", "Come by the proxy"), RecordClosed, "not let in"),
        (problem(503, "the record is damaged"), RecordUnusable, "damaged"),
        (problem(429, "too often"), NotPossible, "too often"),
        ((302, "text/html", ""), NoRecordThere, "an answer 302"),
        ((500, PROBLEM, "{"), NoRecordThere, "an answer 500"),
    ],
)
def test_what_answers_and_is_no_record_is_told(
    told: tuple[int, str, str], error: type[CommuniqueError], words: str
) -> None:
    with answering(record=told) as (at, _), pytest.raises(error, match=words):
        communique.open_record(f"http://{at}")


def test_where_nothing_answers_is_told() -> None:
    with pytest.raises(RecordUnreachable, match=r"no answer from http://127\.0\.0\.1:9 "):
        communique.open_record("http://127.0.0.1:9/")


@pytest.mark.parametrize("address", ["http://", "https:///", "http://host/?a=b", "http://h:x"])
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises((NotPossible, RecordUnreachable)):
        communique.open_record(address)


def test_a_server_that_stops_in_the_middle_is_told() -> None:
    page = found({"documents": [], "next": "more"})
    with answering(record=found(STATE), documents=page) as (at, _):
        record = communique.open_record(f"http://{at}")
    with pytest.raises(RecordUnreachable):
        list(record.documents())


def test_an_answer_that_is_cut_off_is_told() -> None:
    with (
        answering(promised=7, record=found(STATE)) as (at, _),
        pytest.raises(RecordUnreachable, match="IncompleteRead"),
    ):
        communique.open_record(f"http://{at}")


def test_what_has_not_changed_is_not_sent_again() -> None:
    with answering(record=found(STATE)) as (at, met):
        record = communique.open_record(f"http://{at}")
        assert (record.position(), record.state()) == (3, "a-b")
        assert [tag for _, tag, _ in met] == [None, '"a"', '"a"']


def test_a_name_and_password_are_sent_and_never_told() -> None:
    with answering(record=found(STATE)) as (at, met):
        communique.open_record(f"http://mara:a%40b@{at}")
        assert met[0][2] == "Basic bWFyYTphQGI="
    with pytest.raises(RecordUnreachable) as told:
        communique.open_record(f"http://mara:a%40b@{at}")
    assert "a%40b" not in str(told.value)
    with pytest.raises(NotPossible) as odd:
        communique.open_record("http://mara:secret@host/?a=b")
    assert "secret" not in str(odd.value)
