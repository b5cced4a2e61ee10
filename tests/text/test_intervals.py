from datetime import date

import pytest

from communique.text.intervals import covers, day_of, days_of, meet


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-05-06", date(2031, 5, 6), date(2031, 5, 6)),
        ("2031-05-06T23:01+05:30", date(2031, 5, 6), date(2031, 5, 6)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("203X", date(2030, 1, 1), date(2039, 12, 31)),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
        ("2031-21", date(2031, 3, 1), date(2031, 5, 31)),
        ("../2031-05-06", None, date(2031, 5, 6)),
        ("2031-05/..", date(2031, 5, 1), None),
        ("2031-05-06?", date(2031, 5, 6), date(2031, 5, 6)),
        ("2031-02-30", None, None),
        (None, None, None),
    ],
)
def test_a_date_covers_its_days(edtf: str | None, first: date | None, last: date | None) -> None:
    assert days_of(edtf) == (first, last)


def test_only_a_day_is_a_day() -> None:
    assert day_of("2031-05-06") == date(2031, 5, 6)
    assert day_of("2031-05") is None


def test_a_month_covers_its_days_and_no_others() -> None:
    assert covers("2031-05", "2031-05-06")
    assert not covers("2031-05", "2031-06-01")
    assert covers("../2031-05-06", "2031-05-06")


def test_times_meet_when_they_share_a_day_or_one_is_not_known() -> None:
    assert meet("2031-05", "2031-05-31/2031-06-02")
    assert not meet("2031-05-06", "2031-05-07")
    assert meet(None, "2031-05-07")
    assert not meet("../2031-05-06", "2031-05-07")
