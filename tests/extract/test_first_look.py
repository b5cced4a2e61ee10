"""A first look sees signs of a contact in bare words, and nothing where no two sides deal."""

import re

import pytest

from communique.catalog.tables import load_tables
from communique.extract.first_look import (
    DENSE,
    PLAIN,
    SEVERAL,
    SHORT,
    first_look,
    glimpse,
    is_read_whole,
)
from communique.extract.signs import Sign, rows_in, sign_in
from communique.languages.en.contact_cues import Example, examples, load_contact_cues
from communique.languages.en.first_look import sentences_in, titled_in
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
    "Mr Macron was in Oslo on Monday.",
    "Mr Macron has been to Norway.",
    "Mr Macron told the Norwegian prime minister that the lock was open.",
    "Mr Macron saw the Norwegian prime minister in Oslo.",
    "Norway and Kenya issued a statement on the lock.",
    "Leaders of the European Union gathered for a conference in Oslo.",
)
NO_SIGNS = (
    "The harvest in Norway was good this year.",
    "The union called for calm in Norway.",
    "Norway beat Chad by two goals to one.",
    "He met his brother at the station.",
    "Paul Macron met a farmer in the hills.",
    "Mr Macron was asked about the harvest of the farmers in Norway.",
    "Mr Macron is to Norway what his father was.",
    "Mr Macron told the Norwegian prime minister in a speech that the lock was open.",
    "Mr Macron told the Norwegian prime minister about the lock.",
    "Mr Macron tells the Norwegian prime minister that the lock is open.",
    "Mr Macron saw the Norwegian prime minister.",
    "Norway and Kenya issued statements on the lock.",
    "Mr Macron opened a conference with Norway's farmers.",
)


SIDES = {
    "Strelsau": "Oslo",
    "Ruritania": "Norway",
    "Ruritanian": "Norwegian",
    "Karsovia": "Kenya",
    "Karsovian": "Kenyan",
    "The kingdom": "Norway",
    "the kingdom": "Norway",
    "the republic": "Kenya",
    "the rebels": "Hamas",
    "the alliance": "NATO",
    "The alliance": "NATO",
    "The commission": "The European Commission",
    "the commission": "the European Commission",
    "the union": "the European Union",
    "The union": "The European Union",
}
_INVENTED = re.compile(rf"\b(?:{'|'.join(sorted(SIDES, key=len, reverse=True))})\b")


@pytest.mark.parametrize("text", SIGNS)
def test_a_word_of_contact_near_two_sides_is_a_sign(text: str) -> None:
    assert sign_in(text, load_tables()) is not Sign.NONE


@pytest.mark.parametrize("text", NO_SIGNS)
def test_words_without_two_sides_that_deal_are_no_sign(text: str) -> None:
    assert sign_in(text, load_tables()) is Sign.NONE


@pytest.mark.parametrize(
    "row",
    [one for one in examples() if ".verb." in one.name or ".noun." in one.name],
    ids=lambda one: one.name,
)
def test_the_look_sees_every_row_of_contact_in_its_example(row: Example) -> None:
    # The look knows sides by the tables, and the examples are about invented ones.
    text = _INVENTED.sub(lambda met: SIDES[met[0]], row.matches)
    assert row.name in rows_in(text, load_tables())


def test_somebody_of_no_known_side_counts_where_the_text_gives_him_a_title() -> None:
    text = "Fenn later met several Norwegian fishermen."
    assert sign_in(text, load_tables()) is Sign.NONE
    assert sign_in(text, load_tables(), frozenset({"fenn"})) is Sign.OPEN


def test_who_goes_to_a_state_may_have_been_named_before() -> None:
    assert sign_in("They asked her about fish on her visit to Norway.", load_tables()) is Sign.HALF


def test_an_open_sign_counts_only_where_another_is_clear() -> None:
    is_open = "The two leaders of the fishermen met in Norway."
    assert sign_in(is_open, load_tables()) is Sign.OPEN
    assert not first_look(document("a", is_open), load_tables()).signs
    clear = f"{is_open} Norway summoned the ambassador of Chad. It rained."
    assert len(first_look(document("b", clear), load_tables()).signs) == 2


def test_names_beside_a_title_are_those_of_persons_in_office() -> None:
    text = "Kenyan minister Olo Dan, Ana Brel, the Norwegian envoy, and Rudo Fenn spoke."
    assert list(titled_in(text)) == ["Olo Dan", "Ana Brel"]


def test_a_text_full_of_clear_signs_is_read_without_a_closer_look() -> None:
    one = document("a", "Norway summoned the ambassador of Chad. " * PLAIN)
    assert first_look(one, load_tables()).is_plain


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


def test_a_text_dense_with_clear_signs_is_read_without_a_closer_look() -> None:
    signs = "Norway summoned the ambassador of Chad. " * SEVERAL
    assert first_look(document("a", signs), load_tables()).is_plain
    besides = "It rained. " * DENSE * SEVERAL
    assert not first_look(document("a", signs + besides), load_tables()).is_plain


def test_a_glimpse_holds_the_sentences_with_signs_at_their_places() -> None:
    text = (
        "The harvest was good. Rudo Fenn is the foreign minister of Kenya. It rained.\n\n"
        "Fenn met his Norwegian counterpart on Monday. The hall was full."
    )
    one = document("a", text)
    look = first_look(one, load_tables())
    seen = glimpse(one, look)
    words = [text[b.span.start : b.span.end].strip() for b in seen.blocks]
    assert words == ["It rained.", "Fenn met his Norwegian counterpart on Monday."]
    assert seen.text == text


def test_a_sentence_without_persons_named_before_goes_on_from_none() -> None:
    text = "It rained. Norway summoned the ambassador of Chad on Monday."
    look = first_look(document("a", text), load_tables())
    assert (len(look.signs), look.beside) == (1, ())


def test_a_short_text_and_a_sides_own_text_are_read_whole() -> None:
    assert is_read_whole(document("a", "It rained."))
    assert not is_read_whole(document("a", "It rained. " * SHORT))
