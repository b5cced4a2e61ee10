"""What a text lacks where it is read, and has where it is kept."""

from communique.languages.en.cues import table
from communique.languages.en.mending import ends_of_opening_days


def test_a_day_that_opens_a_sentence_ends_where_a_name_begins() -> None:
    row = table("mending")["opening_day"]
    [end] = ends_of_opening_days(row["matches"])
    assert row["matches"][:end].endswith("25 August")
    assert ends_of_opening_days(row["not"]) == ()
    assert ends_of_opening_days("They met on 25 August Street.") == ()
