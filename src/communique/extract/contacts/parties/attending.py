"""Who was at a gathering: those it brought together, and those told of at what a body holds."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, is_passive, subject_of, word_of
from communique.extract.contacts.words.bodies import is_own_meeting
from communique.extract.contacts.words.phrases import (
    Keys,
    behind,
    merged,
    owner_of,
    phrase_actors,
    subject_actors,
)
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.contact_cues import NounCue
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import GATHERINGS, ActorKind


def with_attending(scene: ContactScene, site: Site, sides: Sides) -> Sides:
    """The body whose gathering it is, and those of states who are told of there.

    Who belongs to the body itself attends nothing of another; what no body holds is no session.
    """
    if not isinstance(site.cue, NounCue) or sides.is_blocked:
        return sides
    bodies = tuple(key for key in sides.all if is_body(scene, key))
    if site.cue.needs_body and not bodies:
        return Sides((), (), is_blocked=True)
    gathers = site.cue.form in GATHERINGS or is_own_meeting(scene, site, sides.first)
    if not gathers or not bodies or len(bodies) < len(sides.all):
        return sides
    people = tuple(key for key in _there(scene, site) if _is_guest(scene, key, bodies))
    return Sides(merged(bodies, people), ()) if people else sides


def came_together(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """Whom a gathering brought together, and by whom it was attended."""
    words = scene.cues.words
    if is_passive(sentence, verb):
        rows = (verb, *(one for one in sentence.children(verb) if one.dep == "conj"))
        attended = [one for one in rows if word_of(one) in words["attending"]]
        return merged(*(behind(scene, sentence, one, words["agent"]) for one in attended))
    together = any(one.lower in words["alongside"] for one in sentence.children(verb))
    if not together and word_of(verb) not in words["bringing"]:
        return ()
    things = [one for one in sentence.children(verb) if one.dep == "dobj"]
    return merged(*(phrase_actors(scene, sentence, one) for one in things))


def is_body(scene: ContactScene, key: ActorKey) -> bool:
    """Whether an actor is a body itself."""
    actor = scene.actors.get(key)
    return actor is not None and actor.kind is ActorKind.BODY


def _there(scene: ContactScene, site: Site) -> Keys:
    """Who acts in the clause beside which a gathering is named, and whom he has with him there."""
    words, verb = scene.cues.words, site.verb
    if verb is None or site.link not in (Link.NAMED, Link.BESIDE):
        return ()
    if site.preposition not in words["attended"] or _is_absent(scene, site.sentence, verb):
        return ()
    found = subject_actors(scene, site.sentence, verb) or _whose_words(scene, site, verb)
    if word_of(verb) in words["having_there"]:
        for one in site.sentence.children(verb):
            if one.dep == "dobj":
                found = merged(found, phrase_actors(scene, site.sentence, one))
    return found


def _whose_words(scene: ContactScene, site: Site, verb: Token) -> Keys:
    """Whose "remarks came during the summit"."""
    subject = subject_of(site.sentence, verb)
    if subject is None or word_of(subject) not in scene.cues.words["utterances"]:
        return ()
    return owner_of(scene, site.sentence, subject)


def _is_absent(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a clause tells that somebody was not there: "stayed away from the summit"."""
    words = scene.cues.words["absent"]
    return word_of(verb) in words or any(
        one.lower in words
        for one in sentence.children(verb)
        if one.dep in ("advmod", "acomp", "attr", "prt", "oprd")
    )


def _is_guest(scene: ContactScene, key: ActorKey, bodies: Keys) -> bool:
    """Whether somebody acts for a state of his own, and speaks for nobody else."""
    side = scene.side_of(key)
    if side is None or scene.is_bare(key) or scene.is_mouthpiece(key) or scene.is_of_body(key):
        return False
    return side not in bodies
