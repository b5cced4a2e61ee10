"""How far the words go: leads beside what they lead, and one account beside another."""

from collections.abc import Iterator, Sequence

from communique.compare.finding import finding
from communique.compare.ground import Ground, is_outlets_own
from communique.compare.rows import Row, claims_by_document, what_of
from communique.model.contents import ClaimEntry, Finding
from communique.model.vocabulary import Aspect, FindingType, Strength


def strength_findings(row: Row, ground: Ground) -> Iterator[Finding]:
    """Where an outlet's own words go further, or less far, than the words it carries; where
    originals differ; and where the outlet says a thing before it says on whose word.
    """
    for claims in claims_by_document(row.forceful).values():
        own = [one for one in claims if is_outlets_own(one)]
        carried = [one for one in claims if not is_outlets_own(one)]
        if not own or not carried:
            continue
        beside = _beside_original(row, own, carried, ground)
        if beside is not None:
            yield beside
        if beside is None or beside.type is not FindingType.STRONGER:
            yield from _late(row, own, carried, ground)
    yield from _between_accounts(row, ground)


def _rank(claim: ClaimEntry) -> int:
    return -1 if claim.strength is None else claim.strength.rank


def _beside_original(
    row: Row, own: Sequence[ClaimEntry], carried: Sequence[ClaimEntry], ground: Ground
) -> Finding | None:
    mine, other = max(own, key=_rank), max(carried, key=_rank)
    if _rank(mine) == _rank(other) or not _are_commitments(mine, other, ground):
        return None
    kind = FindingType.STRONGER if _rank(mine) > _rank(other) else FindingType.WEAKER
    label = ground.label(mine.passage.document)
    return finding(
        kind,
        (mine.passage, other.passage),
        reason=f"{label} says in its own voice “{mine.strength}”; "
        f"the words it carries {_from(other, ground)} say “{other.strength}”",
        about=row.id,
        contact=row.contact.id,
    )


def _are_commitments(left: ClaimEntry, right: ClaimEntry, ground: Ground) -> bool:
    """Whether one of two claims binds, and the other is as binding or tells of the same in much
    the same words: a remark beside a commitment is not a weaker one.
    """
    if max(_rank(left), _rank(right)) < Strength.INTENDS.rank:
        return False
    both = left.aspect is right.aspect is Aspect.UNDERTAKING
    return both or ground.nearness.are_alike(what_of(left), what_of(right))


def _from(claim: ClaimEntry, ground: Ground) -> str:
    if claim.attribution.chain:
        return f"from {', '.join(claim.attribution.chain)}"
    original = claim.attribution.original
    if original is not None and original in ground.originals:
        return f"from {ground.originals[original].issuer_wordings[0]}"
    return f"from {claim.attribution.side or 'others'}"


def _late(
    row: Row, own: Sequence[ClaimEntry], carried: Sequence[ClaimEntry], ground: Ground
) -> Iterator[Finding]:
    first = min(carried, key=ground.order)
    before = [
        one
        for one in own
        if one.aspect is Aspect.UNDERTAKING and one.passage.end <= first.passage.start
    ]
    if not before or first.aspect is not Aspect.UNDERTAKING:
        return
    wording = first.attribution.wording
    named = (wording,) if wording is not None else ()
    label = ground.label(first.passage.document)
    yield finding(
        FindingType.ATTRIBUTION_LATE,
        (*(one.passage for one in before), *named, first.passage),
        reason=f"{label} states it as its own; its origin is named only later",
        about=row.id,
        contact=row.contact.id,
    )


def _between_accounts(row: Row, ground: Ground) -> Iterator[Finding]:
    carried = [one for one in row.forceful if not is_outlets_own(one)]
    by_document = claims_by_document(carried)
    if len(by_document) < 2:
        return
    strongest = [max(claims, key=_rank) for claims in by_document.values()]
    low, high = min(strongest, key=_rank), max(strongest, key=_rank)
    if _rank(low) == _rank(high):
        return
    first, second = sorted((low, high), key=ground.order)
    yield finding(
        FindingType.STRENGTH_DIFFERS,
        (first.passage, second.passage),
        reason=f"{ground.label(first.passage.document)} has “{first.strength}” "
        f"{_from(first, ground)}; {ground.label(second.passage.document)} has "
        f"“{second.strength}” {_from(second, ground)}",
        about=row.id,
        contact=row.contact.id,
    )


def lost_attributions(row: Row, ground: Ground) -> Iterator[Finding]:
    """Where an earlier document names an origin and a later one none."""
    named: ClaimEntry | None = None
    for claims in claims_by_document(row.forceful).values():
        attributed = [one for one in claims if one.attribution.original is not None]
        dated = ground.date(claims[0].passage.document) is not None
        if attributed:
            named = named or attributed[0]
        elif named is not None and dated and all(is_outlets_own(one) for one in claims):
            yield finding(
                FindingType.ATTRIBUTION_LOST,
                (named.passage, claims[0].passage),
                reason=f"{ground.label(named.passage.document)} has it {_from(named, ground)}; "
                f"{ground.label(claims[0].passage.document)}, later, names nobody",
                about=row.id,
                contact=row.contact.id,
            )
