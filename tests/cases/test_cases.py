import pytest

from communique.model.vocabulary import Form
from tests.cases.forms import shown_by
from tests.cases.lines import Words
from tests.cases.notation import TEXTS, sound_cases
from tests.cases.results import Outcome
from tests.cases.runner import cast_tables, run_cases

CASES, TRAPS, SENTENCES = 400, 150, 6
"""Cases and traps that the house has at least, and sentences for and against each form."""
UNLIKE = 0.045
"""Share of the cases that may pass where their mirror does not, or the other way round."""


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return run_cases(mirrors=True)


def test_the_house_has_cases_and_traps_enough() -> None:
    cases = sound_cases(TEXTS, Words.of(cast_tables()))
    assert len(cases) >= CASES
    assert sum(one.is_trap for one in cases) >= TRAPS


def test_each_form_has_sentences_that_tell_of_it_and_sentences_that_do_not() -> None:
    shown = shown_by(sound_cases(TEXTS, Words.of(cast_tables())))
    assert set(shown) == set(Form)
    for form, sentences in shown.items():
        assert len(sentences.positive) >= SENTENCES, form
        assert len(sentences.negative) >= SENTENCES, form


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
