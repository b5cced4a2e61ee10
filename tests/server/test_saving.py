"""Searches that people keep: their own, found again, and never an address elsewhere."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from communique.server.pages.saving import MOST
from tests.server.acting import AUTHOR, sent, token, writing
from tests.server.conftest import asking

pytestmark = pytest.mark.slow
CALLS = "/contacts?form=call&state=XVD"


def test_a_search_is_saved_found_again_and_forgotten(own: Path, desk: TestClient) -> None:
    assert 'action="/searches"' in desk.get(CALLS).text
    assert 'action="/searches"' not in desk.get("/contacts").text
    answer = sent(desk, "/searches", name="Calls of Valdoria", address=CALLS)
    assert answer.url.path == "/searches"
    assert "Calls of Valdoria" in answer.text
    kept = [{"owner": AUTHOR, "name": "Calls of Valdoria", "address": CALLS}]
    assert desk.get("/searches.json").json() == {"searches": kept}
    anew = "/contacts?form=call"
    sent(writing(own), "/searches", name="Calls of Valdoria", address=anew)
    assert [one["address"] for one in desk.get("/searches.json").json()["searches"]] == [anew]
    assert desk.get(anew).status_code == 200
    answer = sent(desk, "/searches/forget", name="Calls of Valdoria")
    assert "No search is saved" in answer.text


@pytest.mark.parametrize(
    ("name", "address", "code"),
    [
        ("", CALLS, 400),
        ("a" * 201, CALLS, 400),
        ("elsewhere", "//elsewhere.example/contacts", 400),
        ("elsewhere", "https://elsewhere.example/", 400),
        ("an act", "/acts/note?about=x", 400),
    ],
)
def test_what_cannot_be_saved_is_refused(
    own: Path, desk: TestClient, name: str, address: str, code: int
) -> None:
    assert sent(desk, "/searches", name=name, address=address).status_code == code
    assert desk.get("/searches.json").json() == {"searches": []}


def test_only_forms_from_here_save_and_only_where_somebody_is_known(
    own: Path, examples_file: Path, desk: TestClient
) -> None:
    given = {"name": "x", "address": CALLS}
    assert desk.post("/searches", data=given).status_code == 400
    from_elsewhere = {"Origin": "https://elsewhere.example"}
    with_token = {**given, "token": token(desk)}
    assert desk.post("/searches", data=with_token, headers=from_elsewhere).status_code == 403
    with asking(examples_file) as looking:
        assert looking.get("/searches").status_code == 404
        assert "/searches" not in looking.get(CALLS).text


def test_a_damaged_file_is_told_and_kept(own: Path, desk: TestClient) -> None:
    path = own.with_name(f"{own.name}.searches")
    path.write_text("{", encoding="utf-8")
    answer = desk.get("/searches")
    assert answer.status_code == 503
    assert "restore it" in answer.text
    assert sent(desk, "/searches", name="x", address=CALLS).status_code == 503
    assert path.read_text(encoding="utf-8") == "{"


def test_nobody_keeps_more_than_so_many(
    own: Path, desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.server.pages.saving.MOST", 2)
    assert MOST > 2
    for at in range(2):
        sent(desk, "/searches", name=f"search {at}", address=CALLS)
    answer = sent(desk, "/searches", name="one more", address=CALLS)
    assert answer.status_code == 400
    assert "forget one first" in answer.text
