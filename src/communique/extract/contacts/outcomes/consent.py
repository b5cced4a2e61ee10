"""What is not opposed: to have "no objection" is a readiness, not to "rule it out" says nothing."""

from communique.extract.contacts.outcomes.effects import Effect
from communique.extract.contacts.outcomes.moods import is_negated
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, is_verb, word_of
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Status

_CLAUSES = ("ccomp", "relcl", "advcl", "acl")


def effect_of_consent(scene: ContactScene, site: Site) -> Effect | None:
    """What a negated word of opposing makes of the contact below it; None where none stands."""
    sentence, below = site.sentence, site.token
    while below.head != below.index:
        if _is_told(sentence, below):
            return None
        above = sentence.head(below)
        effect = _effect(scene, sentence, above, below)
        if effect is not None:
            return effect if _is_denied(scene, sentence, above) else None
        if below.dep in _CLAUSES:
            return None
        below = above
    return None


def _effect(scene: ContactScene, sentence: Sentence, word: Token, below: Token) -> Effect | None:
    """What it is worth that somebody is not set against what stands below this word."""
    words = scene.cues.words
    if word.dep == "prep" and word.lower in words["opposed_by"]:
        is_said = word_of(sentence.head(word)) in words["being"]
        return Effect(Status.PROPOSED) if is_said else None
    links = words["leading"] | words["opposed_by"]
    if below.dep in ("nsubj", "nsubjpass") or (below.dep == "prep" and below.lower not in links):
        return None
    particles = {one.lower for one in sentence.children(word) if one.dep in ("prt", "prep")}
    if word_of(word) in words["excluding"] or (
        word_of(word) in words["ruling"] and particles & words["ruled_out"]
    ):
        return Effect(None)
    opposes = {word_of(word), word.lower} & (words["opposing"] | words["opposition"])
    return Effect(Status.PROPOSED) if opposes else None


def _is_told(sentence: Sentence, word: Token) -> bool:
    """Whether a clause has a past of its own, and so tells what happened: "when the two met"."""
    verbs = (word, *(one for one in sentence.children(word) if one.dep in ("aux", "auxpass")))
    return word.dep in ("ccomp", "advcl") and any(one.tag == "VBD" for one in verbs)


def _is_denied(scene: ContactScene, sentence: Sentence, word: Token) -> bool:
    """Whether "no" or "not" stands on a word, or on the verb of which it is said."""
    if any(one.lower in scene.cues.words["none"] for one in sentence.children(word)):
        return True
    verbs = [one for one in (word, sentence.head(word)) if is_verb(one)]
    return any(is_negated(scene, sentence, one) for one in (word, *verbs))
