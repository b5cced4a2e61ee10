"""The life of a channel: each step as somebody tells of it, with the day and the contact."""

from collections.abc import Iterable, Mapping

from communique.model.claims import sides_of
from communique.model.contents import ClaimEntry, Contact
from communique.model.readings import ChannelNaming
from communique.model.registers import Step
from communique.model.vocabulary import ChannelStep, Status, Strength
from communique.text.intervals import days_of

AT_A_CONTACT = (ChannelStep.FIRST_USE, ChannelStep.MEETING)
"""Steps that are contacts; what else becomes of a channel is only told at one."""
WITH_THE_CONTACT = (*AT_A_CONTACT, ChannelStep.ANNOUNCED, ChannelStep.IN_USE, ChannelStep.NAMED)
"""Steps that have the day of the contact at which they are told, where no other is given."""


def lifecycle_of(claims: Iterable[ClaimEntry], contacts: Mapping[str, Contact]) -> tuple[Step, ...]:
    """Each step once, by its day: with the sides that tell of it, at the first words for it.

    That a channel is only named is a step where nothing else is told of it.
    """
    told: dict[tuple[ChannelStep, str | None, str | None], list[ClaimEntry]] = {}
    for claim in claims:
        step = _step_of(claim)
        contact = contacts.get(claim.contact or "")
        at = contact.id if contact is not None and step in AT_A_CONTACT else None
        told.setdefault((step, _day_of(claim, step, contact), at), []).append(claim)
    dated = {step for step, day, _ in told if day}
    only_named = all(step is ChannelStep.NAMED for step, _, _ in told)
    steps = (
        Step(step, day, sides_of(of), at, of[0].passage)
        for (step, day, at), of in told.items()
        if (day or step not in dated) and (only_named or step is not ChannelStep.NAMED)
    )
    return tuple(sorted(steps, key=_place))


def _step_of(claim: ClaimEntry) -> ChannelStep:
    value = claim.value
    if isinstance(value, ChannelNaming) and value.step is not None:
        return value.step
    if claim.strength is Strength.DONE or claim.status in (Status.HELD, Status.ONGOING):
        return ChannelStep.IN_USE
    return ChannelStep.NAMED if claim.strength is Strength.MENTIONED else ChannelStep.ANNOUNCED


def _day_of(claim: ClaimEntry, step: ChannelStep, contact: Contact | None) -> str | None:
    when = claim.value.when if isinstance(claim.value, ChannelNaming) else None
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
