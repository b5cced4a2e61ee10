"""What is owed: scheduled contacts, undertakings that are open, and those that were closed."""

from collections.abc import Mapping
from dataclasses import replace

from communique.model.contents import Contact, Contents
from communique.model.registers import UndertakingEntry
from communique.model.times import When, edtf_of
from communique.model.vocabulary import Openness, Status, Strength, UndertakingKind
from communique.text.intervals import days_of
from communique.views.linked import Thing, linked
from communique.views.naming import Naming, codes_of, day_named, values_named
from communique.views.tables import Table

DUE_ORDERS = {"date": 0, "who": 2, "kind": 3}
"""The orders in which what is owed is listed, each with the column that it goes by."""
OVER = frozenset((Status.HELD, Status.ONGOING, Status.CANCELLED, Status.NOT_HELD))
"""What some account says of a contact that is then no longer ahead."""


def due_tables(
    part: Contents,
    naming: Naming,
    labels: Mapping[str, str],
    as_of: str | None = None,
    sort: str = "date",
) -> tuple[Table, ...]:
    """What is owed, and below it what people closed, where they closed anything.

    ``labels`` are those of the contacts and documents that closed something; ``as_of`` is a day in
    ISO 8601: what was scheduled before it is marked past.
    """
    closed = [one for one in part.undertakings if one.state is Openness.CLOSED]
    owed = _owed_table(part, naming, as_of, sort)
    return (owed, _closed_table(closed, naming, labels)) if closed else (owed,)


def undertakings_tables(
    part: Contents, naming: Naming, labels: Mapping[str, str]
) -> tuple[Table, ...]:
    """What is owed besides scheduled contacts, to stand under headings of its own on a page."""
    tables = due_tables(replace(part, contacts=()), naming, labels)
    return tuple(replace(one, title=one.title or "Owed") for one in tables)


def scheduled(part: Contents) -> tuple[Contact, ...]:
    """The contacts that an account has planned, and none has as held or called off."""
    told = ((one, {value.value for value in one.status}) for one in part.contacts)
    return tuple(one for one, status in told if Status.PLANNED in status and not status & OVER)


def still_owed(part: Contents) -> tuple[UndertakingEntry, ...]:
    """The undertakings that nobody closed, each once, as it was given last; none that is done."""
    owed = [one for one in part.undertakings if one.state is not Openness.CLOSED]
    owed = [one for one in owed if one.strength is not Strength.DONE]
    again = {earlier for one in owed for earlier in one.repeats}
    return tuple(one for one in owed if one.id not in again)


def _owed_table(part: Contents, naming: Naming, as_of: str | None, sort: str) -> Table:
    rows = [(*_scheduled_row(one, as_of), _id("contacts", one.id)) for one in scheduled(part)]
    rows += [
        (*_due_row(one, naming, as_of), _id("undertakings", one.id)) for one in still_owed(part)
    ]
    rows.sort(key=lambda row: (row[0] == NO_DATE, row[0]))
    if sort != "date":
        rows.sort(key=lambda row: row[DUE_ORDERS[sort]])
    columns = ("Due", "What", "Who", "Kind", "Said by", "Id")
    return Table(columns, tuple(rows), keep=("Due", "Id"), empty="Nothing is owed.")


def _id(part: str, name: str) -> str:
    return linked(name, Thing(part, name))


NO_DATE = "no date"


def _scheduled_row(contact: Contact, as_of: str | None) -> tuple[str, ...]:
    due = contact.date[0].value if contact.date else None
    said = ", ".join(contact.sides) or "outlets"
    when = day_named(due) + past(due, as_of) if due else NO_DATE
    return (when, scheduled_named(contact), ", ".join(codes_of(contact)), "planned", said)


def scheduled_named(contact: Contact) -> str:
    """What is scheduled: the form, and the place where an account gives one."""
    place = f", {contact.place[0].value}" if contact.place else ""
    return f"{values_named(contact.form)}{place}"


def due_named(due: When | None) -> str | None:
    """When something is due: the day, or the words where they name none."""
    if due is None:
        return None
    return day_named(due.edtf) if due.edtf else f"“{due.expression}”"


def past(due: str | None, as_of: str | None) -> str:
    """The mark of a day that lies behind."""
    last = days_of(due)[1]
    return " (past)" if as_of and last is not None and last.isoformat() < as_of else ""


def _due_row(entry: UndertakingEntry, naming: Naming, as_of: str | None) -> tuple[str, ...]:
    edtf = edtf_of(entry.due)
    due = (due_named(entry.due) or NO_DATE) + past(edtf, as_of)
    before = f"\n(said before: {', '.join(entry.repeats)})" if entry.repeats else ""
    what = what_of(entry) + before
    return (due, what, who_of(entry, naming), _kind(entry), said_by(entry))


def what_of(entry: UndertakingEntry) -> str:
    """What is undertaken, and on what condition."""
    if entry.condition is None:
        return entry.what
    opens = "" if entry.condition.lower().startswith(("if ", "unless ", "provided ")) else "if "
    return f"{entry.what} ({opens}{entry.condition})"


def who_of(entry: UndertakingEntry, naming: Naming) -> str:
    """Who undertakes it, and towards whom."""
    return naming.codes(entry.by) + (f" → {entry.to}" if entry.to else "")


def _kind(entry: UndertakingEntry) -> str:
    marks = [entry.kind.value]
    if entry.kind is UndertakingKind.INVITATION:
        marks.append("no answer")
    if entry.state is Openness.REPEATED:
        marks.append("repeated")
    if entry.score is not None:
        marks.append(f"scored {entry.score}")
    return ", ".join(marks)


def said_by(entry: UndertakingEntry) -> str:
    """On whose word it stands: sides, then how documents put it that no side speaks."""
    return ", ".join((*entry.said_by, *entry.said_by_words)) or "outlets"


def _closed_table(
    closed: list[UndertakingEntry], naming: Naming, labels: Mapping[str, str]
) -> Table:
    rows = tuple(
        (
            what_of(one),
            who_of(one, naming),
            one.kind.value,
            labels.get(one.closed_by or "", one.closed_by or "–"),
            one.score or "–",
            _id("undertakings", one.id),
        )
        for one in closed
    )
    columns = ("What", "Who", "Kind", "Closed by", "Score", "Id")
    return Table(columns, rows, title="Closed", keep=("Closed by", "Score", "Id"))
