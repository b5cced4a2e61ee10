"""Formats over all documents: standing companies, and bodies as venues, under all their names."""

from collections.abc import Iterable, Mapping, Sequence

from communique.catalog.tables import Format
from communique.model.claims import sides_of
from communique.model.contents import ClaimEntry
from communique.model.passages import DocumentId, Passage
from communique.model.readings import FormatNaming
from communique.model.registers import FormatEntry, UndertakingEntry
from communique.model.vocabulary import Aspect
from communique.resolve.contacts.labels import slug
from communique.resolve.registers.steps import steps_told
from communique.resolve.registers.told import Told
from communique.text.runs import words_of

SEVERAL_NAMES = "background: names that our tables give to one format"
"""On what it rests that several names are one format's, where no text says so."""
DECIDED = "decided: see judgements"
"""The same, where people joined two formats."""

Aliases = Mapping[tuple[DocumentId, str], str]
"""For another name, in the document that tells it, the name that it stands for."""


def resolve_formats(
    told: Told, undertakings: Sequence[UndertakingEntry]
) -> tuple[FormatEntry, ...]:
    """The formats, and the bodies that are venues, by label."""
    known = {words_of(name): one for one in told.tables.formats for name in (one.label, *one.names)}
    claims = [(one, one.value) for one in told.on(Aspect.FORMAT)]
    namings = [(one, value) for one, value in claims if isinstance(value, FormatNaming)]
    aliases = {
        (claim.passage.document, value.name.casefold()): value.alias_of
        for claim, value in namings
        if value.alias_of is not None
    }
    found: dict[str, list[ClaimEntry]] = {}
    tabled: dict[str, Format] = {}
    for claim, value in namings:
        row = known.get(words_of(value.name)) or known.get(words_of(_own_name(claim, aliases)))
        label = slug(row.label if row else value.body or _own_name(claim, aliases))
        found.setdefault(label, []).append(claim)
        if row:
            tabled[label] = row
    return tuple(
        _format(label, naming, told, undertakings, tabled.get(label))
        for label, naming in sorted(found.items())
    )


def _own_name(claim: ClaimEntry, aliases: Aliases) -> str:
    """The name that a naming stands for: what its document tells, is true of that document."""
    assert isinstance(claim.value, FormatNaming)
    name = claim.value.name
    return aliases.get((claim.passage.document, name.casefold()), name)


def _format(
    label: str,
    claims: Sequence[ClaimEntry],
    told: Told,
    undertakings: Sequence[UndertakingEntry],
    row: Format | None,
) -> FormatEntry:
    values = [one.value for one in claims if isinstance(one.value, FormatNaming)]
    body = next((one.body for one in values if one.body), None)
    once: dict[str, tuple[str, Passage]] = {}
    for value, claim in zip(values, claims, strict=True):
        once.setdefault(value.name.casefold(), (value.name, claim.passage))
    members = {unit for one in claims for unit in told.units[one.id]} - {body}
    background = set(row.members) if row else set()
    background |= {m for one in told.tables.bodies if one.code == body for m in one.members}
    called = {body, *(name.casefold() for name in once), *(_folded(row))}
    return FormatEntry(
        id=f"f-{claims[0].id[2:]}",
        label=label,
        name=values[0].name,
        body=body,
        names=tuple(once.values()),
        alias_basis=alias_basis(claims) or (SEVERAL_NAMES if len(once) > 1 else None),
        members=tuple(sorted(members)),
        member_passages=tuple(
            dict.fromkeys(
                (unit, one.passage) for one in claims for unit in told.units[one.id] if unit != body
            )
        ),
        background_members=tuple(sorted(background - members)),
        topic=next((one.topic for one in values if one.topic), None),
        lifecycle=steps_told(claims, told.contacts),
        said_by=sides_of(claims),
        claims=tuple(one.id for one in claims),
        undertakings=tuple(
            one.id
            for one in undertakings
            if one.within and (one.within in called or one.within.casefold() in called)
        ),
    )


def alias_basis(claims: Iterable[ClaimEntry]) -> str | None:
    """The words of a text that give a format another name, or None."""
    return next(
        (
            f"told: “{one.passage.exact}”"
            for one in claims
            if isinstance(one.value, FormatNaming) and one.value.alias_of is not None
        ),
        None,
    )


def _folded(row: Format | None) -> Iterable[str]:
    return [name.casefold() for name in (row.label, *row.names)] if row else []
