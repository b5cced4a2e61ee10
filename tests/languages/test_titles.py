"""English titles of public office."""

import pytest

from communique.languages.en.actors import ActorExample, actor_examples
from communique.languages.en.titles import Title, TitleFound, title_at, titles, words_of


def first_title(text: str) -> TitleFound | None:
    words = words_of(text)
    return next((one for at in range(len(words)) if (one := title_at(words, at))), None)


@pytest.mark.parametrize("title", titles(), ids=lambda one: one.office)
def test_a_title_is_found_in_its_example_and_not_in_the_other(title: Title) -> None:
    met = first_title(title.matches)
    assert met is not None
    assert met.office == title.office
    assert first_title(title.misses) is None


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Energy Minister Olo Dan", "energy minister"),
        ("Minister of Energy and Water of Ruvia", "minister of energy and water"),
        ("Foreign Affairs and Trade Minister Olo Dan", "foreign affairs and trade minister"),
        ("Deputy Prime Ministers Olo Dan and Ana Brel", "deputy prime minister"),
        ("the prime ministerial car", None),
    ],
)
def test_a_portfolio_makes_a_title(text: str, office: str | None) -> None:
    met = first_title(text)
    assert (None if met is None else met.office) == office


def test_a_plural_title_is_known_as_one() -> None:
    met = first_title("Foreign ministers met")
    assert met is not None
    assert met.is_plural


def test_no_title_stands_behind_the_last_word_of_a_line() -> None:
    assert title_at(("the", "president"), 2) is None


@pytest.mark.parametrize("row", actor_examples(), ids=lambda one: one.row)
def test_the_words_of_a_row_stand_in_its_example_only(row: ActorExample) -> None:
    def holds(text: str) -> bool:
        padded = f" {' '.join(words_of(text.replace('.', ' ')))} "
        return any(
            f" {' '.join(words_of(word))}{end} " in padded
            for word in row.words
            for end in ("", "s")
        )

    assert holds(row.matches)
    if row.row not in CONTEXT:
        assert not holds(row.misses)


CONTEXT = frozenset({"place_preposition", "pronoun", "pair", "organ", "motion", "address"})
"""Rows whose words count only in a place that the parser tells."""
