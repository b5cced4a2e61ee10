"""Programs that add documents and decide over HTTP."""

import base64
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

import communique
from communique.server.admission.terms import Terms
from communique.server.app import make_app
from communique.server.interface.entering import ENTERINGS
from tests.acceptance.running import TABLES
from tests.server.acting import AUTHOR, writing
from tests.server.test_api import ROOT, ask, operations_of

pytestmark = pytest.mark.slow
CALL = "2031-05-13-xks-xvd-call"
TEXT = "President Ana Vidal of France met President Jan Kord of Poland in Oslo on 3 May 2031.\n"


@pytest.fixture
def program(own: Path) -> TestClient:
    return writing(own)


def test_a_document_is_added_and_added_again_it_is_the_same(program: TestClient) -> None:
    sent = {"name": "talks.txt", "text": TEXT, "outlet": "The Heron", "date": "2031-05-04"}
    first = program.post(f"{ROOT}/documents", json=sent)
    assert first.status_code == 201
    [entry] = first.json()["documents"]
    assert (entry["outlet"], entry["name"]) == ("The Heron", "talks.txt")
    assert program.get(first.headers["Location"]).json() == entry
    again = program.post(f"{ROOT}/documents", json=sent)
    assert again.status_code == 200
    assert again.json()["known"] == first.json()["taken"]
    assert again.headers["Location"] == first.headers["Location"]
    in_bytes = {"name": "other.txt", "base64": base64.b64encode(TEXT.encode()).decode()}
    assert program.post(f"{ROOT}/documents", json=in_bytes).json()["known"] == [entry["id"]]
    found = program.get(f"{ROOT}/contacts?since=2031-05-03").json()["contacts"]
    assert found[0]["label"].startswith("2031-05-03")


def test_a_judgement_is_entered_under_the_name_of_who_asks(own: Path, program: TestClient) -> None:
    offer = program.get(f"{ROOT}/offers").json()["offers"][0]
    sent = {"subjects": [offer["left"], offer["right"]], "verdict": "same", "reason": "read both"}
    answer = program.post(f"{ROOT}/judgements", json=sent)
    assert answer.status_code == 201
    assert answer.json()["author"] == AUTHOR
    assert answer.json() in program.get(f"{ROOT}/judgements").json()["judgements"]
    left = [one["id"] for one in program.get(f"{ROOT}/offers").json()["offers"]]
    assert offer["id"] not in left
    owed = program.get(f"{ROOT}/undertakings").json()["undertakings"][0]["id"]
    for subjects, verdict in (((owed,), "-1"), ((owed, CALL), "closed")):
        sent = {"subjects": subjects, "verdict": verdict, "reason": "read both"}
        assert program.post(f"{ROOT}/judgements", json=sent).status_code == 201
    with communique.open_record(own, tables=TABLES) as record:
        assert [one.verdict for one in record.judgements()] == ["same", "-1", "closed"]


def test_what_is_corrected_noted_and_withdrawn_over_http_stands_as_if_done_here(
    own: Path, program: TestClient
) -> None:
    document = program.get(f"{ROOT}/documents?limit=1").json()["documents"][0]["label"]
    name = {"about": document, "field": "outlet", "value": "The Heron", "reason": "it says so"}
    for code in (201, 200):
        corrected = program.post(f"{ROOT}/corrections", json=name)
        assert (corrected.status_code, corrected.json()["author"]) == (code, AUTHOR)
    assert program.get(f"{ROOT}/documents/{document}").json()["outlet"] == "The Heron"
    for code in (201, 200):
        noted = program.post(f"{ROOT}/notes", json={"about": CALL, "words": "Who placed it?"})
        assert (noted.status_code, noted.json()["words"]) == (code, "Who placed it?")
    assert program.get(f"{ROOT}/notes?about={CALL}").json()["notes"] == [noted.json()]
    gone = {"about": noted.json()["id"], "reason": "answered"}
    for code in (201, 200):
        assert program.post(f"{ROOT}/withdrawals", json=gone).status_code == code
    with communique.open_record(own, tables=TABLES) as record:
        assert record.notes() == ()
        standing = [one.standing.value for one in record.decisions()]
    assert standing == ["stands", "withdrawn", "stands"]


def test_a_claim_that_is_left_out_is_left_out_once(program: TestClient) -> None:
    claims = program.get(f"{ROOT}/claims?contact={CALL}").json()["claims"]
    about = next(one["id"] for one in claims if one["aspect"] == "topic")
    sent = {"about": about, "field": "counts", "value": "no", "reason": "no topic"}
    codes = [program.post(f"{ROOT}/corrections", json=sent).status_code for _ in range(2)]
    assert codes == [201, 200]


WHY = {"reason": "read both"}


