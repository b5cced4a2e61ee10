"""Which words name which state, body, group or outlet."""

from pathlib import Path

import pytest

from communique.catalog.naming import (
    NamingKind,
    agency_named,
    body_named,
    find_namings,
    format_named,
    group_named,
    holders_named,
    outlet_named,
    state_named,
)
from communique.catalog.tables import load_tables

TABLES = load_tables()


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("the Kremlin", "RUS"),
        ("UK", "GBR"),
        ("Britain", "GBR"),
        ("U.S.", "USA"),
        ("DRC", "COD"),
        ("Türkiye", "TUR"),
        ("turkey", "TUR"),
        ("South Korea", "KOR"),
        ("Elysee", "FRA"),
        ("Quai d’Orsay", "FRA"),
        ("Foggy Bottom", "USA"),
        ("South Block", "IND"),
        ("Kiev", "UKR"),
        ("nowhere", None),
    ],
)
def test_a_state_is_known_by_name_capital_and_seat(wording: str, code: str | None) -> None:
    assert state_named(TABLES, wording) == code


def test_bodies_groups_formats_and_outlets_are_known_by_any_of_their_names() -> None:
    assert body_named(TABLES, "Shanghai Cooperation Organisation") == "SCO"
    assert group_named(TABLES, "the Taliban") == "Taliban"
    assert format_named(TABLES, "troika plus") == format_named(TABLES, "extended troika")
    assert agency_named(TABLES, "Xinhua") == "Xinhua"
    assert agency_named(TABLES, "The Guardian") is None
    assert outlet_named(TABLES, "The Guardian") == "The Guardian"


def found(text: str) -> list[tuple[str, str]]:
    return [(one.wording, one.namings[0].code) for one in find_namings(TABLES, text)]


def test_the_longest_name_is_found_and_none_inside_it() -> None:
    assert found("The Moscow Times of Guinea-Bissau") == [
        ("The Moscow Times", "The Moscow Times"),
        ("Guinea-Bissau", "GNB"),
    ]


def test_two_states_joined_by_a_hyphen_are_two() -> None:
    assert [code for _, code in found("Niger-Chad relations")] == ["NER", "TCD"]


def test_capitals_tell_a_state_from_a_word() -> None:
    assert found("They ate turkey, and it was for us who paid.") == []
    assert found("Turkey told the US and the WHO.") == [
        ("Turkey", "TUR"),
        ("US", "USA"),
        ("WHO", "WHO"),
    ]


def test_a_short_name_in_a_shouted_line_is_passed_over() -> None:
    assert found("JOIN US FOR NEWS FROM FRANCE") == [("FRANCE", "FRA")]


def test_an_outlet_with_an_article_gives_way_to_a_longer_name_after_it(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[group]]\nname = "Hill Front"\n', encoding="utf-8")
    [one] = find_namings(load_tables(own), "The Hill Front agreed.")
    assert one.code(NamingKind.GROUP) == "Hill Front"


def test_spans_give_the_words_back() -> None:
    text = "Côte d’Ivoire’s president met N'Djamena’s envoy in the Élysée."
    for one in find_namings(TABLES, text, 7):
        assert text[one.span.start - 7 : one.span.end - 7] == one.wording


def test_a_tenure_is_found_by_family_name_on_its_day_only() -> None:
    [holder] = holders_named(TABLES, "Merkel", "2014-06-01")
    assert (holder.person, holder.state) == ("Angela Merkel", "DEU")
    assert holders_named(TABLES, "Merkel", "2024-06-01") == ()
