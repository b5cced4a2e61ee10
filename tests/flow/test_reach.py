"""What is derived as documents and decisions come is to the letter what is derived from nothing."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from communique.flow.changes import everything
from communique.flow.deriving import derive, is_derived, write_changes
from communique.flow.run import Run
from communique.model.codec import from_json, to_json
from communique.model.contents import Contact
from communique.model.documents import Document
from communique.model.readings import Reading
from communique.model.vocabulary import SameOrNot
from communique.record.parts import part_kinds
from communique.store.bodies import canonical, digest_of_document, reading_body
from communique.store.decisions import (
    Withdrawal,
    correction_draft,
    judgement,
    judgement_draft,
    withdrawal_draft,
)
from communique.store.effective import Correction, corrected
from communique.store.engine import Store
from communique.store.entries import Author, Draft, EntryKind
from communique.store.sqlite import open_store, shape_of_tables
from communique.store.tables import ALL_DERIVED
from tests import synthetic
from tests.at_once import contents_from, known

RUN = Run(synthetic.tables(), "1.0", lambda: synthetic.NOON, lambda _: None)
SHAPE = shape_of_tables()
CLERK = Author("A. Clerk")
AT = "2031-01-01T12:00:00Z"
PAGES = 30


@pytest.fixture(autouse=True, params=[0.03, 0.3])
def _few_states(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """So few that many pages tell of the same states; few undated pages, or many."""
    monkeypatch.setattr(synthetic, "STATES", 5)
    monkeypatch.setattr(synthetic, "UNDATED", request.param)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "r.db")
    yield opened
    opened.close()


def read(store: Store, *pages: tuple[Document, Reading]) -> None:
    with store.writing() as writer:
        for document, reading in pages:
            synthetic.enter(writer, document, reading)
    derive(store, RUN, SHAPE)


def enter(store: Store, draft: Draft) -> None:
    with store.writing() as writer:
        writer.add(draft, at=synthetic.NOON, author=CLERK)
    derive(store, RUN, SHAPE)


def is_as_from_nothing(store: Store) -> bool:
    """Whether every table is what a derivation of the same log from nothing gives."""
    with store.scratch() as fresh:
        with fresh.writing() as writer:
            write_changes(store, writer, everything(store), RUN)
        return all(list(store.rows(one)) == list(fresh.rows(one)) for one in ALL_DERIVED)


def tables_of(store: Store) -> dict[str, list[str]]:
    return {one: [canonical(row).decode() for row in store.rows(one)] for one in ALL_DERIVED}


def contacts_of(store: Store) -> list[Contact]:
    return [from_json(json.loads(one), Contact) for one in store.part("contacts")]


@pytest.mark.parametrize("seed", [1, 2])
def test_in_any_order_and_any_company(store: Store, tmp_path: Path, seed: int) -> None:
    pages = list(synthetic.pages(0, PAGES))
    read(store, *pages)
    random = Random(seed)
    random.shuffle(pages)
    other = open_store(tmp_path / "other.db")
    while pages:
        size = random.choice((1, 1, 2, 5))
        read(other, *pages[:size])
        del pages[:size]
    assert tables_of(other) == tables_of(store)
    other.close()


@pytest.mark.parametrize("seed", [4, 5])
def test_withdrawing_restoring_correcting_judging_and_undoing(store: Store, seed: int) -> None:
    random = Random(seed)
    pages = list(synthetic.pages(0, PAGES))
    read(store, *pages)
    before = tables_of(store)
    made: list[Withdrawal] = []
    for number in range(2):
        document, _ = random.choice(pages)
        withdrawal = Withdrawal(f"w-{number}", document.id, "misread", "A. Clerk", AT)
        enter(store, withdrawal_draft(withdrawal))
        made.append(withdrawal)
        assert is_as_from_nothing(store)
        left, right = random.sample(contacts_of(store), 2)
        verdict = random.choice((SameOrNot.SAME, SameOrNot.NOT_SAME))
        judged = judgement(
            kind="contact",
            subjects=(left.id, right.accounts[0].id),
            verdict=verdict,
            reason="seen both",
            author="A. Clerk",
            made_at=AT,
        )
        enter(store, judgement_draft(judged))
        assert is_as_from_nothing(store)
        made.append(Withdrawal(f"x-{number}", judged.id, "", "A. Clerk", AT))
        enter(store, withdrawal_draft(made[-1]))
        assert is_as_from_nothing(store)
        enter(store, withdrawal_draft(Withdrawal(f"y-{number}", f"w-{number}", "", "A. Clerk", AT)))
    assert tables_of(store) == before


def test_a_corrected_day_moves_a_page_and_what_hangs_on_it(store: Store) -> None:
    pages = list(synthetic.pages(0, PAGES))
    read(store, *pages)
    for number, value in enumerate(("2031-02-09", None)):
        document, reading = pages[number * 7]
        change = Correction(f"k-{number}", document.id, "published", value, "seen", "A. Clerk", AT)
        under = digest_of_document(corrected(document, (change,)))
        enter(store, correction_draft(change))
        body = reading_body(reading, under=under, equals=None)
        enter(store, Draft(EntryKind.READING, document.id, f"again:{number}", body))
        assert is_as_from_nothing(store)


def test_the_parts_together_are_what_all_gives_at_once(store: Store) -> None:
    read(store, *synthetic.pages(0, PAGES))
    whole = contents_from(known(store), RUN)
    # A missing account is named by what is judged with it, not by what others of its side issued.
    for name in set(part_kinds()) - {"gaps"}:
        parts = {canonical(json.loads(one)) for one in store.part(name)}
        if name == "shared_runs":  # those between pages that nothing else joins are not looked for
            assert parts <= {canonical(to_json(one)) for one in whole.shared_runs}
        else:
            assert parts == {canonical(to_json(one)) for one in getattr(whole, name)}, name


def test_a_new_page_leaves_alone_what_it_cannot_reach(store: Store) -> None:
    read(store, *synthetic.pages(0, PAGES))
    kept = {str(one["component"]) for one in store.rows("threads")}
    read(store, synthetic.page(PAGES + 500))
    now = {str(one["component"]) for one in store.rows("threads")}
    assert len(kept - now) <= 1


def test_a_record_of_an_earlier_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = open_store(path)
    read(old, *synthetic.pages(0, 5))
    before = tables_of(old)
    with old._engine.begin() as connection:
        connection.execute(text("drop index log_kind"))
        connection.execute(text("update alembic_version set version_num = '0001'"))
        connection.execute(text("update derived_from set shape = 'of old'"))
        connection.execute(text("drop table holds"))
    old.close()
    opened = open_store(path)
    assert not is_derived(opened, RUN.run, SHAPE)
    derive(opened, RUN, SHAPE)
    assert tables_of(opened) == before
    opened.close()
