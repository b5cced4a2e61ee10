"""Registers: labels of relations, missions open or closed, named works, and positions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from communique.model.claims import passages_of, sides_of
from communique.model.contents import ClaimEntry
from communique.model.passages import DocumentId
from communique.model.readings import ClaimId, Position, Presence, Project, RelationLabel
from communique.model.registers import (
    LabelEntry,
    PositionEntry,
    PresenceEntry,
    ProjectEntry,
    UndertakingEntry,
    Use,
)
from communique.model.times import When
from communique.model.vocabulary import Aspect, Voice
from communique.resolve.registers.following import is_said_again
from communique.resolve.registers.moments import Moments
from communique.resolve.registers.told import Told
from communique.resolve.support import support
from communique.text.digests import content_id
from communique.text.intervals import days_of
from communique.text.nearness import Nearness
from communique.text.runs import words_of


def resolve_labels(told: Told) -> tuple[LabelEntry, ...]:
    """The labels of relations by dyad, as worded; each with who uses it, and from when on."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[ClaimEntry]] = {}
    shown: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {}
    for claim in told.on(Aspect.LABEL):
        if isinstance(claim.value, RelationLabel):
            key = (told.units[claim.id], words_of(claim.value.label))
            found.setdefault(key, []).append(claim)
            shown.setdefault(key, claim.value.label)
    return tuple(
        LabelEntry(
            label=shown[key],
            dyad=key[0],
            said_by=sides_of(claims),
            uses=tuple(_uses(claims, told.moments)),
            claims=_claim_ids(claims),
            passages=passages_of(claims),
        )
        for key, claims in sorted(found.items())
    )


def _uses(claims: Sequence[ClaimEntry], moments: Moments) -> Iterator[Use]:
    """For each side that uses a label, sides before others, the days of first and last use."""
    sides = sorted({one.attribution.side for one in claims}, key=lambda one: (one is None, one))
    for side in sides:
        yield Use(side, *moments.between(one for one in claims if one.attribution.side == side))


def _claim_ids(claims: Sequence[ClaimEntry]) -> tuple[ClaimId, ...]:
    return tuple(one.id for one in claims)


def resolve_presence(told: Told) -> tuple[PresenceEntry, ...]:
    """The missions reported open or closed, by state and place, and from when to when."""
    found: dict[tuple[str, str, bool], list[ClaimEntry]] = {}
    shown: dict[tuple[str, str, bool], str] = {}
    for claim in told.on(Aspect.PRESENCE):
        if isinstance(claim.value, Presence):
            state = told.units[claim.id][0]
            key = (state, claim.value.place.casefold(), claim.value.is_open)
            found.setdefault(key, []).append(claim)
            shown.setdefault(key, claim.value.place)
    days = {key: told.moments.between(claims) for key, claims in found.items()}
    return tuple(
        PresenceEntry(
            state=key[0],
            place=shown[key],
            is_open=key[2],
            said_by=sides_of(claims),
            first=days[key][0],
            last=days[key][1],
            documents=tuple(dict.fromkeys(one.passage.document for one in claims)),
            claims=_claim_ids(claims),
            passages=passages_of(claims),
        )
        for key, claims in sorted(found.items())
    )


def resolve_projects(
    told: Told, undertakings: Sequence[UndertakingEntry]
) -> tuple[ProjectEntry, ...]:
    """The named works between states, each with what was undertaken about it."""
    found: dict[tuple[str, ...], list[ClaimEntry]] = {}
    shown: dict[tuple[str, ...], str] = {}
    for claim in told.on(Aspect.PROJECT):
        if isinstance(claim.value, Project):
            key = words_of(claim.value.name)
            found.setdefault(key, []).append(claim)
            shown.setdefault(key, claim.value.name)
    return tuple(
        ProjectEntry(
            id=content_id("w", *key),
            name=shown[key],
            states=tuple(sorted({unit for one in claims for unit in told.units[one.id]})),
            undertakings=tuple(
                one.id for one in undertakings if _is_about(one, shown[key], claims)
            ),
            claims=_claim_ids(claims),
            passages=passages_of(claims),
        )
        for key, claims in sorted(found.items())
    )


