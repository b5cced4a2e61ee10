"""Persons who dealt with a side and of whom no side is known: no contact is made of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.extract.contacts.mentions import Telling, tellings_in
from communique.extract.contacts.scene import ContactScene
from communique.model.readings import Actor, ActorKey, Problem
from communique.model.vocabulary import ActorKind

NOT_PLACED = "party-not-placed"
"""The code of the problem of somebody who dealt with a side and of whom no side is known."""


def unplaced(scene: ContactScene, told: Iterable[Telling]) -> tuple[Problem, ...]:
    """The persons for want of whose side a contact is not recorded, each once."""
    nowhere = {key: _placed(one) for key, one in scene.actors.items() if _is_nowhere(scene, one)}
    if not nowhere:
        return ()
    as_placed = replace(scene, actors={**scene.actors, **nowhere})
    recorded = {one.site.token.start for one in told if len(one.states) > 1}
    found: dict[ActorKey, Problem] = {}
    for telling in _tellings(as_placed, nowhere.keys()):
        for key in telling.parties if telling.site.token.start not in recorded else ():
            if key in nowhere and key not in found:
                found[key] = _problem(scene, telling, scene.actors[key])
    return tuple(found.values())


def _is_nowhere(scene: ContactScene, actor: Actor) -> bool:
    """Whether a person is of no side as far as the text and the tables say."""
    is_person = actor.kind is ActorKind.PERSON and not actor.is_former
    return is_person and scene.side_of(actor.key) is None


def _placed(actor: Actor) -> Actor:
    """The actor as if a state were known for him, one of his own."""
    return replace(actor, state=f"of {actor.key}")


def _tellings(scene: ContactScene, persons: Iterable[ActorKey]) -> Iterator[Telling]:
    """What would be told if the persons were of some side, in sentences that name them."""
    wanted = set(persons)
    for sentence in scene.page.sentences:
        named = scene.mentions.get(sentence.index, {}).values()
        if sentence.block_kind.is_account and any(not wanted.isdisjoint(m.actors) for m in named):
            yield from (one for one in tellings_in(scene, sentence) if len(one.states) > 1)


def _problem(scene: ContactScene, telling: Telling, actor: Actor) -> Problem:
    return Problem(
        NOT_PLACED,
        f"a party could not be placed: {actor.name}; what they dealt in is not recorded",
        scene.page.passage(telling.span.start, telling.span.end),
    )
