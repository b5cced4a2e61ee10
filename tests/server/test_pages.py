"""Pages of a record: every address answers, every link leads somewhere, nothing is ever written."""

import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import communique
from communique.model.vocabulary import ActorKind
from communique.server.app import make_app
from communique.server.pages.pages import PAGES
from tests.acceptance.running import TABLES
from tests.server.acting import copied
from tests.server.conftest import asking

pytestmark = pytest.mark.slow
CALL = "2031-05-13-xks-xvd-call"
LISTS = [path for path in PAGES if "{" not in path and path not in ("/why", "/changes")]


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
        ("/undertakings?sort=weight", 400, "expected one of"),
        ("/undertakings?asof=someday", 400, "2021-08-24"),
        (f"/contacts?page={'9' * 30}", 400, "from 1 on"),
        ("/documents/01-velan-courier?from=5&to=5", 400, "no passage"),
        (f"/documents/01-velan-courier?from=1&to={'9' * 5000}", 400, "offsets"),
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
    with asking(tmp_path / "r.db") as client:
        for path in ("/", "/documents", f"/documents/{names[0]}", "/search?q=script"):
            page = client.get(path)
            assert page.status_code == 200
            tags = _Links(page.text).tags
            assert not {"script", "img", "b"} & set(tags) - {"b"}
            assert "onerror=alert(2)>" not in page.text
        assert "&lt;script&gt;" in client.get(f"/documents/{names[0]}").text
        assert client.get("/search?q=%3Cscript%3E%22%3E").status_code == 200


TOLD = "President Ana Vidal of France met President Jan Kord of Poland in Oslo on {day} May 2031.\n"


def days_told(folder: Path, *days: int) -> list[Path]:
    """A document for each day, each of which tells of a meeting."""
    paths = [folder / f"{day}.txt" for day in days]
    for day, path in zip(days, paths, strict=True):
        path.write_text(TOLD.format(day=day))
    return paths


def test_a_body_has_a_page_of_its_sessions_and_of_who_took_part(client: TestClient) -> None:
    page = client.get("/bodies/TRC").text
    for told in ("Sessions and summits", "Who was there or was to be, as told", "Members"):
        assert f"<h2>{told}</h2>" in page
    assert "Irena Sokal, Foreign Minister" in page
    data = client.get("/bodies/TRC.json").json()
    assert data["body"]["name"] == "Three Rivers Council"
    assert {"2031-06-trc-summit"} <= {one["label"] for one in data["contacts"]}
    assert data.keys() == {"body", "format", "contacts", "positions", "undertakings", "originals"}
    assert client.get("/bodies/XVD").status_code == 404
    assert 'href="/bodies/TRC"' in client.get("/actors/TRC").text


