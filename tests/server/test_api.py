"""The interface over HTTP: it keeps to its own description, and gives what the record holds."""

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

import communique
from communique.exports.schema import make_schema
from communique.model.codec import to_json
from communique.record.parts import part_kinds
from communique.server.app import make_app
from communique.server.library.collections import COLLECTIONS
from tests.acceptance.running import TABLES
from tests.server.acting import copied
from tests.server.conftest import asking

pytestmark = pytest.mark.slow
ROOT = "/api/v1"
CALL = "2031-05-13-xks-xvd-call"
BY_NAME = {one.name: one for one in COLLECTIONS}
EXPORTED = [name for name in BY_NAME if name in part_kinds()]


def test_answers_keep_to_the_description(examples_file: Path) -> None:
    operations = operations_of(make_app(examples_file))
    assert len(operations) > len(COLLECTIONS)
    for one in operations:
        ask(one.as_strategy())


def operations_of(app: FastAPI) -> list[Any]:
    """All that the description of an application says can be asked."""

    async def under_its_name(scope: Any, receive: Any, send: Any) -> None:
        headers = [one for one in scope.get("headers", ()) if one[0] != b"host"]
        await app(scope | {"headers": [*headers, (b"host", b"127.0.0.1")]}, receive, send)

    described = schemathesis.openapi.from_asgi(f"{ROOT}/openapi.json", under_its_name)
    return [one.ok() for one in described.get_all_operations() if isinstance(one, Ok)]


def ask(cases: Any) -> None:
    """Ask what may be asked, and what may not, and hold the answers against the description.

    That all that fits the description is accepted is not asked: which states and days there are
    stands in no schema.
    """

    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    @given(cases)
    def keeps_to_it(case: Any) -> None:
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    keeps_to_it()


def whole(client: TestClient, name: str, **asked: Any) -> list[Any]:
    """All entries of a list, page by page."""
    found: list[Any] = []
    cursor: str | None = ""
    while cursor is not None:
        more = {"cursor": cursor} if cursor else {}
        told = client.get(f"{ROOT}/{name}", params={**asked, **more})
        assert told.status_code == 200, told.text
        found += told.json()[name]
        cursor = told.json()["next"]
    return found


@pytest.mark.parametrize("name", EXPORTED)
def test_lists_hold_what_the_export_holds(
    client: TestClient, examples_file: Path, name: str
) -> None:
    with communique.open_record(examples_file, tables=TABLES) as record:
        exported = to_json(record.contents())
    told = whole(client, name, limit=7)
    assert isinstance(exported, dict)
    listed = exported[name]
    assert isinstance(listed, list)
    assert sorted(map(str, told)) == sorted(map(str, listed))
    definitions = make_schema()["$defs"]
    shape = {"$ref": f"#/$defs/{BY_NAME[name].kind.__name__}", "$defs": definitions}
    for one in told:
        Draft202012Validator(shape).validate(one)


@pytest.mark.parametrize("name", ["contacts", "documents", "undertakings", "channels"])
def test_each_thing_with_a_name_stands_by_itself(client: TestClient, name: str) -> None:
    first = client.get(f"{ROOT}/{name}?limit=1").json()[name][0]
    assert client.get(f"{ROOT}/{name}/{first['id']}").json() == first


def test_the_last_page_is_the_last(client: TestClient) -> None:
    count = len(whole(client, "documents"))
    assert client.get(f"{ROOT}/documents?limit={count}").json()["next"] is None
    assert client.get(f"{ROOT}/documents?limit={count - 1}").json()["next"] is not None


