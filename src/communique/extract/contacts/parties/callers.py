"""Who is at the other end of a call or letter: received "from", placed "to"."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, word_of
from communique.extract.contacts.words.phrases import Keys, behind, has_behind
from communique.model.syntax import Token
from communique.model.vocabulary import Form


def other_end(scene: ContactScene, site: Site, verb: Token) -> Keys:
    """Whom the words behind the noun name, or behind its verb: "received a call today from Y"."""
    found = behind(scene, site.sentence, site.token, _leading(scene, verb))
    words = scene.cues.words
    if found or site.cue.form is not Form.CALL or word_of(verb) in words["being"]:
        return found
    return behind(scene, site.sentence, verb, _leading(scene, verb))


def is_led_by(scene: ContactScene, site: Site, verb: Token, preposition: str) -> bool:
    """Whether a preposition hangs on the noun, or of a call on its verb."""
    words = scene.cues.words[preposition]
    if has_behind(site.sentence, site.token, words):
        return True
    return site.cue.form is Form.CALL and has_behind(site.sentence, verb, words)


def _leading(scene: ContactScene, verb: Token) -> frozenset[str]:
    """The preposition before who is at the other end."""
    words = scene.cues.words
    if word_of(verb) in words["received"] or word_of(verb) in words["taking"]:
        return words["away"]
    if word_of(verb) in words["being"]:
        return words["towards_one"]
    return words["towards_one"] if word_of(verb) in words["placed"] else frozenset()
