"""The life of a channel or format: each step as somebody tells of it, with its day and contact."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from communique.model.claims import sides_of
from communique.model.contents import ClaimEntry, Contact
from communique.model.readings import ChannelNaming, FormatNaming
from communique.model.registers import Step
from communique.model.vocabulary import ChannelStep, Status, Strength
from communique.text.intervals import days_of

AT_A_CONTACT = (ChannelStep.FIRST_USE, ChannelStep.MEETING)
"""Steps that are contacts; what else becomes of a channel is only told at one."""
WITH_THE_CONTACT = (*AT_A_CONTACT, ChannelStep.ANNOUNCED, ChannelStep.IN_USE, ChannelStep.NAMED)
"""Steps that have the day of the contact at which they are told, where no other is given."""


def steps_told(claims: Iterable[ClaimEntry], contacts: Mapping[str, Contact]) -> tuple[Step, ...]:
    """The steps that the words for a format tell: that it is only named is none."""
    telling = (one for one in claims if isinstance(one.value, FormatNaming) and one.value.step)
    return lifecycle_of(telling, contacts)


def lifecycle_of(claims: Iterable[ClaimEntry], contacts: Mapping[str, Contact]) -> tuple[Step, ...]:
    """The life of a channel by what its claims tell."""
    return one_life(_told(one, contacts.get(one.contact or "")) for one in claims)


def _told(claim: ClaimEntry, contact: Contact | None) -> Step:
    step = _step_of(claim)
    at = contact.id if contact is not None and step in AT_A_CONTACT else None
    return Step(step, _day_of(claim, step, contact), sides_of([claim]), at, claim.passage)


def one_life(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Each step once, by its day: with the sides that tell of it, at the first words for it.

    That something is only named is a step where nothing else is told of it.
    """
    once: dict[tuple[ChannelStep, str | None, str | None], Step] = {}
    for one in steps:
        same = once.setdefault((one.step, one.date, one.contact), one)
        sides = tuple(sorted({*same.said_by, *one.said_by}))
        once[one.step, one.date, one.contact] = replace(same, said_by=sides)
    dated = {one.step for one in once.values() if one.date}
    only_named = all(one.step is ChannelStep.NAMED for one in once.values())
    kept = (
        one
        for one in once.values()
        if (one.date or one.step not in dated) and (only_named or one.step is not ChannelStep.NAMED)
    )
    return tuple(sorted(kept, key=_place))


def _step_of(claim: ClaimEntry) -> ChannelStep:
    value = claim.value
    if isinstance(value, ChannelNaming | FormatNaming) and value.step is not None:
        return value.step
    if claim.strength is Strength.DONE or claim.status in (Status.HELD, Status.ONGOING):
        return ChannelStep.IN_USE
    return ChannelStep.NAMED if claim.strength is Strength.MENTIONED else ChannelStep.ANNOUNCED


def _day_of(claim: ClaimEntry, step: ChannelStep, contact: Contact | None) -> str | None:
    when = claim.value.when if isinstance(claim.value, ChannelNaming | FormatNaming) else None
    told = contact.date[0].value if contact and contact.date else None
    if step in AT_A_CONTACT and told:
        return told
    if when is not None and when.edtf:
        return when.edtf
    return told if step in WITH_THE_CONTACT else None


def _place(step: Step) -> tuple[bool, str, int]:
    """Sorts steps by day, those without one last, and those of one day in the order of a life."""
    first, last = days_of(step.date)
    day = first or last
    return day is None, day.isoformat() if day else "", list(ChannelStep).index(step.step)
