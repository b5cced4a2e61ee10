"""Accounts that we should hold and do not."""

from collections.abc import Iterator

from communique.compare.ground import Ground, is_state, list_words
from communique.model.contents import Contact, Gap
from communique.model.vocabulary import ActorKind, Held, PartyRole, Status

_EXPECTED = (Status.HELD, Status.DENIED, Status.NOT_HELD, Status.CANCELLED, Status.POSTPONED)
"""Statuses on which sides usually issue an account of their own."""


def gaps_of(contact: Contact, ground: Ground) -> Iterator[Gap]:
    """The sides whose own account is missing, and the originals that are held in excerpts only."""
    if contact.status and contact.status[0].value not in _EXPECTED:
        return
    form = contact.form[0].value if contact.form else "contact"
    for side, name in sorted(_sides(contact, ground).items()):
        if side not in contact.sides:
            yield Gap(
                contact=contact.id,
                original=None,
                side=side,
                issuer=ground.issuers.get(side) or _office(side, contact),
                wanted=f"{name}’s own account of the {form}",
                reason=_why(side, side if is_state(side) else name, contact),
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


def _sides(contact: Contact, ground: Ground) -> dict[str, str]:
    """The states, bodies and groups that owe an account of their own, with their names.

    Who only carried messages between them is asked for none.
    """
    found: dict[str, str] = {}
    for one in contact.parties:
        if one.role is PartyRole.MEDIATOR:
            continue
        group = one.actor if ground.kinds.get(one.actor) is ActorKind.GROUP else None
        side = one.state or one.body or group
        if side is not None:
            found[side] = ground.name(side)
    return found


def _office(side: str, contact: Contact) -> str | None:
    """Whom to ask where no original of a side is known: the office of whoever took part."""
    for one in contact.parties:
        if side == (one.state or one.body) and one.office:
            named = "" if one.name.casefold() == one.office.casefold() else f" {one.name}"
            return f"office of the {one.office}{named}"
    return None


def _why(side: str, name: str, contact: Contact) -> str:
    if side in contact.unattributed:
        return f"words of {name} are quoted, and no text of its own is named for them"
    return f"no original of {name} is named or held"
