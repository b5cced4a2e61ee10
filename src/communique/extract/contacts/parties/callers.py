"""Who is at the other end of a call or letter: received "from", placed "to"; and who began."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, word_of
from communique.extract.contacts.words.hanging import has_behind
from communique.extract.contacts.words.phrases import Keys, behind
from communique.model.readings import ActorKey
from communique.model.syntax import Token
from communique.model.vocabulary import Form, Status


def other_end(scene: ContactScene, site: Site, verb: Token) -> Keys:
    """Whom the words behind the noun name, or behind its verb: "received a call today from Y"."""
    found = behind(scene, site.sentence, site.token, _leading(scene, verb))
    words = scene.cues.words
    if found or site.cue.form is not Form.CALL or word_of(verb) in words["being"]:
        return found
    return behind(scene, site.sentence, verb, _leading(scene, verb))


def starter_of(scene: ContactScene, site: Site, subject: Keys, partner: Keys) -> ActorKey | None:
    """Who called: the subject of "placed a call to", the partner of "received a call from"."""
    words = scene.cues.words
    if site.verb is not None and _proposes(scene, site.verb) and len(subject) == 1:
        return subject[0]
    if site.verb is None or site.cue.form not in (Form.CALL, Form.LETTER):
        return None
    if partner and _is_received(scene, site.verb) and _is_led_by(scene, site, site.verb, "away"):
        return partner[0]
    placed = word_of(site.verb) in words["placed"] and len(scene.sides_of(subject)) == 1
    if placed and _is_led_by(scene, site, site.verb, "towards_one"):
        return subject[0]
    return None


def _proposes(scene: ContactScene, verb: Token) -> bool:
    """Whether who does what a verb says makes the first move: "floated a summit with"."""
    return scene.cues.outcomes.verbs.get(word_of(verb)) is Status.PROPOSED


def _is_led_by(scene: ContactScene, site: Site, verb: Token, preposition: str) -> bool:
    """Whether a preposition hangs on the noun, or of a call on its verb."""
    words = scene.cues.words[preposition]
    if has_behind(site.sentence, site.token, words):
        return True
    return site.cue.form is Form.CALL and has_behind(site.sentence, verb, words)


def _leading(scene: ContactScene, verb: Token) -> frozenset[str]:
    """The preposition before who is at the other end."""
    words = scene.cues.words
    if _is_received(scene, verb):
        return words["away"]
    if word_of(verb) in words["being"]:
        return words["towards_one"]
    return words["towards_one"] if word_of(verb) in words["placed"] else frozenset()


def _is_received(scene: ContactScene, verb: Token) -> bool:
    """Whether a verb says that its subject was called or written to."""
    words = scene.cues.words
    return word_of(verb) in words["received"] or word_of(verb) in words["taking"]
