"""What people decide in a browser: entered under their name, shown with what it changed."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import communique
from communique.server.acting.acts import ACTS
from communique.server.admission.terms import Terms
from communique.store.sqlite import Settings, open_store
from tests.acceptance.running import TABLES
from tests.server.acting import AUTHOR, PATIENCE, sent, token, writing

pytestmark = pytest.mark.slow
CALL = "2031-05-13-xks-xvd-call"
WHY = "the desk looked at both texts"


def decided(record: Path) -> list[tuple[str, str, str, str]]:
    with communique.open_record(record, tables=TABLES) as kept:
        return [(one.kind, one.decided, one.reason, one.author) for one in kept.decisions()]


def test_a_possible_match_is_accepted_where_it_is_shown(own: Path, desk: TestClient) -> None:
    page = desk.get(f"/contacts/{CALL}").text
    assert "Possible match:" in page
    offer = next(
        one for one in desk.get("/offers.json").json()["offers"] if one["left"][:2] == "u-"
    )
    given = {"about": offer["left"], "other": offer["right"], "reason": WHY}
    answer = sent(desk, "/acts/same", back=f"/contacts/{CALL}", **given)
    assert answer.status_code == 200
    assert answer.url.path.startswith("/work/")
    assert "What this changed" in answer.text
    assert f'href="/contacts/{CALL}"' in answer.text
    assert decided(own) == [("judgement", "same", WHY, AUTHOR)]
    left = {one["id"] for one in desk.get("/offers.json").json()["offers"]}
    assert offer["id"] not in left
    told = desk.get(f"{answer.url.path}.json").json()
    assert told["state"] == "done"
    assert told["judgement"]["author"] == AUTHOR
    assert told["changes"]


def test_a_possible_match_is_rejected_by_the_other_button(own: Path, desk: TestClient) -> None:
    assert 'formaction="/acts/different"' in desk.get("/offers").text
    offer = desk.get("/offers.json").json()["offers"][0]
    given = {"about": offer["left"], "other": offer["right"], "reason": WHY}
    assert sent(desk, "/acts/different", **given).status_code == 200
    assert [one[:2] for one in decided(own)] == [("judgement", "not same")]


def test_a_claim_is_corrected_where_it_is_shown(own: Path, desk: TestClient) -> None:
    claim = desk.get(f"/why.json?asked={CALL}").json()["claims"][0]["id"]
    page = desk.get(f"/why?asked={claim}").text
    assert "Correct this claim" in page
    given = {"about": claim, "field": "counts", "value": "no", "reason": WHY}
    assert "counts is now no" in sent(desk, "/acts/correct", **given).text
    assert decided(own) == [("correction", "counts: no", WHY, AUTHOR)]
    assert desk.get(f"/why?asked={claim}").status_code == 404


def test_what_is_held_of_a_document_is_corrected_and_seen_at_once(desk: TestClient) -> None:
    given = {"about": "01-velan-courier", "field": "outlet", "value": "The Heron", "reason": WHY}
    answer = sent(desk, "/acts/correct", **given)
    assert "outlet is now The Heron" in answer.text
    assert "The Heron" in desk.get("/documents/01-velan-courier").text


def test_a_document_is_withdrawn_and_the_withdrawal_too(own: Path, desk: TestClient) -> None:
    sent(desk, "/acts/withdraw", about="05-morning-ledger", reason=WHY)
    assert desk.get("/documents/05-morning-ledger").status_code == 404
    made = desk.get("/decisions.json").json()["decisions"][0]
    page = desk.get(f"/decisions/{made['id']}")
    assert WHY in page.text
    assert 'action="/acts/withdraw"' in page.text
    sent(desk, "/acts/withdraw", about=made["id"], reason="it was right")
    assert desk.get("/documents/05-morning-ledger").status_code == 200
    assert [one[0] for one in decided(own)] == ["withdrawal", "withdrawal"]


def test_notes_stand_where_they_were_written(desk: TestClient) -> None:
    for about, page in (
        (CALL, f"/contacts/{CALL}"),
        ("01-velan-courier", "/documents/01-velan-courier"),
    ):
        sent(desk, "/acts/note", about=about, words="ask the embassy <again>")
        assert f"Note by {AUTHOR}" in desk.get(page).text
        assert "ask the embassy &lt;again&gt;" in desk.get(page).text


def test_an_undertaking_is_closed_and_scored(own: Path, desk: TestClient) -> None:
    owed = desk.get("/undertakings.json").json()["undertakings"][0]["id"]
    listed = desk.get("/undertakings").text
    assert f"asked={owed}" in listed
    assert f'<option value="{owed}">' in listed
    page = desk.get(f"/why?asked={owed}").text
    assert 'action="/acts/close"' in page
    assert '<option value="+1">' in page
    sent(desk, "/acts/score", about=owed, score="+1", reason=WHY)
    sent(desk, "/acts/close", about=owed, by=CALL, reason=WHY)
    assert [one[1] for one in decided(own)] == ["+1", "closed"]
    assert "Closed" in desk.get("/undertakings").text


@pytest.mark.parametrize(
    ("act", "given", "words"),
    [
        ("note", {"about": CALL, "words": "  "}, "“Note” is empty"),
        ("note", {"about": "nothing such", "words": "typed with care"}, "not in the record"),
        ("same", {"about": CALL, "other": CALL, "reason": "typed with care"}, "two things or more"),
        ("same", {"about": CALL, "other": "none", "reason": ""}, "“Why” is empty"),
        (
            "correct",
            {"about": "01-velan-courier", "field": "mood", "value": "x", "reason": "typed & kept"},
            "expected one of",
        ),
        (
            "score",
            {"about": CALL, "score": "+1", "reason": "typed with care"},
            "is a contact",
        ),
    ],
)
def test_bad_input_comes_back_with_what_was_typed(
    own: Path, desk: TestClient, act: str, given: dict[str, str], words: str
) -> None:
    answer = sent(desk, f"/acts/{act}", **given)
    assert answer.status_code == 400
    assert words in answer.text
    assert 'role="alert"' in answer.text
    for typed in given.values():
        assert typed.strip().replace("&", "&amp;") in answer.text
    assert decided(own) == []


def test_a_form_that_was_not_given_out_here_is_not_followed(own: Path, desk: TestClient) -> None:
    for given in ("", "made-up", "ü"):
        answer = desk.post(
            "/acts/note", data={"token": given, "about": CALL, "words": "typed with care"}
        )
        assert answer.status_code == 400
        assert "typed with care" in answer.text
        assert "send it once more" in answer.text
    assert decided(own) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_a_page_elsewhere_sends_is_refused(
    own: Path, desk: TestClient, headers: dict[str, str]
) -> None:
    given = {"token": token(desk), "about": CALL, "words": "not from here"}
    answer = desk.post("/acts/note", data=given, headers=headers)
    assert answer.status_code == 403
    assert "elsewhere" in answer.text
    assert decided(own) == []


def test_the_cookie_of_a_session_is_kept_from_scripts_and_other_sites(desk: TestClient) -> None:
    cookie = desk.get("/acts/note").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


@pytest.mark.parametrize(
    "back", ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example", "x"]
)
def test_the_way_back_leads_nowhere_else(desk: TestClient, back: str) -> None:
    page = sent(desk, "/acts/note", about=CALL, words="seen", back=back).text
    assert "elsewhere.example" not in page
    assert '<a href="/">Back</a>' in page


def test_without_leave_nothing_can_be_decided(client: TestClient) -> None:
    for name in ACTS:
        assert client.get(f"/acts/{name}").status_code == 404
        assert client.post(f"/acts/{name}", data={"about": CALL}).status_code == 404
    for path in (f"/contacts/{CALL}", "/documents/01-velan-courier", "/offers"):
        assert "<form class" not in client.get(path).text.replace('<form class="f', "")
        assert "set-cookie" not in client.get(path).headers


def test_another_process_that_writes_is_waited_for_and_told(own: Path) -> None:
    desk = writing(own, Terms(writes=True, author=AUTHOR, wait=0.2, patience=PATIENCE))
    store = open_store(own, create=False, settings=Settings())
    with store.writing():
        answer = sent(desk, "/acts/note", about=CALL, words="typed with care")
    store.close()
    assert answer.status_code == 503
    assert "being written by another process" in answer.text
    assert "typed with care" in answer.text
    assert sent(desk, "/acts/note", about=CALL, words="typed with care").status_code == 200


def test_where_much_changed_it_is_told_how_to_find_it(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.server.acting.desk.COMPARED", 0)
    document = desk.get("/documents.json").json()["documents"][0]["label"]
    answer = sent(desk, "/acts/withdraw", about=document, reason="it is a parody")
    assert re.search(r"communique changes --since \d+", answer.text)
    assert desk.get(f"{answer.url.path}.json").json()["state"] == "done"


def test_a_request_may_not_be_larger_than_a_form_is(desk: TestClient) -> None:
    answer = sent(desk, "/acts/note", about=CALL, words="x" * 300_000)
    assert answer.status_code == 413
    assert "bytes" in answer.text


def test_a_work_is_shown_to_whom_it_belongs_alone(desk: TestClient) -> None:
    assert desk.get("/work/none").status_code == 404
    assert desk.get("/work/none.json").headers["content-type"] == "application/problem+json"
