"""Clauses that say what others are to do: ordered, wished for or proposed."""

from communique.extract.contacts.outcomes.moods import auxiliaries_of
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import subject_of, word_of
from communique.model.syntax import Sentence, Token


def has_tense(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is finite, by itself or by an auxiliary."""
    if verb.tag in ("VBD", "VBZ", "VBP"):
        return True
    return any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in auxiliaries_of(sentence, verb))


def orders(sentence: Sentence, verb: Token, below: Token) -> bool:
    """Whether somebody else than the subject is to act: "wants them to meet"."""
    if sentence.child(below, "nsubj") is not None and below.dep in ("ccomp", "xcomp"):
        return True
    thing = sentence.child(verb, "dobj")
    return thing is not None and verb.index < thing.index < below.index


def is_wish(scene: ContactScene, sentence: Sentence, verb: Token, below: Token) -> bool:
    """Whether somebody only hopes that others deal: "hopes that they will meet"."""
    return word_of(verb) in scene.cues.words["wishing"] and subject_of(sentence, below) is not None


def is_proposed(scene: ContactScene, sentence: Sentence, verb: Token, below: Token) -> bool:
    """Whether a clause without a tense says what somebody proposes: "proposes that they meet"."""
    words = scene.cues.words
    if word_of(verb) not in words["proposing"] or subject_of(sentence, below) is None:
        return False
    helpers = {one.lower for one in auxiliaries_of(sentence, below)}
    return below.tag in ("VB", "VBP") and helpers <= words["ought"]
