"""Who told whom, shortly before a call or meeting is named without its parties."""

from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import word_of
from communique.extract.contacts.words.phrases import Keys, merged, phrase_actors, subject_actors
from communique.extract.contacts.words.sides import Sides
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Form

BACK = 2
"""How many sentences back the pair may stand."""

_NAMED_LATER = frozenset({Form.CALL, Form.MEETING})


def pair_before(scene: ContactScene, telling: Telling) -> Sides | None:
    """The two who spoke with one another just before "the call", when it is theirs."""
    site = telling.site
    if telling.form not in _NAMED_LATER or telling.is_heading:
        return None
    here = site.sentence.index
    for index in range(here, max(here - BACK, 0) - 1, -1):
        sentence = scene.page.sentences[index]
        for verb in _tellers(scene, sentence):
            pair = _pair(scene, sentence, verb)
            if pair is not None and set(telling.states) <= set(scene.sides_of(pair.all)):
                return pair
    return None


def _tellers(scene: ContactScene, sentence: Sentence) -> tuple[Token, ...]:
    words = scene.cues.words["telling"] | scene.cues.words["conveying"]
    return tuple(one for one in sentence.tokens if one.pos == "VERB" and word_of(one) in words)


def _pair(scene: ContactScene, sentence: Sentence, verb: Token) -> Sides | None:
    """One person of each of two sides, as subject and object of a verb of telling."""
    if verb.tag not in ("VBD", "VBN", "VBZ"):
        return None
    first = subject_actors(scene, sentence, verb)
    conveys = word_of(verb) in scene.cues.words["conveying"]
    second = _told_to(scene, sentence, verb) if conveys else _told(scene, sentence, verb)
    people = (*first, *second)
    if len(first) != 1 or len(second) != 1 or any(scene.is_bare(key) for key in people):
        return None
    return Sides(first, second) if len(scene.sides_of(people)) == 2 else None


def _told(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """The object of a verb of telling."""
    found: Keys = ()
    for child in sentence.children(verb):
        if child.dep in ("dobj", "dative"):
            found = merged(found, phrase_actors(scene, sentence, child))
    return found


def _told_to(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """The person behind the last "to" under a verb: "stressed the need of reaching a deal to Y"."""
    towards = scene.cues.words["towards_one"]
    for one in reversed(sentence.subtree(verb)):
        if one.index > verb.index and one.lower in towards and one.dep in ("prep", "dative"):
            found = _behind(scene, sentence, one)
            if found:
                return found
    return ()


def _behind(scene: ContactScene, sentence: Sentence, preposition: Token) -> Keys:
    """Whom a preposition leads to."""
    target = sentence.child(preposition, "pobj")
    return () if target is None else phrase_actors(scene, sentence, target)
