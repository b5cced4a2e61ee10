"""It does not matter in which order documents come, how many at a time, or through how many hands.

Exports hold no time of taking in, so that they must be equal to the letter, ids included.
"""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import communique
from communique.record import Record
from tests.acceptance.conftest import open_with_tables
from tests.acceptance.running import EXAMPLES, Ran, ended, run, started

pytestmark = pytest.mark.slow
Maker = Callable[[], Record]


def documents_under(*folders: Path) -> tuple[Path, ...]:
    return tuple(
        one for folder in folders for one in sorted(folder.iterdir()) if one.suffix != ".toml"
    )


TEXTS = documents_under(EXAMPLES / "texts", EXAMPLES / "later")


@pytest.fixture(scope="module")
def together(examples: Record) -> str:
    return examples.export("json")


@st.composite
def batches(draw: st.DrawFn) -> list[tuple[Path, ...]]:
    """The examples in any order, in batches of any size."""
    order = draw(st.permutations(TEXTS))
    cuts = sorted(draw(st.sets(st.integers(1, len(order) - 1), min_size=1, max_size=3)))
    edges = [0, *cuts, len(order)]
    return [tuple(order[a:b]) for a, b in itertools.pairwise(edges)]


@given(batches=batches())
@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_documents_in_any_order_and_any_batches_give_the_same(
    new_record: Maker, together: str, batches: list[tuple[Path, ...]]
) -> None:
    record = new_record()
    for batch in batches:
        record.read(batch)
    assert record.export("json") == together


def test_two_processes_that_read_at_once_give_the_same(
    empty_file: Path, tmp_path: Path, together: str
) -> None:
    path = tmp_path / "shared.db"
    path.write_bytes(empty_file.read_bytes())
    # Each takes in what the other does too, so that they meet.
    halves = (TEXTS[:8], TEXTS[5:])
    processes = [started("read", *half, record=path) for half in halves]
    assert [ended(one).code for one in processes] == [0, 0]
    with open_with_tables(path) as record:
        assert record.export("json") == together
        assert record.verify().sound


def test_the_command_line_and_the_library_give_the_same(
    examples_file: Path, tmp_path: Path, together: str
) -> None:
    out = tmp_path / "export.json"
    done = run("export", "json", "--out", out, record=examples_file)
    assert done == Ran(0, f"Wrote {out}\n", "")
    assert out.read_text(encoding="utf-8") == together


def test_what_is_derived_again_from_the_log_is_the_same(
    examples_file: Path, tmp_path: Path, together: str
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(examples_file.read_bytes())
    with open_with_tables(copy) as record:
        record.rebuild()
        assert record.export("json") == together
        record.backup(tmp_path / "backup.db")
    with communique.open_record(tmp_path / "backup.db", create=False) as record:
        assert record.export("json") == together
