import pytest

from tests.quality.dates import compatible, is_given


@pytest.mark.parametrize(
    ("left", "right", "fits"),
    [
        ("2031-03-04", "2031-03-04", True),
        ("2031-03-04", "2031-03-05", False),
        ("2031-03", "2031-03-31", True),
        ("2031", "2032-01-01", False),
        ("2031-03-04/2031-03-06", "2031-03-06", True),
        ("../2031-03-04", "2030-12-24", True),
        ("../2031-03-04", "2031-03-05", False),
        ("2031-03-04/..", "2033", True),
        ("2031-03-04~", "2031-03-04", True),
        (None, "2031-03-04", True),
    ],
)
def test_dates_are_compatible_when_one_day_can_be_both(
    left: str | None, right: str, *, fits: bool
) -> None:
    assert compatible(left, right) is fits
    assert compatible(right, left) is fits


def test_an_upper_bound_is_no_date_that_a_page_gives() -> None:
    assert is_given("2031-03") is True
    assert is_given("../2031-03-04") is False
    assert is_given(None) is False
