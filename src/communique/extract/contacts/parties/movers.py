"""Whose wish a contact was, as words beside it say."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, word_of
from communique.extract.contacts.words.modifiers import hanging_before
from communique.extract.contacts.words.phrases import behind, merged, owner_of
from communique.extract.contacts.words.places import states_behind
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token


def _initiator(scene: ContactScene, sentence: Sentence, verb: Token | None) -> ActorKey | None:
    """Who stands behind "by" in "the call was initiated by Y"."""
    if verb is None or word_of(verb) not in scene.cues.words["initiating"]:
        return None
    found = behind(scene, sentence, verb, scene.cues.words["agent"])
    return found[0] if len(scene.sides_of(found)) == 1 else None


def mover_at(scene: ContactScene, site: Site) -> ActorKey | None:
    """Whose wish a contact was, by words beside it: "at the initiative of Y", "at Y's request"."""
    sentence = site.sentence
    if site.link is Link.SUBJECT and (mover := _initiator(scene, sentence, site.verb)) is not None:
        return mover
    for holder in (site.token, site.verb or site.token):
        for preposition in sentence.children(holder):
            for noun in sentence.children(preposition):
                if preposition.dep == "prep" and word_of(noun) in scene.cues.words["initiative"]:
                    owner = merged(
                        owner_of(scene, sentence, noun),
                        behind(scene, sentence, noun, scene.cues.words["of"]),
                        hanging_before(scene, sentence, noun),
                        states_behind(scene, sentence, noun, scene.cues.words["of"]),
                    )
                    if len(scene.sides_of(owner)) == 1:
                        return owner[0]
    return None
