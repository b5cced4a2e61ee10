"""What is known before reading, and a user's own rows."""

from pathlib import Path

import pytest

from communique.catalog.tables import Tables, TablesUnfit, load_tables
from communique.errors import CommuniqueError

RUVIA = """
[[state]]
code = "RUV"
alpha2 = "RV"
names = ["Ruvia"]
adjectives = ["Ruvian"]
capitals = ["Moralgrad"]
"""

TENURE = """
[[tenure]]
person = "Olo Dan"
state = "{state}"
office = "head of state"
title = "King"
since = "{since}"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own.toml"


def loaded(own: Path, text: str) -> Tables:
    own.write_text(text, encoding="utf-8")
    return load_tables(own)


def test_every_member_of_the_united_nations_and_four_more_states_are_known() -> None:
    states = load_tables().states
    assert len(states) == 193 + 4
    assert len({one.code for one in states}) == len({one.alpha2 for one in states}) == len(states)


def test_every_state_has_a_name_and_almost_every_state_a_capital() -> None:
    states = load_tables().states
    assert all(one.names for one in states)
    # Two states are one city, one other has no word for its capital that is not a given name.
    assert len([one for one in states if not one.capitals]) <= 5


def test_members_of_bodies_and_formats_are_states_or_bodies_of_the_tables() -> None:
    tables = load_tables()
    known = {one.code for one in tables.states} | {one.code for one in tables.bodies}
    assert {code for one in tables.bodies for code in one.members} <= known
    assert {code for one in tables.formats for code in one.members} <= known


def test_an_own_row_with_a_new_code_is_a_new_state(own: Path) -> None:
    tables = loaded(own, RUVIA)
    assert tables.states[-1].names == ("Ruvia",)
    assert len(tables.states) == len(load_tables().states) + 1


def test_an_own_row_with_a_known_code_adds_its_words_first(own: Path) -> None:
    tables = loaded(own, '[[state]]\ncode = "NZL"\nnames = ["Aotearoa New Zealand"]\n')
    state = next(one for one in tables.states if one.code == "NZL")
    assert state.names[:2] == ("Aotearoa New Zealand", "New Zealand")
    assert state.capitals


def test_other_rows_give_another_digest_and_equal_rows_the_same(own: Path) -> None:
    first = loaded(own, RUVIA)
    assert first.digest != load_tables().digest
    assert loaded(own, RUVIA).digest == first.digest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[state]]\ncode = "RUV"\ncapital = "Moralgrad"', "met 'capital', expected code"),
        ('[[state]]\ncode = "Ruv"\nnames = ["Ruvia"]', "three capital letters"),
        ('[[state]]\ncode = "RUV"', "RUV has no names"),
        ('[[state]]\nnames = ["Ruvia"]', "'code' is missing"),
        ('[[state]]\ncode = "RUV"\nnames = "Ruvia"', "expected a list"),
        ("[state]\ncode = 'RUV'", "write [[state]]"),
        ("[[country]]\ncode = 'RUV'", "met 'country', expected rows of [[state]]"),
        ('[[tenure]]\nperson = "Olo Dan"', "'state' is missing"),
        (
            '[[tenure]]\nperson="Olo Dan"\nstate="NZL"\noffice="boss"\ntitle="Boss"\nsince="2019"',
            "expected one of head of state",
        ),
        (
            TENURE.format(state="NZL", since="May 2019"),
            "expected YYYY",
        ),
        (
            TENURE.format(state="RUV", since="2019"),
            "no state or body 'RUV'; add a [[state]]",
        ),
        ("[[state", "is not TOML"),
    ],
)
def test_a_row_that_is_wrong_is_refused_with_what_was_expected(
    own: Path, text: str, said: str
) -> None:
    with pytest.raises(TablesUnfit) as refused:
        loaded(own, text)
    assert said in str(refused.value)
    assert "own.toml" in str(refused.value)
    assert isinstance(refused.value, CommuniqueError)


def test_a_file_that_is_not_there_is_named(own: Path) -> None:
    with pytest.raises(TablesUnfit, match="cannot read"):
        load_tables(own)