def _is_about(undertaking: UndertakingEntry, name: str, claims: Iterable[ClaimEntry]) -> bool:
    if name.casefold() in undertaking.what.casefold():
        return True
    places = [one.passage for one in claims]
    return any(
        here.document == there.document and here.start <= there.start and there.end <= here.end
        for here in undertaking.passages
        for there in places
    )


def resolve_positions(told: Told) -> tuple[PositionEntry, ...]:
    """The positions by holder; renderings with the same words in a row are one position."""
    dates = _dates(told.claims)
    heaps: dict[tuple[str, ...], list[list[ClaimEntry]]] = {}
    bundles: list[list[ClaimEntry]] = []
    for claim in told.on(Aspect.POSITION):
        if not isinstance(claim.value, Position):
            continue
        heap = heaps.setdefault(told.units[claim.id], [])
        home = next((one for one in heap if _is_one_position(claim, one, told.nearness)), None)
        if home is None:
            home = []
            heap.append(home)
            bundles.append(home)
        home.append(claim)
    return _with_earlier([_position(one, told, dates) for one in bundles], told.nearness)


def _with_earlier(
    positions: Sequence[PositionEntry], nearness: Nearness
) -> tuple[PositionEntry, ...]:
    """The positions, each with those that its holder took on the same matter before."""
    held: dict[tuple[str, ...], list[PositionEntry]] = {}
    for one in positions:
        held.setdefault(one.holder, []).append(one)
    return tuple(
        replace(
            one,
            earlier=tuple(
                other.id
                for other in held[one.holder]
                if _is_before(other, one) and is_said_again(one.matter, other.matter, nearness)
            ),
        )
        for one in positions
    )


def _is_before(earlier: PositionEntry, later: PositionEntry) -> bool:
    """Whether the one was surely taken on a day before the other."""
    last = days_of(earlier.date.edtf if earlier.date else None)[1]
    first = days_of(later.date.edtf if later.date else None)[0]
    return last is not None and first is not None and last < first


def _is_one_position(claim: ClaimEntry, bundle: Sequence[ClaimEntry], nearness: Nearness) -> bool:
    return any(
        not nearness.are_apart(claim.passage, other.passage)
        and (
            nearness.share_words(claim.passage, other.passage)
            or (
                claim.contact is not None
                and claim.contact == other.contact
                and words_of(claim.passage.exact) == words_of(other.passage.exact)
            )
        )
        for other in bundle
    )


def _dates(claims: Iterable[ClaimEntry]) -> dict[str, list[ClaimEntry]]:
    """The claims on the day of a statement outside contacts, by document."""
    found: dict[str, list[ClaimEntry]] = {}
    for claim in claims:
        if claim.aspect is Aspect.DATE and claim.contact is None:
            found.setdefault(claim.passage.document, []).append(claim)
    return found


def _position(
    bundle: Sequence[ClaimEntry],
    told: Told,
    dates: Mapping[str, Sequence[ClaimEntry]],
) -> PositionEntry:
    def place(document: DocumentId) -> int:
        return told.moments.shelf.places[document]

    best = min(bundle, key=lambda one: (one.attribution.side is None, *support([one], place)))
    value = best.value
    assert isinstance(value, Position)
    voices = {one.voice for one in bundle}
    return PositionEntry(
        id=content_id("s", bundle[0].id),
        holder=told.units[best.id],
        matter=value.matter,
        stance=value.stance,
        conditions=value.conditions,
        addressee=value.addressee,
        said_by=sides_of(bundle),
        voice=Voice.SIDE if Voice.SIDE in voices else best.voice,
        date=_date_near(best, told.nearness, dates) or told.moments.told(best),
        earlier=(),
        claims=_claim_ids(bundle),
        passages=passages_of(bundle),
    )


def _date_near(
    claim: ClaimEntry, nearness: Nearness, dates: Mapping[str, Sequence[ClaimEntry]]
) -> When | None:
    """The day that the sentence gives for the position; else None, for it is not told."""
    for one in dates.get(claim.passage.document, ()):
        overlaps = one.passage.span.overlaps(claim.passage.span)
        if isinstance(one.value, When) and (
            overlaps or not nearness.sentence_ends_between(one.passage, claim.passage)
        ):
            return one.value
    return None
