import pytest

from communique.languages.en.comparing import load_comparing
from communique.model.passages import Span
from communique.text.runs import words_of
from communique.text.wording import Wordings, drift_between, overlap, quotations

WORDINGS = Wordings(load_comparing().lexicon)


def test_wordings_of_one_object_share_most_content_words() -> None:
    left = WORDINGS.content("step up efforts to combat smuggling of narcotics across the river")
    right = WORDINGS.content("boost the fight against drug smuggling over the river")
    assert overlap(left, right) >= 0.5


def test_words_of_degree_say_nothing_about_the_object() -> None:
    assert WORDINGS.content("agreed to further strengthen and deepen") == frozenset()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("sold", "sale"),
        ("met", "meetings"),
        ("decides", "decision"),
        ("banned", "ban"),
        ("fought", "combat"),
    ],
)
def test_forms_of_a_word_and_words_made_from_it_have_one_stem(left: str, right: str) -> None:
    assert WORDINGS.stem(left) == WORDINGS.stem(right)


@pytest.mark.parametrize(("left", "right"), [("calls", "cals"), ("sale", "sail"), ("fail", "fall")])
def test_words_that_only_look_alike_keep_their_stems(left: str, right: str) -> None:
    assert WORDINGS.stem(left) != WORDINGS.stem(right)


def quoted(text: str) -> list[str]:
    return [text[one.start : one.end] for one in quotations(text, Span(0, len(text)))]


def test_quotation_marks_of_all_kinds_are_read_and_apostrophes_are_not() -> None:
    assert quoted("He called it “a bridge”.") == ["a bridge"]
    assert quoted('He called it "a bridge".') == ["a bridge"]
    assert quoted("It was 'a bridge of peace' over Freedonia's river.") == ["a bridge of peace"]
    assert quoted("Freedonia's and Sylvania's rivers") == []


def drift(left: str, right: str) -> bool:
    return drift_between(words_of(left), words_of(right)) is not None


def test_words_changed_inside_a_quotation_are_drift() -> None:
    assert drift(
        "the flow of grain and timber from the valley",
        "they spoke of the flow of grain and timber coming out of the valley",
    )


def test_a_quotation_that_starts_later_or_ends_earlier_has_not_drifted() -> None:
    assert not drift("the flow of grain and timber", "of grain and timber from the valley")
    assert not drift("the flow of grain and timber", "peace in the valley is for ever")
