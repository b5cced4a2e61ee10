"""Possible matches, for a person to decide: nothing here is joined."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from communique.compare.ground import Ground, list_words
from communique.compare.rows import Row, common_words, what_of
from communique.compare.sides import names_channel
from communique.model.contents import ClaimEntry, Contact, Judgement, Offer
from communique.model.passages import Passage
from communique.model.vocabulary import Aspect, DocumentKind
from communique.text.digests import content_id
from communique.text.runs import longest_common, words_of
from communique.text.wording import likeness

ALIKE = 0.7
"""Share of content words of both (Dice) from which two wordings may have one origin."""
LONG_RUN = 12
"""Words in a row from which words without an original may come from one held elsewhere."""


def offer_of(
    left: str, right: str, about: str | None, reason: str, passages: tuple[Passage, ...]
) -> Offer:
    """That two things may be one, for a reason."""
    return Offer(
        id=content_id("m", *sorted((left, right))),
        left=left,
        right=right,
        reason=reason,
        about=about,
        passages=passages,
    )


NEAR = 0.3
"""Share of content words of both (Dice) from which two points may be one."""


def near_offers(rows: Sequence[Row], ground: Ground) -> Iterator[Offer]:
    """Points of which only the wording is near, of different originals: perhaps they are one.

    For each point the nearest other one; what all wordings of the contact share does not count.
    """
    without = common_words(rows, ground)
    content = [ground.nearness.content(row.words) - without for row in rows]
    nearest: dict[int, tuple[float, int]] = {}
    for left, right in combinations(range(len(rows)), 2):
        shared = content[left] & content[right]
        near = likeness(content[left], content[right])
        if len(shared) < 2 or near < NEAR or not _may_be_one(rows[left], rows[right]):
            continue
        for one, other in ((left, right), (right, left)):
            if near > nearest.get(one, (0.0, other))[0]:
                nearest[one] = (near, other)
    pairs = {frozenset((one, other)) for one, (_, other) in nearest.items()}
    for left, right in sorted(map(sorted, pairs)):
        yield _near(rows[left], rows[right])


def _may_be_one(left: Row, right: Row) -> bool:
    """Whether two points stand on the word of different originals, and none says both."""
    mine, other = (
        {one.attribution.original or one.attribution.side for one in row.claims} - {None}
        for row in (left, right)
    )
    return bool(mine and other) and not mine & other


def _near(left: Row, right: Row) -> Offer:
    differ = "; ".join(_differences(left, right)) or "the rest of the wording differs"
    return offer_of(
        left.id,
        right.id,
        left.contact.id,
        f"the wording is near; {differ}",
        (_own_words(left), _own_words(right)),
    )


def _differences(left: Row, right: Row) -> Iterator[str]:
    """In what two points differ besides their words: who acts, and how far the words go."""
    mine, other = left.undertaking, right.undertaking
    if (mine is None) != (other is None):
        yield f"the one is {_a(left)}, the other {_a(right)}"
    elif mine and other and mine.kind is not other.kind:
        yield f"the one is of kind {mine.kind}, the other {other.kind}"
    if mine and other and mine.by != other.by:
        yield f"the one is by {list_words(mine.by)}, the other by {list_words(other.by)}"


def _a(row: Row) -> str:
    return "an undertaking" if row.undertaking else f"a {row.aspect}"


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
            yield offer_of(
                mine.id,
                other.id,
                left.contact.id,
                f"both keep the sides in touch; {list_words(mine.said_by)} says the one, "
                f"{list_words(other.said_by)} the other",
                (_own_words(left), _own_words(right)),
            )


def _own_words(row: Row) -> Passage:
    """The first words of a row that stand on a side's word."""
    return next((one.passage for one in row.claims if one.attribution.side), row.claims[0].passage)


def _keeps_in_touch(row: Row, ground: Ground) -> bool:
    return bool(ground.nearness.content(row.words) & ground.comparing.keeping_in_touch)


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
    return _from(claim, str(other.attribution.original), other.passage, how, ground)


def _from(claim: ClaimEntry, original: str, passage: Passage, how: str, ground: Ground) -> Offer:
    return offer_of(
        claim.id,
        original,
        claim.contact,
        f"{how} in {ground.label(passage.document)}, from "
        f"{ground.originals[original].issuer_wordings[0]}",
        (claim.passage, passage),
    )


