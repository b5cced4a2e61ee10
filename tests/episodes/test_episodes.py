"""The record of each episode after each of its texts."""

from functools import cache

import pytest

from tests.episodes.reading import (
    AFTER_THE_SEEDS,
    EPISODES,
    Asked,
    asked_of,
    lines_of,
    read_episode,
    texts_of,
)
from tests.mission.seeds import SEEDS

STEPS = [(episode, asked) for episode in EPISODES for asked in asked_of(episode)]


@cache
def lines_after(episode: str) -> dict[str, frozenset[str]]:
    records = zip(texts_of(episode), read_episode(episode), strict=True)
    return {text.stem: frozenset(lines_of(contents)) for text, contents in records}


def lines_at(episode: str, step: str) -> frozenset[str]:
    if episode == AFTER_THE_SEEDS and not SEEDS.is_dir():
        pytest.skip("the seed documents are not beside this checkout")
    return lines_after(episode)[step]


@pytest.mark.slow
@pytest.mark.parametrize(("episode", "asked"), STEPS, ids=lambda one: getattr(one, "step", one))
def test_the_record_after_each_text_holds_what_it_should(episode: str, asked: Asked) -> None:
    lines = lines_at(episode, asked.step)
    assert [one for one in asked.holds if one not in lines] == []
    met = [one for one in lines for begin in asked.holds_not if one.startswith(begin)]
    assert met == []


@pytest.mark.parametrize("episode", EPISODES)
def test_each_text_of_an_episode_has_its_step(episode: str) -> None:
    assert [one.step for one in asked_of(episode)] == [one.stem for one in texts_of(episode)]
