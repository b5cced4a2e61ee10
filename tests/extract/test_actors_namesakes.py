"""States whose names are also those of persons, parts of states and things."""

from dataclasses import replace
from functools import partial

import pytest

from communique.catalog.tables import load_tables
from communique.extract.actors.cast import find_cast
from communique.extract.page import Page
from communique.flow.naming import names_in
from communique.languages.en.parse import parse
from communique.model.readings import Actor
from communique.model.times import When
from tests.make import document

pytestmark = pytest.mark.slow


def sides(text: str, on: str = "2024-09-10") -> set[str]:
    """The states, bodies and groups for which the actors of a text act."""
    tables = load_tables()
    made = replace(document("page", text), published=When(on, "made"))
    [(read, sentences)] = parse([made], partial(names_in, tables))
    cast = find_cast(Page(read, sentences, tables))
    return {side for one in cast.actors if (side := _side(one)) is not None}


def _side(actor: Actor) -> str | None:
    if actor.is_former:
        return None
    held = (one.of for one in actor.offices if one.of)
    named = actor.key if actor.kind.value in ("state", "body", "group") else None
    return actor.state or named or next(held, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chris Jordan, the novelist, met French President Emmanuel Macron.", {"FRA"}),
        ("Denzel Washington met French President Emmanuel Macron on Monday.", {"FRA"}),
        ("Jordan's king met French President Emmanuel Macron on Monday.", {"JOR", "FRA"}),
        ("The foreign ministers of Niger and Nigeria met in Abuja on Monday.", {"NER", "NGA"}),
        ("Guinea, Guinea-Bissau and Equatorial Guinea held talks.", {"GIN", "GNB", "GNQ"}),
        ("They carved turkey and ate from fine china on Monday.", set()),
        ("Tesla chief Jan Prokop met French President Emmanuel Macron.", {"FRA"}),
        ("Russian-Turkish talks were held in Doha on Monday.", {"RUS", "TUR"}),
    ],
)
def test_a_state_is_told_from_its_namesakes(text: str, expected: set[str]) -> None:
    assert sides(text) == expected


def test_a_standing_company_acts_as_its_members() -> None:
    met = sides("E3 foreign ministers met Iranian Foreign Minister Abbas Araghchi on Monday.")
    assert met == {"DEU", "FRA", "GBR", "IRN"}


def test_a_family_name_means_the_holder_of_the_day() -> None:
    assert sides("Kim met President Xi in Beijing, North Korea said.", "2019-01-10") >= {"PRK"}


def test_a_head_of_a_body_does_not_act_for_the_state_that_he_once_led() -> None:
    met = sides("Nato chief Mark Rutte met French President Emmanuel Macron.", "2024-11-05")
    assert met == {"NATO", "FRA"}
