"""What follows the cue of an undertaking: where the words of what is undertaken begin."""

from collections.abc import Callable
from dataclasses import dataclass

from communique.extract.statements.scene import Scene
from communique.languages.en.cues import UndertakingCue, words
from communique.model.syntax import Sentence, Token

_FAR = 14


@dataclass(frozen=True, slots=True)
class Follow:
    """Where the words of what is undertaken begin, and the noun phrase that is told to do it.

    ``start`` is the place of the first token; ``to`` the places of the first token of the phrase
    between cue and infinitive ("their officials") and of the one after it, or None; ``partners``
    likewise of a phrase with "with"; ``subject`` is who is to do it in a clause with "that", and
    ``is_passive`` whether that clause leaves open who does it.
    """

    start: int
    to: tuple[int, int] | None = None
    partners: tuple[int, int] | None = None
    subject: Token | None = None
    is_passive: bool = False


@dataclass(frozen=True, slots=True)
class At:
    """A cue at its place in a sentence."""

    scene: Scene
    sentence: Sentence
    cue: UndertakingCue
    token: Token


def follow(scene: Scene, sentence: Sentence, cue: UndertakingCue, token: Token) -> Follow | None:
    """What follows this cue, or None when nothing that it needs does."""
    at = At(scene, sentence, cue, token)
    for name, rule in _RULES.items():
        if name in cue.follow:
            found = rule(at)
            if found is not None:
                return found
    return None


def _next(sentence: Sentence, index: int) -> Token | None:
    """The next token past adverbs, quotation marks, commas, and words such as "in principle"."""
    skipped = words("undertakings", "leading", "beside")
    tokens = sentence.tokens[index + 1 : index + _FAR]
    for place, token in enumerate(tokens):
        if token.lower in words("undertakings", "leading"):
            return token
        beside = place + 1 < len(tokens) and f"{token.lower} {tokens[place + 1].lower}" in skipped
        before = place > 0 and f"{tokens[place - 1].lower} {token.lower}" in skipped
        if token.pos not in ("ADV", "PUNCT", "SPACE") and not beside and not before:
            return token
    return None


def _verb_after_to(sentence: Sentence, to: Token) -> Token | None:
    after = _next(sentence, to.index)
    if after is not None and (after.tag in ("VB", "VBP") or after.pos in ("VERB", "AUX")):
        return after if after.tag != "VBG" else None
    # "to fast-track": a verb that the tagger took for a noun still has the particle.
    head = sentence.head(to)
    return head if to.pos == "PART" and head.dep == "xcomp" and head.index > to.index else None


def _to_verb(at: At) -> Follow | None:
    sentence, token = at.sentence, at.token
    after = _next(sentence, token.index)
    if after is not None and after.lower == "to" and _verb_after_to(sentence, after):
        return Follow(after.index + 1)
    for child in sentence.children(token):
        if child.dep in ("xcomp", "acl", "advcl", "ccomp") and token.index < child.index:
            to = sentence.child(child, "aux")
            if to is not None and to.tag == "TO" and to.index - token.index < _FAR:
                first = to.index - 1 if sentence.tokens[to.index - 1].dep == "neg" else to.index + 1
                return Follow(first, partners=_partners(sentence, token, to.index))
    return None


def _partners(sentence: Sentence, token: Token, end: int) -> tuple[int, int] | None:
    after = _next(sentence, token.index)
    if after is not None and after.lower == "with" and after.index + 1 < end:
        return (after.index + 1, end)
    return None


def _to_noun(at: At) -> Follow | None:
    after = _next(at.sentence, at.token.index)
    if after is None or after.lower != "to" or _verb_after_to(at.sentence, after):
        return None
    noun = at.sentence.child(after, "pobj")
    return Follow(after.index + 1) if noun is not None and noun.pos == "NOUN" else None


def _to_listed(at: At) -> Follow | None:
    """A noun after "to" that the cue lists: "is open to talks with"."""
    found = _to_noun(at)
    noun = None if found is None else at.sentence.child(at.sentence.tokens[found.start - 1], "pobj")
    return found if noun is not None and noun.lemma.lower() in at.cue.objects else None


def _gerund_after(at: At, link: str) -> Follow | None:
    after = _next(at.sentence, at.token.index)
    if after is None or after.lower != link:
        return None
    verb = _next(at.sentence, after.index)
    return Follow(after.index + 1) if verb is not None and verb.tag == "VBG" else None


def _to_gerund(at: At) -> Follow | None:
    return _gerund_after(at, "to")


def _of_verb(at: At) -> Follow | None:
    return _gerund_after(at, "of")


def _for_noun(at: At) -> Follow | None:
    after = _next(at.sentence, at.token.index)
    if after is None or after.lower not in words("undertakings", "leading", "aim"):
        return None
    if at.cue.objects:
        noun = at.sentence.child(after, "pobj")
        if noun is None or noun.lemma.lower() not in at.cue.objects:
            return None
    return Follow(after.index + 1)


def _on(at: At) -> Follow | None:
    sentence = at.sentence
    after = _next(sentence, at.token.index)
    partners = None
    if after is not None and after.lower == "with":
        link = next((one for one in sentence.children(at.token) if one.lower == "on"), None)
        partners = None if link is None else (after.index + 1, link.index)
        after = link
    if after is None or after.lower not in words("undertakings", "leading", "about"):
        return None
    noun = sentence.child(after, "pobj", "pcomp")
    if noun is None or noun.lemma in words("undertakings", "reasons", "views"):
        return None
    if noun.entity in ("DATE", "TIME"):
        return None
    return Follow(after.index + 1, partners=partners)


