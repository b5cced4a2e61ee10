"""The parties of a contact beside which something was said or done: "told Y in a call"."""

from communique.extract.contacts.parties.partners import people_behind
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, subject_of, word_of
from communique.extract.contacts.words.modifiers import is_definite
from communique.extract.contacts.words.phrases import (
    Keys,
    behind,
    merged,
    phrase_actors,
    subject_actors,
)
from communique.extract.contacts.words.sides import Sides
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import GATHERINGS


def is_told_apart(scene: ContactScene, site: Site, verb: Token) -> bool:
    """Whether those who "will meet during the summit" meet one another, amid many others."""
    amid = site.preposition in scene.cues.words["within"]
    if site.cue.form not in GATHERINGS or not amid:
        return False
    return is_definite(scene, site.sentence, site.token) and word_of(verb) in scene.cues.verbs


def beside_sides(scene: ContactScene, sentence: Sentence, verb: Token, own: Sides) -> Sides:
    """The parties of "X told Y in a call": those of the clause beside which the noun stands."""
    if own.is_blocked:
        return own
    # Who "is expected in Strelsau for talks" comes himself, who "was briefed in a call" did not.
    acts = sentence.child(verb, "xcomp") is not None or _is_due_to_come(scene, sentence, verb)
    patient = sentence.child(verb, "nsubjpass")
    if patient is not None and not acts:
        subject = behind(scene, sentence, verb, scene.cues.words["agent"])
        if subject:
            # "X was joined by Y for talks": who did it to him dealt with him.
            subject = merged(phrase_actors(scene, sentence, patient), subject)
    else:
        subject = subject_actors(scene, sentence, verb)
    if own.second or own.first:
        return Sides(merged(own.first, subject), own.second)
    partner: Keys = ()
    for one in sentence.children(verb):
        if one.dep in ("dobj", "dative", "npadvmod") and not _is_topic(scene, sentence, one):
            partner = merged(partner, phrase_actors(scene, sentence, one))
        if one.dep == "dobj":
            # "Expressed his condolences to Y in a call".
            partner = merged(partner, people_behind(scene, sentence, one, "with_or_to"))
    return Sides(
        subject, merged(partner, behind(scene, sentence, verb, scene.cues.words["with_or_to"]))
    )


def _is_topic(scene: ContactScene, sentence: Sentence, token: Token) -> bool:
    """Whether a state is what was talked about: "discussed Ruritania in a call"."""
    if word_of(sentence.head(token)) not in scene.cues.words["discussing"]:
        return False
    mention = scene.mention_at(sentence, token)
    return mention is not None and mention.how in ("state", "metonym")


def _is_due_to_come(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether somebody is planned to be at a place: "is expected in Strelsau for talks"."""
    if not scene.cues.outcomes.is_planning(word_of(verb)):
        return False
    subject = subject_of(sentence, verb)
    return subject is not None and bool(phrase_actors(scene, sentence, subject))
