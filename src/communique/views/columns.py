"""The columns of a contact's grid: sides with their originals, other originals, outlets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.contents import Cell, Contact
from communique.model.passages import Passage
from communique.model.vocabulary import CellState, Held
from communique.views.linked import joined, linked, put_together
from communique.views.naming import Naming, cut, quoted

OUTLETS = "outlets’ own voice"
OTHERS = "media and others"
"""The heading over originals that no side has issued."""
TELLS_NOTHING = frozenset((CellState.NOT_QUOTED, CellState.NO_ACCOUNT))
"""States of a cell that a reader expects where nothing else is shown."""


@dataclass(frozen=True, slots=True)
class Column:
    """One side with all its originals, those of no side, or the outlets in their own voice.

    ``members`` are ids of originals or of documents, or the code of a side that speaks without a
    named original or not at all; two members or more are numbered.
    """

    name: str
    members: tuple[str, ...]

    def mark(self, member: str) -> str:
        """The number of a member where there are several."""
        return f"{self.members.index(member) + 1} " if len(self.members) > 1 else ""


def columns_of(contact: Contact, naming: Naming) -> tuple[Column, ...]:
    """The columns in the order of the codes of the sides; outlets' own voice stands apart, last."""
    members = dict.fromkeys(
        (
            *(one for account in contact.accounts for one in account.originals),
            *(cell.column for point in contact.points for cell in point.cells),
        )
    )
    by_side: dict[str, list[str]] = {one.state: [] for one in contact.parties if one.state}
    others: list[str] = []
    for one in members:
        original = naming.originals.get(one)
        if original is not None:
            (others if original.side is None else by_side.setdefault(original.side, [])).append(one)
        elif one not in naming.labels:
            by_side.setdefault(one, []).append(one)
    sides = [Column(code, tuple(held) or (code,)) for code, held in sorted(by_side.items())]
    own = {one.id for one in naming.contents.documents if one.side is None}
    telling = dict.fromkeys(one.document for one in contact.accounts if one.document in own)
    outlets = tuple(telling | dict.fromkeys(one for one in members if one in naming.labels))
    last = (Column(OTHERS, tuple(others)), Column(OUTLETS, outlets))
    return (*sides, *(one for one in last if one.members))


def heading(column: Column, naming: Naming) -> str:
    """The name of a column, and under it its originals with how much of each is held."""
    if column.name == OUTLETS:
        return OUTLETS
    named = (
        f"{column.mark(one)}{naming.kind_issued(one)} ({naming.held(one)})"
        for one in column.members
        if one in naming.originals
    )
    return "\n".join((column.name, *named))


def point_cell(column: Column, cells: Iterable[Cell], naming: Naming) -> str:
    """Where a column stands on one point: the words of each original, how far they go, or why none.

    What is not quoted of one original is left out beside what another one says.
    """
    own = {one.column: one for one in cells if one.column in column.members}
    if column.name == OUTLETS:
        return joined(", ", (linked(naming.document(one), _first(own[one])) for one in own)) or "–"
    states = {one.state for one in own.values()}
    if states <= TELLS_NOTHING:
        return next(iter(sorted(states)), CellState.NOT_QUOTED).value
    return joined(
        "\n",
        (
            linked(f"{column.mark(one)}{_said(own[one])}", _first(own[one]))
            for one in column.members
            if one in own and own[one].state is not CellState.NOT_QUOTED
        ),
    )


def _first(cell: Cell) -> Passage | None:
    return cell.words[0] if cell.words else None


def _said(cell: Cell) -> str:
    if not cell.words:
        return cell.state.value
    otherwise = f"{cell.state}: " if cell.state is not CellState.SAYS else ""
    strength = f" · {cell.strength}" if cell.strength else ""
    carried = " (carried over)" if cell.carried_over else ""
    return f"{otherwise}{quoted(cut(cell.words[0].exact))}{strength}{carried}"


@dataclass(frozen=True, slots=True)
class Answer:
    """A value that an account gives for a question, and the original or side that gives it.

    ``by`` is None where an outlet gives it in its own voice.
    """

    value: str
    by: str | None
    passage: Passage


def told_in_full(contact: Contact, naming: Naming) -> frozenset[str]:
    """The originals whose full text is held and tells of the contact itself, so that it can be
    silent on it: not those of which others only quote what they say of it.
    """
    telling = {one.document for one in contact.accounts}
    own = {one.id for one in naming.contents.documents if one.side is not None} & telling
    return frozenset(
        one.id
        for one in naming.originals.values()
        if one.held is Held.FULL and not own.isdisjoint(one.documents)
    )


def answer_cell(
    column: Column, told: Sequence[Answer], full: frozenset[str], naming: Naming
) -> str:
    """What a column answers to a question, of all that is told; ``full`` are the originals that
    are silent where they do not answer.
    """
    if column.name == OUTLETS:
        own: dict[str, dict[str, Passage]] = {}
        for one in told:
            if one.by is None:
                where = naming.document(one.passage.document)
                own.setdefault(one.value, {}).setdefault(where, one.passage)
        return joined("\n", (_told_in(value, where) for value, where in own.items())) or "–"
    lines: dict[str, None] = {}
    for member in column.members:
        values = {one.value: linked(one.value, one.passage) for one in told if one.by == member}
        if values:
            lines[put_together(column.mark(member), joined(" or ", values.values()))] = None
        elif member in full:
            lines[f"{column.mark(member)}{CellState.SILENT}"] = None
    if lines:
        return joined("\n", lines)
    held = any(one in naming.originals for one in column.members)
    return CellState.NOT_QUOTED if held else CellState.NO_ACCOUNT


def _told_in(value: str, where: Mapping[str, Passage]) -> str:
    """A value with the documents that give it, each leading to the words that do."""
    documents = joined(", ", (linked(name, passage) for name, passage in where.items()))
    return put_together(f"{value} (", documents, ")")
