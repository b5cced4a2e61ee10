"""The derived tables of any engine: looked up by rows, and replaced as a whole."""

import json

import pytest

from communique.errors import NotPossible
from communique.model.codec import from_json
from communique.model.contents import Contact
from communique.store.engine import Store, Wanted
from tests.store.make_log import (
    REED,
    contact,
    contents,
    derive,
    draft,
    enter,
    entry_of_document,
)

CALL = contact("2031-05-05-fr-sy-call", "FRD", "SYL", account="a-1", reports=2)
VISIT = contact(
    "2031-05-09-fr-os-visit", "FRD", "OST", account="a-2", on="2031-05-09", form="visit"
)
SUMMIT = contact(
    "2031-06-lgu-summit", "OST", account="a-3", on="2031-06", form="summit", body="LGU"
)
UNDATED = contact("by-2031-05-01-os-sy-call", "OST", "SYL", account="a-4", on="../2031-05-01")


@pytest.fixture
def filled(store: Store) -> Store:
    derive(store, contents(CALL, VISIT, SUMMIT, UNDATED))
    return store


def listed(store: Store, wanted: Wanted) -> list[str]:
    found = (from_json(json.loads(one), Contact) for one in store.contacts(wanted))
    return [one.label for one in found]


def test_what_was_derived_is_read_back_whole(filled: Store) -> None:
    found = [from_json(json.loads(one), Contact) for one in filled.part("contacts")]
    assert found == [CALL, VISIT, SUMMIT, UNDATED]


def test_the_tables_say_from_which_head_they_were_made(store: Store) -> None:
    assert store.derived() is None
    enter(store, draft("one"))
    derive(store, contents())
    derived = store.derived()
    assert derived is not None
    assert derived.head == store.head()
    enter(store, draft("two"))
    assert derived.head != store.head()


def test_deriving_again_replaces_all_rows(filled: Store) -> None:
    derive(filled, contents(VISIT))
    assert listed(filled, Wanted()) == [VISIT.label]
    assert [row["contact"] for row in filled.rows("accounts")] == [VISIT.id]


def test_contacts_come_in_the_order_of_their_days(filled: Store) -> None:
    expected = [UNDATED.label, CALL.label, VISIT.label, SUMMIT.label]
    assert listed(filled, Wanted()) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(states=("FRD",)), [CALL.label, VISIT.label]),
        (Wanted(states=("SYL", "FRD")), [CALL.label]),
        (Wanted(states=("LGU",)), [SUMMIT.label]),
        (Wanted(body="LGU"), [SUMMIT.label]),
        (Wanted(form="visit"), [VISIT.label]),
        (Wanted(status="planned"), []),
        (Wanted(since="2031-05-06"), [VISIT.label, SUMMIT.label]),
        (Wanted(until="2031-05-05"), [UNDATED.label, CALL.label]),
        (Wanted(since="2031-06-15", until="2031-06-20"), [SUMMIT.label]),
        (Wanted(states=("FRD",), sort="reports"), [CALL.label, VISIT.label]),
        (
            Wanted(sort="label"),
            sorted(one.label for one in (CALL, VISIT, SUMMIT, UNDATED)),
        ),
    ],
)
def test_contacts_are_filtered_by_all_that_is_asked(
    filled: Store, wanted: Wanted, expected: list[str]
) -> None:
    assert listed(filled, wanted) == expected


def test_an_unknown_order_is_refused(filled: Store) -> None:
    with pytest.raises(NotPossible, match="expected one of date, latest, label"):
        listed(filled, Wanted(sort="weight"))


@pytest.mark.parametrize("name", [CALL.label, CALL.id, "a-1"])
def test_a_contact_is_found_by_label_id_and_account(filled: Store, name: str) -> None:
    assert filled.contact_named(name) == CALL.id


def test_an_old_label_still_finds_its_contact(filled: Store) -> None:
    known = contact("2031-05-01-os-sy-call", "OST", "SYL", account="a-4", on="2031-05-01")
    derive(filled, contents(known))
    assert filled.contact_named(UNDATED.label) == known.id
    assert filled.contact_named("never-a-label") is None


def test_a_label_that_now_belongs_to_another_contact_finds_that_one(filled: Store) -> None:
    other = contact(CALL.label, "FRD", "SYL", account="a-9")
    moved = contact(f"{CALL.label}-2", "FRD", "SYL", account="a-1")
    derive(filled, contents(other, moved))
    assert filled.contact_named(CALL.label) == other.id


def test_a_search_finds_the_lines_that_hold_all_words(store: Store) -> None:
    text = "The heron called.\nThe two reeds bent: a heron, a treaty.\nNothing else."
    derive(store, contents(documents=[entry_of_document()]), {REED: text})
    [best, *_] = store.search("heron treaty", limit=5)
    assert best.document == REED
    assert text[best.start : best.end] == best.words
    assert best.words == "The two reeds bent: a heron, a treaty."


@pytest.mark.parametrize("words", ['"', "AND", "heron AND (", "*", "", "-", 'a"b', "NEAR/2"])
def test_a_search_takes_any_words_as_words(store: Store, words: str) -> None:
    derive(store, contents(documents=[entry_of_document()]), {REED: "A heron."})
    assert len(list(store.search(words, limit=5))) <= 1


def test_a_search_ignores_accents_and_takes_phrases(store: Store) -> None:
    text = "The café talks.\nTalks at the café."
    derive(store, contents(documents=[entry_of_document()]), {REED: text})
    assert [one.start for one in store.search("cafe", limit=5)] == [0, 16]
    [hit] = store.search('"café talks"', limit=5)
    assert hit.start == 0
