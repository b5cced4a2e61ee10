"""Officials met without their state, in the country that is theirs: "met officials in Strelsau"."""

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import NOMINAL, Link, Site, is_verb, word_of
from communique.extract.contacts.words.phrases import Keys, phrase_actors
from communique.extract.contacts.words.places import states_behind
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.contact_cues import NounCue
from communique.model.syntax import Token
from communique.model.vocabulary import Form

_FORMS = frozenset({Form.MEETING, Form.TALKS})


def with_locals(scene: ContactScene, site: Site, sides: Sides) -> Sides:
    """The sides with the state in which somebody from abroad met its nameless officials."""
    if sides.second or site.cue.form not in _FORMS or site.verb is None:
        return sides
    if site.link not in (Link.VERB, Link.CARRIED):
        return sides
    guests = scene.sides_of(sides.first)
    if len(guests) != 1 or not any(scene.is_person(key) for key in sides.first):
        return sides
    hosts = next((found for one in _officials(scene, site) if (found := _at(scene, site, one))), ())
    if len(scene.sides_of(hosts)) != 1 or set(scene.sides_of(hosts)) & set(guests):
        return sides
    return replace(sides, second=hosts, is_blocked=False)


def _officials(scene: ContactScene, site: Site) -> Iterator[Token]:
    """The nameless officials whom a cue says somebody met."""
    sentence, cue, words = site.sentence, site.cue, scene.cues.words
    withs = words["with"].union(cue.withs)
    holders = (site.token, site.verb) if isinstance(cue, NounCue) else (site.token,)
    for holder in holders:
        for one in () if holder is None else sentence.children(holder):
            met = [one] if one.dep == "dobj" and holder is site.token else []
            if one.dep == "prep" and one.lower in withs:
                met = [kid for kid in sentence.children(one) if kid.dep == "pobj"]
            yield from (token for token in met if _are_locals(scene, site, token))


def _are_locals(scene: ContactScene, site: Site, noun: Token) -> bool:
    """Whether a noun is of officials of whom nothing says that they are somebody else's."""
    sentence, words = site.sentence, scene.cues.words
    if noun.tag != "NNS" or word_of(noun) not in words["local_officials"]:
        return False
    if phrase_actors(scene, sentence, noun):
        return False
    plain = words["local_words"]
    return all(
        one.dep in ("det", "punct", "cc", "conj", "relcl")
        or (one.dep == "prep" and one.lower in words["in"])
        or one.lower in plain
        or (one.index > noun.index and one.pos not in NOMINAL and one.dep != "prep")
        for one in sentence.children(noun)
    )


def _at(scene: ContactScene, site: Site, officials: Token) -> Keys:
    """The state of the place where they were met: behind them, the verb, or at the front."""
    sentence, where = site.sentence, scene.cues.words["in"]
    above = [one for one in (site.token, site.verb) if one is not None]
    above += [one for one in sentence.ancestors(site.token) if is_verb(one)]
    found = (states_behind(scene, sentence, one, where) for one in (officials, *above))
    return next((keys for keys in found if keys), ())
