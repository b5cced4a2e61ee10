"""Of many accounts only those are compared that may be of one contact."""

from itertools import product

import pytest

from communique.resolve.contacts.agreeing import can_be_one
from communique.resolve.contacts.outlines import Outline
from communique.resolve.contacts.ties import Ties
from tests.at_once import resolve
from tests.make import FIREFLY, TRENTINO, Reader, document, documents_of, tables

SYLLABLES = ("ka", "lo", "mi", "ru", "ter", "van", "sol", "den")
STORY = "Firefly rang Trentino. {}."
OF_STORY = 40
"""Words that only the pages of one story have."""


def pages(stories: int) -> list[Reader]:
    """Two undated pages of each of many stories of one pair, each story with words of its own."""
    words = ["".join(one) for one in product(SYLLABLES, repeat=4)]
    made = []
    for story in range(stories):
        own = words[story * OF_STORY : (story + 1) * OF_STORY]
        for name, told in (("a", own), ("b", own[::-1])):
            reader = Reader(document(f"{name}{story}", STORY.format(" ".join(told)), None))
            reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO)
            made.append(reader)
    return made


def compared(stories: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often two accounts are compared to bring the pages of so many stories together."""
    asked = []

    def counted(left: Outline, right: Outline, ties: Ties) -> bool:
        asked.append((left, right))
        return can_be_one(left, right, ties)

    with monkeypatch.context() as patch:
        patch.setattr("communique.resolve.contacts.linking.can_be_one", counted)
        made = pages(stories)
        found = resolve(documents_of(made), tuple(one.reading() for one in made), (), tables())
    assert len(found.contacts) == stories
    return len(asked)


def test_twice_as_many_undated_accounts_of_one_pair_take_twice_as_many_comparisons(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert compared(60, monkeypatch) <= 2 * compared(30, monkeypatch)
