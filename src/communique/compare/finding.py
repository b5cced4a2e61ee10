"""Making findings: with passages, a reason, and a weight for "look at these first"."""

from collections.abc import Iterable

from communique.model.contents import Finding
from communique.model.passages import Passage
from communique.model.vocabulary import FindingType
from communique.text.digests import content_id

WEIGHTS = {
    FindingType.STATUS_DIFFERS: 80,
    FindingType.DATE_DIFFERS: 85,
    FindingType.ONE_SIDE_ONLY: 65,
    FindingType.STRONGER: 90,
    FindingType.ATTRIBUTION_LATE: 70,
    FindingType.QUOTE_DRIFT: 60,
    FindingType.TENSION: 55,
    FindingType.STRENGTH_DIFFERS: 50,
    FindingType.NAME_WORDING: 45,
    FindingType.MEANS_DIFFERS: 40,
    FindingType.PLACE_DIFFERS: 40,
    FindingType.DURATION_DIFFERS: 40,
    FindingType.INITIATOR_DIFFERS: 40,
    FindingType.DETAIL_DROPPED: 35,
    FindingType.TRANSLATION_VARIANT: 30,
    FindingType.WEAKER: 30,
    FindingType.ATTRIBUTION_LOST: 28,
    FindingType.DETAIL_ADDED: 25,
    FindingType.PARTICIPANTS_DIFFER: 20,
}
"""What a desk would want to know first; a channel named by one side only, and a contact that one
account denies, come before all (see ``more``)."""


def finding(
    kind: FindingType,
    passages: Iterable[Passage],
    *,
    reason: str,
    about: str | None,
    contact: str | None,
    more: int = 0,
) -> Finding:
    """A finding with the id that its type, subject and passages give it."""
    shown = tuple(dict.fromkeys(passages))
    places = (f"{one.document}:{one.start}:{one.end}" for one in shown)
    return Finding(
        id=content_id("n", kind, about or "", *places),
        type=kind,
        about=about,
        contact=contact,
        passages=shown,
        reason=reason,
        weight=WEIGHTS[kind] + more,
    )