def _that(at: At) -> Follow | None:
    sentence = at.sentence
    for child in sentence.children(at.token):
        if child.dep != "ccomp" or child.index < at.token.index:
            continue
        deeds = [one for one in sentence.children(child) if one.tag == "MD"]
        subject = sentence.child(child, "nsubj", "nsubjpass")
        if subject is None or not any(
            one.lower in words("undertakings", "will", "promising") for one in deeds
        ):
            continue
        is_state = child.lemma in ("be", "have") and sentence.child(child, "auxpass") is None
        if not is_state or at.cue.is_word_given:
            is_passive = subject.dep == "nsubjpass"
            start = sentence.subtree(subject)[0].index
            return Follow(start, subject=subject, is_passive=is_passive)
    return None


def _person_that(at: At) -> Follow | None:
    """Whom a promise was given to, and what: "assured Belk that Vostland would ..."."""
    tokens = at.sentence.tokens
    told = at.sentence.child(at.token, "dobj", "dative")
    found = _that(at)
    if told is None or found is None or not at.token.index < told.index < found.start:
        return None
    to = _phrase(at.sentence, at.token.index + 1, told.index + 1)
    if tokens[to[0]].tag == "IN":
        return None
    return Follow(found.start, to=to, subject=found.subject, is_passive=found.is_passive)


def _object(at: At) -> Follow | None:
    noun = at.sentence.child(at.token, "dobj", "nsubjpass")
    if noun is None or noun.index < at.token.index or not _is_listed(at, noun):
        return None
    return Follow(at.sentence.subtree(noun)[0].index, partners=_cosigners(at, noun))


def _cosigners(at: At, noun: Token) -> tuple[int, int] | None:
    """The phrase with "with" that names a party: "a treaty on fishing rights with Ostania"."""
    for link in at.sentence.subtree(at.token):
        if link.lower == "with" and link.index > noun.index:
            party = at.sentence.child(link, "pobj")
            if party is not None and at.scene.mention_at(at.sentence, party) is not None:
                return (link.index + 1, at.sentence.subtree(link)[-1].index + 1)
    return None


def _is_listed(at: At, noun: Token) -> bool:
    lemma = noun.lemma.lower()
    return lemma in at.cue.objects or ("money" in at.cue.objects and noun.entity == "MONEY")


def _person(at: At, index: int, link: tuple[str, ...]) -> Follow | None:
    sentence = at.sentence
    if sentence.tokens[min(index + 1, len(sentence.tokens) - 1)].lower in link:
        return None
    for one in sentence.tokens[index + 1 : index + _FAR]:
        if one.tag in ("VBD", "VBZ", "MD") or one.text in (",", ";", ":"):
            return None
        if one.lower in link:
            if one.lower == "to" and not _verb_after_to(sentence, one):
                continue
            if one.lower == "with" and _tag_after(sentence, one) != "VBG":
                continue
            to = _phrase(sentence, index + 1, one.index)
            named = ("NOUN", "PROPN", "PRON")
            if not any(each.pos in named for each in sentence.tokens[to[0] : to[1]]):
                return None
            return Follow(one.index + 1, to=to)
    return None


def _tag_after(sentence: Sentence, token: Token) -> str:
    after = _next(sentence, token.index)
    return "" if after is None else after.tag


def _phrase(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The noun phrase at the start of a stretch, without the when and how after it."""
    for token in sentence.tokens[start + 1 : end]:
        if token.pos == "ADP" and token.lower not in words("undertakings", "leading", "inside"):
            return (start, token.index)
        if token.entity in ("DATE", "TIME") and token.dep in ("npadvmod", "tmod"):
            return (start, token.index)
    return (start, end)


def _person_to(at: At) -> Follow | None:
    return _person(at, at.token.index, ("to",))


def _person_with(at: At) -> Follow | None:
    return _person(at, at.token.index, ("with",))


def _person_for(at: At) -> Follow | None:
    return _person(at, at.token.index, ("for",))


def _person_there(at: At) -> Follow | None:
    """Whom an invitation is to, and to what place or event: "invited Belk to the summit"."""
    told = at.sentence.child(at.token, "dobj")
    if told is None or told.index < at.token.index:
        return None
    link = there(at.sentence, at.cue, at.token, told.index + 1)
    if link is None:
        return None
    return Follow(link + 1, to=_phrase(at.sentence, at.token.index + 1, link))


def there(sentence: Sentence, cue: UndertakingCue, verb: Token, start: int) -> int | None:
    """The place of the "to" before a place or event that the cue lists, or None."""
    for one in sentence.tokens[start : start + _FAR]:
        if one.lower == "to" and one.pos == "ADP":
            noun = sentence.child(one, "pobj")
            if noun is not None and (noun.entity == "GPE" or noun.lemma.lower() in cue.objects):
                return one.index
    return None


def _to_person(at: At) -> Follow | None:
    after = _next(at.sentence, at.token.index)
    if after is None or after.lower != "to" or _verb_after_to(at.sentence, after):
        return None
    return _person(at, after.index, ("to", "for"))


_RULES: dict[str, Callable[[At], Follow | None]] = {
    "person-that": _person_that,
    "person-to": _person_to,
    "person-with": _person_with,
    "to-person": _to_person,
    "person-for": _person_for,
    "person-there": _person_there,
    "to-verb": _to_verb,
    "to-gerund": _to_gerund,
    "of-verb": _of_verb,
    "to-listed": _to_listed,
    "to-noun": _to_noun,
    "on": _on,
    "that": _that,
    "object": _object,
    "for-noun": _for_noun,
}
