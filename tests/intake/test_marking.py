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


def paragraphs(text: str) -> list[str]:
    return [words for kind, words in blocks(taken(text).document) if kind == "paragraph"]


@pytest.mark.parametrize(
    "head",
    [
        "Phone: +47 22 24 36 00\n\nPress: +47 22 24 36 01",
        "Phone: Switchboard of the ministry\n\nPress: Duty officer of the ministry",
        "Guest: Embassy of Sudland\n\nHost: Embassy of Norland",
        "Host: Norland\n\nGuest: Sudland\n\nHost: Westland",
        "PARIS: No news was good news.\n\nMedia: Herald of Norland",
        "Moderator: Anna Berg\n\nForeign Minister: Ole Dahl",
    ],
)
def test_labels_of_a_page_are_no_turns(head: str) -> None:
    told = paragraphs(f"{head}\n\n{PARAGRAPH}\n\n{LATER}")
    assert told[-2:] == [PARAGRAPH, LATER]


def test_furniture_with_a_colon_is_no_turn() -> None:
    leads = (
        "READ MORE: Norland met Sudland in Norburg on Monday.",
        "READ MORE: Sudland met Westland in Norburg on Friday.",
        "WATCH: Westland met Norland in Norburg on Sunday.",
    )
    page = "\n\n".join([leads[0], PARAGRAPH, leads[1], LATER, leads[2]])
    assert paragraphs(page) == [PARAGRAPH, LATER]


def test_those_who_take_turns_are_people() -> None:
    turns = "NORBURG: Snow falls.\n\nSUDBURG: Rain falls.\n\nNORBURG: Hail falls."
    assert not [one for one in blocks(taken(turns).document) if one[0] == "byline"]
    turns = turns.replace("NORBURG", "BERG").replace("SUDBURG", "DAHL")
    named = f"Remarks with Anna Berg and Ole Dahl\n\n{turns}"
    assert [words for kind, words in blocks(taken(named).document) if kind == "byline"] == [
        "BERG:",
        "DAHL:",
        "BERG:",
    ]


@pytest.mark.parametrize("who", ["QUESTION", "HOST", "PRESS"])
def test_what_is_asked_in_two_paragraphs_is_no_account(who: str) -> None:
    first = f"{who}: Did you talk?\n\n{PARAGRAPH}\n\nBERG: We did not talk at all."
    second = f"{who}: Will you talk?\n\nBERG: We will not talk at all."
    assert PARAGRAPH not in paragraphs(f"{first}\n\n{second}")


def test_what_follows_a_question_that_nobody_answers_is_account() -> None:
    talk = "Q: Did you talk?\n\nA: We did not talk.\n\nQ: Will you talk?"
    assert paragraphs(f"{talk}\n\n{PARAGRAPH}")[-1] == PARAGRAPH


def test_questions_that_nobody_answers_at_all_are_no_talk() -> None:
    asked = "Q: Did you talk?\n\nREPORTER: Will you talk?\n\nQ: Why?"
    assert PARAGRAPH in paragraphs(f"{asked}\n\n{PARAGRAPH}")
