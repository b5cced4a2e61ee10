"""A first look sees signs of a contact in bare words, and nothing where no two sides deal."""

import pytest

from communique.catalog.tables import load_tables
from communique.extract.first_look import SHORT, first_look, glimpse, is_read_whole
from communique.extract.signs import Sign, sign_in
from communique.languages.en.contact_cues import load_contact_cues
from communique.languages.en.first_look import sentences_in
from communique.languages.en.inflections import noun_forms, verb_forms
from communique.model.passages import Span
from tests.make import document

SIGNS = (
    "French President Emmanuel Macron met the Norwegian prime minister in Oslo.",
    "The foreign ministers of Norway and Chad spoke by phone on Monday.",
    "Norway summoned the ambassador of Chad.",
    "Kenya's defence minister flew to Peru for talks.",
    "Mr Macron is due to speak with King Harald V of Norway.",
    "The two leaders have signed an agreement with Norway.",
)
NO_SIGNS = (
    "The harvest in Norway was good this year.",
    "The union called for calm in Norway.",
    "Norway beat Chad by two goals to one.",
    "He met his brother at the station.",
    "Paul Macron met a farmer in the hills.",
)


@pytest.mark.parametrize("text", SIGNS)
def test_a_word_of_contact_near_two_sides_is_a_sign(text: str) -> None:
    assert sign_in(text, load_tables()) is not Sign.NONE


@pytest.mark.parametrize("text", NO_SIGNS)
def test_words_without_two_sides_that_deal_are_no_sign(text: str) -> None:
    assert sign_in(text, load_tables()) is Sign.NONE


def test_every_form_of_a_word_of_contact_is_looked_for() -> None:
    assert {"met", "meets", "meeting"} <= verb_forms("meet")
    assert {"spoke", "spoken"} <= verb_forms("speak")
    assert {"conferred", "visited", "hosting", "was"} <= verb_forms("confer") | verb_forms(
        "visit"
    ) | verb_forms("host") | verb_forms("be")
    assert "consultations" in noun_forms("consultation")
    assert all(word in verb_forms(word) for word in load_contact_cues().verbs)


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Gen. Olo J. Dan left. He met Ana Brel! Then he slept.The king did not."
    spans = sentences_in(text, Span(0, len(text)))
    assert [text[one.start : one.end].strip() for one in spans] == [
        "Gen. Olo J. Dan left.",
        "He met Ana Brel!",
        "Then he slept.",
        "The king did not.",
    ]


def test_a_glimpse_holds_the_sentences_with_signs_at_their_places() -> None:
    text = (
        "The harvest was good. Olo Dan is the foreign minister of Kenya. It rained.\n\n"
        "Dan met the foreign minister of Norway on Monday. The hall was full."
    )
    one = document("a", text)
    look = first_look(one, load_tables())
    seen = glimpse(one, look)
    words = [text[b.span.start : b.span.end].strip() for b in seen.blocks]
    assert "Dan met the foreign minister of Norway on Monday." in words
    assert "Olo Dan is the foreign minister of Kenya." in words
    assert "The hall was full." not in words
    assert seen.text == text


def test_a_short_text_and_a_sides_own_text_are_read_whole() -> None:
    assert is_read_whole(document("a", "It rained."))
    assert not is_read_whole(document("a", "It rained. " * SHORT))
