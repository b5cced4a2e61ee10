"""Lists on the command line: narrowed, sorted, plain when piped."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli.app import make_app
from communique.errors import NotPossible
from communique.record import Record
from communique.record.choosing import dyad_of
from communique.record.narrowing import Asked, day_first, is_within
from tests.record.conftest import _read_by_hand, folder, opened, record

__all__ = ["_read_by_hand", "folder", "opened", "record"]
LISTS = ("due", "channels", "positions", "gaps", "origins", "problems", "format", "documents")
ONLY_FOR_READING = ("alembic", "lxml", "spacy", "trafilatura", "pydantic")


@pytest.fixture
def path(record: Record) -> Path:
    record.contents()
    return record.path


def asked(*words: str) -> str:
    done = CliRunner().invoke(make_app(), words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize("name", LISTS)
def test_every_list_can_be_narrowed_to_a_state_and_sorted(name: str, path: Path) -> None:
    asked(name, "-r", str(path), "--state", "KEN", "--format", "json")
    with pytest.raises(NotPossible, match="expected one of"):
        asked(name, "-r", str(path), "--sort", "colour")
    with pytest.raises(NotPossible, match="expected a code"):
        asked(name, "-r", str(path), "--state", "Nowhere at all")


def test_documents_are_narrowed_by_day_and_by_what_they_tell_of(path: Path) -> None:
    def labels(*words: str) -> list[str]:
        told = json.loads(asked("documents", "-r", str(path), "-f", "json", *words))["documents"]
        return [one["label"] for one in told]

    assert labels("--form", "visit") == ["reed"]
    assert labels("--until", "2031-05-07", "--sort", "label") == ["copy", "heron"]


def test_a_search_is_narrowed_to_documents(path: Path) -> None:
    def found(*words: str) -> int:
        told = asked("search", "grain", "-r", str(path), "-f", "json", *words)
        return len(json.loads(told)["passages"])

    assert (found(), found("--since", "2031-05-07"), found("--form", "visit")) == (2, 1, 0)


def test_an_undated_thing_lies_between_no_days() -> None:
    assert not is_within(None, Asked(since="2031"))
    assert is_within(None, Asked())
    assert is_within("2031-05", Asked(since="2031-05-30"))
    assert sorted([None, "2031", "2030-05"], key=day_first) == ["2030-05", "2031", None]


def test_what_is_due_or_may_still_be_due_lies_between_the_days() -> None:
    assert is_within("2031-05-04", Asked(until="2031-05"))
    assert is_within("2031-05/..", Asked(since="2031-06"))
    assert is_within("../2031-05", Asked(until="2031-04"))
    assert not is_within("2031-05-04", Asked(until="2031-04"))


def test_what_is_done_to_a_record_is_told_to_programs(path: Path, tmp_path: Path) -> None:
    at = ("-r", str(path), "-f", "json")
    by = ("--reason", "seen", "--author", "A. Clerk")
    assert "correction" in json.loads(asked("correct", "heron", "outlet", "The Heron", *by, *at))
    assert "rebuilt" in json.loads(asked("rebuild", *at))
    assert "backup" in json.loads(asked("backup", str(tmp_path / "b.db"), *at))
    assert "purge" in json.loads(asked("purge", "reed", "--yes", *by, *at))


def test_what_is_piped_holds_no_escapes_and_keeps_to_the_width(path: Path) -> None:
    env = os.environ | {"COLUMNS": "70", "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    code = (
        "from communique.cli.output import print_table; from communique.views.tables import Table;"
        "print_table(Table(('Status', 'Words'), (('denied', 'word ' * 40),)))"
    )
    told = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
    assert b"denied" in told.stdout
    assert b"\x1b" not in told.stdout
    assert max(map(len, told.stdout.decode().splitlines())) <= 70


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_statuses_have_a_style_on_a_terminal() -> None:
    import pty

    main, other = pty.openpty()
    env = {one: told for one, told in os.environ.items() if one not in ("NO_COLOR", "TERM")}
    code = (
        "from communique.cli.output import print_table; from communique.views.tables import Table;"
        "print_table(Table(('Status', 'Words'), (('denied', 'grain'),)))"
    )
    subprocess.run(
        [sys.executable, "-c", code],
        env=env | {"TERM": "xterm", "COLUMNS": "70"},
        stdout=other,
        check=True,
    )
    os.close(other)
    assert b"\x1b[31mdenied" in os.read(main, 65536)


def test_a_look_loads_nothing_that_only_reading_needs() -> None:
    code = (
        "import sys; import communique.record, communique.cli.app\n"
        "from communique.cli import asking, opening, output\n"
        "from communique.record import asked, choosing, narrowing\n"
        "from communique.views import grid, lists\n"
        f"print([one for one in {ONLY_FOR_READING} if one in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert told.decode().strip() == "[]"


def test_days_that_end_before_they_begin_are_refused() -> None:
    with pytest.raises(NotPossible, match="until 2027 lies before since 2028"):
        Asked(since="2028", until="2027")
    assert Asked(since="2028-03", until="2028").is_of_anything


def test_a_dyad_is_of_two_states_that_differ() -> None:
    with pytest.raises(NotPossible, match="two states that differ"):
        dyad_of("FRA,France")
