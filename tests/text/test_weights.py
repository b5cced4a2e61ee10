"""How near two texts are in what they are about."""

import pytest

from communique.model.passages import Span
from communique.text.weights import Weights, closeness, weigh, words_in

STOP = frozenset({"the", "of", "and", "in", "a", "on"})


def weights(text: str) -> Weights:
    return weigh(text, (Span(0, len(text)),), STOP)


def test_a_text_is_as_near_as_can_be_to_itself_and_apart_from_one_without_its_words() -> None:
    grain = weights("The ministers discussed grain in Velan.")
    assert closeness(grain, grain) == pytest.approx(1)
    assert closeness(grain, weights("Karsovia won 3 medals.")) == 0


def test_names_and_numbers_tell_stories_apart_better_than_other_words() -> None:
    told = weights("the minister discussed prices in Velan")
    same_place = weights("a general inspected barracks in Velan")
    same_act = weights("a general discussed barracks in Sorna")
    assert closeness(told, same_place) > closeness(told, same_act)


def test_words_that_count_in_neither_leave_what_else_two_texts_share() -> None:
    left = weights("Marrin rang Dovan on grain")
    right = weights("Marrin rang Dovan on gas")
    names = words_in(["Elena Marrin", "Viktor Dovan"])
    assert 0 < closeness(left, right, names) < closeness(left, right)
    assert closeness(weights("Marrin Dovan"), right, names) == 0


def test_only_words_within_the_spans_are_weighed() -> None:
    assert set(weigh("grain and gas", (Span(0, 5),), STOP)) == {"grain"}


def test_a_text_without_words_is_near_to_nothing() -> None:
    assert closeness(weights(""), weights("grain")) == 0


def test_closeness_does_not_hang_on_the_order_in_which_words_are_left_out() -> None:
    text = " ".join(f"word{at} " * (at % 7 + 1) for at in range(60))
    left, right = weights(text), weights(f"{text} harbour")
    without = [f"word{at}" for at in range(0, 60, 2)]
    orders = [without[at:] + without[:at] for at in range(len(without))]
    assert len({closeness(left, right, one) for one in orders}) == 1
