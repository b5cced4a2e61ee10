"""The two ends of a deed between sides, and who stands between them."""

from dataclasses import dataclass

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import is_passive
from communique.extract.contacts.words.phrases import Keys, behind, subject_actors
from communique.model.syntax import Sentence, Token


@dataclass(frozen=True, slots=True)
class Ends:
    """Who acts, whom it reaches, and who only carried it or stood between the two."""

    first: Keys
    second: Keys
    between: Keys = ()


def doer_of(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """Who does what a verb says: its subject, or who stands behind "by"."""
    if is_passive(sentence, verb):
        return behind(scene, sentence, verb, scene.cues.words["agent"])
    return subject_actors(scene, sentence, verb)
