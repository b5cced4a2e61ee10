"""Who is let in: users who sign in, programs with a name and password, those whom a proxy names."""

import asyncio
import json
import re
import stat
import threading
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.testclient import TestClient

import communique
from communique.errors import NotInRecord, NotPossible
from communique.server.admission import users
from communique.server.admission.door import Door
from communique.server.admission.terms import Terms, check_terms, is_loopback
from communique.server.admission.users import User, known_by, users_beside, users_in
from communique.server.admission.visitors import Role
from communique.server.app import make_app
from communique.server.pages.saving import Search, Searches
from tests.acceptance.running import TABLES
from tests.server.acting import PATIENCE, copied, sent, token

pytestmark = pytest.mark.slow
CALL = "2031-05-13-xks-xvd-call"
SECRET, OTHER = "correct horse battery", "another long password"
API = "/api/v1/contacts"


def apart(asked: Coroutine[Any, Any, Any]) -> Any:
    """What is asked in a thread of its own: a browser may have its loop in this one."""
    with ThreadPoolExecutor(1) as one:
        return one.submit(asyncio.run, asked).result()


@pytest.fixture
def team(own: Path) -> Path:
    """The users of a record: one who decides, one who reads."""
    path = users_beside(own)
    users.add(path, "Edda Marl", Role.EDITOR, SECRET)
    users.add(path, "Rolf Tann", Role.READER, SECRET)
    return path


@pytest.fixture
def door(own: Path, team: Path) -> Iterator[TestClient]:
    with asked_by(own, Terms(writes=True, users=team, signs_in=True, patience=PATIENCE)) as client:
        yield client


def asked_by(record: Path, terms: Terms, address: str = "192.0.2.7") -> TestClient:
    """Asks a server from an address."""
    app = make_app(record, terms)
    return TestClient(app, base_url="http://127.0.0.1", client=(address, 5000))


def signed_in(client: TestClient, name: str, password: str = SECRET, to: str = "/") -> object:
    given = {"name": name, "password": password, "to": to}
    return client.post("/login", data={"token": token(client, "/login"), **given})


