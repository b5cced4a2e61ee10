"""What lists are filtered by: words of a user to codes, and the parts of a record to filter."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Any

from communique.catalog.tables import Tables, load_tables
from communique.errors import NotPossible
from communique.model.contents import SCHEMA, ActorEntry, Contents
from communique.model.vocabulary import ActorKind
from communique.record.record import Record
from communique.text.intervals import days_of
from communique.views.naming import Naming

Keeps = Callable[[Iterable[str]], bool]


def code_of(words: str, actors: Iterable[ActorEntry] = (), *, tables: Tables | None = None) -> str:
    """The code of a state or body that a user names by code or by name; raises NotPossible.

    Known are those of the tables, and those among the actors of a record.
    """
    tables = tables or load_tables()
    wanted = words.strip().casefold()
    for state in tables.states:
        if wanted in {one.casefold() for one in (state.code, state.alpha2, *state.names)}:
            return state.code
    for body in tables.bodies:
        if wanted in {one.casefold() for one in (body.code, *body.names)}:
            return body.code
    for actor in actors:
        is_named = wanted in {one.casefold() for one in (actor.name, *actor.names)}
        if is_named and actor.kind in (ActorKind.STATE, ActorKind.BODY):
            return actor.state or actor.id
    if re.fullmatch(r"[A-Z]{2,6}", words.strip()):
        return words.strip()
    raise NotPossible(f"no state or body {words!r}: expected a code (IND) or a name (India)")


def dyad_of(words: str, actors: Iterable[ActorEntry] = ()) -> tuple[str, str]:
    """The codes of two states from words such as ``IND,RUS``; raises NotPossible."""
    parts = [one for one in words.split(",") if one.strip()]
    if len(parts) != 2:
        raise NotPossible(f"no dyad {words!r}: expected two states, as in IND,RUS")
    known = tuple(actors)
    first, second = code_of(parts[0], known), code_of(parts[1], known)
    if first == second:
        raise NotPossible(f"no dyad {words!r}: expected two states that differ, as in IND,RUS")
    return first, second


def day_of(words: str | None, option: str) -> str | None:
    """A day, month or year as given, checked against the calendar; raises NotPossible."""
    if words is None or _is_in_the_calendar(words):
        return words
    raise NotPossible(f"{option}: no day {words!r}: expected 2021-08-24, 2021-08 or 2021")


@cache
def days_asked(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """The first and the last day asked for; raises NotPossible if they cannot be, or are turned."""
    first = days_of(day_of(since, "since"))[0]
    last = days_of(day_of(until, "until"))[1]
    if first is not None and last is not None and last < first:
        raise NotPossible(
            f"until {until} lies before since {since}: expected the earlier day as since"
        )
    return first, last


def _is_in_the_calendar(words: str) -> bool:
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", words):
        return False
    try:
        date.fromisoformat(words + "2000-01-01"[len(words) :])
    except ValueError:
        return False
    return True


def check(option: str, met: str | None, known: Iterable[str]) -> None:
    """Raise NotPossible if a value is given for an option and is not among those known."""
    if met is not None and met not in known:
        raise NotPossible(f"{option}: met {met!r}, expected one of {', '.join(known)}")


def has_states(naming: Naming, state: str | None, dyad: str | None) -> Keeps:
    """A test for groups of actors: whether all the states asked for are among them."""
    known = naming.contents.actors
    wanted = {code_of(state, known)} if state else set()
    wanted |= set(dyad_of(dyad, known)) if dyad else set()
    return lambda actors: wanted <= {naming.code(one) for one in actors}


def named_part(kept: Record) -> Contents:
    """What names things in a record: actors, documents, originals and undertakings."""
    from dataclasses import fields

    parts: dict[str, Any] = {one.name: () for one in fields(Contents)}
    parts |= {
        "schema": SCHEMA,
        "version": {},
        "documents": tuple(kept.documents()),
        "actors": tuple(kept.actors()),
        "originals": tuple(kept.originals()),
        "undertakings": tuple(kept.undertakings()),
    }
    return Contents(**parts)
