"""Who says what in a text, in which mode, for which side, along which chain."""

import pytest

from communique.model.vocabulary import AttributionMode, BlockKind, DocumentKind
from tests.extract.make_speech import Heard

pytestmark = pytest.mark.slow

DIRECT = AttributionMode.DIRECT
MIXED = AttributionMode.MIXED
INDIRECT = AttributionMode.INDIRECT


def test_a_quotation_before_its_verb_is_direct_speech_without_its_marks() -> None:
    heard = Heard("“The port will open in May,” said Norlandic Prime Minister Ada Holm.")
    speech = heard.exactly("The port will open in May,")
    assert speech.attribution.mode is DIRECT
    assert speech.attribution.side == "NRL"
    assert speech.attribution.chain == ("Norlandic Prime Minister Ada Holm",)


def test_a_shortened_us_names_nobody_who_tells() -> None:
    heard = Heard(
        "The mill burned down, Lena Orvik said in a post.\n"
        '"Let’s not wait for the thaw: bread and salt must reach the islands by barge,"'
        " Norlandic President Ada Holm said."
    )
    speech = heard.at("bread and salt must reach the islands")
    assert speech is not None
    assert speech.attribution.side == "NRL"


def test_a_quotation_after_a_colon_is_direct_speech() -> None:
    heard = Heard('Norlandic President Ada Holm said: "We met and we will meet again."')
    assert heard.exactly("We met and we will meet again.").attribution.side == "NRL"


def test_a_quotation_over_several_sentences_is_one_speech() -> None:
    heard = Heard("“We met. We talked. We shall meet again,” Norland's foreign minister said.")
    assert heard.at("We met.") is not None
    assert heard.at("We met.") == heard.at("We shall meet again")


def test_a_split_quotation_has_one_speaker() -> None:
    heard = Heard(
        "“The talks were long,” Norlandic President Ada Holm said. “They will go on in June.”"
    )
    first, second = heard.at("The talks were long"), heard.at("They will go on in June")
    assert first is not None
    assert second is not None
    assert first.attribution.speaker == second.attribution.speaker == "person:Ada Holm"


def test_a_quotation_that_stands_alone_belongs_to_who_spoke_just_before() -> None:
    heard = Heard(
        "Norlandic President Ada Holm said the talks had gone well.",
        "“We have found a way to open the strait again.”",
    )
    speech = heard.exactly("We have found a way to open the strait again.")
    assert speech.attribution.speaker == "person:Ada Holm"


def test_a_quotation_of_several_paragraphs_goes_on_until_it_is_closed() -> None:
    heard = Heard(
        "Norlandic President Ada Holm said: “The strait is open.",
        "“It will stay open for the ships of all our neighbours.”",
    )
    speech = heard.at("It will stay open for the ships")
    assert speech is not None
    assert speech.attribution.side == "NRL"


def test_words_in_marks_within_a_reported_clause_make_it_mixed() -> None:
    heard = Heard("Norland's foreign ministry said the talks had been “frank and useful” for both.")
    assert heard.exactly("the talks had been “frank and useful” for both").attribution.mode is MIXED


def test_one_word_held_at_arms_length_is_nobodys_speech() -> None:
    heard = Heard("The “agreement” with Sudmark did not last.")
    assert heard.speeches.speeches == ()


def test_marked_words_without_a_speaker_stay_the_outlets() -> None:
    heard = Heard("They agreed to “make the best use of the common harbour” next year.")
    assert heard.speeches.speeches == ()


def test_reported_speech_covers_the_clause_without_the_cue() -> None:
    heard = Heard("Norlandic Prime Minister Ada Holm told reporters that the port was safe.")
    assert heard.exactly("the port was safe").attribution.mode is INDIRECT


def test_a_clause_behind_a_readout_is_told_by_the_speaker() -> None:
    heard = Heard("Norland's foreign ministry said in a readout that the envoys had met.")
    speech = heard.exactly("the envoys had met")
    assert speech.attribution.original == "NRL:readout:foreign ministry"


