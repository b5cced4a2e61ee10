"""Nothing without its words: every passage of every export stands in the kept text."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings

from communique.exports.plain import read_plain
from communique.intake.about import About
from communique.intake.values import Options
from communique.model.passages import Passage
from communique.record import Record
from communique.record.parts import passages_in
from tests.acceptance import texts
from tests.acceptance.conftest import open_with_tables
from tests.mission.seeds import SEEDS, SHARED

POOL = SHARED / "benchmarks" / "news" / "pool.jsonl"
SAMPLE = 24
ENGLISH = Options(about=About(language="en"))
pytestmark = pytest.mark.slow


def places_in(data: Any) -> Iterator[tuple[str, int, int, str]]:
    """Every passage in JSON, wherever it stands: document, start, end, words."""
    if isinstance(data, dict):
        if "exact" in data:
            yield data["document"], data["start"], data["end"], data["exact"]
        for one in data.values():
            yield from places_in(one)
    elif isinstance(data, list):
        for one in data:
            yield from places_in(one)


def place_of(passage: Passage) -> tuple[str, int, int, str]:
    return passage.document, passage.start, passage.end, passage.exact


def assert_everything_has_its_words(record: Record) -> int:
    """Hold every passage of both exports against the kept texts; returns how many there are."""
    kept: dict[str, str] = {one.id: record.text_of(one.id) for one in record.documents()}
    passages = list(places_in(json.loads(record.export("json"))))
    for document, start, end, words in passages:
        assert 0 <= start < end <= len(kept[document])
        assert kept[document][start:end] == words
    contents = record.contents()
    assert sorted(map(place_of, passages_in(contents))) == sorted(passages)
    assert read_plain(record.export("plain")) == contents
    return len(passages)


def test_every_passage_of_the_examples_stands_in_its_text(examples: Record) -> None:
    assert assert_everything_has_its_words(examples) > 500


def test_what_is_found_by_a_search_and_what_changed_stand_in_their_texts(examples: Record) -> None:
    changes = examples.diff("05-morning-ledger", "06-harbour-times")
    found = [*examples.search("Ness"), *examples.search("Marrin Dovan")]
    found += [one for change in changes for one in (change.old, change.new) if one is not None]
    assert len(found) > 10
    for one in found:
        assert examples.text_of(one.document)[one.start : one.end] == one.exact


def test_every_passage_of_the_seeds_stands_in_its_text(
    new_record: Callable[[], Record],
) -> None:
    if not SEEDS.is_dir():
        pytest.skip("the seed documents are not beside this checkout")
    record = new_record()
    record.read([SEEDS])
    assert assert_everything_has_its_words(record) > 200
    assert record.verify().sound


def test_every_passage_of_ordinary_news_stands_in_its_text(
    new_record: Callable[[], Record], tmp_path: Path
) -> None:
    if not POOL.is_file():
        pytest.skip("the pool of ordinary news is not beside this checkout")
    rows = POOL.read_bytes().splitlines()
    sample = tmp_path / "sample.jsonl"
    sample.write_bytes(b"\n".join(random.Random(2).sample(rows, SAMPLE)))
    record = new_record()
    assert len(record.read([sample]).taken) == SAMPLE
    assert assert_everything_has_its_words(record) > SAMPLE
    assert record.verify().sound


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("generated")


LONG = f"{texts.TELLING[0]} 🤝 " * 60


@given(file=texts.files())
@example(file=("long.txt", LONG.encode()))
@example(file=("long.txt", f"date 2031-05-14\r\n\u202e{LONG}\u202c\r\n".encode()))
@example(file=("marks.txt", ("\u200f\ufeff\u0301" + texts.TELLING[1] + "\r\r\n\v").encode()))
@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_every_passage_of_any_text_stands_in_it(
    room: Path, empty_file: Path, file: tuple[str, bytes]
) -> None:
    name, data = file
    path = room / "record.db"
    shutil.copy(empty_file, path)
    (room / name).write_bytes(data)
    with open_with_tables(path) as record:
        summary = record.read([room / name], ENGLISH)
        assert summary.refused == ()
        assert_everything_has_its_words(record)
        for one in record.documents():
            if one.flattening is None and name.endswith(".txt"):
                encoding = one.decoding.split(",")[0]
                assert record.text_of(one.id) == data.decode(encoding).removeprefix("\ufeff")
    (room / name).unlink()
