"""The tenures that ship: dates in order, one holder at a time, no gaps where it matters."""

import tomllib
from datetime import date, timedelta
from importlib import resources
from itertools import pairwise

import pytest

from communique.catalog.tables import Tenure, load_tables

HEAD_OF_STATE = "head of state"
HEAD_OF_GOVERNMENT = "head of government"
FOREIGN_MINISTER = "foreign minister"
FIRST = date(2000, 1, 1)
FAR = date(2100, 1, 1)
LONGEST_GAP = timedelta(days=60)

CHIEF_OFFICES = {
    "ARG": HEAD_OF_STATE,
    "AUS": HEAD_OF_GOVERNMENT,
    "BRA": HEAD_OF_STATE,
    "CAN": HEAD_OF_GOVERNMENT,
    "CHN": HEAD_OF_STATE,
    "DEU": HEAD_OF_GOVERNMENT,
    "FRA": HEAD_OF_STATE,
    "GBR": HEAD_OF_GOVERNMENT,
    "IDN": HEAD_OF_STATE,
    "IND": HEAD_OF_GOVERNMENT,
    "ITA": HEAD_OF_GOVERNMENT,
    "JPN": HEAD_OF_GOVERNMENT,
    "KOR": HEAD_OF_STATE,
    "MEX": HEAD_OF_STATE,
    "RUS": HEAD_OF_STATE,
    "SAU": HEAD_OF_STATE,
    "TUR": HEAD_OF_STATE,
    "USA": HEAD_OF_STATE,
    "ZAF": HEAD_OF_STATE,
    "EU": HEAD_OF_GOVERNMENT,
}
"""The office whose holder speaks for each member of the G20 among leaders."""

KNOWN_GAPS = {("KOR", "2025-04-04"): "acting presidents followed one another until the election"}
"""Gaps that are meant, by state and last day in office before them, each with its reason."""


def earliest(edtf: str) -> date:
    """Return the first day that a date of year, month or day precision may mean."""
    year, month, day = (*map(int, edtf.split("-")), 1, 1)[:3]
    return date(year, month, day)


def latest(edtf: str | None) -> date:
    """Return the last day that it may mean; a tenure that runs ends far in the future."""
    if edtf is None:
        return FAR
    first = earliest(edtf)
    parts = edtf.count("-")
    if parts == 2:
        return first
    after = (
        date(first.year + 1, 1, 1) if parts == 0 else (first.replace(day=28) + timedelta(days=4))
    )
    return (after if parts == 0 else after.replace(day=1)) - timedelta(days=1)


def shipped() -> list[Tenure]:
    return list(load_tables().tenures)


def by_office(rows: list[Tenure]) -> dict[tuple[str, str], list[Tenure]]:
    offices: dict[tuple[str, str], list[Tenure]] = {}
    for row in sorted(rows, key=lambda one: (earliest(one.since), latest(one.until))):
        offices.setdefault((row.state, row.office), []).append(row)
    return offices


def test_every_row_of_every_file_reaches_the_tables() -> None:
    folder = resources.files("communique.catalog") / "tenures"
    files = [one for one in folder.iterdir() if one.name.endswith(".toml")]
    rows = [row for one in files for row in tomllib.loads(one.read_text("utf-8"))["tenure"]]
    assert len(rows) == len(shipped()) > 1500


def test_a_tenure_ends_no_earlier_than_it_began() -> None:
    wrong = [row for row in shipped() if latest(row.until) < earliest(row.since)]
    assert wrong == []


def test_a_tenure_reaches_into_the_years_that_the_tables_cover() -> None:
    assert [row for row in shipped() if latest(row.until) < FIRST] == []


def test_nobody_holds_an_office_while_another_does() -> None:
    undisputed = [row for row in shipped() if not row.disputed]
    clashes = [
        (left.person, right.person, right.since)
        for rows in by_office(undisputed).values()
        for left, right in pairwise(rows)
        # The day of a handover stands in both tenures.
        if latest(right.since) < (earliest(left.until) if left.until else FAR)
    ]
    assert clashes == []


@pytest.mark.parametrize(("state", "office"), sorted(CHIEF_OFFICES.items()))
def test_the_chief_office_of_each_member_of_the_g20_is_known_since_2000(
    state: str, office: str
) -> None:
    rows = by_office(shipped())[state, office]
    assert earliest(rows[0].since) <= FIRST
    assert rows[-1].until is None
    gaps = [
        (left.until, right.since)
        for left, right in pairwise(rows)
        if left.until
        and earliest(right.since) - latest(left.until) > LONGEST_GAP
        and (state, left.until) not in KNOWN_GAPS
    ]
    assert gaps == []


def test_every_member_of_the_g20_has_foreign_ministers() -> None:
    holders = by_office(shipped())
    assert [state for state in CHIEF_OFFICES if (state, FOREIGN_MINISTER) not in holders] == []


def test_a_known_gap_still_is_one() -> None:
    ends = {(row.state, row.until) for row in shipped()}
    assert [gap for gap in KNOWN_GAPS if gap not in ends] == []


def test_no_person_is_named_twice_in_one_row() -> None:
    doubled = [row for row in shipped() if len({row.person, *row.names}) <= len(row.names)]
    assert doubled == []


def test_a_family_name_is_part_of_a_name_of_its_person() -> None:
    strange = [
        row
        for row in shipped()
        if row.family
        and not any(row.family.casefold() in name.casefold() for name in (row.person, *row.names))
    ]
    assert strange == []


def test_one_spelling_names_one_person_of_a_state() -> None:
    spelled: dict[tuple[str, str], set[str]] = {}
    for row in shipped():
        for name in (row.person, *row.names):
            spelled.setdefault((row.state, name), set()).add(row.person)
    assert {key: people for key, people in spelled.items() if len(people) > 1} == {}
