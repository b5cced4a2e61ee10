"""Who calls in, expels or recalls whose envoy."""

from communique.extract.contacts.phrases import (
    behind,
    hanging_before,
    merged,
    owner_of,
    phrase_actors,
    subject_actors,
)
from communique.extract.contacts.places import states_behind
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sides import Sides
from communique.extract.contacts.verbs import envoy_of
from communique.languages.en.contact_cues import VerbCue
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Form


def envoy_sides(scene: ContactScene, sentence: Sentence, verb: Token, cue: VerbCue) -> Sides:
    """A government and the state whose envoys it calls in, expels, or recalls its own from."""
    patient = envoy_of(sentence, verb, scene.cues) or _envoy_named(scene, sentence, verb)
    if patient is None:
        return Sides((), (), is_blocked=True)
    if sentence.child(verb, "nsubjpass") is not None:
        subject = behind(scene, sentence, verb, scene.cues.words["agent"])
        subject = subject or behind(scene, sentence, verb, scene.cues.words["towards_one"])
        if not subject and cue.form is not Form.RECALL:
            # Whoever receives an envoy calls him in: "the ambassador in Strelsau was summoned".
            subject = states_behind(scene, sentence, patient, tuple(scene.cues.words["in"]))
    else:
        subject = subject_actors(scene, sentence, verb)
    met = merged(
        owner_of(scene, sentence, patient),
        phrase_actors(scene, sentence, patient),
        hanging_before(scene, sentence, patient),
        behind(scene, sentence, patient, scene.cues.words["envoy_to"]),
        states_behind(scene, sentence, patient, tuple(scene.cues.words["envoy_to"])),
        behind(scene, sentence, verb, scene.cues.words["away"]),
    )
    envoys = tuple(key for key in met if key not in subject)
    return Sides(subject, envoys, is_blocked=not envoys)


def _envoy_named(scene: ContactScene, sentence: Sentence, verb: Token) -> Token | None:
    """The object of a verb that stands in the mention of an envoy: "the charge d'affaires"."""
    patient = sentence.child(verb, "dobj", "nsubjpass")
    mention = None if patient is None else scene.mention_at(sentence, patient)
    titles = {
        word
        for key in (() if mention is None else mention.actors)
        for title in scene.titles_of(key)
        for word in title.lower().split()
    }
    return patient if titles & scene.cues.words["envoy"] else None
