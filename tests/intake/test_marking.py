import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.intake.marking import mark
from tests.intake.reading import blocks, taken

PARAGRAPH = "President Berg of Norland spoke with Prime Minister Dahl of Sudland on Monday."
LATER = "The two leaders agreed to stay in touch, the presidency said."


def test_a_leading_date_is_cut_from_the_paragraph_behind_it() -> None:
    document = taken(f" date 2019-03-05 {PARAGRAPH}").document
    assert blocks(document) == [("date line", "date 2019-03-05"), ("paragraph", PARAGRAPH)]


@pytest.mark.parametrize(
    "line",
    ["July 6, 2024", "Saturday, 6 July 2024", "Norburg, 6 July 2024", "06 Jul 2024, 18:05 GMT"],
)
def test_a_line_of_nothing_but_a_date_over_or_under_the_text_dates_it(line: str) -> None:
    for text in (f"{line}\n\n{PARAGRAPH}\n\n{LATER}", f"{PARAGRAPH}\n\n{LATER}\n\n{line}"):
        when = taken(text).document.published
        assert when is not None
        assert (when.edtf or "")[:10] == "2024-07-06"
        assert when.expression == line


def test_a_date_between_paragraphs_does_not_date_the_text() -> None:
    assert taken(f"{PARAGRAPH}\n\n6 July 2024\n\n{LATER}").document.published is None


def test_an_inline_caption_does_not_run_into_the_paragraph() -> None:
    glued = "(Left) President Berg(Right) Prime Minister Dahl. Photo: File"
    assert blocks(taken(f"date 2019-03-05 {glued} {PARAGRAPH}").document) == [
        ("date line", "date 2019-03-05"),
        ("caption", glued),
        ("paragraph", PARAGRAPH),
    ]


def test_a_credit_behind_the_last_sentence_is_a_caption() -> None:
    assert blocks(taken(f"{PARAGRAPH} (Image: NNA)").document) == [
        ("paragraph", PARAGRAPH),
        ("caption", "(Image: NNA)"),
    ]


def test_a_page_of_a_paper_is_told_apart_line_by_line() -> None:
    page = f"""ADVERTISEMENT
Norland and Sudland to talk about grain
Anna Berg
NNA
Last Updated GMT
President Berg (R) and Prime Minister Dahl. Credit: NNA File Photo

{PARAGRAPH}

Also read: Westland goes its own way

What the neighbours say

{LATER}
  • facebook
  • twitter
Check out latest videos from NNA:

(Published 5 March 2019, 23:01 GMT)"""
    assert [kind for kind, _ in blocks(taken(page).document)] == [
        "advert",
        "headline",
        "byline",
        "byline",
        "updated",
        "caption",
        "paragraph",
        "other",
        "lead",
        "subheading",
        "paragraph",
        "share",
        "share",
        "other",
        "published",
    ]


def test_a_line_glued_to_the_headline_above_it_is_parted_from_it() -> None:
    glued = "Norland to open a hotline with SudlandNeighbours had fought over grain"
    found = blocks(taken(f"{glued}\n\n{PARAGRAPH}").document)
    assert found == [
        ("headline", "Norland to open a hotline with Sudland"),
        ("headline", "Neighbours had fought over grain"),
        ("paragraph", PARAGRAPH),
    ]


def test_headlines_under_a_bare_lead_are_leads() -> None:
    page = f"{PARAGRAPH}\n\nRelated article\n\nWestland goes its own way in talks\n\n{LATER}"
    assert [kind for kind, _ in blocks(taken(page).document)] == [
        "paragraph",
        "other",
        "lead",
        "paragraph",
    ]


def test_a_lead_in_brackets_is_cut_out_of_its_paragraph() -> None:
    page = f"{PARAGRAPH} (Also read: Westland goes its own way) {LATER}"
    assert blocks(taken(page).document) == [
        ("paragraph", PARAGRAPH),
        ("lead", "(Also read: Westland goes its own way)"),
        ("paragraph", LATER),
    ]


def test_a_headline_in_capitals_between_paragraphs_is_a_lead() -> None:
    page = f"{PARAGRAPH}\nWESTLAND GOES ITS OWN WAY IN TALKS\n{LATER}"
    assert ("lead", "WESTLAND GOES ITS OWN WAY IN TALKS") in blocks(taken(page).document)


def test_a_dateline_stands_apart_from_its_sentence() -> None:
    for line in (
        "NORBURG, March 5 (NNA) --",
        "NORBURG, March 5. /NNA/.",
        "NORBURG:",
        "Norburg CNN —",
        "Norburg [Norland], March 5 (NNA):",
        "VELAN —",
        "Velan —",
        "Velan, Norland —",
        "OSLO —",
        "VELAN -",
        "NEW VELAN --",
    ):
        assert blocks(taken(f"{line} {PARAGRAPH}").document)[0] == ("date line", line)


def test_capitals_that_are_no_place_are_no_dateline() -> None:
    for line, kind in (
        ("ALSO READ: Westland goes its own way", "lead"),
        ("Also read — Westland goes its own way", "lead"),
        ("FILE PHOTO: President Berg waves in Velan", "caption"),
    ):
        found = [one for one, _ in blocks(taken(f"{PARAGRAPH}\n\n{line}\n\n{LATER}").document)]
        assert kind in found
        assert "date line" not in found


def test_a_text_of_a_few_words_is_kept_as_an_account() -> None:
    assert blocks(taken("Berg calls Dahl").document) == [("paragraph", "Berg calls Dahl")]


def test_the_title_that_metadata_give_is_the_headline_of_the_text() -> None:
    text = f"Grain.\n\n{PARAGRAPH}"
    assert [block.kind.value for block in mark(text, title="Grain.")] == ["headline", "paragraph"]


@given(
    st.text(alphabet=st.sampled_from("ab .?\n\r\t:()|A1“”'-\u2028\u00a0\u200f\x07"), max_size=200)
)
def test_blocks_cover_all_but_white_space_in_order(text: str) -> None:
    last = 0
    for block in mark(text):
        assert not text[last : block.span.start].strip()
        assert last <= block.span.start < block.span.end
        last = block.span.end
    assert not text[last:].strip()
