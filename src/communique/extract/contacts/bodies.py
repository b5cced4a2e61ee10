"""Bodies that sit: whose council somebody convenes."""

from communique.extract.contacts.phrases import Keys, merged
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import SUBJECTS
from communique.model.syntax import Sentence, Token

_HOLDERS = (*SUBJECTS, "dobj", "nsubjpass")


def body_convened(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """The body whose council somebody convenes: named with it, or with the office that he holds."""
    found: Keys = ()
    for one in sentence.children(verb):
        for inner in sentence.subtree(one) if one.dep in _HOLDERS else ():
            mention = scene.mention_at(sentence, inner)
            if mention is not None:
                found = merged(found, tuple(k for k in mention.actors if scene.is_of_body(k)))
    return found
