"""Accounts that we should hold and do not."""

from collections.abc import Iterator

from communique.compare.ground import Ground, list_words
from communique.model.contents import Contact, Gap
from communique.model.vocabulary import Held, Status

_EXPECTED = (Status.HELD, Status.DENIED, Status.NOT_HELD, Status.CANCELLED, Status.POSTPONED)
"""Statuses on which sides usually issue an account of their own."""


def gaps_of(contact: Contact, ground: Ground) -> Iterator[Gap]:
    """The sides whose own account is missing, and the originals that are held in excerpts only."""
    if contact.status and contact.status[0].value not in _EXPECTED:
        return
    form = contact.form[0].value if contact.form else "contact"
    for side in sorted({one.state for one in contact.parties if one.state}):
        if side not in contact.sides:
            yield Gap(
                contact=contact.id,
                original=None,
                side=side,
                issuer=ground.issuers.get(side),
                wanted=f"{ground.name(side)}’s own account of the {form}",
                reason=_why(side, contact),
            )
    for group in contact.origins:
        for original in group:
            entry = ground.originals[original]
            if entry.held is Held.EXCERPTS:
                held = list_words(ground.label(one) for one in entry.documents)
                yield Gap(
                    contact=contact.id,
                    original=original,
                    side=entry.side,
                    issuer=entry.issuer_wordings[0],
                    wanted=f"full text of the {entry.kind}",
                    reason=f"only excerpts are held, in {held}",
                )


def _why(side: str, contact: Contact) -> str:
    if side in contact.unattributed:
        return f"words of {side} are quoted, and no text of its own is named for them"
    return f"no original of {side} is named or held"
