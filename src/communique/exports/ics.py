"""What is owed as a calendar (RFC 5545): scheduled contacts as events, undertakings as to-dos."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Component, Event, Todo

from communique.model.contents import Contact, Contents
from communique.model.registers import UndertakingEntry
from communique.model.times import edtf_of
from communique.model.vocabulary import Openness, Strength
from communique.text.intervals import days_of
from communique.views.naming import Naming, codes_of
from communique.views.owing import (
    said_by,
    scheduled,
    scheduled_named,
    what_of,
    who_of,
)

PRODUCT = "-//communique//what is owed//EN"
DAY = timedelta(days=1)


def write_ics(part: Contents, as_of: date) -> str:
    """The calendar of the scheduled contacts and the undertakings of a part of a record.

    All dates are whole days. A month or season is a range, and nobody is shown as busy in it; what
    has no day at all is a to-do without one. An undertaking that people closed is a to-do that is
    completed, so that a calendar which took it in before takes note. ``as_of`` is the day of the
    calendar, given as that of its last revision.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    naming = Naming(part)
    for contact in scheduled(part):
        _add(calendar, _contact(contact), contact.id, as_of)
    for entry in part.undertakings:
        _add(calendar, _todo(entry, naming), entry.id, as_of)
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _add(calendar: Calendar, component: Component, key: str, as_of: date) -> None:
    component.add("uid", _uid(key))
    component.add("dtstamp", datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC))
    calendar.add_component(component)


def _uid(key: str) -> str:
    """The same for the same id, so that a calendar replaces what it took in before."""
    return f"{key}@communique"


def _contact(contact: Contact) -> Component:
    first, last = days_of(contact.date[0].value) if contact.date else (None, None)
    what = f"{scheduled_named(contact)} ({', '.join(codes_of(contact))})"
    if last is None:
        component: Component = Todo()
        _add_fields(component, ("dtstart", first))
    else:
        component = Event()
        # The last day of an event of whole days is the one before its end.
        _add_fields(component, ("dtstart", first or last), ("dtend", last + DAY))
        component.add("transp", "TRANSPARENT")
        component.add("status", "TENTATIVE")
    said = ", ".join(contact.sides) or "outlets"
    place = contact.place[0].value if contact.place else None
    _add_fields(component, ("summary", what), ("location", place), ("categories", ["planned"]))
    component.add("description", _lines(("Contact", contact.label), ("Said by", said)))
    return component


def _todo(entry: UndertakingEntry, naming: Naming) -> Component:
    todo = Todo()
    first, last = days_of(edtf_of(entry.due))
    who = who_of(entry, naming)
    is_over = entry.state is Openness.CLOSED or entry.strength is Strength.DONE
    told = _lines(
        ("Who", who),
        ("Kind", entry.kind.value),
        ("Strength", entry.strength.value),
        ("Said by", said_by(entry)),
        ("In words", entry.due.expression if entry.due else None),
        ("Score", entry.score),
    )
    _add_fields(
        todo,
        # A due date must come after the start: of a single day only the former is given.
        ("dtstart", None if first == last else first),
        ("due", last),
        ("summary", f"{what_of(entry)} ({who})"),
        ("categories", [entry.kind.value]),
        ("status", "COMPLETED" if is_over else "NEEDS-ACTION"),
        *(("related-to", _uid(one)) for one in entry.repeats),
        ("description", told),
    )
    return todo


def _lines(*told: tuple[str, str | None]) -> str:
    return "\n".join(f"{name}: {words}" for name, words in told if words)


def _add_fields(component: Component, *fields: tuple[str, object]) -> None:
    """Add those fields that have a value."""
    for name, value in fields:
        if value:
            component.add(name, value)
