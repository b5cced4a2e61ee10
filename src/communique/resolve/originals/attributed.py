"""Claims that stand on nobody's word, put on an original where a person decided so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from communique.model.contents import ClaimEntry, Judgement, OriginalEntry
from communique.model.judged import judged
from communique.model.readings import OriginalKey
from communique.model.vocabulary import AttributionMode, JudgementKind, Voice


@dataclass(frozen=True, slots=True)
class Decided:
    """That words come from an original: a claim read from them, the original, and who said so."""

    claim: ClaimEntry
    original: OriginalEntry
    judgement: Judgement


def attributed(
    claims: tuple[ClaimEntry, ...],
    originals: Mapping[str, OriginalEntry],
    judgements: Iterable[Judgement],
) -> tuple[ClaimEntry, ...]:
    """The claims, those on nobody's word attributed as people decided of the words they rest on."""
    made = tuple(_decided(claims, originals, judgements))
    if not made:
        return claims
    return tuple(_attributed(one, made) for one in claims)


def _decided(
    claims: Iterable[ClaimEntry],
    originals: Mapping[str, OriginalEntry],
    judgements: Iterable[Judgement],
) -> Iterator[Decided]:
    kind = (one for one in judgements if one.kind == JudgementKind.ORIGIN)
    same = judged(kind, lambda one: one if one[:2] in ("q-", "o-") else None).same
    by_id: dict[str, ClaimEntry] = {one.id: one for one in claims} if same else {}
    for pair, judgement in same.items():
        found = [claim for one in pair if (claim := by_id.get(one))]
        named = [originals[one] for one in pair if one in originals]
        if found and named:
            yield Decided(found[0], named[0], judgement)


def _attributed(claim: ClaimEntry, made: Iterable[Decided]) -> ClaimEntry:
    """The claim on the word of the last original that was decided for words of its passage."""
    if claim.attribution.original is not None or claim.attribution.side is not None:
        return claim
    for one in made:
        here = one.claim.passage
        if here.document == claim.passage.document and here.span.overlaps(claim.passage.span):
            claim = _put_on(claim, one)
    return claim


def _put_on(claim: ClaimEntry, decided: Decided) -> ClaimEntry:
    original, judgement = decided.original, decided.judgement
    told = claim.attribution
    is_plain = told.mode is AttributionMode.NONE
    return replace(
        claim,
        attribution=replace(
            told,
            mode=AttributionMode.CARRIED_OVER if is_plain else told.mode,
            original=OriginalKey(original.id),
            chain=(*told.chain, original.issuer_wordings[0]),
            side=original.side,
        ),
        voice=Voice.SIDE if original.side else claim.voice,
        rule=f"{claim.rule}; origin decided by {judgement.author}: {judgement.reason}",
    )
