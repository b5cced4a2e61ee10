"""Words that tell at what hour of a day something was, or in which month an earlier one."""

import pytest

from communique.languages.en.moments import (
    EarlierCue,
    earlier_months,
    is_early,
    is_late,
    load_moments,
)


@pytest.mark.parametrize("cue", load_moments().earlier, ids=lambda one: one.matches)
def test_a_cue_of_an_earlier_month_matches_its_example_and_not_the_other(cue: EarlierCue) -> None:
    assert cue.pattern.search(cue.matches)
    assert not cue.pattern.search(cue.not_matches)


def test_the_months_of_earlier_contacts_are_found() -> None:
    text = "It was their first call since May. At the last visit, in spring, he fell ill."
    assert earlier_months(text) == {5}
    assert earlier_months("They last met\nat Velan in September.") == {9}
    assert earlier_months("They will meet in June, the first time this year.") == frozenset()


def test_evenings_are_late_and_mornings_early() -> None:
    told = ("Monday evening", "early on Tuesday", "Monday", None)
    assert [is_late(one) for one in told] == [True, False, False, False]
    assert [is_early(one) for one in told] == [False, True, False, False]