def test_nothing_is_shown_before_one_signs_in(door: TestClient) -> None:
    for path in ("/", f"/contacts/{CALL}?x=1", "/add", "/acts/note", "/nothing"):
        answer = door.get(path, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/login")
    answer = door.get(f"/contacts/{CALL}?x=1")
    assert "Sign in" in answer.text
    assert f'value="/contacts/{CALL}?x=1"' in answer.text
    assert door.post("/acts/note", follow_redirects=False).headers["location"] == "/login"
    assert door.get("/static/style.css").status_code == 200
    for path in ("/home.json", API, "/api/v1/openapi.json"):
        told = door.get(path)
        assert told.status_code == 401
        assert told.headers["www-authenticate"].startswith("Basic")
        assert told.headers["content-type"] == "application/problem+json"


def test_an_editor_signs_in_and_decides_under_the_own_name(own: Path, door: TestClient) -> None:
    answer = signed_in(door, "Edda Marl", to=f"/contacts/{CALL}")
    assert answer.url.path == f"/contacts/{CALL}"  # type: ignore[attr-defined]
    page = door.get(f"/contacts/{CALL}")
    assert "Edda Marl" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert sent(door, "/acts/note", about=CALL, words="seen").status_code == 200
    with communique.open_record(own, tables=TABLES) as record:
        assert [one.author for one in record.notes()] == ["Edda Marl"]


def test_a_reader_reads_and_may_not_decide(own: Path, door: TestClient) -> None:
    signed_in(door, "Rolf Tann")
    page = door.get(f"/contacts/{CALL}")
    assert page.status_code == 200
    assert 'class="act"' not in page.text
    assert ">Add<" not in page.text
    given = {"token": token(door, "/"), "about": CALL, "words": "seen", "reason": "x"}
    for path in ("/acts/note", "/add"):
        for answer in (door.get(path), door.post(path, data=given)):
            assert answer.status_code == 403
            assert "Rolf Tann, who reads, may not decide or add" in answer.text
    for path in ("documents", "judgements"):
        assert door.post(f"/api/v1/{path}", json={"text": "x"}).status_code == 403
    with communique.open_record(own, tables=TABLES) as record:
        assert record.notes() == ()


def test_nobody_edits_what_is_only_shown(own: Path, team: Path) -> None:
    client = asked_by(own, Terms(users=team, signs_in=True))
    signed_in(client, "Edda Marl")
    assert 'class="act"' not in client.get(f"/contacts/{CALL}").text
    assert client.get("/acts/note").status_code == 404


def test_one_signs_out(door: TestClient) -> None:
    signed_in(door, "Rolf Tann")
    answer = door.post("/logout", data={"token": token(door, "/")})
    assert "Sign in" in answer.text
    assert door.get("/", follow_redirects=False).status_code == 303
    signed_in(door, "Rolf Tann")
    door.post("/logout", data={"token": "made-up"})
    assert door.get("/", follow_redirects=False).status_code == 200


def anew(door: TestClient, kept: Any, secret: str = SECRET, name: str = "Edda Marl") -> Any:
    """The answer to the form on which one signs in, sent with all that it bears."""
    hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', kept.text))
    bears = {name: unescape(words) for name, words in hidden.items()}
    return door.post("/login", data={**bears, "name": name, "password": secret})


@pytest.mark.parametrize(
    ("path", "given", "typed"),
    [
        (
            "/acts/note",
            {"about": CALL, "words": "typed & <kept>\nwith care"},
            "typed &amp; &lt;kept",
        ),
        ("/add", {"words": "A text that was pasted.", "outlet": "The Heron"}, "The Heron"),
        ("/searches", {"name": "Calls", "address": "/contacts?form=call"}, 'value="Calls"'),
    ],
)
def test_what_is_sent_after_the_session_ended_comes_back_and_is_not_done(
    own: Path, door: TestClient, path: str, given: dict[str, str], typed: str
) -> None:
    signed_in(door, "Edda Marl")
    old = token(door, "/acts/note")
    before = door.get("/api/v1/entries?limit=500").json()
    door.cookies.clear()
    kept = door.post(path, data={"token": old, **given})
    assert kept.status_code == 401
    assert kept.headers["cache-control"] == "no-store"
    assert "nothing was done" in kept.text
    kept = anew(door, kept, "a wrong long password")
    assert "no user has this name" in kept.text
    back = anew(door, kept)
    assert back.headers["cache-control"] == "no-store"
    assert (back.status_code, typed in back.text) == (400, True)
    assert "not given out in this session" in back.text
    assert door.get("/api/v1/entries?limit=500").json() == before
    assert door.get("/searches.json").json() == {"searches": []}
    assert sent(door, path, **given).status_code == 200


@pytest.mark.parametrize("is_ours", [True, False])
def test_what_was_typed_is_given_to_nobody_else(
    door: TestClient, team: Path, *, is_ours: bool
) -> None:
    users.add(team, "Ida Pell", Role.EDITOR, SECRET)
    signed_in(door, "Edda Marl")
    old = token(door) if is_ours else ""
    door.cookies.clear()
    kept = door.post("/acts/note", data={"token": old, "about": CALL, "words": "for me alone"})
    assert "for me alone" in kept.text
    other = anew(door, kept, name="Ida Pell")
    assert (other.status_code, other.url.path) == (200, "/")
    assert "Ida Pell" in other.text
    assert "for me alone" not in other.text


@pytest.mark.parametrize("made_up", ["[" * 20_000, '[["words","\\ud800"]]', "[1]", "{", "9" * 5000])
def test_what_nobody_typed_is_refused_and_nobody_signed_in(door: TestClient, made_up: str) -> None:
    given = {"token": token(door, "/login"), "to": "/acts/note", "sent": made_up}
    answer = door.post("/login", data={**given, "name": "Edda Marl", "password": SECRET})
    assert answer.status_code == 400
    assert "did not come whole" in answer.text
    assert door.get("/", follow_redirects=False).status_code == 303


def test_a_form_of_a_page_elsewhere_is_not_kept(door: TestClient) -> None:
    headers = {"Origin": "http://elsewhere.example"}
    given = {"about": CALL, "words": "typed elsewhere"}
    answer = door.post("/acts/note", data=given, headers=headers)
    assert answer.status_code == 403
    assert "typed elsewhere" not in answer.text
    assert "typed" not in door.post("/acts/note", data={"words": "typed " * 200_000}).text


def test_a_session_ends_with_the_user_and_with_the_password(door: TestClient, team: Path) -> None:
    signed_in(door, "Rolf Tann")
    users.change_password(team, "Rolf Tann", OTHER)
    assert door.get("/", follow_redirects=False).status_code == 303
    signed_in(door, "Rolf Tann", OTHER)
    assert door.get("/", follow_redirects=False).status_code == 200
    users.remove(team, "Rolf Tann")
    assert door.get("/", follow_redirects=False).status_code == 303


def test_a_session_that_another_server_signed_is_none(own: Path, team: Path) -> None:
    terms = Terms(users=team, signs_in=True)
    first, second = asked_by(own, terms), asked_by(own, terms)
    signed_in(first, "Rolf Tann")
    second.cookies = first.cookies
    assert second.get("/", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(
    ("name", "password"),
    [("Rolf Tann", "wrong password"), ("nobody", SECRET), ("", ""), ("Rolf Tann", "")],
)
def test_who_is_wrong_is_not_told_in_what(door: TestClient, name: str, password: str) -> None:
    answer = signed_in(door, name, password)
    assert answer.status_code == 401  # type: ignore[attr-defined]
    assert "no user has this name and password" in answer.text  # type: ignore[attr-defined]
    assert door.get("/", follow_redirects=False).status_code == 303


def test_signing_in_needs_the_token_of_the_form(door: TestClient) -> None:
    given = {"name": "Rolf Tann", "password": SECRET}
    assert door.post("/login", data={"token": "made-up", **given}).status_code == 400
    elsewhere = {"Origin": "http://elsewhere.example"}
    here = {"token": token(door, "/login"), **given}
    assert door.post("/login", data=here, headers=elsewhere).status_code == 403


def test_the_way_after_signing_in_leads_nowhere_else(door: TestClient) -> None:
    for to in ("//elsewhere.example", "https://elsewhere.example/", "/\\elsewhere.example"):
        answer = signed_in(door, "Rolf Tann", to=to)
        assert answer.url.host == "127.0.0.1"  # type: ignore[attr-defined]
        assert answer.url.path == "/"  # type: ignore[attr-defined]


def test_who_fails_too_often_waits_even_with_the_right_password(own: Path, team: Path) -> None:
    terms = Terms(users=team, signs_in=True)
    client = asked_by(own, terms)
    codes = {signed_in(client, "Rolf Tann", "wrong").status_code for _ in range(10)}  # type: ignore[attr-defined]
    assert codes == {401}
    answer = signed_in(client, "Rolf Tann")
    assert answer.status_code == 429  # type: ignore[attr-defined]
    assert "wait a minute" in answer.text  # type: ignore[attr-defined]
    assert client.get(API, auth=("Edda Marl", SECRET)).status_code == 401


def test_no_name_of_a_host_lets_anybody_in(
    door: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As older versions put it together from a host like "127.0.0.1:80/static/".
    monkeypatch.setattr(Request, "url", URL("http://127.0.0.1:80/static/x.json"))
    answer = door.get("/contacts?x=1", auth=("Rolf Tann", SECRET), follow_redirects=False)
    assert answer.headers["location"] == "/login?to=%2Fcontacts%3Fx%3D1"


def test_of_passwords_sent_at_once_no_more_are_compared_than_one_after_the_other(
    team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def refused(_: Path, name: str, __: str) -> None:
        compared.append(name)

    async def burst() -> None:
        door = Door(team)
        await asyncio.gather(*(door.opened("Rolf Tann", OTHER, "192.0.2.7") for _ in range(60)))

    monkeypatch.setattr("communique.server.admission.door.known_by", refused)
    apart(burst())
    assert len(compared) == 10


def test_pages_are_answered_while_passwords_are_compared(
    team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()

    async def burst() -> str:
        door = Door(team)
        tries = [door.opened(f"{number}", OTHER, f"{number}") for number in range(60)]
        waiting = asyncio.gather(*tries)
        await asyncio.sleep(0.1)
        try:
            return await asyncio.wait_for(run_in_threadpool(lambda: "a page"), 10)
        finally:
            goes_on.set()
            await waiting

    monkeypatch.setattr(
        "communique.server.admission.door.known_by", lambda *_: goes_on.wait(20) and None
    )
    assert apart(burst()) == "a page"


def test_who_signs_in_rightly_is_never_told_to_wait(team: Path) -> None:
    async def tries() -> list[User | None]:
        door = Door(team)
        asked = (door.opened("Rolf Tann", SECRET, "192.0.2.7") for _ in range(12))
        return await asyncio.gather(*asked)

    assert None not in apart(tries())


def test_a_program_asks_with_the_name_and_password_of_a_user(door: TestClient) -> None:
    assert door.get(API, auth=("Rolf Tann", SECRET)).status_code == 200
    assert door.get("/home.json", auth=("Rolf Tann", SECRET)).status_code == 200
    assert door.get(API, auth=("Rolf Tann", OTHER)).status_code == 401
    assert door.get(API, headers={"Authorization": "Basic %%%"}).status_code == 401
    assert door.get(API, headers={"Authorization": "Bearer x"}).status_code == 401
    # A page takes no password that a browser would send along by itself.
    assert door.get("/", auth=("Rolf Tann", SECRET), follow_redirects=False).status_code == 303
    given = {"subjects": [CALL, "none"], "verdict": "same", "reason": "x"}
    for name, code in (("Rolf Tann", 403), ("Edda Marl", 404)):
        answer = door.post("/api/v1/judgements", json=given, auth=(name, SECRET))
        assert answer.status_code == code


def test_the_description_says_that_a_user_is_asked_for(door: TestClient) -> None:
    told = door.get("/api/v1/openapi.json", auth=("Rolf Tann", SECRET)).json()
    assert told["components"]["securitySchemes"]["user"]["scheme"] == "basic"
    operations = [one for path in told["paths"].values() for one in path.values()]
    assert all("401" in one["responses"] for one in operations)


def test_a_cookie_goes_over_encrypted_ways_alone_where_there_is_one(own: Path, team: Path) -> None:
    terms = Terms(users=team, signs_in=True, proxies=("192.0.2.7",))
    client = asked_by(own, terms)
    https = {"X-Forwarded-Proto": "https"}
    assert "secure" in client.get("/login", headers=https).headers["set-cookie"].lower()
    assert "secure" not in client.get("/login").headers["set-cookie"].lower()
    other = asked_by(own, terms, "192.0.2.8")
    assert "secure" not in other.get("/login", headers=https).headers["set-cookie"].lower()


def test_servers_of_two_records_on_one_machine_keep_their_sessions_apart(
    examples_file: Path, tmp_path: Path, own: Path, team: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = copied(examples_file, tmp_path / "other")
    first, second = (asked_by(one, Terms(users=team, signs_in=True)) for one in (own, other))
    second.cookies = first.cookies.jar
    signed_in(first, "Rolf Tann")
    signed_in(second, "Rolf Tann")
    for one in (first, second):
        assert one.get("/", follow_redirects=False).status_code == 200


BY_PROXY = {"Remote-User": "Edda Marl"}


def test_a_proxy_says_who_asks(own: Path, team: Path) -> None:
    users.add(team, "Ida Pell", Role.EDITOR, None)
    terms = Terms(writes=True, users=team, header="Remote-User", proxies=("192.0.2.0/29",))
    client = asked_by(own, terms)
    assert client.get("/").status_code == 403
    for name, may_act in (("Ida Pell", True), ("Rolf Tann", False), ("Somebody Else", False)):
        client.headers["Remote-User"] = name
        page = client.get(f"/contacts/{CALL}")
        assert name in page.text
        assert ('class="act"' in page.text) is may_act
        assert "Sign out" not in page.text
        assert client.get("/acts/note").status_code == (200 if may_act else 403)
        assert client.get(API).status_code == 200
    assert client.get("/login").status_code == 404


def test_a_name_from_a_proxy_is_read_as_it_was_meant(own: Path) -> None:
    terms = Terms(header="Remote-User", proxies=("192.0.2.7",))
    client = asked_by(own, terms)
    for encoding in ("utf-8", "latin-1"):
        name = "Jörg Bäßler".encode(encoding)
        page = client.get("/searches", headers=[(b"Remote-User", name)])
        assert "Jörg Bäßler" in page.text
    for no_name in (b"a:b", b"x" * 101, b"", "a\u0085b".encode()):
        assert client.get("/", headers=[(b"Remote-User", no_name)]).status_code == 403


@pytest.mark.parametrize("proxy", ["127.0.0.1/8", "127.9.9.9"])
def test_a_network_is_that_of_any_address_in_it(own: Path, proxy: str) -> None:
    client = asked_by(own, Terms(header="Remote-User", proxies=(proxy,)), "127.9.9.9")
    assert client.get("/", headers=BY_PROXY).status_code == 200


def test_what_does_not_come_by_the_proxy_is_not_believed(own: Path) -> None:
    terms = Terms(writes=True, header="Remote-User", proxies=("192.0.2.7",))
    client = asked_by(own, terms, "192.0.2.8")
    answer = client.get("/", headers={**BY_PROXY, "X-Forwarded-For": "192.0.2.7"})
    assert answer.status_code == 403
    assert "Come by the proxy" in answer.text


@pytest.mark.parametrize(
    ("terms", "host", "words"),
    [
        (Terms(), "0.0.0.0", "let people sign in"),
        (Terms(writes=True, author="x"), "192.0.2.1", "let people sign in"),
        (Terms(header="Remote-User"), "127.0.0.1", "--proxy"),
        (Terms(header="X", proxies=("::1",), signs_in=True), "127.0.0.1", "not both"),
        (Terms(header="X", proxies=("::1", "*")), "127.0.0.1", r"--proxy \*"),
        (Terms(header="X", proxies=("0.0.0.0/0",)), "127.0.0.1", "--proxy 0.0.0.0/0"),
        (Terms(signs_in=True, proxies=("localhost",)), "127.0.0.1", "--proxy localhost"),
    ],
)
def test_terms_on_which_anybody_could_come_in_are_refused(
    terms: Terms, host: str, words: str
) -> None:
    with pytest.raises(NotPossible, match=words):
        check_terms(terms, host)


def test_terms_on_which_it_is_known_who_comes_are_taken() -> None:
    for host in ("127.0.0.1", "127.0.0.9", "localhost"):
        assert is_loopback(host)
        check_terms(Terms(), host)
    check_terms(Terms(signs_in=True), "0.0.0.0")
    check_terms(Terms(header="Remote-User", proxies=("192.0.2.7",)), "0.0.0.0")


def test_passwords_are_kept_as_digests_for_nobody_else_to_read(team: Path) -> None:
    assert SECRET not in team.read_text()
    assert stat.S_IMODE(team.stat().st_mode) == 0o600
    assert all(
        one["digest"].startswith("$argon2id$") for one in json.loads(team.read_text())["users"]
    )
    assert known_by(team, "Edda Marl", SECRET) == users_in(team)["Edda Marl"]
    assert known_by(team, "Edda Marl", OTHER) is None
    assert [one.name for one in team.parent.iterdir() if one.name.startswith(".")] == []


@pytest.mark.parametrize("name", ["", " x", "a:b", "a\nb", "x" * 101])
def test_names_that_cannot_be_sent_along_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotPossible):
        users.add(tmp_path / "u", name, Role.READER, SECRET)


def test_users_are_changed_one_by_one(team: Path) -> None:
    with pytest.raises(NotPossible, match="already"):
        users.add(team, "Rolf Tann", Role.EDITOR, SECRET)
    with pytest.raises(NotPossible, match="12 to 1000"):
        users.change_password(team, "Rolf Tann", "short")
    with pytest.raises(NotInRecord):
        users.remove(team, "nobody")
    users.remove(team, "Rolf Tann")
    assert list(users_in(team)) == ["Edda Marl"]
    users.add(team, "Ida Pell", Role.EDITOR, None)
    assert users_in(team)["Ida Pell"] == User("Ida Pell", Role.EDITOR, None)
    assert known_by(team, "Ida Pell", "") is None


def test_users_that_are_added_at_once_are_all_kept(tmp_path: Path) -> None:
    names = [f"user {number}" for number in range(12)]
    with ThreadPoolExecutor(len(names)) as desks:
        list(desks.map(lambda one: users.add(tmp_path / "u", one, Role.READER, None), names))
    assert sorted(users_in(tmp_path / "u")) == sorted(names)


def test_of_a_file_that_cannot_be_written_nothing_is_left(
    team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    before = team.read_bytes()
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        users.remove(team, "Rolf Tann")
    assert team.read_bytes() == before
    assert [one.name for one in team.parent.iterdir() if one.name.startswith(".")] == []


def test_a_file_that_holds_no_users_lets_nobody_in(own: Path, team: Path) -> None:
    client = asked_by(own, Terms(users=team, signs_in=True))
    team.write_text("{}")
    answer = client.get(API, auth=("Rolf Tann", SECRET))
    assert answer.status_code == 503
    assert "no file of users" in answer.text


def test_the_users_and_searches_of_a_record_are_no_documents(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    users.add(users_beside(record), "Rolf Tann", Role.READER, SECRET)
    Searches(record).save(Search("Rolf Tann", "calls", "/contacts?form=call"))
    (tmp_path / "a.txt").write_text("President Ana Vidal met President Jan Kord in Oslo.\n")
    with communique.open_record(record) as kept:
        kept.read([tmp_path])
        assert [one.name for one in kept.documents()] == ["a.txt"]
