from collections.abc import Hashable
from itertools import permutations
from random import Random

import pytest

from tests.quality.grouped import b_cubed, best_pairs, ceaf_e, conll, muc


def groups(*told: str) -> dict[str, int]:
    return {one: at for at, each in enumerate(told) for one in each}


WANTED = groups("abcde", "fg", "hijkl")
JOINED = groups("abcde", "fghijkl")
"""The second and third group taken for one: the example of Bagga and Baldwin."""


def test_equal_groups_are_right_by_every_measure() -> None:
    for measure in (muc, b_cubed, ceaf_e):
        assert measure(WANTED, WANTED).f1 == 1
    assert conll(WANTED, WANTED) == 1


def test_muc_counts_links_and_so_forgives_a_join_that_b_cubed_does_not() -> None:
    assert muc(JOINED, WANTED).precision == pytest.approx(9 / 10)
    assert muc(JOINED, WANTED).recall == 1
    # Seven of twelve stand in the joined group: two of them of a group of two, five of one of five.
    assert b_cubed(JOINED, WANTED).precision == pytest.approx((5 + 2 * 2 / 7 + 5 * 5 / 7) / 12)
    assert b_cubed(JOINED, WANTED).recall == 1


def test_ceaf_pairs_each_group_once_so_that_one_of_those_joined_goes_without() -> None:
    total = 1 + 2 * 5 / (7 + 5)
    assert ceaf_e(JOINED, WANTED).precision == pytest.approx(total / 2)
    assert ceaf_e(JOINED, WANTED).recall == pytest.approx(total / 3)


def test_members_that_are_alone_count_for_b_cubed_and_ceaf_but_have_no_links() -> None:
    alone = groups(*"abc")
    assert muc(alone, alone).f1 == 0
    assert b_cubed(alone, alone).f1 == ceaf_e(alone, alone).f1 == 1


def test_pairs_are_the_best_of_all_ways_to_pair() -> None:
    random = Random(7)
    for _ in range(60):
        width, height = random.randint(1, 5), random.randint(1, 5)
        table: dict[tuple[Hashable, Hashable], float] = {
            (x, y): random.random() for x in range(width) for y in range(height)
        }
        few, many = sorted((width, height))
        ways = permutations(range(many), few)
        flip = width > height
        best = max(
            sum(table[(y, x) if flip else (x, y)] for x, y in enumerate(way)) for way in ways
        )
        assert best_pairs(table) == pytest.approx(best)
