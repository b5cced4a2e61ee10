"""Who issues a text together: those named with it, and those who publish it or speak in it."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, word_of
from communique.extract.contacts.words.ends import Ends, doer_of
from communique.extract.contacts.words.modifiers import hanging_before
from communique.extract.contacts.words.phrases import (
    Keys,
    behind,
    merged,
    owner_of,
    phrase_actors,
)
from communique.model.syntax import Sentence, Token


def issued_sides(scene: ContactScene, site: Site) -> Ends:
    """Everybody whose joint text it is, those named behind "with" apart."""
    sentence, noun, verb = site.sentence, site.token, site.verb
    words = scene.cues.words
    own = merged(
        owner_of(scene, sentence, noun),
        hanging_before(scene, sentence, noun),
        behind(scene, sentence, noun, words["issued_by"]),
    )
    partner = behind(scene, sentence, noun, words["with"])
    if verb is None or site.link is Link.NAMED:
        return Ends(own, partner)
    if site.link is Link.SUBJECT and word_of(verb) not in words["issuing"]:
        return Ends(own, partner)
    doer = merged(doer_of(scene, sentence, verb), _beside(scene, sentence, verb))
    if site.link is Link.CARRIED:
        partner = merged(partner, behind(scene, sentence, verb, words["with"]))
    return Ends(merged(own, doer), partner)


def _beside(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """Who goes with the subject: "X, along with Y, issued", "X joined Y in a statement"."""
    words = scene.cues.words
    found: Keys = ()
    for one in sentence.children(verb):
        if one.dep == "dobj" and word_of(verb) in words["joined_by"]:
            found = merged(found, phrase_actors(scene, sentence, one))
        elif one.dep == "prep" and one.lower in words["alongside"] and one.index < verb.index:
            found = merged(found, behind(scene, sentence, one, words["with"]))
    return found
