"""Who goes where: the guests and hosts of verbs of travel."""

from dataclasses import replace

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, word_of
from communique.extract.contacts.words.ends import doer_of
from communique.extract.contacts.words.hanging import joined_to_days, objects_of
from communique.extract.contacts.words.phrases import (
    Keys,
    behind,
    merged,
    owner_of,
    phrase_actors,
    pronoun_actors,
    subject_actors,
)
from communique.extract.contacts.words.places import states_at, states_behind
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.contact_cues import VerbCue
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import PartyRole


def hosts_of(scene: ContactScene, sentence: Sentence, verb: Token, cue: VerbCue) -> Keys:
    """The states of the places gone to; of "going on to Strelsau" too, where "on" leads to it."""
    found = states_behind(scene, sentence, verb, cue.tos)
    for one in objects_of(sentence, verb) if cue.takes_place else ():
        found = merged(found, states_at(scene, sentence, one))
    for one in objects_of(sentence, verb) if cue.moves_object and not found else ():
        found = merged(found, states_behind(scene, sentence, one, cue.tos))
    for one in sentence.children(verb):
        if one.lower in cue.particles or word_of(one) in cue.object_words:
            found = merged(found, states_behind(scene, sentence, one, cue.tos))
    for one in joined_to_days(sentence, verb) if found else ():
        found = merged(found, states_at(scene, sentence, one))
    return found


def with_inviter(scene: ContactScene, site: Site, sides: Sides) -> Sides:
    """The sides of a journey with the host named beside it: "at the invitation of", "guest of"."""
    verb = site.verb
    if site.cue.partner_role is not PartyRole.HOST or verb is None or sides.is_blocked:
        return sides
    found: Keys = ()
    for holder in dict.fromkeys((site.token, verb)):
        for one in _hosting_nouns(scene, site.sentence, holder):
            found = merged(found, behind(scene, site.sentence, one, scene.cues.words["of"]))
            found = merged(found, owner_of(scene, site.sentence, one))
    above = site.sentence.head(verb)
    if verb.dep == "acl" and word_of(above) in scene.cues.words["invited"]:
        found = merged(found, owner_of(scene, site.sentence, above))
    guests = set(scene.sides_of(sides.first))
    hosts = set(scene.sides_of(sides.second))
    found = tuple(
        key
        for key in found
        if scene.side_of(key) not in guests and (not hosts or scene.side_of(key) in hosts)
    )
    return replace(sides, second=merged(found, sides.second)) if found else sides


def _hosting_nouns(scene: ContactScene, sentence: Sentence, holder: Token) -> tuple[Token, ...]:
    """The "invitation" at which, and the "guest" as whom, somebody travels."""
    words = scene.cues.words
    return tuple(
        one
        for preposition in sentence.subtree(holder)
        if preposition.dep == "prep" and preposition.lower in words["hosted_at"]
        for one in sentence.children(preposition)
        if one.dep == "pobj" and word_of(one) in words["hosted_by"]
    )


def sent_sides(scene: ContactScene, sentence: Sentence, verb: Token, cue: VerbCue) -> Sides:
    """Who is sent or asked to come, and whose the place is: his who asks, if it is of his side."""
    hosts = hosts_of(scene, sentence, verb, cue)
    askers = doer_of(scene, sentence, verb)
    own = tuple(key for key in askers if scene.side_of(key) in scene.sides_of(hosts))
    return Sides(_sent_by(scene, sentence, verb), merged(own, hosts))


def _sent_by(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """Whom a verb sends or takes somewhere: those named, or some of the sender's own people."""
    sender = subject_actors(scene, sentence, verb)
    found: Keys = ()
    for one in sentence.children(verb):
        if one.dep in ("dobj", "nsubjpass"):
            named = phrase_actors(scene, sentence, one) or pronoun_actors(scene, sentence, one)
            is_theirs = named or word_of(one) in scene.cues.words["role"]
            rows = (named, owner_of(scene, sentence, one), sender) if is_theirs else (named,)
            found = merged(found, next((row for row in rows if scene.sides_of(row)), ()))
    return found


def received_by(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """Who is the subject of a verb of receiving: "welcomed Y a day after the visit of Z"."""
    rows = scene.cues.verbs.get(word_of(verb), ())
    if not any(one.subject_role is PartyRole.HOST for one in rows):
        return ()
    return subject_actors(scene, sentence, verb)


def companions_of(
    scene: ContactScene, sentence: Sentence, verb: Token, cue: VerbCue, travellers: Keys
) -> Keys:
    """The persons with whom somebody travels: "flew to Strelsau with the premier of Y"."""
    if cue.partner_role is not PartyRole.HOST or cue.withs or not travellers:
        return ()
    words = scene.cues.words
    found = behind(scene, sentence, verb, words["with"] | words["alongside"])
    return tuple(key for key in found if scene.is_person(key))
