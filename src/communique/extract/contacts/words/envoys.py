"""Envoys in the grammar of a sentence: whom a verb calls in, expels, recalls or receives."""

from communique.extract.contacts.sites import word_of
from communique.extract.contacts.words.objects import done_to
from communique.languages.en.contact_cues import ContactCues
from communique.model.syntax import Sentence, Token

_TITLES = ("compound", "nmod", "appos", "amod")


def envoy_of(sentence: Sentence, verb: Token, cues: ContactCues) -> Token | None:
    """Whom a verb calls in, recalls or expels, if a state sends him: "called in the ambassador"."""
    found = (inner_of(sentence, one, cues) for one in done_to(sentence, verb))
    return next((one for one in found if is_envoy(sentence, one, cues)), None)


def inner_of(sentence: Sentence, token: Token, cues: ContactCues) -> Token:
    """What is counted: the envoys of "a number of envoys", else the token itself."""
    if word_of(token) not in cues.words["counted"]:
        return token
    for preposition in sentence.children(token):
        if preposition.dep == "prep" and preposition.lower in cues.words["of"]:
            return sentence.child(preposition, "pobj") or token
    return token


def is_envoy(sentence: Sentence, token: Token, cues: ContactCues) -> bool:
    """Whether a noun is somebody that a state sends: "the ambassador", "Ambassador Anton Dovic"."""
    titles = (one for one in sentence.children(token) if one.dep in _TITLES)
    if any(word_of(one) in cues.words["envoy"] for one in (token, *titles)):
        return True
    return any(one.lower in cues.words["opposite"] for one in sentence.children(token))


def envoy_behind(sentence: Sentence, noun: Token, cues: ContactCues) -> Token | None:
    """Of whom a noun says what was done: the envoy of "the expulsion of the ambassador"."""
    for preposition in sentence.children(noun):
        if preposition.dep == "prep" and preposition.lower in cues.words["of"]:
            for one in sentence.children(preposition):
                envoy = inner_of(sentence, one, cues)
                if one.dep == "pobj" and is_envoy(sentence, envoy, cues):
                    return envoy
    return None
