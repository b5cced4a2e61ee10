"""The command that serves: where it listens, how it ends, what it refuses."""

import json
import signal
import socket
import urllib.request
from pathlib import Path

import httpx2
import pytest

from communique.server.admission.users import users_beside
from tests.acceptance.running import SECONDS, Ran, ended, started
from tests.server.acting import copied, sent, token

pytestmark = pytest.mark.slow


def test_a_record_is_served_until_it_is_stopped(examples_file: Path) -> None:
    process = started("serve", "--port", "0", record=examples_file)
    assert process.stdout is not None
    told = process.stdout.readline() + process.stdout.readline()
    address = next(word for word in told.split() if word.startswith("http://127.0.0.1:"))
    try:
        with urllib.request.urlopen(address) as answer:
            assert "Latest contacts" in answer.read().decode()
    finally:
        process.send_signal(signal.SIGINT)
        ran = ended(process)
    assert ran.code in (0, 130), ran.err
    assert "Traceback" not in ran.err


def test_who_is_signed_in_to_the_machine_decides_where_nobody_else_is_named(
    examples_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "edda")
    record = copied(examples_file, tmp_path)
    process = started("serve", "--port", "0", "--write", record=record)
    assert process.stdout is not None
    told = process.stdout.readline() + process.stdout.readline()
    address = next(word for word in told.split() if word.startswith("http://127.0.0.1:"))
    with httpx2.Client(base_url=address, follow_redirects=True) as client:
        sent(client, "/acts/note", about="01-velan-courier", words="seen")
        assert "Note by edda" in client.get("/documents/01-velan-courier").text
    process.send_signal(signal.SIGTERM)
    assert "Traceback" not in ended(process).err


def test_a_taken_port_is_told(examples_file: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = ended(started("serve", "--port", str(port), record=examples_file))
    assert ran.code == 2
    assert f"127.0.0.1:{port}" in ran.err
    assert "name another --port" in ran.err


def test_no_record_is_told_before_anything_is_served(tmp_path: Path) -> None:
    ran = ended(started("serve", "--port", "0", record=tmp_path / "none.db"))
    assert ran.code == 3
    assert "no record at" in ran.err


SECRET = "correct horse battery"


@pytest.fixture
def team(examples_file: Path, tmp_path: Path) -> Path:
    """A record with a user who decides."""
    record = copied(examples_file, tmp_path)
    ran = commanded("users", "add", "Edda Marl", "--role", "editor", record=record, typed=SECRET)
    assert ran.code == 0, ran.err
    return record


def commanded(*arguments: str, record: Path, typed: str = "") -> Ran:
    """A command that is given a line on standard input."""
    process = started(*arguments, record=record, takes=True)
    out, err = process.communicate(typed + "\n", timeout=SECONDS)
    return Ran(process.returncode, out, err)


def test_users_are_kept_beside_the_record_and_listed(team: Path) -> None:
    told = commanded("users", "list", record=team)
    assert "Edda Marl" in told.out
    assert "editor" in told.out
    short = commanded("users", "password", "Edda Marl", record=team, typed="short")
    assert (short.code, "12 to 1000 characters" in short.err) == (2, True)
    assert commanded("users", "add", "Ida Pell", "--at-proxy", record=team).code == 0
    assert commanded("users", "remove", "Edda Marl", record=team).code == 0
    assert commanded("users", "remove", "Edda Marl", record=team).code == 4
    listed = commanded("users", "list", "--format", "json", record=team)
    assert json.loads(listed.out)["users"] == [
        {"name": "Ida Pell", "role": "reader", "signs_in": "at a proxy"}
    ]
    ran = commanded("serve", "--users", "--port", "0", record=team)
    assert (ran.code, "nobody can sign in" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("--host", "0.0.0.0"), "let people sign in"),
        (("--write", "--host", "192.0.2.1"), "let people sign in"),
        (("--trust-header", "Remote-User"), "--proxy"),
        (("--users",), "nobody can sign in"),
    ],
)
def test_what_would_let_anybody_in_is_not_served(
    examples_file: Path, given: tuple[str, ...], words: str
) -> None:
    ran = ended(started("serve", "--port", "0", *given, record=examples_file))
    assert ran.code == 2
    assert words in ran.err
    assert ran.out == ""


def test_no_secret_is_told_where_it_could_be_kept(team: Path) -> None:
    """What a server prints holds no password, right or wrong, no cookie, no token, no digest."""
    process = started("serve", "--port", "0", "--users", "--write", record=team)
    assert process.stdout is not None
    told = process.stdout.readline() + process.stdout.readline()
    address = next(word for word in told.split() if word.startswith("http://127.0.0.1:"))
    with httpx2.Client(base_url=address, follow_redirects=True) as client:
        sent(client, "/login", name="Edda Marl", password="wrong but secret")
        sent(client, "/login", name="wrong but secret too", password="x")
        page = sent(client, "/login", name="Edda Marl", password=SECRET)
        assert "Sign out" in page.text
        given = token(client, "/login")
        sent(client, "/acts/note", about="none", words="a private thought")
        client.get("/home.json", auth=("Edda Marl", "wrong but secret"))
        [cookie] = [value for name, value in client.cookies.items() if "communique" in name]
    process.send_signal(signal.SIGINT)
    ran = ended(process)
    printed = ran.out + ran.err
    assert "a sign-in from 127.0.0.1 was refused" in printed
    [digest] = [one["digest"] for one in json.loads(users_beside(team).read_text())["users"]]
    for secret in (SECRET, "but secret", "private thought", cookie, given, digest):
        assert secret not in printed
        assert secret.encode() not in team.read_bytes()
