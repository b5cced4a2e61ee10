"""What a word above a contact makes of it: who plans it, refuses it, denies it, leaves it open."""

from dataclasses import dataclass
from enum import StrEnum

from communique.extract.contacts.sites import word_of
from communique.languages.en.contact_cues import ContactCues, VerbCue
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Status

_PARTICLES = ("prt", "advmod", "acomp", "prep", "oprd")
_RESOLVED = ("dobj", "xcomp", "ccomp")
_PREDICATES = ("acomp", "oprd", "attr", "advmod", "prt", "amod")


class Below(StrEnum):
    """What stands under a word: a clause with a tense, one without, or a noun."""

    CLAUSE = "clause"
    DEED = "deed"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Effect:
    """The status that a word gives to what stands under it, None where it leaves it open."""

    status: Status | None


def effect_of_verb(
    cues: ContactCues, sentence: Sentence, verb: Token, below: Token, kind: Below
) -> Effect | None:
    """What a verb makes of the clause or noun below it; None when it leaves it as it is."""
    if kind is Below.CLAUSE:
        return _effect_on_clause(cues, sentence, verb, below)
    outcomes, word = cues.outcomes, word_of(verb)
    phrase = _phrase(cues, sentence, verb, below)
    if phrase is not None:
        return phrase
    if _resolves(cues, sentence, verb, below):
        return None
    # What stands behind a preposition is governed where the preposition belongs to the verb.
    if below.dep == "prep" and below.lower not in cues.words["leading"]:
        return None
    if word in outcomes.passives and sentence.child(verb, "auxpass") is not None:
        return Effect(outcomes.passives[word])
    if kind is Below.DEED and word in outcomes.deeds:
        return Effect(outcomes.deeds[word])
    if word in outcomes.verbs:
        return Effect(outcomes.verbs[word])
    return _predicate(cues, sentence, verb, below)


def _resolves(cues: ContactCues, sentence: Sentence, verb: Token, below: Token) -> bool:
    """Whether a gathering itself does what a verb says: "the session agreed to set up a fund"."""
    return (
        below.dep == "nsubj"
        and word_of(verb) in cues.words["resolved_there"]
        and any(one.dep in _RESOLVED for one in sentence.children(verb) if one.index > verb.index)
    )


def _effect_on_clause(
    cues: ContactCues, sentence: Sentence, verb: Token, below: Token
) -> Effect | None:
    """What a verb makes of a clause that has a tense of its own, which says what lies ahead."""
    outcomes, word = cues.outcomes, word_of(verb)
    passive = sentence.child(verb, "auxpass") is not None
    if passive and outcomes.passives.get(word) is Status.RUMOURED:
        return Effect(Status.RUMOURED)
    if word in outcomes.clauses:
        return Effect(outcomes.clauses[word])
    return _predicate(cues, sentence, verb, below)


def effect_of_noun(cues: ContactCues, noun: Token) -> Effect | None:
    """What a noun makes of what hangs on it: "plans for", "an offer to", "reports that"."""
    word = word_of(noun)
    return Effect(cues.outcomes.nouns[word]) if word in cues.outcomes.nouns else None


def effect_of_adjective(cues: ContactCues, adjective: Token) -> Effect | None:
    """What an adjective makes of the infinitive or clause on it: "due to", "unlikely to"."""
    word = adjective.lower
    if word not in cues.outcomes.adjectives:
        return None
    return Effect(cues.outcomes.adjectives[word])


def _phrase(cues: ContactCues, sentence: Sentence, verb: Token, below: Token) -> Effect | None:
    """What a verb makes of it together with its particle or preposition: "called off"."""
    rest = cues.outcomes.phrases.get(word_of(verb))
    if rest is None:
        return None
    for child in sentence.children(verb):
        if child.dep not in _PARTICLES:
            continue
        for wording in sorted(_wordings(sentence, child) & rest.keys()):
            if child.dep != "prep" or " " in wording or child is below:
                return Effect(rest[wording])
    return None


