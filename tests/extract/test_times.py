"""Times of news sentences: what they cover, from a document of a known day."""

from collections.abc import Iterable

import pytest

from communique.catalog.tables import Tables
from communique.extract.page import Page
from communique.extract.times import find_times
from communique.intake import About, Options, Taken, document_from_bytes
from communique.languages.en.parse import parse
from communique.model.times import TimeMention

pytestmark = pytest.mark.slow

NO_TABLES = Tables((), (), (), (), (), (), "")
WEDNESDAY = "2019-03-06"

# sentence, wording, EDTF in a document of Wednesday 2019-03-06
DATED = (
    ("President Berg met Prime Minister Dahl on Tuesday.", "Tuesday", "2019-03-05"),
    ("President Berg met Prime Minister Dahl on Wednesday.", "Wednesday", "2019-03-06"),
    ("President Berg Monday spoke to Prime Minister Dahl over the phone.", "Monday", "2019-03-04"),
    ("The two leaders spoke on Thursday night, officials said.", "Thursday night", "2019-02-28"),
    ("The foreign ministers will meet on Friday in Norburg.", "Friday", "2019-03-08"),
    ("The foreign ministers will meet on Wednesday in Norburg.", "Wednesday", "2019-03-06"),
    ("Norland's envoy is to meet his counterpart on Monday.", "Monday", "2019-03-11"),
    ("A summit is scheduled for Tuesday in Norburg.", "Tuesday", "2019-03-12"),
    ("The two sides agreed to meet on Sunday.", "Sunday", "2019-03-10"),
    ("The president is expected to arrive on Saturday.", "Saturday", "2019-03-09"),
    ("The delegation is due to leave on Friday.", "Friday", "2019-03-08"),
    ("The minister plans to visit Sudland on Thursday.", "Thursday", "2019-03-07"),
    ("The talks, which were held on Friday, went well.", "Friday", "2019-03-01"),
    ("He had written on Sunday that the strike was over.", "Sunday", "2019-03-03"),
    ("They met last Tuesday in the capital.", "last Tuesday", "2019-02-26"),
    ("They met last Wednesday in the capital.", "last Wednesday", "2019-02-27"),
    ("They will meet next Wednesday in the capital.", "next Wednesday", "2019-03-13"),
    ("They will meet this coming Monday.", "this coming Monday", "2019-03-11"),
    ("They spoke on Tuesday last week.", "Tuesday last week", "2019-02-26"),
    ("They will speak on Monday next week.", "Monday next week", "2019-03-11"),
    ("“We will go on with the talks,” the minister said Monday.", "Monday", "2019-03-04"),
    ("Tuesday's meeting was the first of its kind.", "Tuesday", "2019-03-05"),
    ("Friday's meeting will be the first of its kind.", "Friday", "2019-03-08"),
    ("The ministers have been in touch since Friday.", "Friday", "2019-03-01"),
    ("The president met the king on 4 March 2019.", "4 March 2019", "2019-03-04"),
    ("The president met the king on March 4, 2019.", "March 4, 2019", "2019-03-04"),
    ("The president met the king on Mar. 4.", "Mar. 4", "2019-03-04"),
    ("The president met the king on February 28.", "February 28", "2019-02-28"),
    ("The president met the king on the 28th of February.", "28th of February", "2019-02-28"),
    ("The president met the king on December 20.", "December 20", "2018-12-20"),
    ("The president will meet the king on January 12.", "January 12", "2020-01-12"),
    (
        "The president met the king on Monday, March 4, at the palace.",
        "Monday, March 4",
        "2019-03-04",
    ),
    ("The note was handed over on 2019-02-11 in Norburg.", "2019-02-11", "2019-02-11"),
    (
        "The council met from 11 to 13 February 2019.",
        "from 11 to 13 February 2019",
        "2019-02-11/2019-02-13",
    ),
    ("The council met on February 11-13.", "February 11-13", "2019-02-11/2019-02-13"),
    (
        "The council met from January 30 to February 2.",
        "from January 30 to February 2",
        "2019-01-30/2019-02-02",
    ),
    ("The two states signed a treaty in February 2017.", "February 2017", "2017-02"),
    ("The council will convene in September.", "in September", "2019-09"),
    ("The council convened in September.", "in September", "2018-09"),
    ("The council convened last October.", "last October", "2018-10"),
    ("The two had met in May last year.", "May last year", "2018-05"),
    ("Relations have been sour since the 2014 poisoning.", "2014", "2014"),
    ("They last met in 2016.", "2016", "2016"),
    ("The two fought from 2011 to 2013.", "from 2011 to 2013", "2011/2013"),
    ("Norland in the 1990s had armed the rebels.", "the 1990s", "199X"),
    ("The border was drawn in the 19th century.", "the 19th century", "18XX"),
    ("The leaders spoke yesterday.", "yesterday", "2019-03-05"),
    ("The leaders spoke earlier today.", "earlier today", "2019-03-06"),
    ("The leaders meet tomorrow.", "tomorrow", "2019-03-07"),
    ("The leaders spoke overnight.", "overnight", "2019-03-05/2019-03-06"),
    ("The leaders spoke last night.", "last night", "2019-03-05"),
    ("The rebels took the capital last week.", "last week", "2019-02-25/2019-03-03"),
    ("The envoys met earlier this week.", "earlier this week", "2019-03-04/2019-03-06"),
    ("The envoys will meet later this week.", "later this week", "2019-03-06/2019-03-10"),
    ("The body will gather for its summit in Norburg next month.", "next month", "2019-04"),
    ("The two met earlier this month.", "earlier this month", "2019-03"),
    ("They signed the treaty last year.", "last year", "2018"),
    ("The work must end by the end of the year.", "by the end of the year", "2019"),
    ("The leaders spoke over the weekend.", "over the weekend", "2019-03-02/2019-03-03"),
    ("They will meet next weekend.", "next weekend", "2019-03-09/2019-03-10"),
    ("They met last summer in Norburg.", "last summer", "2018-22"),
    ("The leaders met two days ago.", "two days ago", "2019-03-04"),
    ("The leaders met three weeks ago.", "three weeks ago", "2019-02-11/2019-02-17"),
    ("The leaders met six months ago.", "six months ago", "2018-09"),
    ("The ministers will meet in two weeks' time.", "in two weeks' time", "2019-03-18/2019-03-24"),
    (
        "The two spoke twice over the past two weeks.",
        "over the past two weeks",
        "2019-02-20/2019-03-06",
    ),
    ("The envoys will meet within three days.", "within three days", "2019-03-06/2019-03-09"),
    ("The minister recently indicated that talks went on.", "recently", "../2019-03-06"),
    ("It was the first outreach in recent months.", "in recent months", "../2019-03-06"),
    ("Both sides will meet in the near future.", "in the near future", "2019-03-06/.."),
    ("Norland has kept contacts over the past few months.", "over the past few months", None),
    (
        "The leaders met on Monday. They spoke again the next day.",
        "the next day",
        "2019-03-05",
    ),
    (
        "The leaders met on February 20. Two days later they signed a treaty.",
        "Two days later",
        "2019-02-22",
    ),
    (
        "The president met the king on Monday, a day after Sunday's vote.",
        "a day after",
        "2019-03-04",
    ),
)  # fmt: skip

