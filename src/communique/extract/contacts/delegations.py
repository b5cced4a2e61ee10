"""Who led the delegations to talks, by sentences of their own: "the team was led by Dan"."""

from collections import defaultdict

from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.present import Presence, told_there
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import is_passive, subject_of, word_of
from communique.extract.contacts.words.ends import doer_of
from communique.extract.contacts.words.phrases import Keys, phrase_actors
from communique.model.syntax import Sentence, Token

REACH = 3
"""How many sentences behind a contact may still say who led its delegations."""


def with_leaders(scene: ContactScene, tellings: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """The tellings with who led the delegations of sides that dealt with one another."""
    by_sentence: dict[int, list[Telling]] = defaultdict(list)
    for one in tellings:
        by_sentence[one.site.sentence.index].append(one)
    found: list[Telling] = []
    met: Telling | None = None
    for sentence in scene.page.sentences:
        here = by_sentence[sentence.index]
        found += here
        if met is not None and sentence.index - met.site.sentence.index <= REACH:
            found += _led_to(scene, met, sentence)
        opened = [one for one in here if len(one.states) > 1 and not one.is_heading]
        met = opened[-1] if opened else met
    return tuple(found)


def _led_to(scene: ContactScene, met: Telling, sentence: Sentence) -> tuple[Telling, ...]:
    if not sentence.block_kind.is_account:
        return ()
    named = {scene.side_of(key) for key in met.parties if scene.is_person(key)}
    leaders = ((verb, _leaders(scene, sentence, verb)) for verb in sentence.tokens)
    return tuple(
        told_there(scene, met, sentence, Presence(verb, keys, None))
        for verb, keys in leaders
        if keys and set(scene.sides_of(keys)) <= set(met.states) - named
    )


def _leaders(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """The persons by whom a delegation was led, or who led one."""
    if verb.pos != "VERB" or word_of(verb) not in scene.cues.words["leading_off"]:
        return ()
    children = sentence.children(verb)
    if any(one.dep == "neg" for one in children):
        return ()
    if is_passive(sentence, verb):
        subject = subject_of(sentence, verb)
        led = [] if subject is None else [subject]
    else:
        led = [one for one in children if one.dep == "dobj"]
    delegates = scene.cues.words["delegates"] | scene.cues.words["each_side"]
    sides = {
        scene.side_of(key)
        for one in led
        if word_of(one) in delegates
        for key in phrase_actors(scene, sentence, one)
    }
    found = doer_of(scene, sentence, verb)
    return tuple(key for key in found if scene.is_person(key) and scene.side_of(key) in sides)