def _wordings(sentence: Sentence, child: Token) -> frozenset[str]:
    """A particle, and a preposition with its noun or with the kind of name behind it."""
    target = sentence.child(child, "pobj")
    inner = sentence.child(child, "prep") if child.dep == "prep" else None
    if target is None and inner is not None and (end := sentence.child(inner, "pobj")) is not None:
        # "Out of the question" is one preposition within the other.
        return frozenset({child.lower, f"{child.lower} {inner.lower} {end.lower}"})
    if child.dep != "prep" or target is None:
        return frozenset({child.lower})
    kind = target.entity or "-"
    return frozenset({child.lower, f"{child.lower} {target.lower}", f"{child.lower} {kind}"})


def _predicate(cues: ContactCues, sentence: Sentence, verb: Token, below: Token) -> Effect | None:
    """What is said of a subject: "a meeting is possible", "reports that they met are false"."""
    if below.dep not in ("nsubj", "nsubjpass", "csubj", "csubjpass", "ccomp", "expl"):
        return None
    for child in sentence.children(verb):
        if child.dep in _PREDICATES and child.index > verb.index:
            effect = effect_of_adjective(cues, child)
            if effect is not None and child.pos != "VERB":
                return effect
            if child.dep == "attr" and word_of(child) in cues.words["untrue"]:
                return Effect(Status.DENIED)
    return None


def calls_untrue(cues: ContactCues, sentence: Sentence, verb: Token) -> bool:
    """Whether an account is called made up: "called the report pure fantasy"."""
    above, untrue = sentence.head(verb), word_of(verb) in cues.words["untrue"]
    if untrue and verb.dep == "advcl" and word_of(above) in cues.words["calling"]:
        # "Rejected as fabricated a report that": the parser hangs the report on the participle.
        return True
    return word_of(verb) in cues.words["calling"] and any(
        word_of(one) in cues.words["untrue"] and one.index > verb.index
        for one in sentence.subtree(verb)
    )


def is_calling_off(cues: ContactCues, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb says that something will not happen, or not then: "put off", "cancelled"."""
    effect = _phrase(cues, sentence, verb, verb)
    met = cues.outcomes.verbs.get(word_of(verb)) if effect is None else effect.status
    return met in (Status.CANCELLED, Status.POSTPONED)


def decides(cues: ContactCues, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb's own day is that of deciding or speaking on a contact, and not of it."""
    outcomes, word = cues.outcomes, word_of(verb)
    if word in cues.words["on_the_day"]:
        return False
    effects = {outcomes.verbs.get(word), outcomes.deeds.get(word), outcomes.clauses.get(word)}
    rest = outcomes.phrases.get(word, {})
    children = sentence.children(verb)
    effects |= {
        rest[wording] for one in children for wording in _wordings(sentence, one) & rest.keys()
    }
    return bool(effects & _DECIDED)


_DECIDED = frozenset(
    {
        Status.PLANNED,
        Status.PROPOSED,
        Status.REFUSED,
        Status.DENIED,
        Status.POSTPONED,
        Status.CANCELLED,
    }
)


def is_foremost(cues: ContactCues, sentence: Sentence, noun: Token) -> bool:
    """Whether somebody is the first, last or highest to do what follows: "the first to visit"."""
    beside = sentence.children(noun)
    inner = (kid for one in beside if one.dep == "amod" for kid in sentence.children(one))
    return any(
        one.lower in cues.words["foremost"] or one.tag in ("JJS", "RBS")
        for one in (noun, *beside, *inner)
    )


def is_sent_off(cues: ContactCues, sentence: Sentence, noun: Token) -> bool:
    """Whether a verb says that a noun is sent or led somewhere: "led a delegation to meet Y"."""
    words, verb = cues.words, sentence.head(noun)
    if noun.dep != "dobj" or word_of(noun) not in words["delegates"]:
        return False
    rows = cues.verbs.get(word_of(verb), ())
    return word_of(verb) in words["leading_off"] or any(
        isinstance(one, VerbCue) and one.moves_object for one in rows
    )
