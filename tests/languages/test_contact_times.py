import re

import pytest

from communique.languages.en.cues import table
from communique.languages.en.datelines import dateline_in, day_in_address, is_file_picture
from communique.languages.en.times import filled, tables

ROWS = {name: row for name, row in table("contact_times").items() if "words" in row}
PATTERNS = {
    "caption": table("contact_times")["caption"],
    "dateline": tables()["dateline"],
    "address": tables()["address"],
    "file_picture": tables()["file_picture"],
    "person_names": tables()["person_names"],
}


@pytest.mark.parametrize("name", ROWS)
def test_a_table_of_words_is_found_in_its_example_and_not_in_the_other(name: str) -> None:
    row = ROWS[name]
    assert found_in(row["matches"], row["words"])
    assert not found_in(row["not"], row["words"])


def found_in(text: str, words: list[str]) -> bool:
    stems = "|".join(re.escape(one) for one in words)
    return re.search(rf"\b(?:{stems})(?:s|es|ed|d|ped|led|ting)?\b", text.lower()) is not None


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_is_met_in_its_example_and_not_in_the_other(name: str) -> None:
    pattern = re.compile(filled(PATTERNS[name]["pattern"]))
    assert pattern.search(PATTERNS[name]["matches"])
    assert pattern.search(PATTERNS[name]["not"]) is None


@pytest.mark.parametrize(
    ("line", "month_day", "whole"),
    [
        ("VELAN, Aug 25 (Karsinform) – The king left.", "08-25", None),
        ("VELAN, March 4, 2031 (Karsinform) -- The king left.", "03-04", "2031-03-04"),
        ("VELAN, August 25. /KARSINFORM/. The king left.", "08-25", None),
        ("Aug 25 (Karsinform) - The king left.", "08-25", None),
        ("Velan, Mar 5 (KIF): The king left.", "03-05", None),
        ("VELAN, 12 March 2031 — The king left.", "03-12", "2031-03-12"),
        ("VELAN (Karsinform) - The king left.", None, None),
        ("March 4 – a Tuesday – was quiet.", None, None),
    ],
)
def test_a_dateline_gives_its_day(line: str, month_day: str | None, whole: str | None) -> None:
    found = dateline_in(line)
    assert (found and found.month_day) == month_day
    assert (found and found.day and found.day.isoformat()) == whole


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://herald.example/2031/03/04/world/talks.html", "2031-03-04"),
        ("https://herald.example/world/2031/mar/04/talks", "2031-03-04"),
        ("https://herald.example/2031-03-04/talks", "2031-03-04"),
        ("https://herald.example/2031/13/04/talks", None),
        ("https://herald.example/talks-of-2031", None),
    ],
)
def test_an_address_gives_the_day_of_first_publication(address: str, day: str | None) -> None:
    found = day_in_address(address)
    assert (found and found.isoformat()) == day


def test_pictures_from_the_files_are_known() -> None:
    assert is_file_picture("FILE - The king in Velan, March 4, 2031.")
    assert not is_file_picture("The king files past, March 4, 2031.")
