import pytest

from communique.text.names import can_be_one_name, is_within_edits, name_parts


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ambrose Trentino", "Ambrose Trentíno"),
        ("Ambrose Trentino", "Ambrosse Trentino"),
        ("Ambrose Trentino", "A. Trentino"),
        ("Trentino Ambrose", "Ambrose Trentino"),
        ("Ambrose Trentino", "Ambrose J. Trentino"),
        ("Trentino", "Ambrose Trentino"),
    ],
)
def test_spellings_initials_and_orders_can_be_one_name(left: str, right: str) -> None:
    assert can_be_one_name(name_parts(left), name_parts(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ambrose Trentino", "Vera Trentino"),
        ("Lee Min", "Lee Mun"),
        ("Ambrose Trentino", "Ambrose Teasdale"),
        ("Rufus Firefly", "Gloria Teasdale"),
    ],
)
def test_other_names_of_a_family_or_short_ones_are_not(left: str, right: str) -> None:
    assert not can_be_one_name(name_parts(left), name_parts(right))


def is_form(left: str, right: str) -> bool:
    return {left, right} in ({"francis", "frank"}, {"james", "jamie"})


def test_a_first_name_cut_short_counts_as_first_word_of_one_family_alone() -> None:
    def meet(left: str, right: str) -> bool:
        return can_be_one_name(name_parts(left), name_parts(right), is_form=is_form)

    assert meet("Frank Dan", "Francis Dan")
    assert meet("Frank Dan", "Francis O. Dan")
    assert not meet("Olo Frank", "Olo Francis")
    assert not meet("Peter James", "Peter Jamie")
    assert not meet("Frank Dan", "Dan Francis")


def test_edits_are_counted_up_to_a_bound() -> None:
    assert is_within_edits("trentino", "trentno", 1)
    assert not is_within_edits("trentino", "trnten", 2)
