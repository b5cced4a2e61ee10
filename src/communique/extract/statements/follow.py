"""What follows the cue of an undertaking: where the words of what is undertaken begin."""

from dataclasses import dataclass

from communique.languages.en.cues import UndertakingCue, words
from communique.model.syntax import Sentence, Token

_FAR = 14


@dataclass(frozen=True, slots=True)
class Follow:
    """Where the words of what is undertaken begin, and the noun phrase that is told to do it.

    ``start`` is the place of the first token; ``to`` the places of the first token of the phrase
    between cue and infinitive ("their officials") and of the one after it, or None; ``partners``
    likewise of a phrase with "with"; ``subject`` is who is to do it in a clause with "that".
    """

    start: int
    to: tuple[int, int] | None = None
    partners: tuple[int, int] | None = None
    subject: Token | None = None


def follow(sentence: Sentence, cue: UndertakingCue, token: Token) -> Follow | None:
    """What follows this cue, or None when nothing that it needs does."""
    for name, rule in _RULES.items():
        if name in cue.follow:
            found = rule(sentence, cue, token)
            if found is not None:
                return found
    return None


def _next(sentence: Sentence, index: int) -> Token | None:
    """The next token past adverbs, quotation marks and commas."""
    for token in sentence.tokens[index + 1 : index + _FAR]:
        if token.pos not in ("ADV", "PUNCT", "SPACE") or token.lower in words(
            "undertakings", "leading"
        ):
            return token
    return None


def _verb_after_to(sentence: Sentence, to: Token) -> Token | None:
    after = _next(sentence, to.index)
    if after is not None and (after.tag in ("VB", "VBP") or after.pos in ("VERB", "AUX")):
        return after if after.tag != "VBG" else None
    return None


def _to_verb(sentence: Sentence, cue: UndertakingCue, token: Token) -> Follow | None:
    after = _next(sentence, token.index)
    if after is not None and after.lower == "to" and _verb_after_to(sentence, after):
        return Follow(after.index + 1)
    for child in sentence.children(token):
        if child.dep in ("xcomp", "acl", "advcl") and token.index < child.index:
            to = sentence.child(child, "aux")
            if to is not None and to.tag == "TO" and to.index - token.index < _FAR:
                first = to.index - 1 if sentence.tokens[to.index - 1].dep == "neg" else to.index + 1
                return Follow(first, partners=_partners(sentence, token, to))
    return None


def _partners(sentence: Sentence, token: Token, to: Token) -> tuple[int, int] | None:
    after = _next(sentence, token.index)
    if after is not None and after.lower == "with" and after.index + 1 < to.index:
        return (after.index + 1, to.index)
    return None


def _to_noun(sentence: Sentence, cue: UndertakingCue, token: Token) -> Follow | None:
    after = _next(sentence, token.index)
    if after is None or after.lower != "to" or _verb_after_to(sentence, after):
        return None
    noun = sentence.child(after, "pobj")
    return Follow(after.index + 1) if noun is not None and noun.pos == "NOUN" else None


def _to_gerund(sentence: Sentence, cue: UndertakingCue, token: Token) -> Follow | None:
    after = _next(sentence, token.index)
    if after is None or after.lower != "to":
        return None
    verb = _next(sentence, after.index)
    return Follow(after.index + 1) if verb is not None and verb.tag == "VBG" else None


def _of_verb(sentence: Sentence, cue: UndertakingCue, token: Token) -> Follow | None:
    after = _next(sentence, token.index)
    if after is None or after.lower != "of":
        return None
    verb = _next(sentence, after.index)
    return Follow(after.index + 1) if verb is not None and verb.tag == "VBG" else None


def _for_noun(sentence: Sentence, cue: UndertakingCue, token: Token) -> Follow | None:
    after = _next(sentence, token.index)
    return (
        Follow(after.index + 1)
        if after is not None and after.lower in words("undertakings", "leading", "aim")
        else None
    )


def _on(sentence: Sentence, cue: UndertakingCue, token: Token) -> Follow | None:
    after = _next(sentence, token.index)
    if after is None or after.lower not in words("undertakings", "leading", "about"):
        return None
    noun = sentence.child(after, "pobj", "pcomp")
    if noun is None or noun.lemma in words("undertakings", "reasons", "views"):
        return None
    return None if noun.entity in ("DATE", "TIME") else Follow(after.index + 1)


def _that(sentence: Sentence, cue: UndertakingCue, token: Token) -> Follow | None:
    for child in sentence.children(token):
        if child.dep != "ccomp" or child.index < token.index:
            continue
        deeds = [one for one in sentence.children(child) if one.tag == "MD"]
        subject = sentence.child(child, "nsubj", "nsubjpass")
        if deeds and subject is not None and child.lemma not in ("be", "have"):
            return Follow(sentence.subtree(subject)[0].index, subject=subject)
    return None


def _object(sentence: Sentence, cue: UndertakingCue, token: Token) -> Follow | None:
    noun = sentence.child(token, "dobj", "nsubjpass")
    if noun is None or noun.index < token.index or noun.lemma.lower() not in cue.objects:
        return None
    return Follow(sentence.subtree(noun)[0].index)


def _person(
    sentence: Sentence, cue: UndertakingCue, token: Token, link: tuple[str, ...]
) -> Follow | None:
    for one in sentence.tokens[token.index + 1 : token.index + _FAR]:
        if one.tag in ("VBD", "VBZ", "MD") or one.text in (",", ";", ":"):
            return None
        if one.lower in link and one.index > token.index + 1:
            if one.lower == "to" and not _verb_after_to(sentence, one):
                continue
            return Follow(one.index + 1, to=(token.index + 1, one.index))
    return None


def _person_to(sentence: Sentence, cue: UndertakingCue, token: Token) -> Follow | None:
    return _person(sentence, cue, token, ("to",))


def _person_for(sentence: Sentence, cue: UndertakingCue, token: Token) -> Follow | None:
    return _person(sentence, cue, token, ("for",))


def _to_person(sentence: Sentence, cue: UndertakingCue, token: Token) -> Follow | None:
    after = _next(sentence, token.index)
    if after is None or after.lower != "to" or _verb_after_to(sentence, after):
        return None
    return _person(sentence, cue, after, ("to", "for"))


_RULES = {
    "to-verb": _to_verb,
    "to-gerund": _to_gerund,
    "of-verb": _of_verb,
    "to-noun": _to_noun,
    "on": _on,
    "that": _that,
    "object": _object,
    "person-to": _person_to,
    "to-person": _to_person,
    "person-for": _person_for,
    "for-noun": _for_noun,
}
