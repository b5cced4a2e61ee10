import pytest

from communique.intake import About
from tests.intake.reading import taken

ACCOUNT = "President Berg of Norland spoke with Prime Minister Dahl of Sudland on Monday."


@pytest.mark.parametrize(
    ("text", "edtf", "basis"),
    [
        (f" date 2019-03-05 {ACCOUNT}", "2019-03-05", "leading line"),
        (f"{ACCOUNT}\n(Published 5 March 2019, 23:01 IST)", "2019-03-05T23:01+05:30", "last line"),
        (f"Grain talks go on\nUpdated: 5 Mar 2019\n{ACCOUNT}", "2019-03-05", "line 'updated'"),
        (f"NORBURG, March 5, 2019 (NNA) -- {ACCOUNT}", "2019-03-05", "leading line"),
        (f"Last Updated IST\n{ACCOUNT}", None, None),
        (ACCOUNT, None, None),
    ],
)
def test_a_document_is_dated_by_its_lines_or_not_at_all(
    text: str, edtf: str | None, basis: str | None
) -> None:
    published = taken(text).document.published
    assert (published and published.edtf, published and published.basis) == (edtf, basis)


def test_what_the_user_says_goes_before_what_the_page_says() -> None:
    document = taken(f"date 2019-03-05 {ACCOUNT}", about=About(date="2019-03-06")).document
    assert document.published is not None
    assert (document.published.edtf, document.published.basis) == ("2019-03-06", "option")


def test_a_date_that_names_no_day_is_a_problem_and_the_page_is_asked() -> None:
    one = taken(f"date 2019-03-05 {ACCOUNT}", about=About(date="4 YEARS AGO"))
    assert one.document.published is not None
    assert one.document.published.basis == "leading line"
    [problem] = one.problems
    assert problem.code == "date-unreadable"
    assert "says only how long ago" in problem.message


def test_a_day_without_its_year_is_kept_for_a_text_that_gives_the_year() -> None:
    one = taken(ACCOUNT, about=About(date="September 3"))
    assert one.document.published is not None
    assert (one.document.published.edtf, one.document.published.relative) == (
        None,
        "date:09-03:near",
    )
    assert [problem.code for problem in one.problems] == ["date-unreadable"]


def test_an_ambiguous_zone_is_told_with_the_words_it_rests_on() -> None:
    one = taken(f"{ACCOUNT}\n(Published 5 March 2019, 23:01 IST)")
    [problem] = one.problems
    assert problem.code == "zone-ambiguous"
    assert problem.passage is not None
    assert problem.passage.exact == "(Published 5 March 2019, 23:01 IST)"
    assert "Israel Standard Time (+02:00)" in problem.message
