"""Who sent a letter or message to whom."""

from communique.extract.contacts.phrases import (
    Keys,
    behind,
    has_behind,
    merged,
    owner_of,
    phrase_actors,
    subject_actors,
)
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sides import Sides
from communique.extract.contacts.sites import Link, Site, word_of
from communique.languages.en.contact_cues import NounCue
from communique.model.syntax import Sentence, Token


def message_sides(scene: ContactScene, site: Site, cue: NounCue) -> Sides:
    """The sender of a message and whom it goes to, as its noun and the verb that carries it say."""
    sentence, noun, verb = site.sentence, site.token, site.verb
    words = scene.cues.words
    sender = merged(
        owner_of(scene, sentence, noun),
        behind(scene, sentence, noun, words["away"] | words["agent"] | words["of"]),
    )
    to = frozenset(cue.withs) - words["away"]
    recipient = behind(scene, sentence, noun, to)
    unknown = not recipient and has_behind(sentence, noun, to)
    if verb is None or site.link in (Link.NAMED, Link.SUBJECT):
        return Sides(sender, recipient, is_blocked=unknown)
    carrier = subject_actors(scene, sentence, verb)
    if site.link is Link.BESIDE:
        told = merged(recipient, _objects(scene, sentence, verb))
        return Sides(sender or carrier, told, is_blocked=unknown and not told)
    carrier = merged(carrier, behind(scene, sentence, verb, words["agent"]))
    if word_of(verb) in words["received"] | words["taking"]:
        sender = merged(sender, behind(scene, sentence, verb, words["away"]))
        return Sides(sender, recipient or carrier)
    known = recipient
    recipient = merged(
        recipient, behind(scene, sentence, verb, to), _objects(scene, sentence, verb)
    )
    unknown = not recipient and (unknown or has_behind(sentence, verb, to))
    sides = scene.sides_of(merged(sender, known))
    others = tuple(key for key in carrier if scene.side_of(key) not in sides)
    return Sides(merged(sender, others) if sender else carrier, recipient, is_blocked=unknown)


def _objects(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """Whom a verb has as its object: "told Y in a letter", "sent Y a note"."""
    found: Keys = ()
    for one in sentence.children(verb):
        if one.dep in ("dobj", "dative") and one.pos != "ADP":
            found = merged(found, phrase_actors(scene, sentence, one))
    return found