NOT_TIMES = (
    "The Sunday Beacon newspaper cited the minister.",
    "The Sunday Times cited the minister.",
    "The Good Friday Agreement was signed by both.",
    "Some 2000 soldiers crossed the border.",
    "The council adopted Resolution 1973 against Norland.",
    "A 45-year-old envoy spoke to the king.",
    "Prime Minister May told reporters that she would go.",
    "The project cost $2018 per head.",
)

LENGTHS = (
    ("The visit lasted for 45 minutes.", "45 minutes", "PT45M"),
    ("The two held a 90-minute call.", "90-minute", "PT1H30M"),
    ("They had an hour-long call.", "an hour-long", "PT1H"),
    ("The talks took three and a half hours.", "three and a half hours", "PT3H30M"),
    ("They spoke for half an hour.", "half an hour", "PT30M"),
    ("They spoke for two hours and 15 minutes.", "two hours and 15 minutes", "PT2H15M"),
    ("The minister began a two-day visit.", "two-day", "P2D"),
    ("They spoke for more than two hours.", "two hours", "PT2H"),
)


def pages(sentences: Iterable[str], date: str | None) -> list[Page]:
    made = []
    for sentence in sentences:
        taken = document_from_bytes(
            sentence.encode(), "note.txt", Options(About(date=date, language="en"))
        )
        assert isinstance(taken, Taken)
        made.append(taken.document)
    return [Page(document, parsed, NO_TABLES) for document, parsed in parse(made)]


@pytest.fixture(scope="module")
def dated() -> dict[str, tuple[TimeMention, ...]]:
    sentences = [*(one[0] for one in DATED), *NOT_TIMES, *(one[0] for one in LENGTHS)]
    return {page.document.text: find_times(page) for page in pages(sentences, WEDNESDAY)}


@pytest.mark.parametrize(("sentence", "words", "edtf"), DATED)
def test_a_wording_of_time_is_settled_on_what_it_covers(
    dated: dict[str, tuple[TimeMention, ...]], sentence: str, words: str, edtf: str | None
) -> None:
    found = {one.passage.exact: one.when.edtf for one in dated[sentence]}
    assert found.get(words, "not found") == edtf


@pytest.mark.parametrize("sentence", NOT_TIMES)
def test_names_numbers_and_ages_are_no_times(
    dated: dict[str, tuple[TimeMention, ...]], sentence: str
) -> None:
    assert dated[sentence] == ()


@pytest.mark.parametrize(("sentence", "words", "duration"), LENGTHS)
def test_a_length_of_time_is_a_duration_and_no_date(
    dated: dict[str, tuple[TimeMention, ...]], sentence: str, words: str, duration: str
) -> None:
    assert [(one.passage.exact, one.duration, one.when.edtf) for one in dated[sentence]] == [
        (words, duration, None)
    ]


def test_passages_are_the_words_that_stand_there(
    dated: dict[str, tuple[TimeMention, ...]],
) -> None:
    for text, times in dated.items():
        for one in times:
            assert text[one.passage.start : one.passage.end] == one.passage.exact


def test_an_undated_document_keeps_what_its_days_mean_for_later() -> None:
    [page] = pages(
        ["The two spoke on Tuesday. They will meet on Friday. The next day is free."], None
    )
    tuesday, friday, next_day = (one.when for one in find_times(page))
    assert (tuesday.edtf, tuesday.relative) == (None, "weekday:2:past")
    assert (friday.edtf, friday.relative) == (None, "weekday:5:future")
    assert (next_day.edtf, next_day.relative) == (None, "weekday:5:future+P1D")
    assert tuesday.basis == "Tuesday; document undated"


def test_the_basis_says_which_day_the_document_has() -> None:
    [page] = pages(["The two spoke on Tuesday."], WEDNESDAY)
    [one] = find_times(page)
    assert one.when.basis == "Tuesday; document dated 2019-03-06"
