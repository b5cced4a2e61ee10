import pytest

from tests.quality.attribution import Said, SpeechScore, Words

TEXT = "The talks went well, the minister said. Nobody else spoke of it."


def said(*content: int, source: tuple[int, ...] = (), names: tuple[str, ...] = ()) -> Said:
    return Said(frozenset(content), frozenset(source), frozenset(names), is_indirect=True)


def test_words_are_counted_by_their_place_and_in_part_too() -> None:
    words = Words(TEXT)
    assert words.within([(0, 19)]) == {0, 1, 2, 3}
    assert words.within([(6, 12), (21, 24)]) == {1, 2, 4}
    assert words.named([4, 5]) == {"the", "minister"}


def test_one_word_in_common_is_enough_to_be_found_and_the_length_says_how_much_was() -> None:
    score = SpeechScore()
    score.add([said(0, 1, 2, 3, source=(4, 5))], [said(3, source=(5, 6)), said(9)])
    found = score.figures()
    assert found["found by overlap"] == 100
    assert found["found by overlap, indirect"] == 100
    assert found["precision by overlap"] == 50
    assert found["length, ours by wanted"] == 0.25
    assert found["right speaker of those found"] == 100
    assert found["found with half in common"] == 0
    assert found["content F1 over words"] == pytest.approx(100 * 2 / 6)


def test_of_several_the_most_alike_is_the_one_that_is_found() -> None:
    score = SpeechScore()
    score.add([said(0, 1, 2)], [said(0, 1, 2, 3, 4, 5, 6, 7), said(0, 1, 2)])
    assert score.figures()["found exactly"] == 100


def test_a_speaker_is_right_by_name_or_by_place_and_wrong_otherwise() -> None:
    score = SpeechScore()
    wanted = said(0, 1, source=(8,), names=("costin",))
    score.add([wanted], [said(0, 1, source=(30,), names=("costin",))])
    score.add([wanted], [said(0, 1, source=(30,), names=("marrin",))])
    assert score.figures()["right speaker of those found"] == 50
