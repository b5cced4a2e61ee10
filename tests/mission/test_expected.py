"""The expected record of the seeds, read from beside the checkout and held against ours."""

from typing import Any

import pytest

from communique.model.contents import Contact
from communique.model.registers import UndertakingEntry
from communique.model.vocabulary import Aspect, FindingType, UndertakingKind
from tests.mission.seeds import EXPECTED, Found, expected

pytestmark = pytest.mark.slow

GOLD: Any = (
    expected()
    if EXPECTED.is_file()
    else {"documents": [], "contacts": [], "undertakings": [], "differences": [], "traps": []}
)


def places(entries: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    return [(one["doc"], one["start"], one["end"]) for one in entries]


def rests_on(found: Found, passages: Any, place: tuple[str, int, int]) -> bool:
    return any(found.touches(passage, *place) for passage in passages)


@pytest.mark.parametrize("gold", GOLD["contacts"], ids=lambda one: one["id"])
def test_a_contact_held_comes_out_with_its_parties_date_and_origins(
    found: Found, gold: dict[str, Any]
) -> None:
    contact = found.contact(gold["id"])
    assert sorted(f"{one.state} {one.name}" for one in contact.parties) == gold["parties"]
    assert [one.value for one in contact.date] == [gold["date"]]
    assert {found.names[one.document] for one in contact.accounts} == set(gold["docs"])
    assert len(contact.origins) == len(gold["origins"])
    assert list(contact.sides) == gold["sides"]
    for place in places(gold["evidence"]):
        assert rests_on(found, contact.passages, place), place


def test_there_is_no_other_contact(found: Found) -> None:
    def with_status(*status: str) -> list[Contact]:
        return [c for c in found.contents.contacts if {v.value for v in c.status} <= set(status)]

    assert len(with_status("held")) == 4
    assert len(with_status("ongoing")) == 1
    assert len(with_status("planned")) == 1
    assert len(with_status("proposed")) <= 1
    assert len(found.contents.contacts) == 6 + len(with_status("proposed"))


@pytest.mark.parametrize("gold", GOLD["undertakings"], ids=lambda one: one["id"])
def test_an_undertaking_comes_out_once_with_who_says_so(found: Found, gold: dict[str, Any]) -> None:
    matching: dict[str, UndertakingEntry] = {}
    for place in places(gold["evidence"]):
        here = found.undertakings(UndertakingKind(gold["kind"]), *place)
        assert here, f"no {gold['kind']} at {place}"
        matching.update({one.id: one for one in here if found.codes(one.by) == set(gold["by"])})
    [entry] = matching.values()
    for place in places(gold["evidence"]):
        assert rests_on(found, entry.passages, place), place
    sides = {
        word.strip("?:;,")
        for said in gold["said_by"]
        for word in said.split()
        if word.strip("?:;,") in ("RUS", "IND", "PAK", "CHN")
    }
    assert set(entry.said_by) == sides


@pytest.mark.parametrize("gold", GOLD["differences"], ids=lambda one: one["type"])
def test_a_difference_is_found_with_its_passages(found: Found, gold: dict[str, Any]) -> None:
    wanted = [
        (gold[key]["doc"], gold[key]["start"], gold[key]["end"]) for key in "abc" if key in gold
    ]
    assert found.findings(FindingType(gold["type"]), *wanted)


def test_the_longest_shared_runs_are_those_expected(found: Found) -> None:
    runs = {
        tuple(sorted(found.names[one] for one in run.documents)): run.words
        for run in found.contents.shared_runs
    }
    for gold in expected()["shared_runs"]["runs"]:
        assert runs[tuple(gold["docs"])] == gold["words"]


@pytest.mark.parametrize("gold", GOLD["traps"], ids=lambda one: one["must_not"])
def test_nothing_comes_from_a_trap(found: Found, gold: dict[str, Any]) -> None:
    about_contacts = (Aspect.PARTY, Aspect.FORM, Aspect.STATUS, Aspect.DATE)
    for place in places(gold["evidence"]):
        assert not [one for one in found.claims(*place) if one.aspect in about_contacts]
