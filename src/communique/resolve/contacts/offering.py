"""Contacts that may be one and are left to a person: unsure joins, and days that clash."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from communique.model.contents import Contact, Offer
from communique.model.judged import Judged
from communique.model.passages import Passage
from communique.model.vocabulary import Status
from communique.resolve.contacts.agreeing import forms_can_meet
from communique.resolve.contacts.gathering import Unsure
from communique.text.digests import content_id
from communique.text.intervals import days_of, meet

_A_DAY = timedelta(days=1)


def offers_of(
    unsure: Iterable[Unsure],
    contact_of: Mapping[str, str],
    contacts: Sequence[Contact],
    decisions: Judged,
) -> tuple[Offer, ...]:
    """The possible matches among contacts, by id; ``contact_of`` gives that of an account."""
    offers = (
        *_left_open(unsure, contact_of),
        *_a_day_apart(contacts, decisions),
        *_come_about(contacts, decisions),
    )
    return tuple(sorted({one.id: one for one in offers}.values(), key=lambda one: one.id))


def _left_open(unsure: Iterable[Unsure], contact_of: Mapping[str, str]) -> Iterator[Offer]:
    for one in unsure:
        left = contact_of[one.outline.account.id]
        for other in one.fits:
            right = contact_of[other.account.id]
            if left != right:
                passages = (*one.outline.account.passages[:1], *other.account.passages[:1])
                yield _offer(left, right, one.reason, passages)


def _a_day_apart(contacts: Sequence[Contact], decisions: Judged) -> Iterator[Offer]:
    """Contacts of the same persons and form on two days running, which no document tells of both.

    Two accounts of one call may name two days; two calls on two days are told of by somebody.
    """
    alike: dict[tuple[frozenset[str], str], list[Contact]] = {}
    for one in contacts:
        if _day(one) is not None and all(party.actor != party.state for party in one.parties):
            actors = frozenset(party.actor for party in one.parties)
            alike.setdefault((actors, one.form[0].value), []).append(one)
    for group in alike.values():
        for left, right in combinations(group, 2):
            if _clash(left, right) and not decisions.part(_accounts(left), _accounts(right)):
                reason = "the same persons and form a day apart; no document tells of both"
                passages = (*left.passages[:1], *right.passages[:1])
                yield _offer(left.id, right.id, reason, passages)


def _come_about(contacts: Sequence[Contact], decisions: Judged) -> Iterator[Offer]:
    """What was planned for some time, and what those sides, or that body, then held within it."""
    planned = [one for one in contacts if one.date and _statuses(one) <= _AHEAD]
    held = [one for one in contacts if one.date and Status.HELD.value in _statuses(one)]
    for left in planned:
        fitting = [one for one in held if _may_be_it(left, one)]
        # Of several that fit, none is the likelier one.
        if len(fitting) == 1 and not decisions.part(_accounts(left), _accounts(fitting[0])):
            came = fitting[0]
            reason = f"planned for {left.date[0].value}, held {came.date[0].value}"
            passages = (*left.passages[:1], *came.passages[:1])
            yield _offer(left.id, came.id, reason, passages)


_AHEAD = {Status.PLANNED.value, Status.PROPOSED.value}


def _statuses(contact: Contact) -> set[str]:
    return {one.value for one in contact.status}


def _may_be_it(planned: Contact, held: Contact) -> bool:
    if not meet(planned.date[0].value, held.date[0].value):
        return False
    if not any(forms_can_meet(one.value, two.value) for one in planned.form for two in held.form):
        return False
    bodies = {one.body for one in planned.parties if one.actor == one.body}
    if bodies:
        return bodies == {one.body for one in held.parties if one.actor == one.body}
    return _sides(planned) == _sides(held)


def _sides(contact: Contact) -> set[str]:
    return {one.state or one.body or one.actor for one in contact.parties}


def _clash(left: Contact, right: Contact) -> bool:
    first, second = _day(left), _day(right)
    told = {one.document for one in left.accounts} & {one.document for one in right.accounts}
    has_status = {one.value for one in left.status} & {one.value for one in right.status}
    if first is None or second is None or told or not has_status:
        return False
    return abs(first - second) == _A_DAY


def _day(contact: Contact) -> date | None:
    """The one day that its accounts agree on, None where they name none or several."""
    if len(contact.date) != 1:
        return None
    first, last = days_of(contact.date[0].value)
    return first if first == last else None


def _accounts(contact: Contact) -> tuple[str, ...]:
    return tuple(one.id for one in contact.accounts)


def _offer(left: str, right: str, reason: str, passages: tuple[Passage, ...]) -> Offer:
    return Offer(content_id("m", *sorted((left, right))), left, right, reason, left, passages)