@pytest.mark.parametrize(
    ("path", "sent", "code", "words"),
    [
        ("documents", {}, 400, "either text or base64"),
        ("documents", {"text": TEXT, "base64": "YQ=="}, 400, "either text or base64"),
        ("documents", {"base64": "not base64"}, 400, "base64"),
        ("documents", {"text": 7}, 400, "text: "),
        ("documents", {"text": TEXT, "mood": "good"}, 400, "mood: "),
        ("documents", {"text": TEXT, "date": "someday"}, 400, "no date"),
        ("documents", {"text": TEXT, "kind": "novel"}, 400, "kind: "),
        ("documents", {"text": TEXT, "side": "Atlantis of old"}, 400, "no state or body"),
        ("documents", {"base64": "JVBERi0xLjcgdG9ybg==", "name": "a.pdf"}, 400, "unreadable"),
        ("judgements", {"subjects": [], "verdict": "same", **WHY}, 400, "subjects: "),
        ("judgements", {"subjects": [CALL], "verdict": "same", **WHY}, 400, "two things"),
        ("judgements", {"subjects": [CALL], "verdict": "closed", **WHY}, 400, "what met it"),
        ("judgements", {"subjects": [CALL], "verdict": "odd", **WHY}, 400, "no verdict"),
        ("judgements", {"subjects": [CALL, "none"], "verdict": "same", **WHY}, 404, "none"),
        ("judgements", {"subjects": [CALL], "verdict": "same", "reason": " "}, 400, "reason: "),
        ("judgements", [], 400, "the whole: "),
        ("notes", {"about": CALL, "words": " "}, 400, "words: "),
        ("notes", {"about": "none", "words": "Who?"}, 404, "none"),
        ("withdrawals", {"about": CALL, **WHY}, 400, "worked out"),
        ("withdrawals", {"about": "none", **WHY}, 404, "none"),
        ("withdrawals", {"about": CALL}, 400, "reason: "),
        ("corrections", {"about": CALL, "field": "form", "value": "visit", **WHY}, 400, "accounts"),
        ("corrections", {"about": CALL, "field": "form", **WHY}, 400, "value: "),
    ],
)
def test_what_cannot_be_entered_is_told_as_a_problem(
    program: TestClient, path: str, sent: Any, code: int, words: str
) -> None:
    answer = program.post(f"{ROOT}/{path}", json=sent)
    assert answer.status_code == code
    assert answer.headers["content-type"] == "application/problem+json"
    assert words in answer.json()["detail"]


def test_only_json_is_understood_and_nothing_sent_by_a_page_elsewhere(program: TestClient) -> None:
    plain = {"Content-Type": "text/plain"}
    answer = program.post(f"{ROOT}/documents", content='{"text": "x"}', headers=plain)
    assert answer.status_code == 415
    for headers in ({"Origin": "http://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = program.post(f"{ROOT}/documents", json={"text": TEXT}, headers=headers)
        assert answer.status_code == 403


def test_more_than_is_taken_in_is_refused(own: Path) -> None:
    program = writing(own, Terms(writes=True, author=AUTHOR, limit=1000))
    sent = {"text": "x" * 300_000}
    assert program.post(f"{ROOT}/documents", json=sent).status_code == 413
    answer = program.post(f"{ROOT}/documents", json={"text": "x" * 2000})
    assert answer.status_code == 400
    assert "too-large" in answer.json()["detail"]


def test_a_purged_document_is_not_taken_in_again(own: Path, program: TestClient) -> None:
    sent = {"text": TEXT}
    made = program.post(f"{ROOT}/documents", json=sent).json()["taken"][0]
    with communique.open_record(own, tables=TABLES) as record:
        record.purge(made, reason="it was private", author=AUTHOR)
        record.state()
    assert program.post(f"{ROOT}/documents", json=sent).status_code == 409


def test_what_may_be_sent_is_described_with_examples_that_may_be(program: TestClient) -> None:
    told = program.get(f"{ROOT}/openapi.json").json()
    for path in ("documents", *(one.path for one in ENTERINGS)):
        sent = told["paths"][f"{ROOT}/{path}"]["post"]["requestBody"]["content"]
        name = sent["application/json"]["schema"]["$ref"].rpartition("/")[2]
        schema = told["components"]["schemas"][name]
        shape = {"$ref": f"#/components/schemas/{name}", "components": told["components"]}
        Draft202012Validator(shape).validate(schema["example"])
    example = told["components"]["schemas"]["DocumentGiven"]["example"]
    assert program.post(f"{ROOT}/documents", json=example).status_code == 201


def test_what_is_only_shown_describes_no_posting(client: TestClient) -> None:
    told = client.get(f"{ROOT}/openapi.json").json()["paths"]
    assert {method for path in told.values() for method in path} == {"get"}


def test_posting_keeps_to_the_description(own: Path) -> None:
    posting = [
        one
        for one in operations_of(make_app(own, Terms(writes=True, author=AUTHOR)))
        if is_post(one)
    ]
    assert len(posting) == 1 + len(ENTERINGS)
    for one in posting:
        ask(one.as_strategy())


def is_post(operation: Any) -> bool:
    return bool(operation.method.upper() == "POST")
