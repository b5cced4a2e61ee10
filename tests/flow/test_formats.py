"""Formats that may be one under two names, and what becomes of them when a person decides."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.flow.changes import everything
from communique.flow.deriving import derive, write_changes
from communique.flow.run import Run
from communique.model.readings import ActorKey, FormatNaming
from communique.model.vocabulary import Aspect, JudgementKind, SameOrNot
from communique.store.decisions import (
    Withdrawal,
    judgement,
    judgement_draft,
    withdrawal_draft,
)
from communique.store.engine import Store
from communique.store.entries import Author, Draft
from communique.store.sqlite import open_store, shape_of_tables
from communique.store.tables import ALL_DERIVED
from tests import synthetic
from tests.make import FREEDONIA, OSTERLICH, SYLVANIA, Reader, document, tables

RUN = Run(tables(), "1.0", lambda: synthetic.NOON, lambda _: None)
SHAPE = shape_of_tables()
AT = "2031-01-01T12:00:00Z"
THREE: tuple[ActorKey, ...] = (FREEDONIA, OSTERLICH, SYLVANIA)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "r.db")
    yield opened
    opened.close()


def read(store: Store, name: str, words: str) -> None:
    reader = Reader(document(name, f"In {name} they praised the {words}."))
    reader.claim(Aspect.FORMAT, FormatNaming(words, THREE, None), words)
    with store.writing() as writer:
        synthetic.enter(writer, reader.document, reader.reading())
    derive(store, RUN, SHAPE)


def enter(store: Store, draft: Draft) -> None:
    with store.writing() as writer:
        writer.add(draft, at=synthetic.NOON, author=Author("A. Clerk"))
    derive(store, RUN, SHAPE)
    with store.scratch() as fresh:
        with fresh.writing() as writer:
            write_changes(store, writer, everything(store), RUN)
        for one in ALL_DERIVED:
            assert list(store.rows(one)) == list(fresh.rows(one)), one


def decide(store: Store, verdict: SameOrNot, *subjects: str) -> str:
    made = judgement(
        kind=JudgementKind.FORMAT,
        subjects=subjects,
        verdict=verdict,
        reason="as the ministry says",
        author="A. Clerk",
        made_at=AT,
    )
    enter(store, judgement_draft(made))
    return made.id


def labels(store: Store) -> list[str]:
    return [str(row["label"]) for row in store.rows("formats")]


def offers(store: Store) -> list[str]:
    return [str(row["reason"]) for row in store.rows("offers")]


def test_formats_of_two_documents_are_offered_as_one_and_joined_by_a_person(store: Store) -> None:
    read(store, "a", "Hill Troika")
    assert offers(store) == []
    read(store, "b", "Ridge Troika")
    assert labels(store) == ["hill-troika", "ridge-troika"]
    [reason] = offers(store)
    assert "“Hill Troika” and “Ridge Troika” may be two names of one" in reason
    made = decide(store, SameOrNot.SAME, "hill-troika", "ridge-troika")
    [entry] = (json.loads(one) for one in store.part("formats"))
    assert [name for name, _ in entry["names"]] == ["Hill Troika", "Ridge Troika"]
    assert entry["alias_basis"] == "decided: see judgements"
    assert offers(store) == []
    read(store, "c", "Ridge Troika")
    assert labels(store) == ["hill-troika"]
    enter(store, withdrawal_draft(Withdrawal("w-1", made, "", "A. Clerk", AT)))
    assert labels(store) == ["hill-troika", "ridge-troika"]
    assert len(offers(store)) == 1


def test_formats_that_a_person_keeps_apart_are_not_offered_again(store: Store) -> None:
    read(store, "a", "Hill Troika")
    read(store, "b", "Ridge Troika")
    decide(store, SameOrNot.NOT_SAME, "hill-troika", "ridge-troika")
    read(store, "c", "Hill Troika")
    assert (labels(store), offers(store)) == (["hill-troika", "ridge-troika"], [])