def test_a_body_that_met_often_says_that_earlier_contacts_are_left_out(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = len(client.get("/bodies/TRC.json").json()["contacts"])
    assert "are left out" not in client.get("/bodies/TRC").text
    monkeypatch.setattr("communique.server.pages.bodies.MOST", held - 1)
    assert f"its latest {held - 1} contacts; earlier ones" in client.get("/bodies/TRC").text
    assert len(client.get("/bodies/TRC.json").json()["contacts"]) == held - 1


def for_pages_of(monkeypatch: pytest.MonkeyPatch, entries: int) -> None:
    for room in ("asking", "lists"):
        monkeypatch.setattr(f"communique.server.pages.{room}.A_PAGE", entries)


@pytest.mark.parametrize("path", ["/documents", "/gaps", "/originals", "/undertakings"])
def test_every_list_is_given_page_by_page(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    whole = client.get(path + ".json").json()
    for_pages_of(monkeypatch, 1)
    name = next(iter(whole))
    pages = [client.get(f"{path}.json?page={at + 1}").json()[name] for at in range(60)]
    found = [entry for page in pages for entry in page]
    by_id = sorted(map(str, found))
    assert by_id == sorted(map(str, whole[name]))
    assert all(len(page) <= 2 for page in pages)
    assert len(found) > 1


def test_as_many_contacts_as_a_page_holds_are_one_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for_pages_of(monkeypatch, 3)
    with communique.open_record(tmp_path / "r.db") as record:
        record.read(days_told(tmp_path, 3, 6, 9))
    with asking(tmp_path / "r.db") as client:
        assert "next page" not in client.get("/contacts").text
        for_pages_of(monkeypatch, 2)
        assert "next page" in client.get("/contacts").text
        assert "next page" not in client.get("/contacts?page=2").text


def test_the_strip_ends_with_the_latest_known_day_and_counts_only_such(tmp_path: Path) -> None:
    undated = tmp_path / "undated.txt"
    undated.write_text("President Ana Vidal of France called President Jan Kord of Poland.\n")
    with communique.open_record(tmp_path / "r.db") as record:
        record.read([*days_told(tmp_path, 3, 9), undated])
    with asking(tmp_path / "r.db") as client:
        page = client.get("/").text
    strip = page[page.index('<ol class="strip"') : page.index("</ol>")]
    assert strip.count("<li") == 28
    assert re.findall(r"since=([0-9-]+)", strip) == ["2031-05-03", "2031-05-09"]
    assert re.findall(r"<b>(\d+)</b>", strip) == ["1", "1"]
    assert "2031-04-12 to 2031-05-09" in page


def test_what_is_added_while_it_is_served_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with communique.open_record(path) as record:
        record.read(days_told(tmp_path, 3))
    with asking(path) as client:
        assert ">9<" not in client.get("/positions").text
        with communique.open_record(path) as record:
            record.read(days_told(tmp_path, 9))
        assert "9 [" in client.get("/search?q=Oslo").text


def test_a_request_leaves_what_is_unread_to_its_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.db"
    with communique.open_record(path) as record:
        record.read(days_told(tmp_path, 3))
    with monkeypatch.context() as killed, communique.open_record(path) as record:
        killed.setattr("communique.flow.reading.complete", None)
        with pytest.raises(TypeError):
            record.read(days_told(tmp_path, 9))
    before = path.read_bytes()
    with asking(path) as client:
        assert client.get("/").status_code == 200
        assert client.get("/contacts.json").json()["contacts"][0]["label"].startswith("2031-05-03")
    assert path.read_bytes() == before


def test_names_are_read_anew_once_what_was_added_is_worked_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.db"
    with communique.open_record(path) as record:
        record.read(days_told(tmp_path, 3))
    with asking(path) as client:
        with monkeypatch.context() as killed, communique.open_record(path) as record:
            killed.setattr("communique.flow.reading.complete", None)
            with pytest.raises(TypeError):
                record.read(days_told(tmp_path, 9))
        assert "9 [" not in client.get("/search?q=Oslo").text
        communique.open_record(path).state()
        assert "9 [" in client.get("/search?q=Oslo").text


def test_a_record_that_was_never_worked_out_is_told(tmp_path: Path) -> None:
    communique.open_record(tmp_path / "r.db").close()
    with asking(tmp_path / "r.db") as client:
        answer = client.get("/")
    assert answer.status_code == 503
    assert "brings it up to date" in answer.text


def test_a_record_that_is_gone_is_told(tmp_path: Path) -> None:
    with asking(tmp_path / "none.db") as client:
        answer = client.get("/")
    assert answer.status_code == 503
    assert "no record at" in answer.text


def test_a_search_says_where_more_is_found_than_it_shows(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = client.get("/search.json?q=the").json()
    assert not held["has_more"]
    assert "are shown, and counted" not in client.get("/search?q=the").text
    few = len(held["passages"]) - 1
    monkeypatch.setattr("communique.server.pages.lists.A_PAGE", few)
    told = client.get("/search.json?q=the").json()
    assert told["has_more"]
    assert len(told["passages"]) == few
    assert "are shown, and counted" in client.get("/search?q=the").text


def test_a_facet_counts_the_documents_to_which_it_leads(client: TestClient) -> None:
    told = client.get("/search.json?q=the").json()
    documents = {one["document"] for one in told["passages"]}
    facets = {one["name"]: dict(one["answers"]) for one in told["facets"]}
    assert len(documents) > 2
    assert facets["form"]
    for form, count in facets["form"].items():
        narrowed = client.get(f"/search.json?q=the&form={form}").json()["passages"]
        assert len({one["document"] for one in narrowed}) == count
    for side, count in facets["side heard"].items():
        narrowed = client.get(f"/search.json?q=the&heard={side}").json()["passages"]
        assert len({one["document"] for one in narrowed}) == count


def test_lists_are_narrowed_by_who_is_heard_and_how_strongly(client: TestClient) -> None:
    everything = client.get("/contacts.json").json()["contacts"]
    heard = client.get("/contacts.json?heard=XVD").json()["contacts"]
    assert 0 < len(heard) < len(everything)
    assert all("XVD" in one["sides"] for one in heard)
    agreed = client.get("/contacts.json?strength=agreed").json()["contacts"]
    assert 0 < len(agreed) < len(everything)
    for one in agreed:
        assert "agreed" in {cell["strength"] for point in one["points"] for cell in point["cells"]}


def test_a_second_visit_is_told_what_came_in_since_the_first(tmp_path: Path) -> None:
    first, second = days_told(tmp_path, 3, 9)
    with communique.open_record(tmp_path / "r.db") as record:
        record.read([first])
    news = "Since your last visit"
    with asking(tmp_path / "r.db") as client:
        assert news not in client.get("/").text
        assert news not in client.get("/").text
        with communique.open_record(tmp_path / "r.db") as record:
            record.read([second])
        page = client.get("/").text
        told = page[page.index(news) : page.index('<ol class="strip"')]
        assert "1 documents came in" in told
        assert told.count("<tr>") == 2
        assert news in client.get("/").text
        changes = client.get(re.findall(r"/changes[^\"]*", told)[0])
        assert "new contact" in changes.text
        for one in list(client.cookies):
            client.cookies.set(one, "0" * 5000)
        assert client.get("/").status_code == 200


def test_visits_are_remembered_for_each_record_and_over_encrypted_ways_alone(
    examples_file: Path, tmp_path: Path
) -> None:
    other = make_app(copied(examples_file, tmp_path))
    (tmp_path / "deeper").mkdir()
    again = make_app(copied(examples_file, tmp_path / "deeper"))
    first, second = (
        TestClient(one, base_url="https://127.0.0.1").get("/").headers["set-cookie"]
        for one in (other, again)
    )
    assert first.partition("=")[0] != second.partition("=")[0]
    assert "secure" in first.lower()
    plain = TestClient(other, base_url="http://127.0.0.1").get("/").headers["set-cookie"]
    assert "secure" not in plain.lower()


def test_an_office_is_shown_with_its_own_contacts_alone(tmp_path: Path) -> None:
    text = (
        "Foreign Minister Ana Vidal of Poland met Foreign Minister Jan Kord of Latvia in Oslo on "
        "3 May 2031. The Polish embassy in Riga handed the Latvian foreign ministry a note on "
        "5 May 2031.\n"
    )
    (tmp_path / "a.txt").write_text(text)
    with communique.open_record(tmp_path / "r.db") as record:
        record.read([tmp_path / "a.txt"])
        offices = [one for one in record.actors() if one.kind is ActorKind.OFFICE]
        wanted = {one.id: {c.id for c in record.contacts(state=one.id)} for one in offices}
    client = asking(tmp_path / "r.db")
    everything = {one["id"] for one in client.get("/contacts.json").json()["contacts"]}
    assert offices
    for office, of in wanted.items():
        told = client.get(f"/actors/{office}.json").json()["contacts"]
        assert {one["id"] for one in told} == of < everything


def test_a_dyad_shows_what_its_two_states_dealt_with(client: TestClient) -> None:
    told = client.get("/dyads/XVD,XKS.json").json()["contacts"]
    wanted = client.get("/contacts.json?dyad=XKS,XVD").json()["contacts"]
    assert [one["id"] for one in told] == [one["id"] for one in wanted]
    page = client.get("/dyads/XVD,XKS").text
    assert "Look at these first" in page
    assert "Owed" in page
    assert client.get("/dyads/XVD").status_code == 400


def test_lists_leave_out_points_alone(examples_file: Path) -> None:
    with communique.open_record(examples_file, tables=TABLES) as record:
        for sort in ("date", "latest", "reports"):
            whole = tuple(record.contacts(sort=sort, limit=3, skip=1))
            assert any(one.points for one in whole)
            brief = tuple(record.contacts(sort=sort, limit=3, skip=1, brief=True))
            assert brief == tuple(replace(one, points=()) for one in whole)
