"""The contact in which something was promised or asked, told of behind what was promised.

In "agreed to widen trade during a phone call on Tuesday" the call is where they agreed, not where
they will widen trade, wherever the parser hangs it.
"""

from dataclasses import dataclass

from communique.languages.en.contact_cues import load_contact_cues
from communique.model.syntax import Sentence, Token

_TIMES = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Occasion:
    """The tokens from ``start`` up to ``end`` that name a contact, its noun, and who acted there.

    ``verb`` is the verb in the past whose subject dealt there, ``start`` the preposition's place.
    """

    noun: Token
    verb: Token
    start: int
    end: int


def occasions_in(sentence: Sentence) -> tuple[Occasion, ...]:
    """The occasions of promises and requests in a sentence, in the order of the text."""
    within = load_contact_cues().words["within"]
    found = (
        occasion_at(sentence, one)
        for one in sentence.tokens
        if one.lower in within and one.dep == "prep"
    )
    return tuple(one for one in found if one is not None)


def occasion_at(sentence: Sentence, preposition: Token) -> Occasion | None:
    """The occasion that this preposition leads to, or None where it leads to none."""
    words = load_contact_cues().words
    noun = sentence.child(preposition, "pobj")
    if preposition.lower not in words["within"] or noun is None:
        return None
    if noun.lemma.lower() not in words["occasion"] or not _is_one(sentence, preposition, noun):
        return None
    verb = _verb_of(sentence, preposition)
    if verb is None:
        return None
    end = _end(sentence, noun)
    if any(one.lower in words["to_come"] for one in sentence.tokens[preposition.index : end]):
        return None
    return Occasion(noun, verb, preposition.index, end)


def _is_one(sentence: Sentence, preposition: Token, noun: Token) -> bool:
    """Whether a noun behind "in" or "at" means a certain contact: by its article, its time, or by
    who mediated it.
    """
    if preposition.lower in load_contact_cues().words["while"]:
        return True
    children = sentence.children(noun)
    mediating = load_contact_cues().words["mediating"]
    if any(one.dep == "acl" and one.lemma in mediating for one in children):
        return True
    return any(one.dep in ("det", "poss") for one in children) or any(
        one.entity in _TIMES for one in sentence.tokens[noun.index + 1 : _end(sentence, noun)]
    )


def _verb_of(sentence: Sentence, preposition: Token) -> Token | None:
    """The verb in the past under which the promise stands that the preposition follows."""
    words = load_contact_cues().words
    promised = False
    for one in sentence.ancestors(preposition):
        if one.tag in ("VB", "VBG") and one.pos in ("VERB", "AUX"):
            if one.lemma in words["dealing"] or _attends(preposition, one):
                return None
            promised = True
        elif one.pos in ("VERB", "AUX"):
            closes = one.lemma in words["promising"] | words["reaching"]
            told = closes and _is_past(sentence, one)
            follows = promised or _has_promise(sentence, one, preposition)
            return one if told and follows else None
    return None


def _attends(preposition: Token, verb: Token) -> bool:
    words = load_contact_cues().words
    return preposition.lower not in words["while"] and verb.lemma in words["attending"]


def _has_promise(sentence: Sentence, verb: Token, preposition: Token) -> bool:
    """Whether what is promised stands between a verb and a preposition: an infinitive, or a noun
    that was "agreed to" or "reached".
    """
    words = load_contact_cues().words
    between = sentence.tokens[verb.index + 1 : preposition.index]
    if any(_is_deal(sentence, verb, one) for one in between):
        return True
    deeds = [one for one in between if one.tag == "VB" and one.pos == "VERB"]
    return bool(deeds) and deeds[-1].lemma not in words["dealing"]


def _is_deal(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Whether a noun is what was agreed: "agreed to a truce", "reached a deal"."""
    words = load_contact_cues().words
    if noun.dep == "dobj":
        return noun.head == verb.index and verb.lemma in words["reaching"]
    link = sentence.head(noun)
    is_behind = noun.dep == "pobj" and link.head == verb.index
    return is_behind and link.lower in words["agreed_to"] and verb.lemma in words["agreeing"]


def _is_past(sentence: Sentence, verb: Token) -> bool:
    helpers = [one for one in sentence.children(verb) if one.dep in ("aux", "auxpass")]
    if any(one.tag in ("MD", "TO") for one in helpers):
        return False
    return verb.tag == "VBD" or (verb.tag == "VBN" and bool(helpers))


def _end(sentence: Sentence, noun: Token) -> int:
    """The place behind a noun, its place and its time: "a call in Velan on Tuesday"."""
    at = noun.index + 1
    while at < len(sentence.tokens):
        one = sentence.tokens[at]
        target = sentence.child(one, "pobj") if one.dep == "prep" else None
        if one.entity in _TIMES:
            at += 1
        elif target is not None and _stays(sentence, noun, one, target):
            at = target.index + 1
        else:
            break
    return at


def _stays(sentence: Sentence, noun: Token, preposition: Token, target: Token) -> bool:
    """Whether a phrase behind the noun says when, where or with whom."""
    words = load_contact_cues().words
    if target.entity in _TIMES:
        return True
    near = preposition.lower in words["where"] or preposition.lower in words["with"]
    is_name = target.pos == "PROPN" or preposition.head == noun.index
    return near and is_name
