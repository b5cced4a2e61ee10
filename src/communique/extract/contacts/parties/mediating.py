"""Who mediated talks between others: "with Y mediating", "mediated by Y", "under Y's mediation"."""

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, word_of
from communique.extract.contacts.words.adjacent import HANGING
from communique.extract.contacts.words.hanging import prepositions_of
from communique.extract.contacts.words.modifiers import hanging_before
from communique.extract.contacts.words.phrases import Keys, behind, merged, phrase_actors
from communique.extract.contacts.words.places import all_behind, state_before
from communique.extract.contacts.words.sides import Sides
from communique.model.syntax import Token
from communique.model.vocabulary import Form, PartyRole

_BESIDE = ("acl", "advcl", "relcl", "amod")
_MEDIATED = (Form.TALKS, Form.MEETING, Form.CALL, Form.CONTACTS, Form.SIGNING)


def with_mediators(scene: ContactScene, site: Site, sides: Sides) -> Sides:
    """The sides with those of others who only mediated, where both sides are named."""
    if len(scene.sides_of(sides.all)) < 2 or site.cue.subject_role is PartyRole.MEDIATOR:
        return sides
    sides = _without_acting(scene, site, sides)
    found: Keys = ()
    for clause in (*mediating_clauses(scene, site), *_hosting_clauses(scene, site)):
        subject = site.sentence.child(clause, "nsubj")
        named = () if subject is None else phrase_actors(scene, site.sentence, subject)
        agents = behind(scene, site.sentence, clause, scene.cues.words["agent"])
        found = merged(found, named, agents, hanging_before(scene, site.sentence, clause))
    for noun in mediating_nouns(scene, site):
        found = merged(found, _whose(scene, site, noun))
    taking_part = set(scene.sides_of(sides.all))
    others = tuple(k for k in found if (side := scene.side_of(k)) and side not in taking_part)
    return replace(sides, between=merged(sides.between, others)) if others else sides


def _without_acting(scene: ContactScene, site: Site, sides: Sides) -> Sides:
    """The sides without whom they had "as a mediator", set between them."""
    acting = merged(
        *(
            phrase_actors(scene, site.sentence, one)
            for preposition in _prepositions(site)
            if preposition.lower in scene.cues.words["with"]
            for one in site.sentence.children(preposition)
            if _acts_as_one(scene, site, one, preposition)
        )
    )
    first = tuple(key for key in sides.first if key not in acting)
    second = tuple(key for key in sides.second if key not in acting)
    if not acting or len(scene.sides_of((*first, *second))) < 2:
        return sides
    return replace(sides, first=first, second=second, between=merged(sides.between, acting))


def _acts_as_one(scene: ContactScene, site: Site, noun: Token, preposition: Token) -> bool:
    """Whether "as mediator" stands behind a name, wherever the parser hangs it."""
    words = scene.cues.words
    holders = (noun, preposition, site.sentence.head(preposition))
    return noun.dep == "pobj" and any(
        one.lower in words["as_one"]
        and one.index > noun.index
        and any(_is_go_between(scene, kid) for kid in site.sentence.children(one))
        for holder in holders
        for one in site.sentence.children(holder)
    )


def _is_go_between(scene: ContactScene, token: Token) -> bool:
    return word_of(token) in scene.cues.routes


def mediating_nouns(scene: ContactScene, site: Site) -> Iterator[Token]:
    """The nouns beside a contact that say that somebody mediated: "through Ruvian mediators"."""
    words = scene.cues.words
    if site.cue.form not in _MEDIATED:
        return
    for preposition in _prepositions(site):
        for noun in site.sentence.children(preposition):
            if noun.dep != "pobj":
                continue
            is_person = preposition.lower in words["by_way_of"] and _is_go_between(scene, noun)
            before = site.sentence.tokens[noun.index - 1].lower
            named = {word_of(noun), f"{before} {word_of(noun)}"}
            is_deed = preposition.lower in words["mediated_by"] and named & words["mediation"]
            if is_person or is_deed:
                yield noun


def _prepositions(site: Site) -> Iterator[Token]:
    for holder in _holders(site):
        yield from prepositions_of(site.sentence, holder)


def _holders(site: Site) -> list[Token]:
    return [site.token] if site.verb in (None, site.token) else [site.token, site.verb]


def _whose(scene: ContactScene, site: Site, noun: Token) -> Keys:
    """Who mediated, as a noun of mediation says: by what stands before it, or behind "of"."""
    sentence = site.sentence
    adjectives = (o for o in sentence.children(noun) if o.dep in HANGING and o.index < noun.index)
    states = (state_before(scene, sentence, one) for one in adjectives)
    return merged(
        phrase_actors(scene, sentence, noun),
        hanging_before(scene, sentence, noun),
        tuple(one for one in states if one is not None),
        all_behind(scene, sentence, noun, scene.cues.words["belonging"]),
    )


def mediating_clauses(scene: ContactScene, site: Site) -> Iterator[Token]:
    """The verbs beside a contact that say that somebody mediated it."""
    sentence, words = site.sentence, scene.cues.words
    for child in (one for holder in _holders(site) for one in sentence.children(holder)):
        done = [one for one in _and_joined(site, child) if word_of(one) in words["mediating"]]
        if _is_done(child) and done:
            yield from done
        elif child.dep == "advcl" and _is_beside(scene, site, child):
            yield child
        elif child.dep == "prep" and child.lower in words["with"]:
            clause = sentence.child(child, "pcomp")
            if clause is not None and _mediates(scene, site, clause):
                yield clause


def _and_joined(site: Site, clause: Token) -> tuple[Token, ...]:
    """A participle and what is joined to it: "hosted and mediated by"."""
    joined = (one for one in site.sentence.children(clause) if one.dep == "conj")
    return (clause, *(one for one in joined if one.tag == "VBN"))


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
    subject = site.sentence.child(clause, "nsubj")
    if word_of(clause) in words["mediating"] or (subject and _is_go_between(scene, subject)):
        return True
    return any(
        word_of(one) in words["mediators"]
        for preposition in site.sentence.children(clause)
        if preposition.lower in words["as"]
        for one in site.sentence.children(preposition)
    )
