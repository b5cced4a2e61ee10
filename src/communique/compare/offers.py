"""Possible matches, for a person to decide: nothing here is joined."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from communique.compare.ground import Ground, list_words
from communique.compare.rows import Row, what_of
from communique.compare.sides import names_channel
from communique.model.contents import ClaimEntry, Offer
from communique.model.passages import Passage
from communique.model.vocabulary import Aspect
from communique.text.digests import content_id
from communique.text.runs import longest_common, words_of
from communique.text.wording import likeness

ALIKE = 0.7
"""Share of content words of both (Dice) from which two wordings may have one origin."""
LONG_RUN = 12
"""Words in a row from which words without an original may come from one held elsewhere."""


def _offer(
    left: str, right: str, about: str | None, reason: str, passages: tuple[Passage, ...]
) -> Offer:
    return Offer(
        id=content_id("m", *sorted((left, right))),
        left=left,
        right=right,
        reason=reason,
        about=about,
        passages=passages,
    )


def counterpart_offers(rows: Sequence[Row], ground: Ground) -> Iterator[Offer]:
    """A channel that one side names, and another way in which the other keeps the sides in touch:
    perhaps they mean one thing.
    """
    touching = [one for one in rows if one.undertaking and _keeps_in_touch(one, ground)]
    for left, right in combinations(touching, 2):
        mine, other = left.undertaking, right.undertaking
        if mine is None or other is None or mine.by != other.by:
            continue
        if not (names_channel(mine, ground) or names_channel(other, ground)):
            continue
        if mine.said_by and other.said_by and not set(mine.said_by) & set(other.said_by):
            yield _offer(
                mine.id,
                other.id,
                left.contact.id,
                f"both keep the sides in touch; {list_words(mine.said_by)} says the one, "
                f"{list_words(other.said_by)} the other",
                (_own_words(left), _own_words(right)),
            )


def _own_words(row: Row) -> Passage:
    """The first words of a row that stand on a side's word."""
    return next(one.passage for one in row.claims if one.attribution.side)


def _keeps_in_touch(row: Row, ground: Ground) -> bool:
    kinds = {f"={one}" for one in ground.comparing.keeping_in_touch}
    return bool(ground.nearness.content(row.words) & kinds)


def origin_offers(row: Row, ground: Ground) -> Iterator[Offer]:
    """Words for which no side is named, and near-equal words that another document has from one."""
    near = ground.nearness
    named = [one for one in row.forceful if one.attribution.original and one.attribution.side]
    offered: set[str] = set()
    for claim in row.forceful:
        if claim.attribution.side is not None or not claim.attribution.chain:
            continue
        for other in named:
            if other.passage.document == claim.passage.document:
                continue
            alike = likeness(near.content(what_of(claim)), near.content(what_of(other)))
            if alike >= ALIKE and claim.passage.document not in offered:
                offered.add(claim.passage.document)
                yield _origin(claim, other, "nearly the same words", ground)


def _origin(claim: ClaimEntry, other: ClaimEntry, how: str, ground: Ground) -> Offer:
    original = str(other.attribution.original)
    return _offer(
        claim.id,
        original,
        claim.contact,
        f"{how} in {ground.label(other.passage.document)}, from "
        f"{ground.originals[original].issuer_wordings[0]}",
        (claim.passage, other.passage),
    )


def verbatim_offers(ground: Ground) -> Iterator[Offer]:
    """Words that a side speaks without an original, found word for word in one held elsewhere."""
    free: dict[str, list[ClaimEntry]] = {}
    named: dict[str, list[ClaimEntry]] = {}
    for claim in ground.resolved.claims:
        if claim.attribution.original is not None:
            named.setdefault(claim.passage.document, []).append(claim)
        elif claim.attribution.side is not None and claim.aspect is not Aspect.PARTY:
            free.setdefault(claim.passage.document, []).append(claim)
    seen: set[str] = set()
    for run in ground.resolved.runs:
        if run.words < LONG_RUN:
            continue
        for one in (run.passages, run.passages[::-1]):
            for offer in _verbatim(one[0], one[1], free, named, ground):
                if offer.id not in seen:
                    seen.add(offer.id)
                    yield offer


def _verbatim(
    mine: Passage,
    other: Passage,
    free: dict[str, list[ClaimEntry]],
    named: dict[str, list[ClaimEntry]],
    ground: Ground,
) -> Iterator[Offer]:
    left = [c for c in free.get(mine.document, ()) if c.passage.span.overlaps(mine.span)]
    right = [c for c in named.get(other.document, ()) if c.passage.span.overlaps(other.span)]
    pairs = (
        (one, another)
        for one, another in product(left, right)
        if one.attribution.side == another.attribution.side
    )
    best = max(pairs, key=lambda pair: _shared(pair), default=None)
    if best is not None and _shared(best):
        yield _origin(*best, f"{_shared(best)} equal words in a row", ground)


def _shared(pair: tuple[ClaimEntry, ClaimEntry]) -> int:
    """The words that both claims have in a row, if they are many."""
    left, right = (words_of(one.passage.exact) for one in pair)
    return size if (size := longest_common(left, right)[2]) >= LONG_RUN else 0
