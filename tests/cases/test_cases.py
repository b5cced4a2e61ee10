import pytest

from tests.cases.lines import Words
from tests.cases.notation import TEXTS, sound_cases
from tests.cases.results import Outcome
from tests.cases.runner import cast_tables, run_cases

UNLIKE = 0.045
"""Share of the cases that may pass where their mirror does not, or the other way round."""


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return run_cases(mirrors=True)


@pytest.mark.slow
def test_every_case_is_read_and_so_is_its_mirror(outcome: Outcome) -> None:
    cases = sound_cases(TEXTS, Words.of(cast_tables()))
    assert outcome.problems == ()
    assert [one.case for one in outcome.cases] == list(cases)
    assert [one.key for one in outcome.mirrors] == [one.key for one in outcome.cases]
    assert all(one.checks for one in outcome.cases)


@pytest.mark.slow
def test_other_names_and_years_change_hardly_any_result(outcome: Outcome) -> None:
    told = [f"{case.case.phenomenon}: {case.case.name}" for case, _ in outcome.unlike]
    assert len(told) <= UNLIKE * len(outcome.cases), told