def passage_offers(contact: Contact, ground: Ground) -> Iterator[Offer]:
    """Words on nobody's word that stand in what another document has from an original of a side.

    Of one document for each original the claim that has most of the words.
    """
    quoted = tuple(_quoted(contact, ground))
    best: dict[tuple[str, str], tuple[int, ClaimEntry, Passage]] = {}
    for claim in ground.by_contact.get(contact.id, ()):
        if claim.attribution.original is not None or claim.attribution.side is not None:
            continue
        for original, passage in quoted:
            words = ground.nearness.words_shared(claim.passage, passage)
            key = (claim.passage.document, original)
            if words >= LONG_RUN and (key not in best or words > best[key][0]):
                best[key] = (words, claim, passage)
    for (_, original), (words, claim, passage) in best.items():
        yield _from(claim, original, passage, f"{words} equal words in a row", ground)


def _quoted(contact: Contact, ground: Ground) -> Iterator[tuple[str, Passage]]:
    """The originals of sides on which accounts of a contact stand, and what is held of each."""
    for original in sorted({one for account in contact.accounts for one in account.originals}):
        entry = ground.originals[original]
        if entry.side is not None:
            yield from ((original, passage) for passage in entry.passages)


def undecided(offers: Iterable[Offer], judgements: Iterable[Judgement]) -> Iterator[Offer]:
    """The offers, each once, without those that a person accepted or rejected."""
    decided = {frozenset(pair) for one in judgements for pair in combinations(one.subjects, 2)}
    for one in {one.id: one for one in offers}.values():
        if frozenset((one.left, one.right)) not in decided:
            yield one


def verbatim_offers(ground: Ground) -> Iterator[Offer]:
    """Words that a side speaks without an original, found word for word in another document: from
    an original that it names, or in a dispatch or an earlier text.
    """
    free: dict[str, list[ClaimEntry]] = {}
    others: dict[str, list[ClaimEntry]] = {}
    for claim in ground.resolved.claims:
        if claim.attribution.side is not None and claim.aspect in _WORDED:
            others.setdefault(claim.passage.document, []).append(claim)
            if claim.attribution.original is None:
                free.setdefault(claim.passage.document, []).append(claim)
    seen: set[str] = set()
    for run in ground.resolved.runs:
        if run.words < LONG_RUN:
            continue
        for mine, other in (run.passages, run.passages[::-1]):
            for offer in _verbatim(mine, other, free, others, ground):
                if offer.id not in seen:
                    seen.add(offer.id)
                    yield offer


_WORDED = (Aspect.UNDERTAKING, Aspect.REMARK, Aspect.POSITION, Aspect.LABEL)


def _verbatim(
    mine: Passage,
    other: Passage,
    free: dict[str, list[ClaimEntry]],
    others: dict[str, list[ClaimEntry]],
    ground: Ground,
) -> Iterator[Offer]:
    left = [c for c in free.get(mine.document, ()) if c.passage.span.overlaps(mine.span)]
    right = [c for c in others.get(other.document, ()) if c.passage.span.overlaps(other.span)]
    pairs = (
        pair
        for pair in product(left, right)
        if pair[0].attribution.side == pair[1].attribution.side
        and (pair[1].attribution.original or _comes_before(pair[1], pair[0], ground))
    )
    best = max(pairs, key=_shared, default=None)
    if best is not None and (words := _shared(best)):
        claim, found = best
        if found.attribution.original:
            yield _origin(claim, found, f"{words} equal words in a row", ground)
        else:
            document = found.passage.document
            reason = f"{words} equal words in a row stand in {ground.label(document)}, earlier"
            passages = (claim.passage, found.passage)
            yield offer_of(claim.id, document, claim.contact, reason, passages)


def _comes_before(one: ClaimEntry, other: ClaimEntry, ground: Ground) -> bool:
    """Whether one document can be where another has its words from."""
    documents = one.passage.document, other.passage.document
    if DocumentKind.DISPATCH in (kinds := [ground.documents[each].kind for each in documents]):
        return kinds[0] is DocumentKind.DISPATCH and kinds[1] is not DocumentKind.DISPATCH
    first, second = (ground.date(each) for each in documents)
    return first is not None and second is not None and first < second


def _shared(pair: tuple[ClaimEntry, ClaimEntry]) -> int:
    """The words that both claims have in a row, if they are many."""
    left, right = (words_of(one.passage.exact) for one in pair)
    return size if (size := longest_common(left, right)[2]) >= LONG_RUN else 0
