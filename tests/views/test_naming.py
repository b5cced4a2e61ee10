"""How days and lengths of time are called in a view."""

import pytest

from communique.text.durations import duration_named
from communique.views.naming import day_named


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("PT45M", "45 minutes"),
        ("PT1H30M", "1 hour 30 minutes"),
        ("P3D", "3 days"),
        ("about an hour", "about an hour"),
    ],
)
def test_a_duration_is_told_in_words(value: str, words: str) -> None:
    assert duration_named(value) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-05-13", "2031-05-13"),
        ("../2031-05-13", "by 2031-05-13"),
        ("2031-05-13/..", "since 2031-05-13"),
        ("2031-05-12/2031-05-18", "2031-05-12 to 2031-05-18"),
        ("2031-05", "2031-05"),
        ("2031-23", "autumn 2031"),
        ("2031-21/2031-22", "spring 2031 to summer 2031"),
        ("../2031-24", "by winter 2031"),
        (None, "not stated"),
    ],
)
def test_a_date_is_as_coarse_as_its_account(edtf: str | None, words: str) -> None:
    assert day_named(edtf) == words
