"""Denials that name fewer parties than the accounts that they deny."""

from collections.abc import Iterable

from communique.model.judged import Judged
from communique.model.vocabulary import Status
from communique.resolve.contacts.agreeing import can_be_one, could_be_one, persons_shared
from communique.resolve.contacts.gathering import Gathering, Unsure, join_labels
from communique.resolve.contacts.outlines import Outline
from communique.resolve.contacts.weighing import Scales


def join_denials(gatherings: list[Gathering], decisions: Judged, scales: Scales) -> list[Unsure]:
    """Join each denial to the one contact that it denies, where others name a further party.

    Who denies that two have met says nothing of a third who is said to have been with them.
    """
    unsure: list[Unsure] = []
    for denial in [one for one in gatherings if _is_denial(one)]:
        fits = [one for one in gatherings if _is_denied_by(denial, one, decisions, scales)]
        if len(fits) == 1:
            fits[0].take_in(denial, _reason(fits[0], scales))
            gatherings.remove(denial)
        elif fits:
            openers = tuple(one.opener for one in fits)
            unsure.append(Unsure(denial.opener, openers, "fits several contacts equally well"))
    return unsure


def _is_denial(gathering: Gathering) -> bool:
    return all(one.status == Status.DENIED for one in gathering.members)


def _units(members: Iterable[Outline]) -> frozenset[str]:
    return frozenset(unit for one in members for unit in one.units)


def _is_denied_by(denial: Gathering, other: Gathering, decisions: Judged, scales: Scales) -> bool:
    """Whether a denial can be of a contact of more parties, by the persons of all that it names."""
    units = _units(denial.members)
    if len(units) < 2 or not units < _units(other.members):
        return False
    pairs = [(one, each) for one in denial.members for each in other.members]
    return (
        all(could_be_one(one, each) for one, each in pairs)
        and not decisions.part(denial.reasons, other.reasons)
        and any(
            can_be_one(one, each, scales.ties) and persons_shared(one, each) >= len(units)
            for one, each in pairs
        )
    )


def _reason(denied: Gathering, scales: Scales) -> str:
    names = join_labels(sorted({scales.labels[one.document] for one in denied.members}))
    return f"same persons and form as {names}, which name a further party; the documents are alike"
