"""Gatherings of bodies: which tellings are of one, and who else is told to be there."""

from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link
from communique.model.vocabulary import GATHERINGS, ActorKind


def is_of_body(scene: ContactScene, telling: Telling) -> bool:
    """Whether a body's own gathering is told of, and not a meeting with one of its officials."""
    if telling.form not in GATHERINGS:
        return False
    kinds = [actor.kind for key in telling.parties if (actor := scene.actors.get(key)) is not None]
    return ActorKind.BODY in kinds


def is_attended(scene: ContactScene, before: tuple[Telling, ...], telling: Telling) -> bool:
    """Whether somebody is at a body's gathering told of before: "who is attending the summit"."""
    is_there = telling.site.link in (Link.CARRIED, Link.BESIDE) and telling.is_back_reference
    if not is_there or not any(is_of_body(scene, one) for one in before):
        return False
    return all(scene.is_person(key) for key in telling.parties)
