"""Pictures: every contact has its mark, marks cover no other, and one side alone is told apart."""

from datetime import date
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from communique.model.contents import Contact, PartyEntry, Valued
from communique.model.vocabulary import PartyRole
from communique.pictures.drawing import svg_of
from communique.pictures.network import GATHERING, MOST_ACTORS, network, ties_of, ties_table
from communique.pictures.timeline import A_MARK, WIDTH, timeline


def party(code: str) -> PartyEntry:
    return PartyEntry(code, code, None, code, None, PartyRole.PARTICIPANT, ())


def contact(
    label: str, day: str | None, *codes: str, status: str = "held", sides: tuple[str, ...] = ()
) -> Contact:
    aspects = ("form", "means", "place", "duration", "initiator", "route", "channel", "format")
    others = ("other_labels", "accounts", "origins", "unattributed", "points", "passages")
    empty: dict[str, Any] = dict.fromkeys((*aspects, *others), ())
    return Contact(
        id=label,
        label=label,
        date=() if day is None else (Valued(day, None, None, ()),),
        status=(Valued(status, None, None, ()),),
        parties=tuple(party(one) for one in codes),
        reports=1,
        sides=sides,
        **empty,
    )


def marks(*contacts: Contact) -> dict[str, dict[str, Any]]:
    values = timeline(contacts, lambda one: one.label)["data"]["values"]
    return {one["href"]: one for one in values}


def test_what_the_marks_of_a_timeline_say() -> None:
    made = marks(
        contact("both", "2031-05-03", "XVD", "XKS", sides=("XKS", "XVD")),
        contact("one", "2031-05-09", "XVD", "XKS", sides=("XVD",)),
        contact("plan", "2031-06", "XVD", "XKS", status="planned"),
        contact("no", "2031-05-12", "XVD", "XKS", status="denied"),
        contact("by", "../2031-05-15", "XVD", "XKS"),
        contact("from", "2031-05-20/..", "XVD", "XKS", status="ongoing"),
        contact("never dated", None, "XVD", "XKS"),
    )
    assert {one: made[one]["shape"] for one in made} == {
        "both": "circle",
        "one": "circle",
        "plan": "diamond",
        "no": "cross",
        "by": "triangle-left",
        "from": "triangle-right",
    }
    assert (made["both"]["fill"], made["one"]["fill"]) == ("currentColor", "transparent")
    assert (made["plan"]["from"], made["plan"]["to"]) == ("2031-06-01", "2031-07-01")
    assert made["both"]["to"] is None


@pytest.mark.parametrize("day", ["9999-12", "9999-12-31", "0001-01-01", "0001-01-01/9999-12-31"])
def test_contacts_on_the_first_and_last_days_there_are_can_be_drawn(day: str) -> None:
    made = timeline([contact("c", day, "XVD", "XKS")], lambda one: one.label)
    assert len(made["data"]["values"]) == 1


def test_marks_of_one_line_that_would_cover_each_other_stand_in_rows_of_their_own() -> None:
    days = ["2031-05-03", "2031-05-03", "2031-05-04", "2031-05", "2031-11-20"]
    chart = timeline(
        [contact(f"c{at}", day, "XVD", "XKS") for at, day in enumerate(days)], lambda o: o.label
    )
    start, end = chart["encoding"]["x"]["scale"]["domain"]
    first = date.fromisoformat(start)
    pixels = WIDTH / (date.fromisoformat(end) - first).days
    rows: dict[str, list[tuple[float, float]]] = {}
    for one in chart["data"]["values"]:
        ends = (one["from"], one["to"] or one["from"])
        left, right = ((date.fromisoformat(day) - first).days * pixels for day in ends)
        rows.setdefault(one["row"], []).append((left, right))
    assert len(rows) == 4
    assert list(rows) == chart["encoding"]["y"]["sort"]
    for taken in rows.values():
        for (_, right), (left, _) in pairwise(sorted(taken)):
            assert left - right > A_MARK - pixels


def test_a_tie_is_one_sided_until_the_other_side_is_heard() -> None:
    told = [contact("a", "2031-05-03", "XVD", "XKS", sides=("XVD",))]
    assert ties_of(told)[0].heard == ("XVD",)
    told.append(contact("b", "2031-05-04", "XKS", "XVD", sides=("XKS",)))
    [tie] = ties_of(told)
    assert tie.heard == ("XKS", "XVD")
    assert [one.label for one in tie.contacts] == ["a", "b"]
    assert ties_table((tie,)).rows == (("XKS – XVD", "2", "XKS, XVD", "2031-05-04"),)


def test_what_is_planned_and_what_many_gather_for_ties_no_two() -> None:
    many = [f"X{at:02}" for at in range(GATHERING + 1)]
    assert ties_of([contact("plan", "2031-05-03", "XVD", "XKS", status="planned")]) == ()
    assert ties_of([contact("summit", "2031-05-03", *many)]) == ()
    assert len(ties_of([contact("four", "2031-05-03", *many[:GATHERING])])) == 6


def test_names_of_a_network_stand_apart_on_a_ring() -> None:
    codes = [f"X{at:02}" for at in range(MOST_ACTORS + 10)]
    ties = ties_of(contact(f"c{one}", "2031-05-03", one, other) for one, other in pairwise(codes))
    chart = network(ties, lambda code: f"/actors/{code}")
    names = [
        (one["x"], one["y"])
        for layer in chart["layer"]
        if layer["mark"]["type"] == "text"
        for one in layer["data"]["values"]
    ]
    assert len(names) == len(set(names)) == MOST_ACTORS


SHAPES = {"svg", "g", "path", "line", "rect", "text", "tspan", "a", "defs", "clipPath"}


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "a'] == '0' ? 'x", '"&<b>'])
def test_a_name_in_a_picture_stays_a_name(hostile: str) -> None:
    told = [contact(hostile, "2031-05-03", hostile, "XKS")]
    for chart in (
        timeline(told, lambda one: "/contacts/x"),
        network(ties_of(told), lambda code: "/actors/x"),
    ):
        read = ElementTree.fromstring(svg_of(chart))
        assert {one.tag.rpartition("}")[2] for one in read.iter()} <= SHAPES
        assert hostile in "".join(read.itertext())


def test_nothing_to_draw_is_an_empty_picture() -> None:
    assert svg_of(timeline((), lambda one: "")).startswith("<svg")
    assert svg_of(network((), lambda code: "")).startswith("<svg")
