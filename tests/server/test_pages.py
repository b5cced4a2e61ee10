"""Pages of a record: every address answers, every link leads somewhere, nothing is ever written."""

import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import communique
from communique.server.app import PAGES, make_app
from tests.acceptance.running import TABLES

pytestmark = pytest.mark.slow
CALL = "2031-05-13-xks-xvd-call"
LISTS = [path for path in PAGES if "{" not in path and path != "/why"]


class _Links(HTMLParser):
    """What a page leads to, and the words of its first heading."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        told = dict(attrs)
        self.found += [at for name in ("href", "src") if (at := told.get(name))]


def test_every_link_of_every_page_leads_to_a_page(client: TestClient) -> None:
    seen: dict[str, int] = {}
    wanted = ["/"]
    while wanted:
        path = wanted.pop()
        if path in seen or not path.startswith("/"):
            continue
        answer = client.get(path)
        seen[path] = answer.status_code
        if answer.headers["content-type"].startswith("text/html"):
            links = _Links(answer.text)
            assert "script" not in links.tags
            assert (
                path.startswith("/static")
                or path.endswith("#lit")
                or "h1" in links.tags
                or ("/text?" in path)
            )
            wanted += [one.partition("#")[0] for one in links.found]
    assert {path: code for path, code in seen.items() if code != 200} == {}
    assert sum(path.startswith("/contacts/") for path in seen) >= 4
    assert sum("from=" in path for path in seen) >= 20


@pytest.mark.parametrize("path", ["/home", *LISTS, f"/contacts/{CALL}"])
def test_what_people_read_is_there_for_programs(client: TestClient, path: str) -> None:
    told = client.get(f"{path}.json").json()
    assert isinstance(told, dict)
    assert told


def test_the_data_of_a_contact_is_its_part_of_the_export(
    client: TestClient, examples_file: Path
) -> None:
    from communique.model.codec import to_json

    with communique.open_record(examples_file, tables=TABLES) as record:
        assert client.get(f"/contacts/{CALL}.json").json() == to_json(record.part(CALL))


def test_a_list_is_narrowed_as_on_the_command_line(client: TestClient, examples_file: Path) -> None:
    with communique.open_record(examples_file, tables=TABLES) as record:
        wanted = [one.label for one in record.contacts(form="call")]
    told = client.get("/contacts.json?form=call&sort=date").json()["contacts"]
    assert [one["label"] for one in told] == wanted
    assert len(wanted) < len(client.get("/contacts.json").json()["contacts"])


def test_a_passage_is_lit_in_its_document(client: TestClient, examples_file: Path) -> None:
    with communique.open_record(examples_file, tables=TABLES) as record:
        claim = next(one for one in record.claims(contact=CALL))
        name = record.label_of(claim.passage.document)
    at = f"from={claim.passage.start}&to={claim.passage.end}"
    page = client.get(f"/documents/{name}?{at}").text
    lit = "".join(re.findall(r'<mark class="[a-z]+ lit"[^>]*>([^<]*)</mark>', page))
    assert re.sub(r"\s+", "", lit) == re.sub(r"\s+", "", claim.passage.exact)
    assert page.count('id="lit"') == 1
    assert ' lit"' not in client.get(f"/documents/{name}").text


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("/contacts/2031-05-13-xks-xvd-cal", 404, CALL),
        ("/documents/none", 404, "none"),
        ("/contacts?since=soon", 400, "2021-08-24"),
        ("/contacts?form=stroll", 400, "expected one of"),
        ("/contacts?page=0", 400, "from 1 on"),
        ("/documents/01-velan-courier?from=5", 400, "offsets"),
        ("/documents/01-velan-courier?from=5&to=999999", 400, "characters"),
    ],
)
def test_what_cannot_be_shown_is_told_to_people_and_programs(
    client: TestClient, path: str, code: int, words: str
) -> None:
    page = client.get(path)
    assert page.status_code == code
    assert words in page.text
    address, _, query = path.partition("?")
    told = client.get(f"{address}.json?{query}")
    assert told.status_code == code
    assert told.headers["content-type"] == "application/problem+json"
    assert words in told.json()["detail"]


def test_nothing_is_fetched_from_elsewhere_and_no_script_runs(client: TestClient) -> None:
    for path in ("/", f"/contacts/{CALL}", "/static/style.css", "/contacts/none"):
        policy = client.get(path).headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "script-src" not in policy


def test_a_page_under_another_name_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "elsewhere.example"}).status_code == 400


def test_looking_changes_nothing(client: TestClient, examples_file: Path) -> None:
    before = hashlib.sha256(examples_file.read_bytes()).hexdigest()
    for path in ("/", f"/contacts/{CALL}", *LISTS):
        assert client.get(path).status_code == 200
        assert client.post(path).status_code == 405
    assert hashlib.sha256(examples_file.read_bytes()).hexdigest() == before


def test_words_of_documents_stay_words(tmp_path: Path) -> None:
    hostile = (
        "<script>alert(1)</script> The president met\n\n"
        "President Oskar Brenn of France met President Ilya Morav of Poland in Oslo on 3 May 2031 "
        'to discuss <img src=x onerror=alert(2)> and "javascript:alert(3)".\n'
    )
    (tmp_path / "a <b>&.txt").write_text(hostile)
    with communique.open_record(tmp_path / "r.db") as record:
        record.read([tmp_path / "a <b>&.txt"])
        names = [one.id for one in record.documents()]
    with TestClient(make_app(tmp_path / "r.db")) as client:
        for path in ("/", "/documents", f"/documents/{names[0]}", "/search?q=script"):
            page = client.get(path)
            assert page.status_code == 200
            tags = _Links(page.text).tags
            assert not {"script", "img", "b"} & set(tags) - {"b"}
            assert "onerror=alert(2)>" not in page.text
        assert "&lt;script&gt;" in client.get(f"/documents/{names[0]}").text
        assert client.get("/search?q=%3Cscript%3E%22%3E").status_code == 200


def test_a_record_that_is_gone_is_told(tmp_path: Path) -> None:
    with TestClient(make_app(tmp_path / "none.db")) as client:
        answer = client.get("/")
    assert answer.status_code == 503
    assert "no record at" in answer.text
