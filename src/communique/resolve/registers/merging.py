"""Entries that several components make up: a format, a label, a mission, a work."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from communique.model.registers import FormatEntry, LabelEntry, PresenceEntry, ProjectEntry, Use
from communique.resolve.registers.formats import DECIDED, SEVERAL_NAMES
from communique.resolve.registers.steps import one_life
from communique.text.intervals import days_of

T = TypeVar("T")


def merged(pieces: Sequence[T]) -> T:
    """One entry from the parts of it, which come in the order of the record.

    What is listed is listed once, in order; of single values the first that is told stands.
    """
    first: Any = pieces[0]
    if len(pieces) == 1:
        return pieces[0]
    told = {
        one.name: _merged(one.name, [getattr(piece, one.name) for piece in pieces])
        for one in fields(first)
    }
    made: T = replace(first, **told)
    return _as_one_format(made) if isinstance(made, FormatEntry) else made


_BETWEEN: Mapping[str, Callable[..., Any]] = {"first": min, "last": max}
"""Fields that hold the first and the last day of something."""
_BY_ALPHABET = ("said_by", "states", "members", "background_members")


def _merged(name: str, values: list[Any]) -> Any:
    if name in _BETWEEN:
        days = [one for one in values if one is not None]
        return _BETWEEN[name](days, key=_edge(name), default=None)
    if name == "alias_basis":
        values = sorted(
            values, key=lambda one: one == SEVERAL_NAMES
        )  # what a text tells goes first
    if name == "uses":
        return _uses([use for one in values for use in one])
    if all(isinstance(one, tuple) for one in values):
        found = tuple(dict.fromkeys(member for one in values for member in one))
        return tuple(sorted(found)) if name in _BY_ALPHABET else found
    return next((one for one in values if one is not None), None)


def _edge(name: str) -> Callable[[str], tuple[str, str]]:
    """Puts days in order: of first ones by their beginning, of last ones by their end."""

    def key(edtf: str) -> tuple[str, str]:
        first, last = days_of(edtf)
        edge = (first or last) if name == "first" else (last or first)
        return (edge.isoformat() if edge else "", edtf)

    return key


def _uses(uses: Sequence[Use]) -> tuple[Use, ...]:
    """Who uses a label, each side once with its first and last day, sides before others."""
    by_side: dict[str | None, list[Use]] = {}
    for one in uses:
        by_side.setdefault(one.side, []).append(one)
    sides = sorted(by_side, key=lambda one: (one is None, one or ""))
    return tuple(merged(by_side[one]) for one in sides)


def _as_one_format(made: Any) -> Any:
    """A format whose names are each listed once, and nobody as a member both here and there."""
    names = {name.casefold(): (name, passage) for name, passage in reversed(made.names)}
    told = tuple(one for one in made.names if names[one[0].casefold()] == one)
    background = tuple(one for one in made.background_members if one not in made.members)
    basis = made.alias_basis or (SEVERAL_NAMES if len(told) > 1 else None)
    return replace(
        made,
        names=told,
        background_members=background,
        alias_basis=basis,
        lifecycle=one_life(made.lifecycle),
    )


def merged_by_a_person(entry: Any) -> Any:
    """A format whose names no text gives as one: that they are is a person's word."""
    told = entry.alias_basis not in (None, SEVERAL_NAMES)
    return entry if told else replace(entry, alias_basis=DECIDED)


KINDS: Mapping[str, type[Any]] = {
    "formats": FormatEntry,
    "labels": LabelEntry,
    "presence": PresenceEntry,
    "projects": ProjectEntry,
}
"""The parts of the record whose entries may come from several components."""
