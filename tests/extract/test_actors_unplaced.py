"""Persons whose state nothing tells: what they dealt in is not recorded, and a problem says so."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from communique.catalog.tables import load_tables
from communique.extract.page import Page
from communique.extract.reading import read_page
from communique.flow.naming import names_in
from communique.languages.en.parse import parse
from communique.model.readings import Reading
from communique.model.times import When
from tests.make import document

pytestmark = pytest.mark.slow

CAST = Path(__file__).parents[1] / "cases" / "cast.toml"


def reading(text: str) -> Reading:
    tables = load_tables(CAST)
    made = replace(document("page", text), published=When("2031-03-05", "made"))
    [(read, sentences)] = parse([made], partial(names_in, tables))
    return read_page(Page(read, sentences, tables), "r")


@pytest.mark.parametrize(
    "text",
    [
        "Karsovian President Viktor Dovan met Minister Olo Brenn in Sorna on Tuesday.",
        "Karsovian President Viktor Dovan met Olo Brenn in Sorna on Tuesday.",
    ],
)
def test_a_party_without_a_side_is_named_with_its_passage(text: str) -> None:
    read = reading(text)
    [problem] = read.problems
    assert read.accounts == ()
    assert problem.code == "party-not-placed"
    assert "Olo Brenn" in problem.message
    assert problem.passage is not None
    assert "met" in problem.passage.exact


@pytest.mark.parametrize(
    "text",
    [
        "Karsovian President Viktor Dovan met Minister Olo Brenn and President Elena Marrin.",
        "Karsovian President Viktor Dovan met former minister Olo Brenn in Sorna on Tuesday.",
        "Karsovian President Viktor Dovan thanked Olo Brenn for his songs on Tuesday.",
    ],
)
def test_who_took_no_contact_away_is_no_problem(text: str) -> None:
    assert reading(text).problems == ()
