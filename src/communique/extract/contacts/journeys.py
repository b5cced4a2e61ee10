"""Who goes where: the guests and hosts of verbs of travel."""

from communique.extract.contacts.phrases import (
    Keys,
    merged,
    owner_of,
    phrase_actors,
    subject_actors,
)
from communique.extract.contacts.places import states_at, states_behind
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import word_of
from communique.languages.en.contact_cues import VerbCue
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import PartyRole

OBJECTS = ("dobj", "nsubjpass", "npadvmod", "dative", "attr", "oprd")


def hosts_of(scene: ContactScene, sentence: Sentence, verb: Token, cue: VerbCue) -> Keys:
    """The states of the places gone to; of "going on to Strelsau" too, where "on" leads to it."""
    found = states_behind(scene, sentence, verb, cue.tos)
    for one in sentence.children(verb):
        if cue.takes_place and one.dep in OBJECTS:
            found = merged(found, states_at(scene, sentence, one))
        if one.lower in cue.particles:
            found = merged(found, states_behind(scene, sentence, one, cue.tos))
    return found


def sent_by(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """Whom a verb sends or takes somewhere: those named, or some of the sender's own people."""
    sender = subject_actors(scene, sentence, verb)
    found: Keys = ()
    for one in sentence.children(verb):
        if one.dep in ("dobj", "nsubjpass"):
            named = phrase_actors(scene, sentence, one)
            own = owner_of(scene, sentence, one) or sender
            is_theirs = word_of(one) in scene.cues.words["role"]
            found = merged(found, named or (own if is_theirs else ()))
    return found


def received_by(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """Who is the subject of a verb of receiving: "welcomed Y a day after the visit of Z"."""
    rows = scene.cues.verbs.get(word_of(verb), ())
    if not any(one.subject_role is PartyRole.HOST for one in rows):
        return ()
    return subject_actors(scene, sentence, verb)