def test_a_participle_goes_on_with_the_same_speaker() -> None:
    heard = Heard(
        "Norlandic President Ada Holm stressed that trade must grow, adding that the port was safe."
    )
    assert heard.exactly("trade must grow").attribution.side == "NRL"
    assert heard.exactly("the port was safe").attribution.speaker == "person:Ada Holm"


def test_a_speaker_after_with_is_heard() -> None:
    heard = Heard(
        "The two presidents spoke about fish, with Sudmark's president saying that boats may pass."
    )
    assert heard.exactly("boats may pass").attribution.side == "SUD"


def test_according_to_covers_the_clause_before_it() -> None:
    heard = Heard("The leaders agreed to meet again, according to the Norlandic embassy.")
    speech = heard.exactly("The leaders agreed to meet again")
    assert speech.attribution.side == "NRL"
    assert speech.attribution.original == "NRL:statement:embassy"
    assert speech.attribution.wording is not None
    assert speech.attribution.wording.exact == "according to the Norlandic embassy"


def test_as_per_covers_the_clause_after_it() -> None:
    heard = Heard("As per the Norlandic government, the leaders agreed to meet again.")
    assert heard.exactly("the leaders agreed to meet again").attribution.side == "NRL"


def test_a_sentence_between_commas_is_told_on_both_sides_of_its_cue() -> None:
    heard = Heard("The new port, Norland's foreign ministry said, will open in May.")
    assert heard.exactly("The new port").attribution.side == "NRL"
    assert heard.exactly("will open in May").attribution.side == "NRL"


def test_an_agency_that_quotes_an_official_carries_and_does_not_speak() -> None:
    heard = Heard(
        "The port is closed, Norland's harbour minister was quoted as saying "
        "by the Harbour Wire news agency."
    )
    given = heard.exactly("The port is closed").attribution
    assert given.side == "NRL"
    assert given.chain == ("Norland's harbour minister", "the Harbour Wire news agency")
    assert given.original == "media:report:harbour wire"


def test_a_paper_that_cites_a_minister_carries_him() -> None:
    heard = Heard(
        "The Evening Mail newspaper cited Norlandic Foreign Minister Jan Brek as saying: "
        "“We shall have to bring in our neighbours.”"
    )
    given = heard.at("bring in our neighbours")
    assert given is not None
    assert given.attribution.speaker == "person:Jan Brek"
    assert given.attribution.chain[-1] == "The Evening Mail newspaper"


def test_an_agency_citing_a_ministry_has_the_ministry_behind_it() -> None:
    heard = Heard(
        "The envoys have met, the Harbour Wire news agency reported, citing Norland's foreign "
        "ministry."
    )
    given = heard.at("The envoys have met")
    assert given is not None
    assert given.attribution.side == "NRL"
    assert given.attribution.chain == ("Norland's foreign ministry", "the Harbour Wire news agency")


def test_an_agencys_own_report_speaks_for_no_side() -> None:
    heard = Heard("According to the Harbour Wire news agency, the envoys met in Sudhaven.")
    given = heard.at("the envoys met")
    assert given is not None
    assert given.attribution.side is None
    assert given.attribution.original == "media:report:harbour wire"


def test_unnamed_media_are_a_link_without_a_side() -> None:
    heard = Heard("According to international media reports, the envoys met in Sudhaven.")
    given = heard.at("the envoys met")
    assert given is not None
    assert given.attribution.side is None
    assert given.attribution.chain == ("international media reports",)


def test_sources_speak_for_nobody() -> None:
    heard = Heard("Sources in Norland said that the envoys had met.")
    given = heard.at("the envoys had met")
    assert given is not None
    assert given.attribution.side is None


def test_an_unnamed_official_speaks_for_his_state() -> None:
    heard = Heard("A Norlandic government official said that the envoys had met.")
    given = heard.at("the envoys had met")
    assert given is not None
    assert given.attribution.side == "NRL"
    assert given.attribution.original is None


