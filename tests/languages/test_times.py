import pytest

from communique.languages.en.amounts import iso_duration, number_of
from communique.languages.en.expression_makers import TENSE
from communique.languages.en.expressions import (
    NameRow,
    TimeRow,
    expressions_in,
    name_rows,
    time_rows,
)
from communique.languages.en.times import stamp_in


def given_by(text: str) -> list[str]:
    return [
        one.edtf or one.relative or one.duration or one.shift or "" for one in expressions_in(text)
    ]


@pytest.mark.parametrize("row", time_rows(), ids=lambda row: f"{row.means}: {row.matches}")
def test_a_row_reads_its_example_and_not_its_counterexample(row: TimeRow) -> None:
    tenses = [row.gives.replace(way, TENSE) for way in ("past", "future", "before", "after")]
    assert set(given_by(row.matches)) & {row.gives, *tenses}
    assert row.pattern.search(row.counter) is None


@pytest.mark.parametrize("row", name_rows(), ids=lambda row: row.matches)
def test_a_name_that_looks_like_a_time_is_known(row: NameRow) -> None:
    assert row.pattern.search(row.matches)
    assert row.pattern.search(row.counter) is None


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("date 2019-03-04", "2019-03-04"),
        ("(Published 4 March 2019, 23:01 IST)", "2019-03-04T23:01+05:30"),
        ("Published: Mar 4, 2019 10:30 PM EST", "2019-03-04T22:30-05:00"),
        ("Updated at 9:05 a.m. GMT, March 4, 2019", "2019-03-04T09:05Z"),
        ("2019-03-04T10:00:00+01:00", "2019-03-04T10:00+01:00"),
        ("2019-03-04 10:00:00+0100", "2019-03-04T10:00+01:00"),
        ("2019-03-04T10:00:00Z", "2019-03-04T10:00Z"),
        ("Last update 5 Nov 2020", "2020-11-05"),
        ("4th March, 2019", "2019-03-04"),
        ("31 June 2019", None),
        ("July 3", None),
        ("4 YEARS AGO", None),
    ],
)
def test_a_line_gives_its_date_with_time_and_zone(line: str, edtf: str | None) -> None:
    stamp = stamp_in(line)
    assert (stamp.edtf if stamp else None) == edtf


def test_an_ambiguous_zone_goes_by_the_words_beside_it_then_by_the_outlets_state() -> None:
    line = "4 March 2019, 23:01 IST"
    by_words = stamp_in(f"{line} (Dublin)")
    by_state = stamp_in(line, state="ISR")
    assert by_words is not None
    assert by_words.edtf.endswith("+01:00")
    assert by_state is not None
    assert by_state.edtf.endswith("+02:00")
    assert [one.offset for one in by_state.readings] == ["+02:00", "+05:30", "+01:00"]


def test_numbers_and_durations_have_one_spelling() -> None:
    assert number_of("twenty-five") == 25
    assert number_of("a hundred") == 100
    assert number_of("a couple of") == 2
    assert number_of("purple") is None
    assert iso_duration(90, "min") == "PT1H30M"
    assert iso_duration(60, "min") == "PT1H"
    assert iso_duration(2, "10Y") == "P20Y"
