"""The record of each episode after each of its texts."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from communique.text.runs import SHORTEST, words_of
from tests.episodes.reading import (
    AFTER_THE_SEEDS,
    EPISODES,
    HERE,
    Asked,
    asked_of,
    changes_of,
    is_held,
    lines_of,
    read_episode,
    texts_of,
)
from tests.mission.seeds import SEEDS

STEPS = [(episode, asked) for episode in EPISODES for asked in asked_of(episode)]


Lines = tuple[frozenset[str], frozenset[str]]
"""What the record shows after a text, and what that text has changed in it."""


@cache
def lines_after(episode: str) -> dict[str, Lines]:
    steps = zip(texts_of(episode), pairwise(read_episode(episode)), strict=True)
    return {
        text.stem: (frozenset(lines_of(after)), frozenset(changes_of(before, after)))
        for text, (before, after) in steps
    }


def lines_at(episode: str, step: str) -> Lines:
    if episode == AFTER_THE_SEEDS and not SEEDS.is_dir():
        pytest.skip("the seed documents are not beside this checkout")
    return lines_after(episode)[step]


@pytest.mark.slow
@pytest.mark.parametrize(("episode", "asked"), STEPS, ids=lambda one: getattr(one, "step", one))
def test_the_record_after_each_text_holds_what_it_should(episode: str, asked: Asked) -> None:
    lines, changes = lines_at(episode, asked.step)
    assert [one for one in asked.holds if not is_held(one, lines)] == []
    met = [one for one in lines for begin in asked.holds_not if one.startswith(begin)]
    assert met == []
    assert [one for one in asked.changed if not is_held(one, changes)] == []


@pytest.mark.parametrize("episode", EPISODES)
def test_each_text_of_an_episode_has_its_step(episode: str) -> None:
    assert [one.step for one in asked_of(episode)] == [one.stem for one in texts_of(episode)]


def runs_in(path: Path) -> set[tuple[str, ...]]:
    """Every run of eight words of a text."""
    words = words_of(path.read_text(encoding="utf-8"))
    return {words[at : at + SHORTEST] for at in range(len(words) - SHORTEST + 1)}


def test_no_run_of_words_of_a_seed_stands_in_an_episode() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the seed documents are not beside this checkout")
    seeds = set[tuple[str, ...]]().union(*map(runs_in, SEEDS.glob("*.txt")))
    files = (one for end in ("txt", "md", "toml") for one in HERE.rglob(f"*.{end}"))
    assert [one.name for one in files if runs_in(one) & seeds] == []


def test_words_left_out_of_a_line_stay_within_their_part() -> None:
    assert is_held(
        "point of a · set up […] · b: silent", ["point of a · set up a line · b: silent"]
    )
    assert not is_held(
        "point of a · set up […] · b: silent", ["point of a · set up · c · b: silent"]
    )
    assert not is_held("contact · a", ["contact · a · reports: 2"])
