"""On which words of a sentence the time of a contact may hang."""

from collections.abc import Iterator
from itertools import takewhile

from communique.extract.contacts.outcomes.decisions import moved_to
from communique.extract.contacts.outcomes.effects import is_calling_off
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, subject_of, word_of
from communique.extract.contacts.times.days_of_deeds import (
    dated_at,
    told_of_object,
)
from communique.extract.contacts.words.pacts import signed_at
from communique.languages.en.contact_cues import NounCue
from communique.languages.en.cues import words
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import GATHERINGS, Form

_UP = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl", "prep"})


def holders_of(scene: ContactScene, site: Site) -> tuple[int, ...]:
    """The places of the tokens that a governing time may hang on, nearest first."""
    sentence = site.sentence
    found = [site.token.index, *_planned_for(scene, site), *_told_of(scene, site)]
    found += (*dated_at(scene, site), *(one.index for one in signed_at(scene, site)))
    verb = None if site.link in (Link.NAMED, Link.VERB) else site.verb
    if verb is not None and is_calling_off(scene.cues, sentence, verb):
        return (*found, *moved_to(scene, sentence, verb))
    token: Token | None = site.token
    if site.link in (Link.CARRIED, Link.BESIDE):
        token = site.verb
    elif site.link is Link.SUBJECT:
        tells = scene.cues.words["happening"] | _own_verbs(site)
        if site.cue.form is Form.LETTER:
            tells = tells | scene.cues.words["authoring"]
        elif site.cue.form is Form.JOINT_STATEMENT and site.verb is not None:
            tells = frozenset({word_of(site.verb)})
        happens = site.verb is not None and word_of(site.verb) in tells
        token = site.verb if happens else None
        found += _planned_in(scene, site)
    elif site.link is Link.NAMED:
        return (*found, *_acted_on(scene, site))
    found += (*told_of_object(site), *_held_as(scene, site))
    while token is not None:
        if token.index not in found:
            found.append(token.index)
            found += _amid(scene, site.sentence, token)
        if token.dep not in _UP or token.head == token.index or _is_own_clause(sentence, token):
            break
        token = sentence.head(token)
    return tuple(found)


def _amid(scene: ContactScene, sentence: Sentence, verb: Token) -> Iterator[int]:
    """The gathering at which two dealt: "conferred with her during the summit of May"."""
    for preposition in sentence.children(verb):
        if preposition.dep == "prep" and preposition.lower in scene.cues.words["amid"]:
            for one in sentence.children(preposition):
                rows = scene.cues.nouns.get(word_of(one), ())
                if one.dep == "pobj" and any(cue.form in GATHERINGS for cue in rows):
                    yield one.index


def _own_verbs(site: Site) -> frozenset[str]:
    """The verbs that alone go with a noun: the commission that "met" is the session."""
    return site.cue.supported_by if isinstance(site.cue, NounCue) else frozenset()


def _planned_for(scene: ContactScene, site: Site) -> tuple[int, ...]:
    """The participle behind a noun that says it was planned, and what says for when."""
    sentence = site.sentence
    planned = [one for one in sentence.tokens if _plans(scene, site, one)]
    found = [one.index for one in planned if one.dep == "acl"]
    for verb in planned:
        found += [
            one.index
            for one in sentence.children(verb)
            if one.dep == "prep" and one.lower in scene.cues.words["planned_for"]
        ]
    return tuple(found)


def _told_of(scene: ContactScene, site: Site) -> tuple[int, ...]:
    """What a relative clause says of a contact: "the visit, which will take place on Friday"."""
    sentence = site.sentence
    found = []
    for clause in sentence.children(site.token):
        subject = subject_of(sentence, clause) if clause.dep == "relcl" else None
        if subject is not None and subject.tag in ("WDT", "WP"):
            found += [
                one.index
                for one in _complements(sentence, clause)
                if word_of(one) in scene.cues.words["happening"]
            ]
    return tuple(found)


def _planned_in(scene: ContactScene, site: Site) -> tuple[int, ...]:
    """What completes a verb of planning: "the visit is set to get underway on Monday"."""
    verb = site.verb
    if verb is None or not scene.cues.outcomes.is_planning(word_of(verb)):
        return ()
    return tuple(one.index for one in _complements(site.sentence, verb))


def _acted_on(scene: ContactScene, site: Site) -> tuple[int, ...]:
    """The verb of what somebody did about a contact when it was: "left the talks on Monday".

    Of what he said, announced or called off the day is another, so too of what he did before it.
    """
    verb = site.verb
    if verb is None or verb.tag != "VBD" or is_calling_off(scene.cues, site.sentence, verb):
        return ()
    above = site.sentence.ancestors(site.token)
    turns = scene.cues.words["until_then"] | scene.cues.words["since_then"]
    if any(one.lower in turns for one in takewhile(lambda one: one.index != verb.index, above)):
        return ()
    said = scene.cues.words["saying"] | scene.cues.words["uttering"]
    return (verb.index,) if word_of(verb) in words("contact_times", "attending") - said else ()


def _held_as(scene: ContactScene, site: Site) -> Iterator[int]:
    """The participles on a noun that say how it was held, and the verb above that says that it was.

    "Talks, mediated by Dan, were held on Monday", "held talks brokered by Dan on Monday".
    """
    cued, sentence = scene.cues.words, site.sentence
    held = cued["mediating"] | cued["hosting"] | cued["holding"]
    for one in sentence.children(site.token):
        if one.dep == "acl" and one.tag in ("VBN", "VBD") and word_of(one) in held:
            yield one.index
            above = sentence.head(site.token)
            if word_of(above) in cued["happening"] | cued["support"]:
                yield above.index


def _complements(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """A verb and what completes it: "is due to take place"."""
    yield verb
    for child in sentence.children(verb):
        if child.dep in ("xcomp", "acomp", "ccomp"):
            yield from _complements(sentence, child)


def _plans(scene: ContactScene, site: Site, verb: Token) -> bool:
    """Whether a participle says that the contact at a cue was planned, or no such was."""
    # "A meeting planned for Friday was": the parser may take the participle for a past.
    participle = verb.tag == "VBN" or (verb.tag == "VBD" and verb.dep == "acl")
    if not participle or not scene.cues.outcomes.is_planning(word_of(verb)):
        return False
    if site.link is Link.SUBJECT and site.verb is not None and site.verb.index == verb.index:
        return True
    above = site.sentence.head(verb)
    while above.index > site.token.index and above.dep in (
        "pobj",
        "prep",
        "appos",
        "compound",
        "conj",
    ):
        above = site.sentence.head(above)
    return verb.dep in ("acl", "relcl") and above.index == site.token.index


def _is_own_clause(sentence: Sentence, token: Token) -> bool:
    """Whether a clause has a time of its own: "weeks after she met ..."."""
    return token.dep == "advcl" and sentence.child(token, "mark", "nsubj", "nsubjpass") is not None
