"""What is owed as a calendar (RFC 5545): scheduled contacts as events, undertakings as to-dos."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Component, Event, Todo

from communique.model.contents import Contact, Contents
from communique.model.registers import UndertakingEntry
from communique.model.vocabulary import Openness
from communique.text.intervals import days_of
from communique.views.naming import Naming
from communique.views.owing import (
    codes_of,
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
    what = f"{scheduled_named(contact)} ({codes_of(contact)})"
    if last is None:
        component: Component = Todo()
        _fields(component, {"dtstart": first})
    else:
        component = Event()
        # The last day of an event of whole days is the one before its end.
        _fields(component, {"dtstart": first or last, "dtend": last + DAY})
        component.add("transp", "TRANSPARENT")
        component.add("status", "TENTATIVE")
    said = ", ".join(contact.sides) or "outlets"
    place = contact.place[0].value if contact.place else None
    _fields(component, {"summary": what, "location": place, "categories": ["planned"]})
    component.add("description", _lines({"Contact": contact.label, "Said by": said}))
    return component


def _todo(entry: UndertakingEntry, naming: Naming) -> Component:
    todo = Todo()
    first, last = days_of(entry.due.edtf if entry.due else None)
    who = who_of(entry, naming)
    _fields(
        todo,
        {
            # A due date must come after the start: of a single day only the former is given.
            "dtstart": None if first == last else first,
            "due": last,
            "summary": f"{what_of(entry)} ({who})",
            "categories": [entry.kind.value],
            "status": "COMPLETED" if entry.state is Openness.CLOSED else "NEEDS-ACTION",
            "related-to": [_uid(one) for one in entry.repeats],
        },
    )
    todo.add("description", _lines(dict(_told(entry, who))))
    return todo


def _told(entry: UndertakingEntry, who: str) -> Iterator[tuple[str, str | None]]:
    yield "Who", who
    yield "Kind", entry.kind.value
    yield "Strength", entry.strength.value
    yield "Said by", said_by(entry)
    yield "In words", entry.due.expression if entry.due else None
    yield "Score", entry.score


def _lines(told: Mapping[str, str | None]) -> str:
    return "\n".join(f"{name}: {words}" for name, words in told.items() if words)


def _fields(component: Component, values: Mapping[str, object]) -> None:
    """Add those values that there are; of a list of ids each as a field of its own."""
    for name, value in values.items():
        for one in _each(value) if name == "related-to" else (value,):
            if one:
                component.add(name, one)


def _each(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else (value,)
