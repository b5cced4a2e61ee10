"""With whom the subject of a verb dealt: its object, or who stands behind "with"."""

from communique.extract.contacts.parties.journeys import hosts_of
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import word_of
from communique.extract.contacts.words.adjacent import after
from communique.extract.contacts.words.bodies import body_convened
from communique.extract.contacts.words.hanging import (
    has_behind,
    joined_to_days,
    objects_of,
    under_particles,
)
from communique.extract.contacts.words.phrases import (
    Keys,
    behind,
    merged,
    phrase_actors,
    subject_actors,
)
from communique.extract.contacts.words.places import states_behind
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.contact_cues import VerbCue
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import PartyRole


def met_beside(
    scene: ContactScene, sentence: Sentence, verb: Token, cue: VerbCue, subject: Keys
) -> tuple[Keys, bool]:
    """Who stands behind a verb's "with", and whether that is somebody whom we do not know."""
    if cue.takes_body and cue.object_words:
        return body_convened(scene, sentence, verb), False
    if has_behind(sentence, verb, cue.withs):
        met = behind(scene, sentence, verb, cue.withs)
        return met, not met
    for one in under_particles(sentence, verb, cue.particles):
        if has_behind(sentence, one, cue.withs):
            met = behind(scene, sentence, one, cue.withs)
            return met, not met
    things = [one for one in sentence.children(verb) if one.dep in ("dobj", "npadvmod")]
    if cue.object_words or (cue.withs and cue.needs_people and not cue.takes_object):
        rows = (behind(scene, sentence, one, cue.withs) for one in things)
        return merged(*rows), False
    if cue.is_reciprocal and not cue.takes_object and len(scene.sides_of(subject)) == 1:
        rows = (people_with(scene, sentence, one) for one in sentence.children(verb))
        return merged(*rows), False
    return (), False


def met_as_object(
    scene: ContactScene, sentence: Sentence, verb: Token, cue: VerbCue
) -> tuple[Keys, bool]:
    """Whom a verb has as its object, and whether that is somebody whom we do not know."""
    if not cue.takes_object or cue.object_words:
        return (), False
    counted = scene.cues.words["times"]
    objects = [
        one
        for one in objects_of(sentence, verb)
        if word_of(one) not in counted and one.entity not in ("DATE", "TIME")
    ]
    found: Keys = ()
    for one in objects:
        found = merged(found, phrase_actors(scene, sentence, one))
    found = found or after(scene, sentence, verb)
    for one in joined_to_days(sentence, verb) if found else ():
        found = merged(found, phrase_actors(scene, sentence, one))
    return found, not found and any(one.dep in ("dobj", "dative") for one in objects)


def passive_sides(scene: ContactScene, sentence: Sentence, verb: Token, cue: VerbCue) -> Sides:
    """Who deals with whom in the passive: "was received by", "is expected in"."""
    patient = sentence.child(verb, "nsubjpass")
    guests = subject_actors(scene, sentence, verb)
    if patient is not None:
        guests = phrase_actors(scene, sentence, patient)
    if cue.tos:
        return Sides(guests, hosts_of(scene, sentence, verb, cue))
    hosts = behind(scene, sentence, verb, scene.cues.words["agent"])
    if not cue.takes_object and has_behind(sentence, verb, cue.withs):
        # "The offer was conveyed by Dan to Brel": what was conveyed takes no part.
        return Sides(guests or hosts, behind(scene, sentence, verb, cue.withs))
    if not hosts and cue.subject_role is PartyRole.HOST:
        hosts = _hosts_by_place(scene, sentence, verb, guests)
    return Sides(hosts, guests)


def _hosts_by_place(scene: ContactScene, sentence: Sentence, verb: Token, guests: Keys) -> Keys:
    """The state in whose capital or seat a person was received: "was received at the palace"."""
    if not any(scene.is_person(key) for key in guests):
        return ()
    return states_behind(scene, sentence, verb, ("at", "in"))


def people_with(scene: ContactScene, sentence: Sentence, noun: Token) -> Keys:
    """The persons "with" whom something was discussed, where the parse hangs them on the thing."""
    return people_behind(scene, sentence, noun, "with")


def people_behind(scene: ContactScene, sentence: Sentence, noun: Token, listed: str) -> Keys:
    """The persons behind one of the listed prepositions on a noun, none where states are named."""
    met = behind(scene, sentence, noun, scene.cues.words[listed])
    return () if any(scene.is_bare(key) for key in met) else met