def test_an_unchanged_record_is_not_sent_again(client: TestClient) -> None:
    first = client.get(f"{ROOT}/contacts")
    again = client.get(f"{ROOT}/contacts", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    unknown = client.get(f"{ROOT}/contacts/none", headers={"If-None-Match": first.headers["ETag"]})
    assert unknown.status_code == 404
    other = client.get(f"{ROOT}/contacts", headers={"If-None-Match": '"other"'})
    assert other.json() == first.json()


def test_a_cursor_ends_with_the_record_it_was_made_for(tmp_path: Path) -> None:
    told = "France and Poland: President Ana Vidal met President Jan Kord in Oslo on 3 May 2031.\n"
    for day in (3, 4, 5):
        (tmp_path / f"{day}.txt").write_text(told.replace("3 May", f"{day} May"))
    path = tmp_path / "r.db"
    with communique.open_record(path) as record:
        record.read([tmp_path / "3.txt", tmp_path / "4.txt"])
    with asking(path) as client:
        began = client.get(f"{ROOT}/documents?limit=1")
        cursor = {"cursor": began.json()["next"]}
        assert client.get(f"{ROOT}/documents", params=cursor).status_code == 200
        with communique.open_record(path) as record:
            record.read([tmp_path / "5.txt"])
        changed = client.get(f"{ROOT}/documents", params=cursor)
        assert changed.status_code == 400
        assert "begin it anew" in changed.json()["detail"]
        tag = {"If-None-Match": began.headers["ETag"]}
        assert client.get(f"{ROOT}/documents", headers=tag).status_code == 200


def test_what_people_write_is_told_before_anything_is_derived(
    examples_file: Path, tmp_path: Path
) -> None:
    own = copied(examples_file, tmp_path)
    with asking(own) as client:
        tag = {"If-None-Match": client.get(f"{ROOT}/notes").headers["ETag"]}
        with communique.open_record(own) as record:
            record.note(CALL, "ask the desk", author="Mara Lind")
        assert len(client.get(f"{ROOT}/notes", headers=tag).json()["notes"]) == 1


def test_texts_and_bytes_are_given_as_they_are(client: TestClient, examples_file: Path) -> None:
    with communique.open_record(examples_file, tables=TABLES) as record:
        document = next(record.documents())
        words, data = record.text_of(document.id), record.bytes_of(document.id)
    text = client.get(f"{ROOT}/documents/{document.label}/text")
    assert (text.text, text.headers["content-type"]) == (words, "text/plain; charset=utf-8")
    came = client.get(f"{ROOT}/documents/{document.label}/bytes")
    assert (came.content, came.headers["content-disposition"]) == (data, "attachment")


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("passages", 400, "a parameter q"),
        ("why", 400, "a parameter asked"),
        ("why?asked=none", 404, "none"),
        ("changes?since=someday", 400, "no day and no entry"),
        ("contents?at=x", 400, "the number of an entry"),
        ("entries?after=x", 400, "the number of an entry"),
        ("contacts?sort=mood", 400, "expected one of"),
        ("documents/none/text", 404, "none"),
        ("contacts?limit=501", 400, "from 1 to 500"),
        ("contacts?limit=-1", 400, "from 1 to 500"),
        ("contacts?cursor=zz", 400, "the next of the answer before"),
        ("contacts?cursor=WyIiLCAxZTMwXQ==", 400, "the next of the answer before"),
        ("contacts?cursor=WyIiLCAtMV0=", 400, "the next of the answer before"),
        ("contacts?states=FRA", 400, "expected one of"),
        ("contacts?form=stroll", 400, "expected one of"),
        ("contacts/none", 404, "none"),
        ("strolls", 404, "nothing stands at"),
    ],
)
def test_mistakes_are_told_as_problems(
    client: TestClient, path: str, code: int, words: str
) -> None:
    answer = client.get(f"{ROOT}/{path}")
    assert answer.status_code == code
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == code
    assert words in told["detail"]


def test_it_can_only_be_looked_at(client: TestClient) -> None:
    answer = client.post(f"{ROOT}/contacts", json={})
    assert answer.status_code == 405
    assert "GET" in answer.json()["detail"]


def test_the_description_is_of_openapi_3_1_and_names_every_list(client: TestClient) -> None:
    told = client.get(f"{ROOT}/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert {f"{ROOT}/{name}" for name in BY_NAME} <= set(told["paths"])
    assert isinstance(make_app(Path("none.db")), FastAPI)
