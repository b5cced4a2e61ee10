"""Who is named in a document, in invented states."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from communique.catalog.tables import Tables, load_tables
from communique.extract.actors.cast import find_cast
from communique.extract.page import Cast, Page
from communique.languages.en.parse import parse
from communique.model.readings import Actor
from communique.model.times import When
from communique.model.vocabulary import ActorKind
from tests.make import document

pytestmark = pytest.mark.slow

OWN = """
[[state]]
code = "RUV"
names = ["Ruvia"]
adjectives = ["Ruvian"]
people = ["Ruvians"]
capitals = ["Moralgrad"]
metonyms = ["Tall House"]
ministries = ["Ministry of Outer Affairs"]

[[state]]
code = "COS"
names = ["Costona"]
adjectives = ["Costonan"]
people = ["Costonans"]
capitals = ["Port Lorne"]

[[state]]
code = "NEB"
names = ["Nebelia"]
adjectives = ["Nebelian"]
capitals = ["Nebelstadt"]

[[body]]
code = "LOH"
names = ["League of the Highlands", "LOH"]

[[group]]
name = "Hill Front"

[[outlet]]
name = "The Moralgrad Times"
state = "RUV"

[[tenure]]
person = "Tara Lind"
state = "NEB"
office = "head of government"
title = "Prime Minister"
since = "2029-05-01"
until = "2033-05-01"
"""


@cache
def tables() -> Tables:
    with TemporaryDirectory() as folder:
        own = Path(folder) / "own.toml"
        own.write_text(OWN, encoding="utf-8")
        return load_tables(own)


def page(text: str, on: str | None = "2031-05-06", side: str | None = None) -> Page:
    made = document("page", text, side=side)
    made = replace(made, published=None if on is None else When(on, "made"))
    [(read, sentences)] = parse([made])
    return Page(read, sentences, tables())


def cast(text: str, on: str | None = "2031-05-06", side: str | None = None) -> Cast:
    return find_cast(page(text, on, side))


def person(text: str, name: str, on: str | None = "2031-05-06") -> Actor:
    return next(
        one for one in cast(text, on).actors if one.kind is ActorKind.PERSON and one.name == name
    )


def meant(text: str, words: str, at: int = 0) -> list[str]:
    """The actors that the words mean where they stand for the ``at``th time, article left out."""
    made = page(text)
    found = [
        one
        for one in find_cast(made).mentions
        if made.document.text[one.span.start : one.span.end].lower().removeprefix("the ")
        == words.lower()
    ]
    return list(found[at].actors) if len(found) > at else []


def test_words_of_every_mention_stand_at_its_place() -> None:
    made = page("Ruvian President Olo Dan met Ana Brel, Costona's foreign minister, in Nebelstadt.")
    words = [made.document.text[m.span.start : m.span.end] for m in find_cast(made).mentions]
    assert words == [
        "Ruvian President Olo Dan",
        "Ana Brel, Costona's foreign minister",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ruvian President Olo Dan spoke.", "Olo Dan"),
        ("Ruvia's President Olo Dan spoke.", "Olo Dan"),
        ("The president of Ruvia, Olo Dan, spoke.", "Olo Dan"),
        ("Ruvia's foreign minister, Olo Dan, spoke to reporters.", "Olo Dan"),
        ("Olo Dan, Ruvia's top diplomat, spoke to reporters.", "Olo Dan"),
        ("Prime Minister Olo Dan of Ruvia spoke.", "Olo Dan"),
        ("Ruvian Deputy Prime Minister and Energy Minister Olo Dan spoke.", "Olo Dan"),
        ("Tall House spokesman Olo Dan spoke.", "Olo Dan"),
        ("Ruvia's ambassador to Costona, Olo Dan, spoke.", "Olo Dan"),
        ("Acting Ruvian Foreign Minister Olo Dan spoke.", "Olo Dan"),
        ("She met her Ruvian counterpart Olo Dan.", "Olo Dan"),
        ("She met her Ruvian counterpart, President Olo Dan.", "Olo Dan"),
    ],
)
def test_a_title_with_its_state_needs_no_table(text: str, name: str) -> None:
    found = person(text, name)
    assert found.state == "RUV"
    assert found.state_basis is not None
    assert found.state_basis.startswith("text: ")
    assert not found.background


def test_a_bare_name_is_the_titled_one_before_and_after_it() -> None:
    text = "Dan hails talks.\nRuvian President Olo Dan met Ana Brel. Dan said so."
    assert meant(text, "Dan") == meant(text, "Dan", 1) == ["person:Olo Dan"]


def test_either_part_of_a_name_means_its_bearer() -> None:
    text = "Ruvian President Shu Jinwei spoke. Jinwei was pleased. Shu left."
    assert meant(text, "Jinwei") == meant(text, "Shu") == ["person:Shu Jinwei"]


def test_a_spelling_variant_is_kept_as_seen() -> None:
    text = "Ruvian President Vladimir Tarn spoke. Later President Vladmir Tarn left."
    assert person(text, "Vladimir Tarn").names == ("Vladimir Tarn", "Vladmir Tarn")


def test_a_counterpart_shares_the_office_of_the_one_before_him() -> None:
    text = "Ruvian Foreign Minister Olo Dan met his Costonan counterpart Ana Brel."
    [office] = person(text, "Ana Brel").offices
    assert (office.title, office.of) == ("Foreign Minister", "COS")


def test_a_counterpart_without_a_name_is_an_office_of_his_state() -> None:
    text = "Ruvian Foreign Minister Olo Dan met his Costonan counterpart."
    assert meant(text, "his Costonan counterpart") == ["office:COS:foreign minister"]


@pytest.mark.parametrize(
    "title", ["Former Ruvian President", "Ex-President", "Former Prime Minister"]
)
def test_a_former_holder_acts_for_no_state(title: str) -> None:
    found = person(f"{title} Olo Dan met Costonan Prime Minister Ana Brel.", "Olo Dan")
    assert found.is_former
    assert found.state is None


def test_an_opposition_title_gives_no_state() -> None:
    text = "Ruvia's government fell. Shadow Foreign Secretary Olo Dan welcomed it."
    assert person(text, "Olo Dan").state is None


def test_a_tenure_gives_the_state_on_its_day_only_and_is_marked() -> None:
    text = "Prime Minister Tara Lind spoke by phone with Ruvian President Olo Dan."
    found = person(text, "Tara Lind")
    assert (found.state, found.background) == ("NEB", True)
    assert found.state_basis is not None
    assert found.state_basis.startswith("background: ")
    assert person(text, "Tara Lind", on="2040-01-01").state is None


def test_without_a_table_the_states_set_beside_each_other_tell() -> None:
    text = (
        "Prime Minister Ana Brel spoke with Ruvian President Olo Dan. "
        "She praised Costona-Ruvia relations."
    )
    found = person(text, "Ana Brel")
    assert found.state == "COS"
    assert found.state_basis is not None
    assert found.state_basis.startswith("context: ")


def test_a_nationality_alone_gives_no_state() -> None:
    text = "Costonan tennis player Mira Sol beat the Ruvian champion Ana Kovic."
    assert {one.state for one in cast(text).actors if one.kind is ActorKind.PERSON} <= {None}


def test_an_office_without_a_name_is_its_holder_or_an_office_of_its_state() -> None:
    text = "Ruvian President Olo Dan left. The Ruvian president was glad."
    assert meant(text, "Ruvian president") == ["person:Olo Dan"]
    assert meant("Ruvia's deputy prime minister spoke.", "Ruvia's deputy prime minister") == [
        "office:RUV:deputy prime minister"
    ]


def test_one_plural_title_names_an_office_in_each_state() -> None:
    text = "The presidents of Ruvia and Costona met. Both sides were glad."
    assert meant(text, "presidents of Ruvia and Costona") == [
        "office:RUV:president",
        "office:COS:president",
    ]
    assert meant(text, "Both sides") == ["RUV", "COS"]


def test_a_capital_acts_as_a_subject_and_is_a_place_after_in() -> None:
    text = "Moralgrad has warned Costona. She arrived in Moralgrad. Moralgrad's airport closed."
    assert meant(text, "Moralgrad") == ["RUV"]
    assert meant(text, "Moralgrad", 1) == []


def test_organs_are_offices_of_their_state() -> None:
    text = "The Ruvian embassy said so. Ruvia's Foreign Ministry denied it."
    assert meant(text, "Ruvian embassy") == ["office:RUV:embassy"]
    assert meant(text, "Ruvia's Foreign Ministry") == ["office:RUV:foreign ministry"]


def test_the_city_after_a_ministry_comes_before_what_its_name_gives_away() -> None:
    text = "A release by the Ministry of Outer Affairs in Port Lorne said so."
    assert meant(text, "Ministry of Outer Affairs") == ["office:COS:ministry of outer affairs"]


def test_a_persons_office_acts_for_his_state() -> None:
    text = "Ruvian President Olo Dan called. Dan's office in Moralgrad confirmed that he did."
    assert meant(text, "Dan's office") == ["office:RUV:dan's office"]
    assert meant(text, "he") == ["person:Olo Dan"]


def test_an_adjective_as_modifier_and_an_outlet_name_nobody() -> None:
    text = "The Ruvian vaccine was approved, The Moralgrad Times said."
    assert cast(text).mentions == ()


def test_a_group_and_its_leadership_are_parties_without_a_code() -> None:
    text = "Ruvia spoke with the Hill Front leadership."
    assert meant(text, "Hill Front leadership") == ["group:Hill Front leadership"]


def test_the_two_leaders_and_they_are_the_two_last_told_of_together() -> None:
    text = (
        "Ruvian President Olo Dan spoke by phone to Costonan Prime Minister Ana Brel. "
        "The two leaders agreed to meet. They thanked the two sides."
    )
    pair = ["person:Olo Dan", "person:Ana Brel"]
    assert meant(text, "two leaders") == meant(text, "They") == pair
    assert meant(text, "two sides") == ["RUV", "COS"]


def test_it_is_the_organ_that_spoke_last() -> None:
    text = (
        "The Ruvian embassy said in a statement that Olo Dan was well. "
        "President Olo Dan and Prime Minister Ana Brel agreed to meet, it added."
    )
    assert meant(text, "it") == ["office:RUV:embassy"]


def test_an_empty_it_means_nothing() -> None:
    assert meant("Ruvia waits. It is important that talks begin.", "It") == []


def test_the_side_of_an_official_text_is_the_state_of_its_office_holders() -> None:
    found = cast("Prime Minister Ana Brel received Olo Dan.", side="COS")
    assert next(one for one in found.actors if one.name == "Ana Brel").state == "COS"


@pytest.mark.parametrize(
    "saying",
    [
        "Deputy Prime Minister Olav Brim was quoted as saying by the Daily Post",
        "Deputy Prime Minister Olav Brim said",
    ],
)
def test_an_official_acts_for_the_state_for_which_he_promises(saying: str) -> None:
    text = (
        "Ruvian President Anton Dan and Costonan President Vera Holm spoke on Monday. "
        "Holm thanked Dan for the grain that Ruvia sent and invited him to visit Costona. "
        f"Ruvia is prepared to deliver water tanks to the League of the Highlands, {saying}."
    )
    assert person(text, "Olav Brim").state == "RUV"
