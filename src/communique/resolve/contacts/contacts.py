"""Contacts as the record shows them: what the accounts say, and on whose word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.model.contents import (
    AccountEntry,
    ActorEntry,
    ClaimEntry,
    Contact,
    OriginalEntry,
    PartyEntry,
    Valued,
)
from communique.model.passages import DocumentId, Passage
from communique.model.readings import Party
from communique.model.vocabulary import ActorKind, Aspect, PartyRole, Status, Voice
from communique.resolve.actors.actors import Actors
from communique.resolve.contacts.days import NEAR
from communique.resolve.contacts.gathering import Gathering
from communique.resolve.contacts.labels import Codes, contact_label, number_labels
from communique.resolve.contacts.outlines import Outline
from communique.resolve.documents import Shelf
from communique.resolve.support import dates_of, forms_of, places_of, values_of
from communique.text.intervals import days_of

_BOUNDED = (None, Status.HELD)
"""Statuses of contacts that lie before the document that tells of them."""


_NAMING = frozenset((Aspect.FORM, Aspect.MEANS, Aspect.PARTY, Aspect.STATUS, Aspect.DATE))
"""What tells which contact is meant: an original of a later time that says no more of it looks back
at it, and is no further origin of a side that gave its own account."""


def contact_id(account: str) -> str:
    """The id of the contact that an account opens: the same digits, another letter."""
    return f"c-{account[2:]}"


@dataclass(frozen=True, slots=True)
class Ground:
    """What contacts are built on: the claims by account, the originals, the order of documents."""

    claims: Mapping[str, Sequence[ClaimEntry]]
    originals: Mapping[str, OriginalEntry]
    actors: Actors
    shelf: Shelf
    codes: Codes
    copied: Mapping[DocumentId, DocumentId]
    """For each document that is one text with others the first of them."""
    superseded: frozenset[DocumentId]
    """Documents that their outlet has since replaced: with the newer one they are one report."""

    def place(self, document: DocumentId) -> int:
        """The rank of a document in the order of the record; copies of one text rank as one."""
        return self.shelf.places[self.copied.get(document, document)]


def build_contacts(gatherings: Sequence[Gathering], ground: Ground) -> tuple[Contact, ...]:
    """The contacts in the order of their first accounts, under their plain names.

    ``other_labels`` are the names that each account alone would give.
    """
    return tuple(_contact(one, ground) for one in gatherings)


def with_label(contact: Contact, label: str) -> Contact:
    """The contact under the name that it has among all of the same plain name."""
    names = {contact.label, *contact.other_labels}
    return replace(contact, label=label, other_labels=tuple(sorted(names - {label})))


def number_contacts(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """The contacts, each with a readable name of its own."""
    labels = number_labels(one.label for one in contacts)
    return tuple(with_label(one, label) for one, label in zip(contacts, labels, strict=True))


def _contact(gathering: Gathering, ground: Ground) -> Contact:
    members = gathering.ordered()
    claims = [claim for one in members for claim in ground.claims.get(one.account.id, ())]
    place = ground.place
    form = forms_of(claims, place)
    status = values_of(claims, Aspect.STATUS, place)
    dates = dates_of(claims, place, _bound(members, ground))
    origins = _origins(claims, ground, dates)
    sides = {ground.originals[one].side for group in origins for one in group}
    return Contact(
        id=contact_id(members[0].account.id),
        label=_label(members, form, status, dates, ground.codes),
        other_labels=tuple(sorted({_own_label(one, ground) for one in members})),
        form=form,
        means=values_of(claims, Aspect.MEANS, place),
        status=status,
        date=dates,
        place=places_of(claims, place, ground.codes.places),
        duration=values_of(claims, Aspect.DURATION, place),
        initiator=_named(values_of(claims, Aspect.INITIATOR, place), ground),
        route=values_of(claims, Aspect.ROUTE, place),
        channel=values_of(claims, Aspect.CHANNEL, place),
        format=values_of(claims, Aspect.FORMAT, place),
        parties=_parties(claims, ground),
        accounts=tuple(_account(one, gathering.reasons[one.account.id], ground) for one in members),
        reports=len({one.document for one in members} - ground.superseded),
        origins=origins,
        sides=tuple(sorted(side for side in sides if side)),
        unattributed=_unattributed(claims, sides),
        points=(),
        passages=_passages(members, claims),
    )


_SHOWN = (Aspect.FORM, Aspect.MEANS, Aspect.DATE, Aspect.DURATION, Aspect.PLACE, Aspect.INITIATOR)


def _passages(members: Sequence[Outline], claims: Sequence[ClaimEntry]) -> tuple[Passage, ...]:
    """The words that tell of the contact, and those on which what is shown of it rests."""
    told = (passage for one in members for passage in one.account.passages)
    shown = (claim.passage for claim in claims if claim.aspect in _SHOWN)
    return tuple(dict.fromkeys((*told, *shown)))


def _named(values: Iterable[Valued], ground: Ground) -> tuple[Valued, ...]:
    """Values that are actors, under the names that the record shows."""
    return tuple(
        replace(one, value=ground.actors.name_of(one.actor)) if one.actor else one for one in values
    )


def _label(
    members: Sequence[Outline],
    form: tuple[Valued, ...],
    status: tuple[Valued, ...],
    dates: tuple[Valued, ...],
    codes: Codes,
) -> str:
    return contact_label(
        frozenset(unit for one in members for unit in one.units),
        frozenset(body for one in members for body in one.bodies),
        form[0].value if form else None,
        status[0].value if status else None,
        dates[0].value if dates else None,
        codes,
    )


def _own_label(one: Outline, ground: Ground) -> str:
    """The readable name that this account alone would give the contact."""
    claims = ground.claims.get(one.account.id, ())
    dates = dates_of(claims, ground.place, _bound([one], ground))
    edtf = dates[0].value if dates else None
    return contact_label(one.units, one.bodies, one.form, one.status, edtf, ground.codes)


def _bound(members: Sequence[Outline], ground: Ground) -> tuple[str, str] | None:
    """For a contact held on no known day: not later than the first document that tells of it."""
    if any(one.status not in _BOUNDED for one in members):
        return None
    dated = [
        (day, one.place, one.document)
        for one in members
        if (day := ground.shelf.date_of(one.document))
    ]
    if not dated:
        return None
    day, _, document = min(dated)
    label = ground.shelf.labels[document]
    return f"../{day.isoformat()}", f"no day in the text; not later than {label}"


def _parties(claims: Sequence[ClaimEntry], ground: Ground) -> tuple[PartyEntry, ...]:
    """The parties by state and name; a bare state gives way to who acted for it in any account,
    and an office without a name ("the king") to the persons whom other accounts name.
    """
    found: dict[str, list[tuple[ClaimEntry, Party]]] = {}
    for claim in claims:
        if isinstance(claim.value, Party):
            found.setdefault(claim.value.actor, []).append((claim, claim.value))
    entries = [_party(actor, told, ground) for actor, told in found.items()]
    where = {
        one.actor: {claim.passage.document for claim, _ in found[one.actor]} for one in entries
    }
    kept = [
        one
        for one in entries
        if not any(_gives_way(one, other, where, ground.actors) for other in entries)
    ]
    return tuple(sorted(kept, key=lambda one: (one.state or "~", one.body or "", one.name)))


def _gives_way(
    one: PartyEntry,
    other: PartyEntry,
    where: Mapping[str, set[DocumentId]],
    actors: Actors,
) -> bool:
    kinds = actors.kinds.get(one.actor), actors.kinds.get(other.actor)
    if kinds == (ActorKind.OFFICE, ActorKind.BODY):
        return one.state is None and one.body == other.actor
    if _side(one) != _side(other):
        return False
    if kinds[0] in (ActorKind.STATE, ActorKind.GROUP):
        return kinds[1] in (ActorKind.PERSON, ActorKind.OFFICE)
    apart = not where[one.actor] & where[other.actor]
    return kinds == (ActorKind.OFFICE, ActorKind.PERSON) and apart


def _side(one: PartyEntry) -> str:
    """The state, body or group that a party acts for."""
    return one.state or one.body or one.name


def _party(actor: str, told: Sequence[tuple[ClaimEntry, Party]], ground: Ground) -> PartyEntry:
    actors = ground.actors
    kind = actors.kinds.get(actor)
    entry = actors.entry(actor)
    roles = [party.role for _, party in told if party.role is not PartyRole.PARTICIPANT]
    offices = [party.office for _, party in told if party.office]
    state = actor if kind is ActorKind.STATE else entry.state if entry else None
    return PartyEntry(
        actor=actor,
        name=actors.name_of(actor),
        office=offices[0] if offices else _office(entry),
        state=state,
        body=actor if kind is ActorKind.BODY else actors.bodies.get(actor),
        role=roles[0] if roles else PartyRole.PARTICIPANT,
        claims=tuple(claim.id for claim, _ in told),
        means=tuple(dict.fromkeys(party.means for _, party in told if party.means)),
    )


def _office(entry: ActorEntry | None) -> str | None:
    """The first post that a text gives a person, where the account itself names none."""
    if entry is None:
        return None
    return next((one.title for one in entry.offices if not one.background), None)


def _account(one: Outline, reason: str, ground: Ground) -> AccountEntry:
    claims = ground.claims.get(one.account.id, ())
    originals = {claim.attribution.original for claim in claims} - {None}
    return AccountEntry(
        id=one.account.id,
        document=one.document,
        originals=tuple(sorted(str(original) for original in originals)),
        passages=one.account.passages,
        joined_by=reason,
    )


def _origins(
    claims: Sequence[ClaimEntry], ground: Ground, dates: Sequence[Valued]
) -> tuple[tuple[str, ...], ...]:
    """The originals of sides that the accounts rest on, those that carry one text together.

    What only a news agency or "media reports" stand behind has carriers, not an origin.
    """
    originals = ground.originals
    told: dict[str, set[Aspect]] = {}
    for one in claims:
        if one.attribution.original and one.voice is not Voice.BACKGROUND:
            told.setdefault(str(one.attribution.original), set()).add(one.aspect)
    named = {one for one in told if originals[one].side is not None}
    back = {one for one in named if told[one] <= _NAMING and _is_later(one, dates, ground)}
    heard = {originals[one].side for one in named - back}
    waiting = sorted(named - {one for one in back if originals[one].side in heard})
    groups: list[tuple[str, ...]] = []
    while waiting:
        group, reached = {waiting[0]}, [waiting[0]]
        while reached:
            for other in originals[reached.pop()].same_text_as:
                if other in waiting and other not in group:
                    group.add(other)
                    reached.append(other)
        groups.append(tuple(sorted(group)))
        waiting = [one for one in waiting if one not in group]
    return tuple(sorted(groups, key=lambda one: (originals[one[0]].side or "", one)))


def _is_later(original: str, dates: Sequence[Valued], ground: Ground) -> bool:
    """Whether an original is known only from a time well after the contact."""
    held_by = days_of(dates[0].value)[1] if dates else None
    days = [ground.shelf.date_of(one) for one in ground.originals[original].documents]
    known = [one for one in days if one is not None]
    return held_by is not None and bool(known) and (min(known) - held_by).days > NEAR


def _unattributed(claims: Sequence[ClaimEntry], sides: set[str | None]) -> tuple[str, ...]:
    speaking = {
        one.attribution.side
        for one in claims
        if one.attribution.side
        and one.attribution.original is None
        and one.voice is not Voice.BACKGROUND
    }
    return tuple(sorted(side for side in speaking if side and side not in sides))
