"""Who mediated talks between others: "with Y mediating", "mediated by Y"."""

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, word_of
from communique.extract.contacts.words.modifiers import hanging_before
from communique.extract.contacts.words.phrases import Keys, behind, merged, phrase_actors
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.contact_cues import NounCue
from communique.model.syntax import Token

_BESIDE = ("acl", "advcl", "relcl", "amod")


def with_mediators(scene: ContactScene, site: Site, sides: Sides) -> Sides:
    """The sides with those of others who only mediated, where both sides are named."""
    if not isinstance(site.cue, NounCue) or len(scene.sides_of(sides.all)) < 2:
        return sides
    found: Keys = ()
    for clause in (*mediating_clauses(scene, site), *_hosting_clauses(scene, site)):
        subject = site.sentence.child(clause, "nsubj")
        named = () if subject is None else phrase_actors(scene, site.sentence, subject)
        agents = behind(scene, site.sentence, clause, scene.cues.words["agent"])
        found = merged(found, named, agents, hanging_before(scene, site.sentence, clause))
    taking_part = set(scene.sides_of(sides.all))
    others = tuple(k for k in found if (side := scene.side_of(k)) and side not in taking_part)
    return replace(sides, between=merged(sides.between, others)) if others else sides


def mediating_clauses(scene: ContactScene, site: Site) -> Iterator[Token]:
    """The verbs beside a contact that say that somebody mediated it."""
    sentence, words = site.sentence, scene.cues.words
    holders = [site.token] if site.verb is None else [site.token, site.verb]
    for child in (one for holder in holders for one in sentence.children(holder)):
        is_own = _is_done(child) and word_of(child) in words["mediating"]
        if is_own or (child.dep == "advcl" and _is_beside(scene, site, child)):
            yield child
        elif child.dep == "prep" and child.lower in words["with"]:
            clause = sentence.child(child, "pcomp")
            if clause is not None and _mediates(scene, site, clause):
                yield clause


def _hosting_clauses(scene: ContactScene, site: Site) -> Iterator[Token]:
    """The participles on a noun that say that others only received those who dealt."""
    hosting = scene.cues.words["hosting"]
    return (o for o in site.sentence.children(site.token) if _is_done(o) and word_of(o) in hosting)


def _is_done(child: Token) -> bool:
    """Whether a participle says what was done: "mediated by", "Ruvian-mediated"."""
    return child.dep in _BESIDE and child.tag == "VBN"


def _is_beside(scene: ContactScene, site: Site, clause: Token) -> bool:
    mark = site.sentence.child(clause, "mark")
    is_with = mark is not None and mark.lower in scene.cues.words["with"]
    return is_with and _mediates(scene, site, clause)


def _mediates(scene: ContactScene, site: Site, clause: Token) -> bool:
    """Whether a clause says that somebody mediates, or acts as a mediator."""
    words = scene.cues.words
    if word_of(clause) in words["mediating"]:
        return True
    return any(
        word_of(one) in words["mediators"]
        for preposition in site.sentence.children(clause)
        if preposition.lower in words["as"]
        for one in site.sentence.children(preposition)
    )
