import pytest

from tests.quality.coreference import places_in
from tests.quality.grouped import b_cubed
from tests.quality.stories import FOLDS, cross_validated


def test_the_words_of_sentences_are_found_in_the_order_of_the_text() -> None:
    text = "The mill fell. Nobody was in the mill."
    sentences = (("The", "mill", "fell", "."), ("Nobody", "was", "in", "the", "mill", "."))
    places = places_in(text, sentences)
    assert [text[slice(*places[0, at])] for at in range(4)] == ["The", "mill", "fell", "."]
    assert places[1, 4] == (33, 37)


def test_a_word_that_the_text_lacks_leaves_the_others_in_their_places() -> None:
    places = places_in("It fell, they say.", (("It", "fell", "``", "they", "say", "."),))
    assert (0, 2) not in places
    assert places[0, 4] == (14, 17)


def test_each_fold_is_grouped_as_is_best_on_the_others_and_not_on_itself() -> None:
    names = [f"{topic}{page}" for topic in range(FOLDS) for page in "ab"]
    topics = {name: int(name[0]) for name in names}
    wanted = {name: name[0] for name in names}
    right_but_for_the_first = {name: name if name[0] == "0" else name[0] for name in names}
    right_in_the_first = {name: name[0] if name[0] == "0" else name for name in names}
    tried = [right_but_for_the_first, right_in_the_first]
    chosen = cross_validated(tried, wanted, topics)
    assert chosen.f1 == pytest.approx(b_cubed(right_but_for_the_first, wanted).f1)
