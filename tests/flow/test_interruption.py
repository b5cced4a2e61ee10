"""A process that is killed leaves a record that verifies, and the next one completes it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

import communique
from communique.exports import write_json
from tests.flow import interrupted

COUNT = 40
SENTENCES = (
    "Der Präsident sprach am Montag mit dem Botschafter von Sylvanien über das Getreide.",
    "Beide Seiten waren sich einig, dass die Gespräche nicht ohne den Bund geführt werden.",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts in a language that is kept and not read: they need no language model."""
    made = tmp_path_factory.mktemp("texts")
    for number in range(COUNT):
        words = f"date 2031-05-{number % 28 + 1:02}\n{SENTENCES[number % 2]} Nummer {number}.\n"
        (made / f"{number:03}.txt").write_text(words, encoding="utf-8")
    (made / "empty.txt").touch()
    return made


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    with communique.open_record(tmp_path_factory.mktemp("whole") / "r.db") as record:
        record.read([folder])
        return write_json(record.contents())


def kill_at(path: Path, folder: Path, point: int) -> int:
    """Run the process that kills itself at this point; gives its exit code."""
    command = [sys.executable, "-m", interrupted.__name__, str(path), str(point), str(folder)]
    return subprocess.run(command, check=False, timeout=60).returncode


# Points within the first batch, between batches, while readings are kept, and while deriving.
@pytest.mark.parametrize("point", [1, 2, 20, 33, 64, 66, 97, 105, 113, 121, 122])
def test_a_record_is_whole_after_a_kill_and_the_next_run_completes_it(
    tmp_path: Path, folder: Path, whole: str, point: int
) -> None:
    path = tmp_path / "r.db"
    assert kill_at(path, folder, point) == -9
    with communique.open_record(path) as record:
        assert record.verify().sound
    with communique.open_record(path) as record:
        record.read([folder])
        assert write_json(record.contents()) == whole
        assert record.verify().sound
    assert [one.name for one in tmp_path.iterdir()] == ["r.db"]


def test_a_record_is_whole_after_kills_at_any_time(
    tmp_path: Path, folder: Path, whole: str
) -> None:
    path = tmp_path / "r.db"
    command = [sys.executable, "-m", interrupted.__name__, str(path), "0", str(folder)]
    for tenths in range(4, 14, 2):
        process = subprocess.Popen(command)
        time.sleep(tenths / 10)
        process.kill()
        process.wait()
    with communique.open_record(path) as record:
        record.read([folder])
        assert record.verify().sound
        assert write_json(record.contents()) == whole


def test_two_processes_that_read_at_once_leave_what_one_would(
    tmp_path: Path, folder: Path, whole: str
) -> None:
    path = tmp_path / "r.db"
    command = [sys.executable, "-m", interrupted.__name__, str(path), "0", str(folder)]
    processes = [subprocess.Popen(command) for _ in range(2)]
    assert [one.wait(timeout=60) for one in processes] == [0, 0]
    with communique.open_record(path, create=False) as record:
        assert record.verify().sound
        assert write_json(record.contents()) == whole
