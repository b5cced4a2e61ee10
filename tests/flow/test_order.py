"""Documents in any order, together or one at a time, in one process or two: equal exports."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

import communique
from communique.exports import write_json
from tests.flow import interrupted

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "examples", ROOT.parent / "shared" / "seeds")
KINDS = (".txt", ".html", ".eml", ".csv", ".jsonl")

pytestmark = pytest.mark.slow


@pytest.fixture(params=FOLDERS, ids=lambda one: one.name, scope="module")
def files(request: pytest.FixtureRequest) -> list[Path]:
    folder: Path = request.param
    found = sorted(one for one in folder.rglob("*") if one.suffix in KINDS)
    if not found:
        pytest.skip(f"no documents in {folder.name} beside this checkout")
    return found


@pytest.fixture(scope="module")
def together(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    with communique.open_record(tmp_path_factory.mktemp("together") / "r.db") as record:
        record.read(files)
        return write_json(record.contents())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_one_at_a_time_in_any_order(
    tmp_path: Path, files: list[Path], together: str, seed: int
) -> None:
    shuffled = files[:]
    random.Random(seed).shuffle(shuffled)
    with communique.open_record(tmp_path / "r.db") as record:
        for one in shuffled:
            record.read([one])
        assert write_json(record.contents()) == together
        assert record.verify().sound


def test_in_two_processes_at_once(tmp_path: Path, files: list[Path], together: str) -> None:
    halves = (files[::2], files[1::2])
    path = tmp_path / "r.db"
    command = [sys.executable, "-m", interrupted.__name__, str(path), "0"]
    processes = [subprocess.Popen([*command, *map(str, one)], cwd=ROOT) for one in halves]
    assert [one.wait(timeout=300) for one in processes] == [0, 0]
    with communique.open_record(path, create=False) as record:
        assert write_json(record.contents()) == together
