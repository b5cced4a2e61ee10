"""The grid of a contact: for each thing said, where each original and each outlet stands."""

import re
from collections.abc import Iterable, Sequence

from communique.compare.ground import Ground, is_outlets_own
from communique.compare.rows import Row
from communique.model.claims import passages_of, sides_of
from communique.model.contents import Cell, ClaimEntry, Contact, Point
from communique.model.documents import Document
from communique.model.passages import Passage
from communique.model.vocabulary import (
    OTHERWISE,
    Aspect,
    AttributionMode,
    CellState,
    Strength,
    Verdict,
)
from communique.text.runs import words_of

_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?][”’\"')]*(?=\s|$)|(?=\n|$))")


def point_of(row: Row, ground: Ground) -> Point:
    """One row of the grid, with a cell for every original and side, and who else says it."""
    cells = (
        *_original_cells(row, ground),
        *_side_cells(row),
        *_outlet_cells(row),
    )
    return Point(
        id=row.id,
        aspect=row.aspect,
        words=row.words,
        verdict=verdict_of(row.claims, ground),
        sides=sides_of(row.claims),
        cells=cells,
    )


def verdict_of(claims: Sequence[ClaimEntry], ground: Ground) -> Verdict:
    """How well claims are backed: by independent origins of different sides, or less.

    Copies of one text are one origin, and texts of one side are one side's word: a readout and a
    post that a side gives out itself back each other no more than one text that is repeated.
    """
    if len({one.status in OTHERWISE for one in claims}) > 1:
        return Verdict.DISPUTED
    origins = {
        (ground.text_of(one.attribution.original), one.attribution.side)
        for one in claims
        if one.attribution.original and one.attribution.side
    }
    texts, sides = ({one[at] for one in origins} for at in (0, 1))
    if len(texts) > 1 and len(sides) > 1:
        return Verdict.CORROBORATED
    reports = {one.passage.document for one in claims}
    return Verdict.ECHOED if len(reports) > 1 else Verdict.SINGLE


def _columns(contact: Contact, ground: Ground) -> list[str]:
    named = {str(one) for account in contact.accounts for one in account.originals}
    held = [ground.originals[one] for one in named]
    held.sort(key=lambda one: (one.side or "~", one.id))
    return [one.id for one in held]


def _original_cells(row: Row, ground: Ground) -> Iterable[Cell]:
    for column in _columns(row.contact, ground):
        told = [one for one in row.claims if one.attribution.original == column]
        if told:
            yield _saying(column, told, row)
        elif not ground.is_told_in_full(column, row.contact):
            yield _without_words(column, CellState.NOT_QUOTED)
        else:
            named = tuple(_named_in_full(row, column, ground))
            state = CellState.SAYS if named else CellState.SILENT
            yield Cell(column, state, None, carried_over=False, claims=(), words=named)


def _named_in_full(row: Row, column: str, ground: Ground) -> Iterable[Passage]:
    """The first sentence of a full text that names all that a topic names: it is not silent."""
    wanted = set(words_of(row.words)) - ground.comparing.lexicon.stop
    wanted -= ground.comparing.lexicon.light
    if row.aspect is not Aspect.TOPIC or not wanted:
        return
    for document in ground.originals[column].documents:
        if ground.documents[document].side is None:
            continue
        for sentence in sentences_of(ground.kept[document]):
            if wanted <= set(words_of(sentence.exact)):
                yield sentence
                return


def sentences_of(document: Document) -> Iterable[Passage]:
    """The sentences of a document's account, cut at full stops and lines."""
    for block in document.blocks:
        if block.kind.is_account:
            for met in _SENTENCE.finditer(document.text, block.span.start, block.span.end):
                yield Passage(document.id, met.start(), met.end(), met.group())


def _side_cells(row: Row) -> Iterable[Cell]:
    """Cells of sides that speak without an original, and of parties of whom nothing is held."""
    contact = row.contact
    for side in contact.unattributed:
        told = [
            one
            for one in row.claims
            if one.attribution.side == side and one.attribution.original is None
        ]
        yield _saying(side, told, row) if told else _without_words(side, CellState.NOT_QUOTED)
    heard = {*contact.sides, *contact.unattributed}
    parties = {one.state or one.body for one in contact.parties}
    for side in sorted(one for one in parties if one and one not in heard):
        yield _without_words(side, CellState.NO_ACCOUNT)


def _outlet_cells(row: Row) -> Iterable[Cell]:
    told: dict[str, list[ClaimEntry]] = {}
    for claim in row.claims:
        carried = claim.attribution.original is None and claim.attribution.side is None
        if is_outlets_own(claim) or carried:
            told.setdefault(claim.passage.document, []).append(claim)
    for document, claims in told.items():
        yield _saying(document, claims, row)


def _without_words(column: str, state: CellState) -> Cell:
    return Cell(column, state, None, carried_over=False, claims=(), words=())


def _saying(column: str, claims: Sequence[ClaimEntry], row: Row) -> Cell:
    # Where all deny alike, the row's own words are the denial.
    is_disputed = any(one.status not in OTHERWISE for one in row.claims)
    denied = is_disputed and all(one.status in OTHERWISE for one in claims)
    modes = {one.attribution.mode for one in claims}
    return Cell(
        column=column,
        state=CellState.SAYS_OTHERWISE if denied else CellState.SAYS,
        strength=strongest(claims),
        carried_over=modes == {AttributionMode.CARRIED_OVER},
        claims=tuple(one.id for one in claims),
        words=passages_of(claims),
    )


def strongest(claims: Iterable[ClaimEntry]) -> Strength | None:
    """The greatest strength among claims, None if none has any."""
    known = [one.strength for one in claims if one.strength is not None]
    return max(known, key=lambda one: one.rank, default=None)
