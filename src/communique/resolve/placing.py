"""Undated documents, placed by what they share with dated ones, and marked so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from communique.model.passages import DocumentId
from communique.model.readings import Claim, Reading, Undertaking
from communique.model.times import When
from communique.resolve.joining import Gathering, join_labels
from communique.resolve.outlines import (
    Outline,
    forms_agree,
    is_one_story,
    means_agree,
    persons_agree,
    persons_shared,
)
from communique.resolve.ties import Ties
from communique.text.calendar import settle

AFTER = 7
"""Days after a contact on which an undated document may still name its weekday."""
LONG_RUN = 8
"""Words in a row that two documents share by more than chance."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The day from which an undated document's times are worked out, and why."""

    anchor: date
    reason: str


def place_undated(
    outlines: Iterable[Outline],
    gatherings: Iterable[Gathering],
    ties: Ties,
    labels: Mapping[DocumentId, str],
) -> dict[DocumentId, Placement]:
    """For each undated document that tells of a contact known by day, from when its days count.

    The account must name the same parties and a weekday or day that fits. Where several contacts
    fit, only shared wording decides; where none does, the document stays without a day.
    """
    blocks: dict[tuple[str, ...], list[Gathering]] = {}
    for one in gatherings:
        if one.day is not None:
            blocks.setdefault(one.members[0].block, []).append(one)
    best: dict[DocumentId, tuple[tuple[int, int, int], Placement]] = {}
    for outline in outlines:
        if outline.anchor is not None or outline.day is not None:
            continue
        met = _placement(outline, blocks.get(outline.block, []), ties, labels)
        if met is not None and (outline.document not in best or met[0] > best[outline.document][0]):
            best[outline.document] = met
    return {document: placement for document, (_, placement) in best.items()}


def _placement(
    outline: Outline,
    gatherings: list[Gathering],
    ties: Ties,
    labels: Mapping[DocumentId, str],
) -> tuple[tuple[int, int, int], Placement] | None:
    fits: list[tuple[tuple[int, int], Gathering, When, date]] = []
    for gathering in gatherings:
        if not all(_is_alike(outline, one) for one in gathering.members):
            continue
        met = _anchor(outline, gathering)
        if met is None:
            continue
        documents = {one.document for one in gathering.members}
        run = max(ties.words(outline.document, one) for one in documents)
        named = max(persons_shared(outline, one) for one in gathering.members)
        alike = any(is_one_story(outline, one, ties) for one in gathering.members)
        telling = named >= len(outline.units) > 1 and _is_telling(met[0])
        if run >= LONG_RUN or (alike and telling):
            fits.append(((run, named), gathering, *met))
    if not fits:
        return None
    fits.sort(key=lambda one: one[0], reverse=True)
    if len(fits) > 1 and (fits[0][0][0] < LONG_RUN or fits[1][0] == fits[0][0]):
        return None
    (run, named), gathering, when, anchor = fits[0]
    return (run, named, len(gathering.members)), Placement(anchor, _reason(when, gathering, labels))


def _is_alike(outline: Outline, other: Outline) -> bool:
    return (
        forms_agree(outline.form, other.form)
        and persons_agree(outline, other)
        and means_agree(outline, other)
        and outline.is_ahead == other.is_ahead
    )


def _is_telling(when: When) -> bool:
    """Whether the words name a day of the week, not only "yesterday", which fits every contact."""
    return bool(when.relative and when.relative.startswith("weekday"))


def _anchor(outline: Outline, gathering: Gathering) -> tuple[When, date] | None:
    day = gathering.day
    if day is None:
        return None
    for when in outline.times:
        if when.edtf is None and when.relative:
            for later in range(AFTER + 1):
                anchor = day + timedelta(days=later)
                if settle(when.relative, anchor) == day.isoformat():
                    return when, anchor
    return None


def _reason(when: When, gathering: Gathering, labels: Mapping[DocumentId, str]) -> str:
    form = next((one.form for one in gathering.ordered() if one.form), None) or "contact"
    names = join_labels(sorted({labels[one.document] for one in gathering.members}))
    day = gathering.day.isoformat() if gathering.day else ""
    return f"“{when.expression}” taken as {day}: same {form} as {names}"


def settle_reading(reading: Reading, placement: Placement) -> Reading:
    """The reading with its relative times worked out from the day inferred for its document."""
    claims = tuple(_settled(claim, placement) for claim in reading.claims)
    return replace(reading, claims=claims)


def _settled(claim: Claim, placement: Placement) -> Claim:
    value = claim.value
    if isinstance(value, When):
        return replace(claim, value=_settle_when(value, placement))
    if isinstance(value, Undertaking) and value.due is not None:
        return replace(claim, value=replace(value, due=_settle_when(value.due, placement)))
    return claim


def _settle_when(when: When, placement: Placement) -> When:
    if when.edtf is not None or when.relative is None:
        return when
    edtf = settle(when.relative, placement.anchor)
    words = f"“{when.expression}”" if when.expression else "time"
    basis = f"{words}; document undated, placed: {placement.reason}"
    return replace(when, edtf=edtf, basis=basis) if edtf else when
