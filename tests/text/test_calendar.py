from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.text.calendar import nearest_weekday, settle

WEDNESDAY = date(2019, 3, 6)


@pytest.mark.parametrize(
    ("relative", "edtf"),
    [
        ("day:-1", "2019-03-05"),
        ("days:-1:0", "2019-03-05/2019-03-06"),
        ("weekday:2:past", "2019-03-05"),
        ("weekday:3:past", "2019-03-06"),
        ("weekday:3:before", "2019-02-27"),
        ("weekday:3:future", "2019-03-06"),
        ("weekday:3:after", "2019-03-13"),
        ("weekday:6:near", "2019-03-09"),
        ("weekday:7:near", "2019-03-03"),
        ("weekday:2:week:-1", "2019-02-26"),
        ("weekday:2:last", "2019-02-26"),
        ("weekday:1:last", "2019-03-04"),
        ("weekday:5:future+P7D", "2019-03-15"),
        ("monthday:28:past", "2019-02-28"),
        ("monthday:12:future", "2019-03-12"),
        ("monthday:28:month:-1", "2019-02-28"),
        ("week-of:2019-03-14", "2019-03-11/2019-03-17"),
        ("week-of:date:03-14:future", "2019-03-11/2019-03-17"),
        ("weekend:past", "2019-03-02/2019-03-03"),
        ("week:-1", "2019-02-25/2019-03-03"),
        ("week:+0:early", "2019-03-04/2019-03-06"),
        ("month:+1", "2019-04"),
        ("month:-3", "2018-12"),
        ("month:+0:late", "2019-03-06/2019-03-31"),
        ("year:-1", "2018"),
        ("date:03-04:past", "2019-03-04"),
        ("date:12-20:past", "2018-12-20"),
        ("date:12-20:near", "2018-12-20"),
        ("date:02-29:past", "2016-02-29"),
        ("date:08-24:year:-1", "2018-08-24"),
        ("month-of:9:future", "2019-09"),
        ("month-of:3:past", "2019-03"),
        ("month-of:3:before", "2018-03"),
        ("season:22:past", "2018-22"),
        ("duration-back:P2D", "2019-03-04"),
        ("duration-back:P1W", "2019-02-25/2019-03-03"),
        ("duration-back:PT3H", "2019-03-06"),
        ("duration-on:P2M", "2019-05"),
        ("past:P2W", "2019-02-20/2019-03-06"),
        ("coming:P1M", "2019-03-06/2019-04-06"),
        ("recent", "../2019-03-06"),
        ("soon", "2019-03-06/.."),
        ("stretch", None),
        ("weekday:1:past+P1D", "2019-03-05"),
        ("weekday:1:past/weekday:3:past", "2019-03-04/2019-03-06"),
        ("weekday:5:past/weekday:7:past", "2019-03-01/2019-03-03"),
        ("weekday:2:past/weekday:4:past", "2019-02-26/2019-02-28"),
        ("weekday:6:future/weekday:1:future", "2019-03-09/2019-03-11"),
        ("month-of:11:past/month-of:12:past", "2018-11/2018-12"),
        ("stretch:PXD", None),
        ("present", None),
        ("then+P2D", None),
        ("no such meaning", None),
    ],
)
def test_words_that_count_from_a_day_come_to_a_date(relative: str, edtf: str | None) -> None:
    assert settle(relative, WEDNESDAY) == edtf


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 7))
def test_a_weekday_lies_on_the_side_that_its_verb_sends_it(anchor: date, number: int) -> None:
    days = {how: (nearest_weekday(number, how, anchor) - anchor).days for how in SIDES}
    assert all(nearest_weekday(number, how, anchor).isoweekday() == number for how in SIDES)
    for how, (least, most) in SIDES.items():
        assert least <= days[how] <= most


SIDES = {"past": (-6, 0), "future": (0, 6), "before": (-7, -1), "after": (1, 7), "near": (-3, 3)}


def test_a_day_beyond_the_calendar_is_no_date() -> None:
    assert settle("day:+5", date(9999, 12, 30)) is None
    assert settle("year:-2019", date(2019, 1, 1)) is None
