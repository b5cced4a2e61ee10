"""One utterance put into quotation marks in different words by different renderings."""

from collections.abc import Iterator
from itertools import combinations

from communique.compare.finding import finding
from communique.compare.ground import Ground
from communique.compare.rows import Row, what_of
from communique.model.contents import ClaimEntry, Finding
from communique.model.vocabulary import AttributionMode, FindingType
from communique.text.runs import words_of
from communique.text.wording import drift_between

_QUOTED = (AttributionMode.DIRECT, AttributionMode.MIXED)
FEWEST_SHARED = 3
"""Content words that two renderings of one utterance must have in common."""


def variant_findings(row: Row, ground: Ground) -> Iterator[Finding]:
    """Quotations of one speaker on one thing in other words: for each document one, with the first.

    Words that are nearly equal have drifted instead (see ``quotes``); where one stands whole in the
    other, it is only shorter.
    """
    quoted = [one for one in row.claims if one.attribution.mode in _QUOTED]
    found: set[str] = set()
    for left, right in combinations(quoted, 2):
        document = right.passage.document
        if document in found or not _are_renderings(left, right, ground):
            continue
        found.add(document)
        yield finding(
            FindingType.TRANSLATION_VARIANT,
            (left.passage, right.passage),
            reason=f"{ground.label(left.passage.document)} and {ground.label(document)} quote one "
            "utterance in different words",
            about=row.id,
            contact=row.contact.id,
        )


def _are_renderings(left: ClaimEntry, right: ClaimEntry, ground: Ground) -> bool:
    """Whether two quotations can be one utterance rendered twice."""
    sides = {left.attribution.side, right.attribution.side} - {None}
    documents = [ground.documents[one.passage.document] for one in (left, right)]
    if documents[0].id == documents[1].id or len(sides) > 1:
        return False
    # A side's own text quotes nobody: it renders what others quote from that very text.
    is_own = any(one.side is not None for one in documents)
    if is_own and left.attribution.original != right.attribution.original:
        return False
    mine, other = words_of(what_of(left)), words_of(what_of(right))
    if drift_between(mine, other) is not None or _holds(mine, other) or _holds(other, mine):
        return False
    near = ground.nearness
    return len(near.content(what_of(left)) & near.content(what_of(right))) >= FEWEST_SHARED


def _holds(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return f" {' '.join(others)} " in f" {' '.join(words)} "
