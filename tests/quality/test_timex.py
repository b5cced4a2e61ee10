import pytest

from communique.model.passages import DocumentId, Passage
from communique.model.times import TimeMention, When
from tests.quality.times import TimeScore, Timex
from tests.quality.timex import extent_of, value_of


def time(
    words: str, edtf: str | None, relative: str | None = None, duration: str | None = None
) -> TimeMention:
    passage = Passage(DocumentId("d-0"), 10, 10 + len(words), words)
    return TimeMention(passage, When(edtf, "", words, relative), duration)


@pytest.mark.parametrize(
    ("mention", "value"),
    [
        (time("Tuesday", "2031-03-04", "weekday:2:past"), "2031-03-04"),
        (time("last week", "2031-02-24/2031-03-02", "week:-1"), "2031-W09"),
        (time("the weekend", "2031-03-01/2031-03-02", "weekend:past"), "2031-W09-WE"),
        (time("spring", "2031-21", "season:21:past"), "2031-SP"),
        (time("the past two years", "2029-03-04/2031-03-04", "past:P2Y"), "P2Y"),
        (time("early this month", "2031-03-01/2031-03-04", "month:0:early"), "2031-03"),
        (time("late last year", "2030-10-01/2030-12-31", "year:-1:late"), "2030"),
        (time("a week before", "2031-02-25", "weekday:2:past-P1W"), "P1W"),
        (time("until Friday", "../2031-03-07"), "2031-03-07"),
        (time("the 1990s", "199X"), "199"),
        (time("two hours", None, None, "PT2H"), "PT2H"),
        (time("recently", "../2031-03-04", "recent"), "PAST_REF"),
        (time("now", "2031-03-04", "day:0"), "PRESENT_REF"),
        (time("soon", None, "soon"), "FUTURE_REF"),
        (time("Tuesday", None, "weekday:2:past"), None),
        (time("weeks", None, "stretch:PXW"), "PXW"),
        (time("days before", None, "then-PXD"), "PXD"),
        (time("over the years", None, "stretch"), None),
    ],
)
def test_times_have_the_values_that_timex_gives_them(
    mention: TimeMention, value: str | None
) -> None:
    assert value_of(mention) == value


def test_a_preposition_is_no_part_of_a_time() -> None:
    assert extent_of(time("over the past two years", None)) == (15, 33)
    assert extent_of(time("two years after", None)) == (10, 19)
    assert extent_of(time("overnight", None)) == (10, 19)


def test_the_f1_of_values_is_the_relaxed_f1_times_the_share_of_right_values() -> None:
    score = TimeScore()
    score.add(
        [Timex(0, 6, "2031-03-04"), Timex(20, 30, "P2Y"), Timex(40, 44, "2031")],
        [Timex(0, 6, "2031-03-04"), Timex(24, 30, "P3Y")],
    )
    found = score.figures()
    assert found["strict F1"] == pytest.approx(2 / 5)
    assert found["relaxed F1"] == pytest.approx(4 / 5)
    assert found["value F1"] == pytest.approx(4 / 5 / 2)
