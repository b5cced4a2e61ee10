"""Who keeps company: documents that are near one another and near to the same others."""

import pytest

from communique.resolve.stories.company import keeps_company, nearest


@pytest.mark.parametrize(
    ("mine", "its", "kept"),
    [
        ("b", "a", True),
        ("bc", "ac", True),
        ("bcd", "ae", True),  # two of five
        ("bcde", "afg", False),  # two of seven, though each is near the other
        ("bcde", "acfg", True),  # three of seven
        ("", "acde", False),  # one of five: nearness of one alone
    ],
)
def test_enough_of_all_that_either_is_near_to_is_near_to_both(
    mine: str, its: str, kept: bool
) -> None:
    near = {"a": set(mine), "b": set(its)}
    assert keeps_company("a", "b", near) == kept
    assert keeps_company("b", "a", near) == kept


def test_the_nearest_are_those_that_share_most_else_the_first_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("communique.resolve.stories.company.NEAREST", 2)
    assert nearest({"c": 5, "b": 5, "a": 5, "d": 9}) == {"d", "a"}
