"""Undated documents, placed by what they share with dated ones, and marked so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from communique.model.passages import DocumentId
from communique.model.readings import Claim, Reading, Undertaking
from communique.model.times import When
from communique.resolve.contacts.agreeing import LONG_RUN, persons_shared
from communique.resolve.contacts.days import is_telling
from communique.resolve.contacts.gathering import Gathering, join_labels
from communique.resolve.contacts.outlines import Outline
from communique.resolve.contacts.ties import Ties
from communique.text.calendar import settle

AFTER = 7
"""Days after a contact on which an undated document may still name its weekday."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The day from which an undated document's times are worked out, and why."""

    anchor: date
    reason: str


@dataclass(frozen=True, slots=True)
class _Telling:
    """A time of an undated document that tells the known day of a contact, and what backs it."""

    when: When
    day: date
    worth: tuple[int, int, int]
    reason: str

    @property
    def anchor(self) -> date | None:
        """The first day on which these words mean that day."""
        return next((one for one in self.anchors() if self.fits(one)), None)

    def anchors(self) -> Iterator[date]:
        """The days on which the document may have been written."""
        return (self.day + timedelta(days=later) for later in range(AFTER + 1))

    def fits(self, anchor: date) -> bool:
        """Whether the words mean the day of the contact when written on this one."""
        relative = self.when.relative
        return relative is not None and settle(relative, anchor) == self.day.isoformat()


def place_undated(
    gatherings: Iterable[Gathering], ties: Ties, labels: Mapping[DocumentId, str]
) -> dict[DocumentId, Placement]:
    """For each undated document that tells of a contact known by day, from when its days count.

    It must name the weekday or day of that contact, or share long wording with another account of
    it. The day chosen is the one on which most of its times mean what other documents tell.
    """
    told: dict[DocumentId, list[_Telling]] = {}
    for gathering in gatherings:
        for outline in gathering.members:
            if gathering.day is not None and outline.anchor is None and outline.day is None:
                met = _telling(outline, gathering, gathering.day, ties, labels)
                told.setdefault(outline.document, []).extend(met)
    return {document: _placement(tellings) for document, tellings in told.items() if tellings}


def _placement(tellings: list[_Telling]) -> Placement:
    def worth(one: _Telling) -> tuple[int, tuple[int, int, int], int]:
        anchor = one.anchor or one.day
        return sum(each.fits(anchor) for each in tellings), one.worth, -anchor.toordinal()

    best = max(tellings, key=worth)
    return Placement(best.anchor or best.day, best.reason)


def _telling(
    outline: Outline, gathering: Gathering, day: date, ties: Ties, labels: Mapping[DocumentId, str]
) -> Iterator[_Telling]:
    """The first time of an account that can mean the day of its contact, if enough backs it."""
    others = [one for one in gathering.members if one.document != outline.document]
    run = max((ties.words(outline.document, one.document) for one in others), default=0)
    named = max((persons_shared(outline, one) for one in others), default=0)
    worth = (run, named, len(gathering.members))
    for when in outline.times:
        if when.edtf is not None or when.relative is None:
            continue
        made = _Telling(when, day, worth, _reason(when, outline, gathering, labels))
        if made.anchor is not None:
            if run >= LONG_RUN or (named >= len(outline.units) > 1 and is_telling(when)):
                yield made
            return


def _reason(
    when: When, outline: Outline, gathering: Gathering, labels: Mapping[DocumentId, str]
) -> str:
    form = next((one.form for one in gathering.ordered() if one.form), None) or "contact"
    known = {one.document for one in gathering.members if one.day} - {outline.document}
    names = join_labels(sorted(labels[one] for one in known))
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
