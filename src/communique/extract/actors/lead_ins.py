"""Whose ministers meet under the names of states alone: "Ruvia–Costona: the premiers met"."""

from collections.abc import Iterator
from dataclasses import replace

from communique.catalog.naming import NamingKind
from communique.extract.actors.lines import Line
from communique.extract.actors.sides import Side, side_at
from communique.extract.actors.titled import Titled
from communique.languages.en.actors import actor_words

_KINDS = (NamingKind.STATE, NamingKind.CAPITAL)


def is_lead_in(line: Line) -> bool:
    """Whether a line only names two states or more, as the head of what stands behind it."""
    return len(_sides(line)) > 1


def under_lead_ins(
    lines: tuple[Line, ...], titled: tuple[tuple[Titled, ...], ...]
) -> Iterator[tuple[Titled, ...]]:
    """The titles of each line, those in the plural that nobody owns with the states of its head."""
    sides: tuple[Side, ...] = ()
    block = -1
    for line, here in zip(lines, titled, strict=True):
        own = _sides(line)
        if len(own) > 1:
            # A head of its own line is that of the block behind it.
            alone = line.tokens[-1].text != ":"
            sides, block = own, line.sentence.block + alone
        if line.sentence.block > block:
            sides = ()
        yield tuple(_owned(one, sides) for one in here) if sides else here


def _owned(one: Titled, sides: tuple[Side, ...]) -> Titled:
    owner = one.owner
    is_open = one.is_plural and not owner.sides and not owner.is_former and not owner.is_private
    fits = not one.names or (len(one.names) == len(sides) and not any(one.homes))
    return replace(one, owner=replace(owner, sides=sides)) if is_open and fits else one


def _sides(line: Line) -> tuple[Side, ...]:
    """The states of a line in which nothing else stands."""
    joints = actor_words("beside", "lead_in")
    found = []
    for at, cover in enumerate(line.cover):
        side = side_at(cover, _KINDS)
        if side is not None and side not in found:
            found.append(side)
        if side is None and line.words[at] not in joints:
            return ()
    return tuple(found)
