"""Positions over time, labels of relations by who uses them, missions open and closed."""

from communique.model.derived import Resolved
from communique.model.readings import ActorKey, Position, Presence, RelationLabel
from communique.model.vocabulary import Aspect, OriginalKind, Status
from tests.at_once import resolve
from tests.make import (
    FIREFLY,
    FREEDONIA,
    SYLVANIA,
    TRENTINO,
    Reader,
    document,
    documents_of,
    said,
    tables,
)

BOTH: tuple[ActorKey, ...] = (FREEDONIA, SYLVANIA)
LABEL = "partnership of the glades"


def resolved(*readers: Reader) -> Resolved:
    readings = tuple(one.reading() for one in readers)
    return resolve(documents_of(readers), readings, (), tables())


def position(day: str, stance: str, matter: str, *, holder: ActorKey = FREEDONIA) -> Reader:
    words = f"Freedonia {stance} {matter}"
    reader = Reader(document(f"{stance}-{day}", f"{words}.", day))
    key = reader.original("o", OriginalKind.STATEMENT, "FRD", "the Red House", words)
    value = Position((holder,), matter, stance)
    reader.claim(Aspect.POSITION, value, words, attribution=said("FRD", key))
    return reader


def called(day: str, *, side: str | None, status: Status | None = None) -> Reader:
    text = f"Firefly met Trentino. It was called a {LABEL}."
    reader = Reader(document(f"{side}-{day}", text, day))
    account = None
    if status is not None:
        account = reader.contact(
            "Firefly met Trentino",
            FIREFLY,
            TRENTINO,
            form="meeting",
            on="2031-04-30",
            status=status,
        )
    told = said(None)
    if side is not None:
        told = said(side, reader.original("o", OriginalKind.READOUT, side, "the palace", LABEL))
    reader.claim(Aspect.LABEL, RelationLabel(LABEL, BOTH), LABEL, account=account, attribution=told)
    return reader


def test_a_position_outside_contacts_is_dated_by_the_last_day_it_can_have() -> None:
    [one] = resolved(position("2031-05-06", "opposes", "the dam at Silva")).positions
    assert one.date is not None
    assert one.date.edtf == "../2031-05-06"


def test_labels_are_listed_by_side_with_first_and_last_use() -> None:
    [label] = resolved(
        called("2031-05-01", side="FRD", status=Status.HELD),
        called("2031-06-01", side="FRD"),
        called("2031-07-01", side=None),
    ).labels
    assert [(one.side, one.first, one.last) for one in label.uses] == [
        ("FRD", "2031-04-30", "../2031-06-01"),
        (None, "../2031-07-01", "../2031-07-01"),
    ]


def test_what_is_said_of_a_meeting_to_come_is_not_dated_by_it() -> None:
    [label] = resolved(called("2031-04-01", side="FRD", status=Status.PLANNED)).labels
    assert label.uses[0].first == "../2031-04-01"


def test_a_mission_that_closes_is_another_entry_with_days_of_its_own() -> None:
    def mission(day: str, is_open: bool) -> Reader:
        reader = Reader(document(f"m-{day}", "The embassy at Silva was spoken of.", day))
        value = Presence(FREEDONIA, "Silva", is_open)
        reader.claim(Aspect.PRESENCE, value, "The embassy at Silva")
        return reader

    found = resolved(mission("2031-05-01", True), mission("2031-06-01", False)).presence
    assert {(one.is_open, one.first) for one in found} == {
        (True, "../2031-05-01"),
        (False, "../2031-06-01"),
    }
