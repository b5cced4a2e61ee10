"""Who keeps in contact with whom, and through whom."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, subject_of, word_of
from communique.extract.contacts.words.ends import Ends
from communique.extract.contacts.words.hanging import has_behind, objects_of
from communique.extract.contacts.words.phrases import (
    Keys,
    behind,
    merged,
    owner_of,
    phrase_actors,
    subject_actors,
)
from communique.extract.contacts.words.places import all_behind, states_behind
from communique.languages.en.contact_cues import VerbCue
from communique.model.syntax import Sentence, Token

_STATES = ("amod", "acomp", "oprd", "advmod")


def continuing_sides(scene: ContactScene, site: Site) -> Ends | None:
    """Those who keep a line open, with whom, and who of a third side carries it.

    None where the words name a partner whom we do not know.
    """
    sentence, words = site.sentence, scene.cues.words
    verb = site.token if isinstance(site.cue, VerbCue) else site.verb
    holders = _holders(site, verb)
    first = merged(*(_behind(scene, sentence, one, words["between"]) for one in holders))
    withs = frozenset(site.cue.withs) - words["between"]
    second = merged(*(_behind(scene, sentence, one, withs) for one in holders))
    if not isinstance(site.cue, VerbCue):
        first = merged(owner_of(scene, sentence, site.token), first)
    if verb is not None and site.link in (Link.VERB, Link.CARRIED):
        first = merged(_who(scene, sentence, verb), first)
    if isinstance(site.cue, VerbCue) and site.cue.takes_object:
        return _told(scene, sentence, site.token)
    if not second and any(has_behind(sentence, one, withs) for one in holders):
        return None
    passed = merged(*(_behind(scene, sentence, one, words["by_way_of"]) for one in holders))
    sides = {*scene.sides_of(first), *scene.sides_of(second)}
    third = tuple(key for key in passed if (side := scene.side_of(key)) and side not in sides)
    return Ends(first, second, third)


def _told(scene: ContactScene, sentence: Sentence, verb: Token) -> Ends:
    """Who lets whom know: "notified Ruritania", "was briefed by Ruritanian officials"."""
    patient = sentence.child(verb, "nsubjpass")
    if patient is not None:
        teller = behind(scene, sentence, verb, scene.cues.words["agent"])
        return Ends(teller, phrase_actors(scene, sentence, patient))
    objects = (phrase_actors(scene, sentence, one) for one in objects_of(sentence, verb))
    return Ends(subject_actors(scene, sentence, verb), merged(*objects))


def _holders(site: Site, verb: Token | None) -> tuple[Token, ...]:
    """What "with" may hang on: the noun, its verb, or a word between: "kept a line open with"."""
    found = [site.token] if verb is None else [site.token, verb]
    under = site.sentence.subtree(site.token)
    inner = [one for one in under if one.dep in _STATES and one.index > site.token.index]
    if verb is not None:
        inner += [one for one in site.sentence.children(verb) if one.dep in _STATES]
    unique = {one.index: one for one in (*found, *inner)}
    return tuple(unique.values())


def _who(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """Who keeps in contact: the subject, "officials in Strelsau" as those of the state too."""
    found = subject_actors(scene, sentence, verb)
    subject = subject_of(sentence, verb)
    if found or subject is None or word_of(subject) not in scene.cues.words["role"]:
        return found
    if own := owner_of(scene, sentence, subject):
        return own
    return states_behind(scene, sentence, subject, scene.cues.words["in"])


def _behind(
    scene: ContactScene, sentence: Sentence, token: Token, prepositions: frozenset[str]
) -> Keys:
    """Who stands behind these: a name, a place, or who acts in the clause they lead to."""
    found = all_behind(scene, sentence, token, prepositions)
    found = found or _at_their_place(scene, sentence, token, prepositions)
    for preposition in sentence.children(token):
        clause = sentence.child(preposition, "pcomp") if preposition.dep == "prep" else None
        if clause is None or preposition.lower not in prepositions:
            continue
        # "Works with X to free them": the parser makes a clause of all of it.
        subject = subject_of(sentence, clause)
        found = merged(found, () if subject is None else phrase_actors(scene, sentence, subject))
    return found


def _at_their_place(
    scene: ContactScene, sentence: Sentence, token: Token, prepositions: frozenset[str]
) -> Keys:
    """The state where those sit who are named by their posts: "with the authorities in Y"."""
    words = scene.cues.words
    found: Keys = ()
    for preposition in sentence.children(token):
        for one in sentence.children(preposition) if preposition.lower in prepositions else ():
            if one.dep != "pobj" or word_of(one) not in words["role"]:
                continue
            holders = (one, token, preposition)
            met = (states_behind(scene, sentence, holder, words["in"]) for holder in holders)
            found = merged(found, *met)
    return found
