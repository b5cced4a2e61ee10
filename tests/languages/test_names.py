"""First names as English cuts them short."""

import pytest

from communique.languages.en.names import first_forms, is_one_first_name, name_endings


@pytest.mark.parametrize(
    ("left", "right"),
    [("joe", "joseph"), ("tony", "antony"), ("antony", "anthony"), ("will", "bill")],
)
def test_forms_of_one_first_name_are_known(left: str, right: str) -> None:
    assert is_one_first_name(left, right)
    assert is_one_first_name(right, left)


@pytest.mark.parametrize(("left", "right"), [("joe", "john"), ("jack", "jim"), ("ted", "tom")])
def test_other_first_names_are_not_one(left: str, right: str) -> None:
    assert not is_one_first_name(left, right)


def test_the_table_is_in_plain_lower_case_words() -> None:
    assert all(one.isascii() and one.islower() for one in (*first_forms(), *name_endings()))
