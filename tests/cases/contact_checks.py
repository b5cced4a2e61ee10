"""Whether the contacts of a record are those that a case expects, all of them and no other."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.catalog.forms import may_be_one
from communique.model.contents import Contact, PartyEntry, Valued
from communique.model.vocabulary import Aspect, Form, Status
from communique.text.intervals import covers
from tests.cases.met import (
    Met,
    contact_met,
    in_words,
    is_day_unknown,
    is_mediator,
    is_same_day,
    is_same_person,
    party_met,
    unit_of,
)
from tests.cases.results import Check
from tests.cases.values import Detail, ExpectedContact
from tests.cases.writing import contact_line

NEAR = 2.0
"""Likeness from which a recorded contact is held against an expected one."""


def contact_checks(met: Met) -> Iterator[Check]:
    """The checks of all contacts of a case."""
    contacts = met.contents.contacts
    expected = met.case.expected.contacts or ()
    if not expected:
        told = "; ".join(contact_line(contact_met(met, one)) for one in contacts)
        yield Check("nothing", "no contact", told or "no contact", not contacts)
        return
    pairs = paired(met, expected, contacts)
    for one, contact in pairs:
        yield from _checks_of(met, one, contact)
    found = {id(contact) for _, contact in pairs if contact is not None}
    for contact in contacts:
        if id(contact) not in found:
            line = contact_line(contact_met(met, contact))
            yield Check("no other contact", "no such contact", line, passed=False)


def paired(
    met: Met, expected: Sequence[ExpectedContact], contacts: Sequence[Contact]
) -> list[tuple[ExpectedContact, Contact | None]]:
    """Each expected contact with the recorded one that is most like it, each used once."""
    scores = [[_likeness(met, one, contact) for contact in contacts] for one in expected]
    return [
        (one, None if at is None else contacts[at])
        for one, at in zip(expected, best_pairs(scores), strict=True)
    ]


def best_pairs(scores: Sequence[Sequence[float]]) -> tuple[int | None, ...]:
    """For each row the column it is paired with: no column twice, and the highest sum in all."""

    @cache
    def best(row: int, used: frozenset[int]) -> tuple[float, tuple[int | None, ...]]:
        if row == len(scores):
            return 0.0, ()
        rest, places = best(row + 1, used)
        found = (rest, (None, *places))
        for at, score in enumerate(scores[row]):
            if at not in used and score >= NEAR:
                rest, places = best(row + 1, used | {at})
                if score + rest > found[0]:
                    found = (score + rest, (at, *places))
        return found

    return best(0, frozenset())[1]


def _likeness(met: Met, expected: ExpectedContact, contact: Contact) -> float:
    units = _units(contact, expected)
    shared = len(units & expected.units) / len(units | expected.units)
    others = (
        _has_form(expected, contact),
        _has_status(expected, contact),
        _has_date(met, expected, contact),
        _has_persons(met, expected, contact),
    )
    return 4 * shared + 0.5 * sum(others)


def _checks_of(met: Met, expected: ExpectedContact, contact: Contact | None) -> Iterator[Check]:
    line, status = contact_line(expected), expected.statuses[0]
    if contact is None:
        told = f"none recorded: {cause_of(met, expected)}"
        yield Check("contact", line, told, passed=False, of=status)
        yield Check("status", "/".join(expected.statuses), "none recorded", passed=False, of=status)
        return
    recorded = contact_met(met, contact)
    yield Check("contact", line, contact_line(recorded), passed=True, of=status)
    units = _units(contact, expected)
    told = in_words(expected.units)
    yield Check("parties", told, in_words(units), units == expected.units, status)
    persons = _has_persons(met, expected, contact)
    yield Check("persons", in_words(expected.parties), in_words(recorded.parties), persons, status)
    forms = "/".join(recorded.forms) or "none"
    yield Check("form", "/".join(expected.forms), forms, _has_form(expected, contact), status)
    statuses = "/".join(recorded.statuses) or "none"
    has_status = _has_status(expected, contact)
    yield Check("status", "/".join(expected.statuses), statuses, has_status, status)
    dates = " or ".join(one.value for one in contact.date) or "undated"
    yield Check(
        "date", expected.date or "undated", dates, _has_date(met, expected, contact), status
    )
    for detail in expected.details:
        yield _detail_check(met, detail, contact, status)


def cause_of(met: Met, expected: ExpectedContact) -> str:
    """Why a contact may be missing: a party that was not found in the text, or something else."""
    if met.heard is None:
        return "not looked into"
    actors = met.heard.cast.actors
    for party in expected.parties:
        named = [
            one
            for one in actors
            if any(is_same_person(party.person or "", name) for name in (one.name, *one.names))
        ]
        if party.person and not named:
            return f"{party.person} is not found"
        if party.person and all(unit_of(one, one.key) != party.unit for one in named):
            return f"{party.person} is found without {party.unit}"
        if not any(unit_of(one, one.key) == party.unit for one in actors):
            return f"{party.unit} is not found"
    return "its parties are found"


def _units(contact: Contact, expected: ExpectedContact) -> frozenset[str]:
    """The states, bodies and groups recorded; who only carried it need not be expected."""
    return frozenset(
        unit
        for one in contact.parties
        if (unit := one.state or one.body or one.name) in expected.units or not is_mediator(one)
    )


def _has_persons(met: Met, expected: ExpectedContact, contact: Contact) -> bool:
    """Whether everybody expected by name is recorded, and nobody else whom the text names."""
    named = [(one.unit, one.person) for one in expected.parties if one.person is not None]
    recorded = [
        (one.unit, one.person)
        for party in contact.parties
        if (one := party_met(met, party)).person and _is_asked(met, party, expected)
    ]
    return all(any(_is_same(one, other) for other in recorded) for one in named) and all(
        any(_is_same(other, one) for other in named) or not met.is_named(one[1] or "")
        for one in recorded
    )


def _is_asked(met: Met, party: PartyEntry, expected: ExpectedContact) -> bool:
    return not is_mediator(party) or party_met(met, party).unit in expected.units


def _is_same(expected: tuple[str, str | None], recorded: tuple[str, str | None]) -> bool:
    return expected[0] == recorded[0] and is_same_person(expected[1] or "", recorded[1] or "")


def _has_form(expected: ExpectedContact, contact: Contact) -> bool:
    """Whether an expected form is recorded, and none that could not be the same contact."""
    forms = [Form(one.value) for one in contact.form]
    return any(one in expected.forms for one in forms) and all(
        any(may_be_one(one, other) for other in expected.forms) for one in forms
    )


def _has_status(expected: ExpectedContact, contact: Contact) -> bool:
    statuses = [Status(one.value) for one in contact.status]
    return bool(statuses) and statuses[0] in expected.statuses


def _has_date(met: Met, expected: ExpectedContact, contact: Contact) -> bool:
    """Whether the day is the one expected; a coarser date beside it may stand if it covers it."""
    values = [one.value for one in contact.date if not is_day_unknown(met.case, one.value)]
    day = expected.date
    if day is None:
        return not values
    return any(is_same_day(day, one) for one in values) and all(
        is_same_day(day, one) or covers(one, day) for one in values
    )


def _detail_check(met: Met, detail: Detail, contact: Contact, status: str) -> Check:
    if detail.aspect == "topic":
        claims = [
            one
            for one in met.contents.claims
            if one.contact == contact.id and one.aspect is Aspect.TOPIC
        ]
        passed = any(met.touches(detail.value, one.passage) for one in claims)
        told = "; ".join(one.passage.exact for one in claims)
        return Check("topic", detail.value, told or "none", passed, status)
    values: tuple[Valued, ...] = getattr(contact, detail.aspect)
    told = " or ".join(_shown(met, detail.aspect, one) for one in values) or "none"
    passed = any(_is_detail(met, detail, one) for one in values)
    return Check(detail.aspect, detail.value, told, passed, status)


def _shown(met: Met, aspect: str, value: Valued) -> str:
    if aspect == "initiator" and value.actor is not None:
        return f"{met.unit(value.actor)} ({value.value})"
    return value.value


def _is_detail(met: Met, detail: Detail, value: Valued) -> bool:
    match detail.aspect:
        case "initiator":
            unit = value.value if value.actor is None else met.unit(value.actor)
            return detail.value.split()[0] == unit or detail.value == unit
        case "duration":
            return minutes_of(detail.value) == minutes_of(value.value)
        case "place":
            return _is_place(detail.value, value.value)
    return value.value in detail.value.split("/")


def _is_place(expected: str, met: str) -> bool:
    """Whether one of two places is named within the other."""
    left, right = (f" {one.lower().removeprefix('the ')} " for one in (expected, met))
    return left in right or right in left


def minutes_of(duration: str) -> float | None:
    """The minutes of an ISO 8601 duration of hours and minutes; None for any other."""
    found = re.fullmatch(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?", duration)
    if found is None or not any(found.groups()):
        return None
    days, hours, minutes = (int(one or 0) for one in found.groups())
    return days * 24 * 60 + hours * 60 + minutes
