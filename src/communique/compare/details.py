"""Details that one document gives of an undertaking and another does not."""

import re
from collections.abc import Iterator, Sequence

from communique.compare.finding import finding
from communique.compare.ground import Ground, is_outlets_own
from communique.compare.rows import Row, claims_by_document, what_of
from communique.model.contents import ClaimEntry, Finding
from communique.model.passages import Passage
from communique.model.vocabulary import Aspect, FindingType

TELLING = 2
"""Content words from which a stretch of wording is a detail of its own."""
_WORD = re.compile(r"\w+")


def detail_findings(row: Row, ground: Ground) -> Iterator[Finding]:
    """Each detail that a later document drops, or adds, once for the row."""
    if row.undertaking is None:
        return
    told = [
        one for one in row.claims if one.aspect is Aspect.UNDERTAKING and not is_outlets_own(one)
    ]
    documents = list(claims_by_document(told).values())
    for at, claims in enumerate(documents):
        others = [(other, place > at) for place, other in enumerate(documents) if place != at]
        for other, later in sorted(others, key=lambda one: not one[1]):
            detail = _detail(claims, other, ground)
            if detail is not None:
                yield _finding(row, detail, other, ground, later=later)
                break


def _finding(
    row: Row, detail: Passage, other: Sequence[ClaimEntry], ground: Ground, *, later: bool
) -> Finding:
    kind = FindingType.DETAIL_DROPPED if later else FindingType.DETAIL_ADDED
    lacking = ground.label(other[0].passage.document)
    return finding(
        kind,
        (detail, other[0].passage),
        reason=f"“{detail.exact}” stands in {ground.label(detail.document)} and not in {lacking}",
        about=row.id,
        contact=row.contact.id,
    )


def _detail(
    claims: Sequence[ClaimEntry], other: Sequence[ClaimEntry], ground: Ground
) -> Passage | None:
    """The words at the end of one wording that the other document's wordings lack."""
    near = ground.nearness
    known = frozenset[str]().union(
        *(near.content(words) for one in other for words in (what_of(one), one.passage.exact))
    )
    fullest = max(claims, key=lambda one: len(near.content(one.passage.exact)))
    words = list(_WORD.finditer(fullest.passage.exact))
    stems = [near.content(one.group()) for one in words]
    last = max((at for at, found in enumerate(stems) if found & known), default=None)
    if last is None or last + 1 >= len(words):
        return None
    missing = frozenset[str]().union(*stems[last + 1 :])
    if len(missing) < TELLING:
        return None
    start = fullest.passage.start + words[last + 1].start()
    end = fullest.passage.start + words[-1].end()
    exact = ground.kept[fullest.passage.document].text[start:end]
    return Passage(fullest.passage.document, start, end, exact)
