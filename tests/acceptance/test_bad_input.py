"""What cannot be read or kept is told in a line, with an exit code, and nothing is lost.

All of it through the command line, in a process of its own, into a record that holds something.
"""

import codecs
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.conftest import open_with_tables
from tests.acceptance.running import Ran, ended, environment, run, run_here, started
from tests.intake.pdfs import make_pdf

LIMITED = "tests.acceptance.limited"
# In a language that is kept and not read: most of these tests need no language model.
HERON = "date 2031-05-06\nDie Gespräche waren gut, sagte der Minister, und die Lage ist ernst.\n"
REED = "Der Präsident sprach am Montag mit dem Botschafter, und die Lage war nicht ernst.\n"
ENGLISH = (
    "date 2031-05-14\n{0}Prime Minister Elena Marrin of Valdoria spoke by telephone with "
    "President Viktor Dovan of Karsovia on Tuesday.{1}\n"
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that holds one document."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "heron.txt").write_text(HERON, encoding="utf-8")
    with open_with_tables(folder / "kept.db") as record:
        record.read([folder / "heron.txt"])
    return folder / "kept.db"


@pytest.fixture
def path(kept: Path, tmp_path: Path) -> Path:
    """A copy of that record."""
    return Path(shutil.copy(kept, tmp_path / "record.db"))


def assert_nothing_is_lost(path: Path, documents: int = 1) -> None:
    """The record verifies, and holds so many documents, the first one among them."""
    with open_with_tables(path) as record:
        assert record.verify().sound
        assert len(list(record.documents())) == documents
        assert record.text_of("heron.txt") == HERON


def assert_refused(ran: Ran, code: int, *words: str) -> None:
    """The command ended with this code and one line on standard error that holds the words."""
    assert ran.code == code, ran.err
    assert "Traceback" not in ran.err
    [line] = ran.err.splitlines()
    assert line.startswith("communique: ")
    for one in words:
        assert one in line


# What was met, what was expected, what to do.
REFUSED: dict[str, tuple[Callable[[Path], object], tuple[str, str, str]]] = {
    "empty.txt": (Path.touch, ("met an empty file", "expected a text", "take the file out")),
    "blank.txt": (
        lambda file: file.write_text(" \r\n\t\n"),
        ("met no words", "expected a text", "take the file out"),
    ),
    "binary.txt": (
        lambda file: file.write_bytes(random.Random(1).randbytes(9000)),
        ("met bytes that are no text", "expected text, a page, PDF", "convert it"),
    ),
    "shell.html": (
        lambda file: file.write_text("<html><script>draw()</script><img src='a.png'></html>"),
        ("met a page that shows no words", "expected an article", "save the page"),
    ),
    "scan.pdf": (
        lambda file: file.write_bytes(make_pdf(())),
        ("met a PDF of 1 page(s) without a text layer", "expected text", "OCR"),
    ),
    "link.txt": (
        lambda file: file.symlink_to(file.with_name("gone.txt")),
        ("met No such file", "expected a file that can be read", "look at"),
    ),
    "circle.txt": (
        lambda file: file.symlink_to(file),
        ("met Too many levels of symbolic links", "expected a file that can be read", "look at"),
    ),
    "pipe.txt": (os.mkfifo, ("met a pipe or device", "expected a file", "copy its content")),
    "nowhere.txt": (lambda file: None, ("met no such file", "expected a path", "look at the name")),
    "nowhere*.txt": (lambda file: None, ("met no such file", "a pattern", "look at the name")),
    "folder": (Path.mkdir, ("met a folder without files", "expected documents", "look at")),
}


@pytest.fixture(scope="module")
def all_refused(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Ran, Path, Path]:
    """All of these read at once: what came of it, where they lie, and the record."""
    folder = tmp_path_factory.mktemp("bad")
    for name, (make, _) in REFUSED.items():
        make(folder / name)
    path = Path(shutil.copy(kept, tmp_path_factory.mktemp("refusing") / "record.db"))
    return run("read", *(folder / name for name in REFUSED), record=path), folder, path


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_document_is_refused_with_a_reason(
    all_refused: tuple[Ran, Path, Path], name: str
) -> None:
    done, folder, path = all_refused
    [line] = [one for one in done.err.splitlines() if f"{folder / name}: " in one]
    assert line.startswith("communique: ")
    for words in REFUSED[name][1]:
        assert words in line
    with open_with_tables(path) as record:
        assert [one for one in record.problems() if f"{folder / name}: " in one.message]


def test_what_is_refused_costs_nothing_that_was_kept(all_refused: tuple[Ran, Path, Path]) -> None:
    done, _, path = all_refused
    assert done.code == 1
    assert len(done.err.splitlines()) == len(REFUSED)
    assert f"Read 0 documents. Kept byte for byte; nothing left this machine. {len(REFUSED)}" in (
        done.out
    )
    assert_nothing_is_lost(path)


def test_a_file_of_fifty_megabytes_is_refused_and_can_be_allowed(
    path: Path, tmp_path: Path
) -> None:
    large = tmp_path / "large.txt"
    line = REED.encode()
    with large.open("wb") as stream:
        for _ in range(50_000_000 // (1000 * len(line)) + 1):
            stream.write(line * 1000)
    assert large.stat().st_size >= 50_000_000
    done = run("read", large, record=path)
    assert_refused(done, 1, "met more than 20 MB", "expected at most 20 MB", "allow more")
    assert_nothing_is_lost(path)


def test_a_file_that_may_not_be_read_is_refused(path: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text(REED, encoding="utf-8")
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("whoever runs this test may read every file")
    assert_refused(run("read", locked, record=path), 1, "met Permission denied", "its rights")
    assert_nothing_is_lost(path)


def test_folders_that_link_to_themselves_are_read_once(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "reed.txt").write_text(REED, encoding="utf-8")
    (folder / "again").symlink_to(folder)
    done = run("read", folder, record=path)
    assert (done.code, done.err) == (0, "")
    assert_nothing_is_lost(path, documents=2)


def test_one_bad_file_among_a_hundred_costs_only_itself(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(100):
        (folder / f"{number:03}.txt").write_text(f"{REED}Nummer {number}.\n", encoding="utf-8")
    (folder / "050.txt").write_bytes(random.Random(2).randbytes(5000))
    done = run("read", folder, record=path)
    assert_refused(done, 1, "050.txt", "met bytes that are no text")
    assert "Read 99 documents." in done.out
    assert_nothing_is_lost(path, documents=100)


@pytest.mark.parametrize(
    ("encoding", "decoding"),
    [("windows-1252", "windows-1252, detected"), ("utf-16", "utf-16-le, byte order mark")],
)
def test_a_text_in_another_encoding_is_read_and_the_encoding_kept(
    path: Path, tmp_path: Path, encoding: str, decoding: str
) -> None:
    (tmp_path / "reed.txt").write_bytes(REED.encode(encoding))
    assert run("read", tmp_path / "reed.txt", record=path).code == 0
    assert_nothing_is_lost(path, documents=2)
    with open_with_tables(path) as record:
        assert record.document("reed.txt").decoding == decoding
        assert record.text_of("reed.txt") == REED
        assert record.bytes_of("reed.txt") == REED.encode(encoding)


def test_a_page_that_declares_a_wrong_encoding_is_still_read(path: Path, tmp_path: Path) -> None:
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{REED}</p></body></html>'
    (tmp_path / "reed.html").write_text(page, encoding="utf-8")
    assert run("read", tmp_path / "reed.html", record=path).code == 0
    with open_with_tables(path) as record:
        assert record.text_of("reed.html") == REED.strip()
        assert record.document("reed.html").decoding == "utf-8"


def test_a_text_in_another_language_is_kept_and_marked_as_not_read(path: Path) -> None:
    with open_with_tables(path) as record:
        [problem] = record.problems()
        assert problem.code == "language-not-read"
        assert "the text is in de; only English is read" in problem.message
        assert list(record.claims()) == []
        assert list(record.contacts()) == []
    shown = run_here("problems", record=path)
    assert shown.code == 0
    assert "language-not-read" in shown.out


@pytest.mark.slow
def test_controls_and_marks_of_direction_stay_in_the_text_and_do_not_hide_a_contact(
    path: Path, tmp_path: Path
) -> None:
    text = ENGLISH.format("\u200f", "\x07\u200f \u202e\x1b[31mThe end\x1b[0m.\u202c")
    (tmp_path / "marks.txt").write_bytes(text.encode())
    done = run("read", tmp_path / "marks.txt", record=path)
    assert (done.code, done.err) == (0, "")
    for shown in (done.out, run_here("search", "end", record=path).out):
        # What a page says never steers a terminal.
        assert "\x1b" not in shown
        assert "\x07" not in shown
        assert "\u202e" not in shown
    with open_with_tables(path) as record:
        assert record.text_of("marks.txt") == text
        [contact] = record.contacts()
        assert {one.state for one in contact.parties} == {"XKS", "XVD"}
    assert_nothing_is_lost(path, documents=2)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("letter.txt", ("is not a communique record", "something else", "Name another file")),
        ("short.db", ("is damaged", "Restore it from a backup")),
        ("newer.db", ("written by a newer version", "nothing was changed", "Install a newer")),
        ("none.db", ("no record at", "read some documents into it first")),
        ("folder", ("is not a communique record", "Name another file")),
    ],
)
@pytest.mark.parametrize("command", [("contacts",), ("read", "reed.txt"), ("verify",)])
def test_a_file_that_is_no_record_we_know_is_told_of_and_left_alone(
    path: Path, tmp_path: Path, file: str, words: tuple[str, ...], command: tuple[str, ...]
) -> None:
    reed = tmp_path / "reed.txt"
    reed.write_text(REED, encoding="utf-8")
    other = tmp_path / file
    if file == "letter.txt":
        other.write_text(REED, encoding="utf-8")
    elif file == "short.db":
        other.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    elif file == "newer.db":
        shutil.copy(path, other)
        with sqlite3.connect(other) as connection:
            connection.execute("update alembic_version set version_num = '9999'")
        connection.close()
    elif file == "folder":
        other.mkdir()
    elif command[0] == "read":
        return
    before = other.read_bytes() if other.is_file() else None
    arguments = [reed if one == "reed.txt" else one for one in command]
    assert_refused(run_here(*arguments, record=other), 3, str(other), *words)
    assert (other.read_bytes() if other.is_file() else None) == before
    assert_nothing_is_lost(path)


def hold(path: Path, seconds: float) -> subprocess.Popen[str]:
    """Another process that writes to the record for so long; it has begun when this returns."""
    script = (
        "import sqlite3, sys, time\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('begin exclusive')\n"
        "print('begun', flush=True)\n"
        "time.sleep(float(sys.argv[2]))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path), str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


def test_a_record_that_another_process_holds_too_long_is_said_to_be_locked(
    path: Path, tmp_path: Path
) -> None:
    (tmp_path / "reed.txt").write_text(REED, encoding="utf-8")
    holder = hold(path, 60)
    try:
        read = ("0.2", "0", "read", tmp_path / "reed.txt")
        done = run(*read, record=path, module=LIMITED)
    finally:
        holder.kill()
        holder.communicate()
    words = ("is being written by another process", "waited 0.2 s", "then try again")
    assert_refused(done, 3, *words)
    assert_nothing_is_lost(path)


def test_a_record_that_another_process_holds_for_a_moment_is_waited_for(
    path: Path, tmp_path: Path
) -> None:
    (tmp_path / "reed.txt").write_text(REED, encoding="utf-8")
    holder = hold(path, 1)
    done = run("read", tmp_path / "reed.txt", record=path)
    holder.communicate()
    assert (done.code, done.err) == (0, "")
    assert_nothing_is_lost(path, documents=2)


def test_a_full_disk_is_told_of_and_what_was_kept_stays(path: Path, tmp_path: Path) -> None:
    # Words that cannot be packed into the pages that are left.
    letters = random.Random(3).choices("abcdefghijklmnopqrstuvwxyz", k=400_000)
    (tmp_path / "long.txt").write_text(REED + "".join(letters), encoding="utf-8")
    with sqlite3.connect(path) as connection:
        [pages] = connection.execute("pragma page_count").fetchone()
    connection.close()
    read = ("5", str(pages + 4), "read", tmp_path / "long.txt")
    done = run(*read, record=path, module=LIMITED)
    assert_refused(done, 3, "no room left to write", "make room", "committed before is kept")
    assert_nothing_is_lost(path)
    assert run("read", tmp_path / "long.txt", record=path).code == 0
    assert_nothing_is_lost(path, documents=2)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
@pytest.mark.parametrize("command", [("export", "json"), ("problems",), ("verify",)])
def test_output_that_cannot_be_written_is_told_of(path: Path, command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "communique", *command],
            check=False,
            env=environment(path),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert_refused(Ran(done.returncode, "", done.stderr), 3, "cannot write", "No space left")


def test_an_export_into_no_folder_is_told_of(path: Path, tmp_path: Path) -> None:
    done = run("export", "json", "--out", tmp_path / "none" / "out.json", record=path)
    assert_refused(done, 3, "cannot use", "No such file or directory", "name another file")


def test_a_reader_who_has_had_enough_is_nothing_wrong(path: Path) -> None:
    process = started("tables", record=path)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr:
        assert process.stderr.read() == ""
    assert process.wait(timeout=60) == -signal.SIGPIPE


def test_halves_of_code_points_in_texts_and_names_are_marked_and_cost_nothing(
    path: Path, tmp_path: Path
) -> None:
    # JSON may write half a code point; a name may hold bytes that are no text.
    words = rb"Die Lage \ud83d ist nicht ernst\u0000, sagte der K\u00f6nig."
    row = b'{"text": "%s", "title": "\\udc00"}' % words
    (tmp_path / "rows.jsonl").write_bytes(row)
    odd = tmp_path / os.fsdecode(b"reed-\xff\x1b[31m.txt")
    try:
        odd.write_text(REED, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")
    done = run_here("read", tmp_path / "rows.jsonl", odd, record=path)
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out
    with open_with_tables(path) as record:
        kept = {one.name: record.text_of(one.id) for one in record.documents()}
        assert kept["rows.jsonl#1"] == "Die Lage \ufffd ist nicht ernst\x00, sagte der König."
        assert kept["reed-\ufffd\x1b[31m.txt"] == REED
        assert record.bytes_of("rows.jsonl#1") == row
    assert_nothing_is_lost(path, documents=3)


def test_a_backup_never_writes_over_anything(path: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.db"
    there.write_text("a letter")
    assert_refused(run_here("backup", there, record=path), 2, "is there already", "name a new file")
    assert there.read_text() == "a letter"


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        (("show", "2031-01-01-xks-xvd-call"), 4, ("not in the record: 2031-01-01-xks-xvd-call",)),
        (("why", "nothing"), 4, ("not in the record: nothing",)),
        (("diff", "heron"), 2, ("heron revises no document", "name two")),
        (("contacts", "--since", "2031-02-30"), 2, ("since: no day", "2031-02-30", "expected")),
        (("contacts", "--sort", "size"), 2, ("sort: met", "size", "expected one of date")),
        (("contacts", "--state", "Nowhere"), 2, ("no state or body 'Nowhere'", "expected")),
        (("due", "--asof", "someday"), 2, ("asof: no day", "someday", "expected")),
        (("read", ".", "--date", "someday"), 2, ("date", "someday", "expected")),
        (("read", ".", "--kind", "novel"), 2, ("no kind of document 'novel'", "expected one of")),
        (("read", ".", "--tables", "none.toml"), 3, ("none.toml", "TOML file")),
        (
            ("correct", "heron", "published", "someday", "--reason", "typo", "--author", "reader"),
            2,
            ("no date 'someday'", "expected a date in EDTF"),
        ),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(
    path: Path, command: tuple[str, ...], code: int, words: tuple[str, ...]
) -> None:
    assert_refused(run_here(*command, record=path), code, *words)
    assert_nothing_is_lost(path)


@pytest.mark.slow
def test_a_reading_that_is_killed_midway_is_completed_by_the_next(
    path: Path, tmp_path: Path
) -> None:
    for number in range(3):
        words = ENGLISH.format("", f" Note {number} was sent.")
        (tmp_path / f"{number}.txt").write_bytes(codecs.BOM_UTF8 + words.encode())
    process = started("read", str(tmp_path / "[0-9].txt"), record=path)
    with sqlite3.connect(path) as connection:
        # Killed as soon as the documents are kept, while they are read.
        while connection.execute("select count(*) from log").fetchone()[0] < 5:
            assert process.poll() is None
    connection.close()
    process.kill()
    assert ended(process).code == -9
    assert_nothing_is_lost(path, documents=4)
    done = run("read", str(tmp_path / "[0-9].txt"), record=path)
    assert (done.code, done.err) == (0, "")
    assert "Read 0 documents." in done.out
    assert "3 documents known already." in done.out
    with open_with_tables(path) as record:
        assert [one.reports for one in record.contacts()] == [3]
