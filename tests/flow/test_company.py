"""Which pages keep company follows from all of them, and a new one touches only what is near it."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from communique.flow import accompanying
from communique.flow.accompanying import accompany, company_in
from communique.flow.changes import everything
from communique.flow.deriving import write_changes
from communique.flow.lying import lie, lying_among
from communique.flow.reaching import _meant
from communique.flow.run import Run
from communique.flow.standing import Pages
from communique.model.documents import Document
from communique.resolve.reach import WITHIN, meet_by
from communique.resolve.stories import company
from communique.store.engine import Store, Writer
from communique.store.past import decisions_of
from communique.store.sqlite import open_store
from tests import synthetic
from tests.at_once import company_among
from tests.at_once import lying_among as lying_of

RUN = Run(synthetic.tables(), "1.0", lambda: synthetic.NOON, lambda _: None)
PAGES = 60


@pytest.fixture(params=[0.03, 0.3], autouse=True)
def _undated(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Few pages without a date, or many."""
    monkeypatch.setattr(synthetic, "UNDATED", request.param)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "r.db")
    with opened.writing() as writer:
        for document, reading in synthetic.pages(0, PAGES):
            synthetic.enter(writer, document, reading)
        writer.empty()
    yield opened
    opened.close()


def documents() -> list[Document]:
    return [document for document, _ in synthetic.pages(0, PAGES)]


def placed(writer: Writer, *ids: str) -> set[str]:
    moved = lie(writer, Pages(writer, decisions_of(writer), ids), ids)
    return moved | accompany(writer, {*ids, *moved})


@pytest.mark.parametrize("nearest", [3, 40])
def test_it_is_the_same_whatever_the_order(
    store: Store, monkeypatch: pytest.MonkeyPatch, nearest: int
) -> None:
    for module in (accompanying, company):
        monkeypatch.setattr(module, "NEAREST", nearest)
    held = documents()
    whole = company_among(held, lying_of(held))
    ids = [one.id for one in held]
    Random(7).shuffle(ids)
    with store.writing() as writer:
        while ids:
            placed(writer, *ids[:7])
            del ids[:7]
        for again in (held[3].id, held[40].id):
            assert not placed(writer, again)
        found = company_in(writer, [one.id for one in held])
        lying = lying_among(writer, [one.id for one in held])
    assert lying == lying_of(held)
    assert found == {one: others for one, others in whole.items() if others}


def test_a_new_page_is_held_against_those_near_it_alone(store: Store) -> None:
    held = [one.id for one in documents()]
    new, _ = synthetic.page(PAGES - 1)
    with store.writing() as writer:
        placed(writer, *held[:-1])
        changed = placed(writer, new.id)
        near = {str(one["other"]) for one in writer.rows("company", {"document": new.id})}
        around = {str(one["other"]) for one in writer.rows_among("company", "document", near)}
    assert new.id in changed
    assert changed <= near | around | {new.id}
    assert len(changed) < PAGES / 3


def test_hardly_anything_is_asked_for_that_does_not_meet(store: Store) -> None:
    with store.writing() as writer:
        write_changes(writer, writer, everything(writer), RUN)
        threads = [str(one["id"]) for one in writer.rows("threads")]
        pairs = list(writer.near_holds(threads, (), WITHIN))
    apart = [pair for pair in pairs if not meet_by(*map(_meant, pair))]
    assert pairs
    assert len(apart) < len(pairs) / 10
