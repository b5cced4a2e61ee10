"""What is owed as a calendar, read back by the library that other programs read it with."""

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from communique.exports.ics import write_ics
from communique.model.contents import Contact, Contents, PartyEntry, Valued
from communique.model.times import When
from communique.model.vocabulary import Openness, PartyRole
from tests.exports.values import nothing
from tests.views.test_owing import VISIT

TODAY = date(2031, 6, 5)


def planned(on: str | None, *, status: str = "planned") -> Contact:
    def valued(value: str | None) -> tuple[Valued, ...]:
        return () if value is None else (Valued(value, None, None, ()),)

    party = PartyEntry("FRD", "Freedonia", None, "FRD", None, PartyRole.PARTICIPANT, ())
    empty = dict.fromkeys(("means", "place", "duration", "initiator", "route", "channel"), ())
    return Contact(
        id="c-1",
        label="2031-07-frd-syl-meeting",
        other_labels=(),
        form=valued("meeting"),
        status=valued(status),
        date=valued(on),
        format=(),
        parties=(party, replace(party, actor="SYL", name="Sylvania", state="SYL")),
        accounts=(),
        reports=1,
        origins=(),
        sides=("FRD",),
        unattributed=(),
        points=(),
        passages=(),
        **empty,
    )


def read_back(part: Contents) -> list[object]:
    calendar = Calendar.from_ical(write_ics(part, TODAY))
    assert calendar["version"] == "2.0"
    assert not calendar.errors
    return list(calendar.subcomponents)


def entry(**changes: object) -> object:
    changed = replace(VISIT, **changes)  # type: ignore[arg-type]
    [component] = read_back(replace(nothing(), undertakings=(changed,)))
    return component


@pytest.mark.parametrize(
    ("on", "start", "end"),
    [
        ("2031-07-03", date(2031, 7, 3), date(2031, 7, 4)),
        ("2031-07", date(2031, 7, 1), date(2031, 8, 1)),
        ("2031-07-03/2031-07-05", date(2031, 7, 3), date(2031, 7, 6)),
    ],
)
def test_a_scheduled_contact_is_an_event_of_whole_days(on: str, start: date, end: date) -> None:
    [event] = read_back(replace(nothing(), contacts=(planned(on),)))
    assert event.name == "VEVENT"  # type: ignore[attr-defined]
    assert (event.start, event.end) == (start, end)  # type: ignore[attr-defined]
    assert event["uid"] == "c-1@communique"  # type: ignore[index]
    assert event["summary"] == "meeting (FRD, SYL)"  # type: ignore[index]


def test_a_contact_without_a_day_is_a_to_do() -> None:
    [todo] = read_back(replace(nothing(), contacts=(planned(None),)))
    assert todo.name == "VTODO"  # type: ignore[attr-defined]


@pytest.mark.parametrize("status", ["proposed", "held", "cancelled"])
def test_what_is_not_scheduled_is_in_no_calendar(status: str) -> None:
    assert read_back(replace(nothing(), contacts=(planned("2031-07-03", status=status),))) == []


def test_an_undertaking_is_a_to_do_with_its_due_day() -> None:
    todo = entry(due=When("2031-09", "given", "in September"))
    assert todo["due"].dt == date(2031, 9, 30)  # type: ignore[index]
    assert todo["dtstart"].dt == date(2031, 9, 1)  # type: ignore[index]
    assert todo["status"] == "NEEDS-ACTION"  # type: ignore[index]
    assert todo["summary"] == "visit Fredville (FRD → Mr Trentino)"  # type: ignore[index]


def test_a_single_day_has_no_start_for_it_would_be_its_end() -> None:
    todo = entry(due=When("2031-09-03", "given"))
    assert todo["due"].dt == date(2031, 9, 3)  # type: ignore[index]
    assert "dtstart" not in todo  # type: ignore[operator]


def test_a_vague_or_missing_day_makes_no_date() -> None:
    for due in (None, When(None, "a wording that gives no date", "early")):
        assert "due" not in entry(due=due)  # type: ignore[operator]


def test_what_was_closed_is_completed_and_what_was_repeated_related() -> None:
    todo = entry(state=Openness.CLOSED, repeats=("u-0",))
    assert todo["status"] == "COMPLETED"  # type: ignore[index]
    assert todo["related-to"] == "u-0@communique"  # type: ignore[index]


def test_equal_records_give_equal_calendars() -> None:
    part = replace(nothing(), undertakings=(VISIT,), contacts=(planned("2031-07"),))
    assert write_ics(part, TODAY) == write_ics(part, TODAY)
    assert "\r\n" in write_ics(part, TODAY)
