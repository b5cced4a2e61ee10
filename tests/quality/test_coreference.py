from collections.abc import Mapping, Sequence

import pytest

from tests.quality.coreference import Told, laid_out, told_in


def test_each_sentence_is_a_block_and_the_places_are_those_of_its_words() -> None:
    document, places = laid_out("a", [["The", "mill", "fell", "."], ["Nobody", "was", "in", "."]])
    assert [document.text[one.start : one.end] for one in places[1]] == ["Nobody", "was", "in", "."]
    assert len(document.blocks) == 2
    assert document.blocks[0].span.end < document.blocks[1].span.start


def told(mentions: Mapping[str, Sequence[int]], *sentences: str) -> dict[str, Told]:
    """What mentions tell, given the places of their words in the sentence they are named after."""
    rows = [
        {"mention_id": name, "doc_id": "a", "sent": int(name[0]), "tokens": tokens}
        for name, tokens in mentions.items()
    ]
    return told_in(rows, {"a": {"sentences": [one.split() for one in sentences]}})


@pytest.mark.slow
def test_a_deed_and_the_noun_made_from_it_tell_of_one_event() -> None:
    found = told(
        {"0": [5], "1": [1]}, "The union of millers will sell grain .", "The sale begins in May ."
    )
    assert found["0"] == found["1"]


@pytest.mark.slow
def test_a_verb_that_says_nothing_leaves_the_telling_to_another_word_of_its_mention() -> None:
    found = told(
        {"0": [4, 5], "1": [1]},
        "The boats of Velan took refuge in Ilmara .",
        "The refuge was short .",
    )
    assert found["0"] == found["1"]


@pytest.mark.slow
def test_words_of_two_tellers_are_two_events_and_those_of_one_are_one() -> None:
    found = told(
        {"0": [1], "1": [1], "2": [10]},
        "Dovan said that the bridge had fallen .",
        "Marrin said that the bridge stood .",
        "The bridge would be built again in the summer , said Dovan .",
    )
    assert found["0"] != found["1"]
    assert found["0"] == found["2"]
