"""Envoys who present their credentials, and the heads of state who receive them."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, word_of
from communique.extract.contacts.words.ends import Ends
from communique.extract.contacts.words.modifiers import hanging_before
from communique.extract.contacts.words.phrases import (
    Keys,
    behind,
    merged,
    owner_of,
    subject_actors,
)
from communique.model.syntax import Sentence, Token


def credentials_sides(scene: ContactScene, site: Site) -> Ends | None:
    """The envoys and their host, or None where no verb says that papers changed hands."""
    sentence, noun, verb = site.sentence, site.token, site.verb
    if verb is None or site.link not in (Link.CARRIED, Link.SUBJECT):
        return None
    words = scene.cues.words
    bearer = _bearer(scene, sentence, noun)
    doer = _doer(scene, sentence, verb)
    if word_of(verb) in words["received"] | words["accepting"]:
        return Ends(bearer or behind(scene, sentence, verb, words["away"]), doer)
    host = merged(
        behind(scene, sentence, verb, words["towards_one"]),
        behind(scene, sentence, noun, words["towards_one"]),
        *(
            behind(scene, sentence, one, words["towards_one"])
            for preposition in sentence.children(verb)
            if preposition.lower in words["as"]
            for one in sentence.children(preposition)
        ),
    )
    return Ends(doer or bearer, host)


def _doer(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    if sentence.child(verb, "nsubjpass", "auxpass") is None:
        return subject_actors(scene, sentence, verb)
    return behind(scene, sentence, verb, scene.cues.words["agent"])


def _bearer(scene: ContactScene, sentence: Sentence, noun: Token) -> Keys:
    """Whose credentials they are: "her letters", "the letter of credence of the ambassador"."""
    found = merged(owner_of(scene, sentence, noun), hanging_before(scene, sentence, noun))
    words = scene.cues.words["possessor"] | scene.cues.words["away"]
    holders = [noun]
    while holders:
        one = holders.pop()
        found = merged(found, behind(scene, sentence, one, words))
        holders += [
            kid
            for preposition in sentence.children(one)
            if preposition.dep == "prep" and preposition.lower in words
            for kid in sentence.children(preposition)
            if scene.mention_at(sentence, kid) is None
        ]
    return found