def test_a_former_minister_speaks_for_no_side() -> None:
    heard = Heard("Former Norlandic Foreign Minister Jan Brek said that the envoys had met.")
    given = heard.at("the envoys had met")
    assert given is not None
    assert given.attribution.side is None


def test_both_leaders_together_are_no_single_voice() -> None:
    heard = Heard(
        "Norlandic President Ada Holm met Sudmarkian President Ole Dahl on Monday.",
        "The two leaders said that the envoys had met.",
    )
    speech = heard.exactly("the envoys had met")
    assert speech.attribution.chain == ("The two leaders",)
    assert speech.attribution.side is None
    assert speech.attribution.speaker is None


def test_what_a_readout_says_that_the_other_side_said_is_the_readouts_word() -> None:
    heard = Heard(
        "According to a readout of the Norlandic government, Sudmarkian President Ole Dahl told "
        "Norlandic President Ada Holm that the boats may pass."
    )
    given = heard.at("the boats may pass")
    assert given is not None
    assert given.attribution.speaker == "person:Ole Dahl"
    assert given.attribution.side == "NRL"
    assert given.attribution.original == "NRL:readout:government"


def test_what_is_denied_is_not_put_into_another_mouth() -> None:
    heard = Heard(
        "Norland's foreign ministry denied that Sudmark's president said that the boats may pass."
    )
    given = heard.at("the boats may pass")
    assert given is not None
    assert given.attribution.side == "NRL"


def test_what_somebody_did_not_or_will_say_is_not_said() -> None:
    assert not Heard("Norland's government did not say that the port was closed.").speeches.speeches
    assert not Heard("Norland's government will say that the port is closed.").speeches.speeches


def test_it_added_is_still_the_readout() -> None:
    heard = Heard(
        "The Norlandic embassy's readout said: “The sides noted the weight of fishing.”",
        "The two agreed to “form a standing council on fish”, it added.",
    )
    given = heard.at("form a standing council on fish")
    assert given is not None
    assert given.attribution.original == "NRL:readout:embassy"
    assert given.attribution.mode is MIXED


def test_it_is_the_state_that_stands_as_subject_before() -> None:
    heard = Heard("While Norland is at peace, it made clear that it would never disarm.")
    assert heard.exactly("it would never disarm").attribution.side == "NRL"


def test_a_headline_with_a_colon_names_its_speaker() -> None:
    heard = Heard(
        (BlockKind.HEADLINE, "Port will open in May: Norland"),
        "Norland said on Monday that the port would open.",
    )
    assert heard.exactly("Port will open in May").attribution.side == "NRL"


def test_an_official_text_is_its_issuers_word_throughout() -> None:
    heard = Heard(
        "The two presidents agreed to open the strait.",
        "President Ole Dahl said that the boats may pass.",
        kind=DocumentKind.READOUT,
        side="NRL",
        outlet="Ministry of Foreign Affairs of Norland",
    )
    outer, inner = heard.at("agreed to open the strait"), heard.at("the boats may pass")
    assert outer is not None
    assert inner is not None
    assert outer.attribution.mode is DIRECT
    assert outer.attribution.wording is None
    assert outer.attribution.original == "NRL:readout:foreign ministry"
    assert inner.attribution.side == "NRL"
    assert inner.attribution.original == outer.attribution.original
    [original] = heard.originals
    assert original.passages[0].exact == heard.page.document.text.strip()


def test_every_wording_is_what_stands_at_its_place() -> None:
    heard = Heard(
        "“We met,” Norlandic President Ada Holm said in a tweet. According to the Harbour Wire "
        "news agency, Sudmark's government was informed, it added."
    )
    text = heard.page.document.text
    for speech in heard.speeches.speeches:
        wording = speech.attribution.wording
        assert wording is not None
        assert text[wording.start : wording.end] == wording.exact
