"""The originals that a text relies on: one for each, under all its namings."""

import pytest

from communique.extract.speech.speeches import we_means
from communique.model.passages import Span
from communique.model.vocabulary import OriginalKind
from tests.extract.make_speech import Heard

pytestmark = pytest.mark.slow


def test_a_readout_is_one_original_under_all_its_namings() -> None:
    heard = Heard(
        "The leaders met twice, according to a readout from the Norlandic embassy.",
        "The Norlandic embassy's readout said: “The sides noted the weight of fishing.”",
        "The two agreed to talk again, the readout said.",
    )
    [original] = heard.originals
    assert original.key == "NRL:readout:embassy"
    assert original.kind is OriginalKind.READOUT
    assert original.issuer_wording == "Norlandic embassy"
    assert [one.exact for one in original.named_in] == [
        "according to a readout from the Norlandic embassy",
        "The Norlandic embassy's readout said",
        "the readout said",
    ]
    assert len(original.passages) == 3


def test_a_leaders_office_under_two_names_issues_one_release() -> None:
    heard = Heard(
        "President Ada Holm's office in Norport said that the two had agreed on fish.",
        "They stressed fishing, according to a press release put out by the Presidency in Norport.",
    )
    [original] = heard.originals
    assert original.kind is OriginalKind.RELEASE
    assert original.side == "NRL"
    assert len(original.passages) == 2


def test_two_parts_of_a_post_are_one_original() -> None:
    heard = Heard(
        "Norlandic Prime Minister Ada Holm tweeted: “Had a useful exchange on fishing.”",
        "“We agreed to go on,” the prime minister added.",
    )
    [original] = heard.originals
    assert original.kind is OriginalKind.POST
    assert [one.exact for one in original.passages] == [
        "Had a useful exchange on fishing.",
        "We agreed to go on,",
    ]


def test_a_ministry_is_known_again_without_its_state() -> None:
    heard = Heard(
        "Norland's foreign ministry said in a statement that the envoys had met.",
        "Sudmark is a neighbour. The talks were useful, the ministry said.",
    )
    [original] = heard.originals
    assert original.side == "NRL"
    assert len(original.passages) == 2


def test_an_agency_is_known_again_without_its_name() -> None:
    heard = Heard(
        "According to the Harbour Wire news agency, the envoys met.",
        "As per the news agency, they agreed to talk.",
    )
    [original] = heard.originals
    assert original.kind is OriginalKind.REPORT
    assert original.side is None
    assert len(original.passages) == 2


def test_a_state_that_says_something_names_no_original() -> None:
    assert Heard("Norland has said that the port is open.").originals == ()


def test_a_statement_of_both_sides_is_no_single_sides_word() -> None:
    heard = Heard("According to a joint statement, the two countries will share the fish.")
    [original] = heard.originals
    assert original.side is None
    assert original.issuer_wording == "joint statement"


def _we(heard: Heard, words: str) -> tuple[str, ...]:
    start = heard.page.document.text.index(words)
    place = Span(start, start + 2)
    speech = heard.speeches.speech_at(place)
    assert speech is not None
    return we_means(speech, heard.cast, heard.page, place)


def test_we_agreed_means_both_parties_of_the_contact_around_it() -> None:
    heard = Heard(
        "“Had a useful exchange with my friend President Ole Dahl of Sudmark. We agreed to go on,” "
        "Norlandic Prime Minister Ada Holm said in a tweet."
    )
    assert _we(heard, "We agreed") == ("person:Ada Holm", "person:Ole Dahl")


def test_we_need_means_the_speaker_alone() -> None:
    heard = Heard("“We have to bring in Sudmark,” Norlandic Prime Minister Ada Holm said.")
    assert _we(heard, "We have") == ("person:Ada Holm",)


def test_a_text_that_itself_does_something_is_issued_by_nobody_in_that_clause() -> None:
    heard = Heard("A letter that published his words said that the port of Norland was open.")
    assert heard.at("was open") is not None


def test_who_published_a_text_issued_it() -> None:
    heard = Heard("“We met,” says the letter, which the foreign ministry of Norland published.")
    [original] = heard.originals
    assert original.kind is OriginalKind.LETTER
    assert original.side == "NRL"
