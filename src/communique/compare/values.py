"""Where accounts of one contact clash on when, where, how long, by what means, who and whether."""

from collections.abc import Iterator, Sequence

from communique.compare.finding import finding
from communique.compare.ground import Ground, list_words
from communique.model.contents import Contact, Finding, PartyEntry, Valued
from communique.model.passages import DocumentId, Passage
from communique.model.readings import ClaimId
from communique.model.vocabulary import ActorKind, FindingType, Status
from communique.text.durations import duration_named

_TOOK_PLACE = (Status.HELD, Status.ONGOING)
_DID_NOT = (
    Status.DENIED,
    Status.NOT_HELD,
    Status.REFUSED,
    Status.CANCELLED,
    Status.POSTPONED,
)
DENIED_FIRST = 40
"""A contact that one account tells of and another denies comes before all else."""


def value_findings(contact: Contact, ground: Ground) -> Iterator[Finding]:
    """Each aspect on which the accounts of a contact give values that cannot all hold."""
    told: tuple[tuple[FindingType, tuple[Valued, ...]], ...] = (
        (FindingType.DATE_DIFFERS, contact.date),
        (FindingType.MEANS_DIFFERS, contact.means),
        (FindingType.PLACE_DIFFERS, contact.place),
        (FindingType.DURATION_DIFFERS, contact.duration),
        (FindingType.INITIATOR_DIFFERS, contact.initiator),
    )
    for kind, values in told:
        if len(values) > 1 and _told_apart(values, ground):
            yield _clash(kind, values, contact, ground)
    yield from _status(contact, ground)
    yield from _participants(contact, ground)


def _told_apart(values: Sequence[Valued], ground: Ground) -> bool:
    """Whether different documents or sides give the values: one text does not clash with itself."""
    return _by_documents(values, ground) or _by_sides(values, ground)


def _by_documents(values: Sequence[Valued], ground: Ground) -> bool:
    told = [{_document(claim, ground) for claim in one.claims} for one in values]
    return any(not told[0] & other for other in told[1:])


def _by_sides(values: Sequence[Valued], ground: Ground) -> bool:
    """Whether a value stands on the word of other sides than the first does, be it in one text."""
    heard = [{_side(claim, ground) for claim in one.claims} - {None} for one in values]
    return bool(heard[0]) and any(one and not heard[0] & one for one in heard[1:])


def _side(claim: ClaimId, ground: Ground) -> str | None:
    return ground.claims[claim].attribution.side


def _first(claims: Sequence[ClaimId], ground: Ground) -> tuple[Passage, ...]:
    return tuple(ground.claims[one].passage for one in claims[:1])


def _clash(
    kind: FindingType,
    values: Sequence[Valued],
    contact: Contact,
    ground: Ground,
    more: int = 0,
) -> Finding:
    where = _where if _by_documents(values, ground) else _whose
    said = (f"{duration_named(one.value)} ({where(one.claims, ground)})" for one in values)
    return finding(
        kind,
        (passage for one in values for passage in _first(one.claims, ground)),
        reason=list_words(said),
        about=contact.id,
        contact=contact.id,
        more=more,
    )


def _where(claims: Sequence[ClaimId], ground: Ground) -> str:
    documents = dict.fromkeys(_document(one, ground) for one in claims)
    return list_words(ground.label(one) for one in documents) if documents else "inferred"


def _whose(claims: Sequence[ClaimId], ground: Ground) -> str:
    """The sides that give a value, and where: needed where one text quotes both."""
    sides = dict.fromkeys(side for one in claims if (side := _side(one, ground)))
    where = _where(claims, ground)
    return f"{list_words(sides)} in {where}" if sides else where


def _status(contact: Contact, ground: Ground) -> Iterator[Finding]:
    took = [one for one in contact.status if one.value in _TOOK_PLACE]
    did_not = [one for one in contact.status if one.value in _DID_NOT]
    if took and did_not and _told_apart((*took, *did_not), ground):
        yield _clash(FindingType.STATUS_DIFFERS, (*took, *did_not), contact, ground, DENIED_FIRST)


def _participants(contact: Contact, ground: Ground) -> Iterator[Finding]:
    """Persons of one party whom some accounts name and others, naming that party's, leave out."""
    by_state: dict[str, list[PartyEntry]] = {}
    for party in contact.parties:
        if ground.kinds.get(party.actor) is not ActorKind.PERSON:
            continue
        by_state.setdefault(party.state or party.actor, []).append(party)
    for parties in by_state.values():
        named = [{_document(one, ground) for one in party.claims} for party in parties]
        if len(parties) > 1 and any(one != named[0] for one in named):
            said = (f"{one.name} ({_where(one.claims, ground)})" for one in parties)
            yield finding(
                FindingType.PARTICIPANTS_DIFFER,
                (passage for one in parties for passage in _first(one.claims, ground)),
                reason=list_words(said),
                about=contact.id,
                contact=contact.id,
            )


def _document(claim: ClaimId, ground: Ground) -> DocumentId:
    return ground.claims[claim].passage.document
