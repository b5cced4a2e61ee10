"""What a text lacks where it is read, and has where it is kept."""

import tomllib
from importlib.resources import files

from communique.languages.en.mending import ends_of_opening_days


def test_a_day_that_opens_a_sentence_ends_where_a_name_begins() -> None:
    text = files("communique.languages.en").joinpath("mending.toml").read_text(encoding="utf-8")
    row = tomllib.loads(text)["opening_day"]
    [end] = ends_of_opening_days(row["matches"])
    assert row["matches"][:end].endswith("25 August")
    assert ends_of_opening_days(row["not"]) == ()
    assert ends_of_opening_days("They met on 25 August Street.") == ()
