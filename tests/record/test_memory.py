"""What is remembered of a record between two openings: the same as what it shows, never older."""

from functools import partial
from pathlib import Path

import pytest

import communique
from communique.record.memory import Memory
from communique.store.sqlite import Settings

TOLD = "President Ana Vidal of France met President Jan Kord of Poland in Oslo on {day} May 2031.\n"


@pytest.mark.slow
def test_what_is_remembered_is_forgotten_once_the_record_shows_something_else(
    tmp_path: Path,
) -> None:
    path, memory = tmp_path / "r.db", Memory()
    looking = Settings(is_read_only=True)
    for number, day in enumerate((3, 9), 1):
        told = tmp_path / f"{day}.txt"
        told.write_text(TOLD.format(day=day))
        with communique.open_record(path) as record:
            record.read([told])
            documents, contacts = tuple(record.documents()), tuple(record.contacts())
        for _ in range(2):
            with communique.open_record(path, settings=looking, memory=memory) as record:
                assert tuple(record.documents()) == documents
                assert tuple(record.contacts()) == contacts
                assert len(documents) == number


def test_a_part_is_read_once_for_each_state() -> None:
    memory = Memory()
    read: list[str] = []

    def reads(name: str) -> list[str]:
        read.append(name)
        return [name]

    for state, name in (("a", "x"), ("a", "x"), ("a", "y"), ("b", "x"), ("a", "x")):
        assert memory.part(state, name, partial(reads, name)) == (name,)
    assert read == ["x", "y", "x", "x"]
