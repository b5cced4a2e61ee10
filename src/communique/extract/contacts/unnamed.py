"""Talks told of without their sides: "talks resumed in Strelsau", "truce talks are going on"."""

from dataclasses import replace

from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.parties.negotiators import negotiating_sides
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link
from communique.extract.contacts.words.sides import Sides
from communique.model.vocabulary import Form, Status

_TOLD = frozenset({Status.HELD, Status.ONGOING, Status.PLANNED, Status.POSTPONED, Status.CANCELLED})


def with_sides(scene: ContactScene, telling: Telling) -> Telling | None:
    """The telling with those who negotiate as the text has it elsewhere, or None."""
    if telling.form is not Form.TALKS or telling.states or telling.status not in _TOLD:
        return None
    if telling.place is None and telling.time is None:
        return None
    if telling.site.link is Link.BESIDE or telling.is_heading:
        return None
    keys = negotiating_sides(scene)
    if not keys:
        return None
    return replace(
        telling,
        sides=Sides(keys, ()),
        states=scene.sides_of(keys),
        is_back_reference=False,
        is_unnamed=True,
    )
