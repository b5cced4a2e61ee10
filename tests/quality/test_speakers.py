from communique.model.passages import Span
from tests.quality.speakers import Spoken, is_found, speakers_agree
from tests.quality.told import tables


def spoken(words: str, side: str | None = None, end: int = 10) -> Spoken:
    return Spoken(Span(0, end), words, side)


def test_a_family_name_is_enough_for_a_speaker() -> None:
    assert speakers_agree("Mara Costin", "", spoken("Minister Costin said"), tables())
    assert not speakers_agree("Mara Costin", "", spoken("Minister Marrin said"), tables())


def test_a_state_that_speaks_through_its_ministry_is_that_state() -> None:
    assert speakers_agree("Norwegian foreign ministry", "", spoken("Oslo", "NOR"), tables())
    assert not speakers_agree("Norwegian foreign ministry", "", spoken("Lima", "PER"), tables())


def test_an_attribution_is_found_where_half_of_its_words_are_covered() -> None:
    wanted = {"claim": {"start": 4, "end": 16}, "speaker": "Costin", "original": None}
    assert is_found(wanted, [spoken("Costin said", end=10)], tables())
    assert not is_found(wanted, [spoken("Costin said", end=9)], tables())
