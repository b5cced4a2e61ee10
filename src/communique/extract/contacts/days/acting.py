"""Whether it is a party of a contact that does what a verb says."""

from communique.extract.contacts.accounts import Draft, parties_of
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.words.phrases import subject_actors
from communique.model.syntax import Sentence, Token


def is_act_of(scene: ContactScene, draft: Draft, sentence: Sentence, verb: Token) -> bool:
    """Whether a party of a contact, and no bare state, is the subject of a verb."""
    people = {key for key in parties_of(scene, draft) if not scene.is_bare(key)}
    return bool(people & set(subject_actors(scene, sentence, verb)))
