"""Who offers a contact and who answers: "X has turned down Y's offer of talks"."""

from collections.abc import Iterator

from communique.extract.contacts.parties.attending import is_body
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, is_verb, word_of
from communique.extract.contacts.words.phrases import (
    Keys,
    behind,
    merged,
    owner_of,
    subject_actors,
)
from communique.extract.contacts.words.places import state_before
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.contact_cues import NounCue
from communique.model.syntax import Token

_ANSWERED = ("dobj", "nsubjpass")


def offered_sides(scene: ContactScene, site: Site) -> Sides | None:
    """Who made the offer above a contact and who answers it, or None where there is none.

    "Y's offer of talks", "an offer from Y for talks", "an offer by Y to hold talks".
    """
    words = scene.cues.words
    offer = next((one for one in _above(scene, site) if word_of(one) in words["offers"]), None)
    if offer is None or offer.dep not in _ANSWERED:
        return None
    first, above = _givers(scene, site, offer), site.sentence.head(offer)
    if not first or not is_verb(above):
        return None
    if offer.dep == "nsubjpass":
        return Sides(first, behind(scene, site.sentence, above, words["agent"]))
    return Sides(first, subject_actors(scene, site.sentence, above))


def answered_sides(scene: ContactScene, site: Site, cue: NounCue) -> Sides | None:
    """The same of a contact that names nobody itself, but for what may be of others.

    Who proposes peace talks, or as a body, may have others in mind, and who asks for a visit may
    be its guest or its host.
    """
    near = {one.lower for one in site.sentence.children(site.token)}
    if cue.tos or near & scene.cues.words["of_others"]:
        return None
    found = offered_sides(scene, site)
    return None if found is None or any(is_body(scene, key) for key in found.first) else found


def _above(scene: ContactScene, site: Site) -> Iterator[Token]:
    """The nouns that a contact can hang on, although the parser hangs the preposition elsewhere."""
    sentence, words = site.sentence, scene.cues.words
    link = sentence.head(site.token)
    head = sentence.head(link)
    if site.preposition:
        yield head
    if site.preposition in words["purpose"] | words["of"]:
        if head.dep == "pobj":
            # "An offer by Dan of talks": the parser takes the talks for his.
            yield sentence.head(sentence.head(head))
        things = (one for one in sentence.children(head) if one.dep == "dobj" and is_verb(head))
        yield from (one for one in things if one.index < link.index)
    elif not site.preposition and site.verb is not None and site.verb.dep == "acl":
        yield sentence.head(site.verb)


def _givers(scene: ContactScene, site: Site, offer: Token) -> Keys:
    """Whose offer it is: its possessor, the state before it, who stands behind "by" or "from"."""
    sentence, words = site.sentence, scene.cues.words
    givers = words["agent"] | words["away"]
    before = (state_before(scene, sentence, one) for one in sentence.children(offer))
    named = (owner_of(scene, sentence, offer), behind(scene, sentence, offer, givers))
    found = merged(*named) or tuple(key for key in before if key is not None)
    return found or behind(scene, sentence, site.token, givers)
