"""What goes on standing on a side's word though only earlier words say so."""

import pytest

from communique.model.vocabulary import AttributionMode, BlockKind
from tests.extract.make_speech import Heard

pytestmark = pytest.mark.slow

LEAD = (
    "Sudmarkian President Ole Dahl on Wednesday spoke to Norlandic Prime Minister Ada Holm over "
    "the phone on fishing, as per the Prime Minister's Office."
)
CARRIED = AttributionMode.CARRIED_OVER


def mode(heard: Heard, words: str) -> AttributionMode | None:
    """The mode in which the words stand, or None in the outlet's own voice."""
    speech = heard.at(words)
    return None if speech is None else speech.attribution.mode


def test_a_lead_covers_the_paragraphs_on_its_own_holder() -> None:
    heard = Heard(
        LEAD,
        "Prime Minister Ada Holm told Dahl that the strait was open.",
        "She stressed that fish must be shared.",
        "The two leaders agreed to meet again.",
    )
    for words in ("the strait was open", "fish must be shared", "agreed to meet again"):
        speech = heard.at(words)
        assert speech is not None
        assert speech.attribution.mode is CARRIED
        assert speech.attribution.side == "NRL"
        assert speech.attribution.original == "NRL:statement:prime minister's office"


def test_who_spoke_stands_before_who_told_of_it() -> None:
    heard = Heard(LEAD, "Prime Minister Ada Holm told Dahl that the strait was open.")
    speech = heard.exactly("the strait was open")
    assert speech.attribution.speaker == "person:Ada Holm"
    assert speech.attribution.chain == ("Prime Minister Ada Holm", "the Prime Minister's Office")


def test_a_subheading_ends_it() -> None:
    heard = Heard(LEAD, (BlockKind.SUBHEADING, "Other news"), "The two leaders agreed to meet.")
    assert mode(heard, "agreed to meet") is None


def test_the_word_of_another_side_ends_it() -> None:
    heard = Heard(
        LEAD,
        "Sudmark's foreign ministry said that the talks had been long.",
        "Holm's guests agreed to stay.",
    )
    assert mode(heard, "the talks had been long") is AttributionMode.INDIRECT
    assert mode(heard, "agreed to stay") is not CARRIED or (
        heard.at("agreed to stay") is not None
        and heard.at("agreed to stay").attribution.side == "SUD"  # type: ignore[union-attr]
    )


def test_an_outlet_that_weighs_ends_it() -> None:
    heard = Heard(
        LEAD,
        "The call marked the first contact of the two in months.",
        "The two leaders agreed to meet.",
    )
    assert mode(heard, "marked the first contact") is None
    assert mode(heard, "agreed to meet") is None


def test_background_of_other_years_is_not_carried() -> None:
    heard = Heard(LEAD, "Norland and Sudmark in the 1980s supported the island guard.")
    assert mode(heard, "supported the island guard") is None


def test_another_person_is_another_matter() -> None:
    heard = Heard(LEAD, "Holm discussed the strait with Ostran President Per Lund on Monday.")
    assert mode(heard, "discussed the strait") is None


def test_what_was_also_discussed_after_a_readout_is_carried_over() -> None:
    heard = Heard(
        "The Norlandic embassy's readout said both leaders touched on fishing.",
        "The schedule of later talks was also discussed.",
    )
    speech = heard.at("The schedule of later talks")
    assert speech is not None
    assert speech.attribution.mode is CARRIED
    assert speech.attribution.original == "NRL:readout:embassy"


def test_an_agencys_report_carries_nothing_on() -> None:
    heard = Heard(
        "As per the Harbour Wire news agency, the two leaders agreed to talk. "
        "They agreed to meet again."
    )
    assert mode(heard, "They agreed to meet again") is None


def test_thanks_of_the_other_party_inside_a_readout_are_the_readouts_account() -> None:
    heard = Heard(
        "The Norlandic embassy's readout said that Norlandic President Ada Holm and Sudmarkian "
        "President Ole Dahl touched upon fishing.",
        "Dahl expressed gratitude to Holm for the nets.",
    )
    speech = heard.at("Dahl expressed gratitude")
    assert speech is not None
    assert speech.attribution.side == "NRL"
    assert speech.attribution.mode is CARRIED
