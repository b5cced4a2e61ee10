"""What belongs to a verb or noun although the parser hangs it on a day or a telephone beside it."""

from collections.abc import Collection, Iterator

from communique.extract.contacts.sites import word_of
from communique.languages.en.contact_cues import load_contact_cues
from communique.languages.en.times import nouns_of_time
from communique.model.syntax import Sentence, Token

_LEADING = ("prep", "dative", "agent")
_TIMES = ("DATE", "TIME")
_OBJECTS = ("dobj", "nsubjpass", "npadvmod", "dative", "attr", "oprd")


def is_time(token: Token) -> bool:
    """Whether what stands without a preposition is a day or an hour, and nobody's name."""
    is_named = token.entity in _TIMES or token.lower in nouns_of_time()
    return token.dep == "npadvmod" and is_named


def prepositions_of(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The prepositions that hang on a token, by way of a time or means too.

    "Spoke by telephone with X on Monday and with Y on Tuesday": both "with" are the verb's.
    """
    for child in sentence.children(token):
        if child.dep in _LEADING:
            yield child
            yield from _passed_on(sentence, child)
        elif is_time(child):
            yield from _under(sentence, child)


def _passed_on(sentence: Sentence, preposition: Token) -> Iterator[Token]:
    means = load_contact_cues().means
    for target in sentence.children(preposition):
        if target.dep == "conj" and target.pos == "ADP":
            yield target
        elif target.dep == "pobj" and (target.entity in _TIMES or word_of(target) in means):
            yield from _under(sentence, target)


def _under(sentence: Sentence, target: Token) -> Iterator[Token]:
    for one in sentence.children(target):
        if one.dep == "prep" or (one.dep == "conj" and one.pos == "ADP"):
            yield one
            yield from _passed_on(sentence, one)


def joined_to_days(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The names that the parser joins to a day: "met X on Monday and Y on Tuesday"."""
    for preposition in sentence.children(verb):
        for day in sentence.children(preposition) if preposition.dep == "prep" else ():
            if day.entity in _TIMES:
                for one in sentence.children(day):
                    if one.dep == "conj" and one.pos == "PROPN" and one.entity not in _TIMES:
                        yield one


def objects_of(sentence: Sentence, verb: Token, deps: Collection[str] = _OBJECTS) -> list[Token]:
    """What a verb has as its object, a name too that the parser takes for a clause."""
    return [
        one
        for one in sentence.children(verb)
        if (one.dep in deps and not _is_apposed(sentence, one))
        or (one.dep == "ccomp" and one.pos == "PROPN")
    ]


def _is_apposed(sentence: Sentence, token: Token) -> bool:
    """Whether commas set off a name, which then says who somebody is: "called on him, Dan, to"."""
    first = min(one.index for one in sentence.subtree(token))
    return token.dep == "npadvmod" and first > 0 and sentence.tokens[first - 1].text == ","


def under_particles(sentence: Sentence, verb: Token, particles: Collection[str]) -> Iterator[Token]:
    """What goes with a verb as its particle, with the words under it: "came face to face with"."""
    for child in sentence.children(verb) if particles else ():
        target = sentence.child(child, "pobj") if child.dep == "prep" else child
        if target is not None and target.lower in particles:
            yield from (one for one in sentence.subtree(target) if one.pos not in ("ADP", "PART"))


def has_behind(sentence: Sentence, token: Token, prepositions: Collection[str]) -> bool:
    """Whether one of these prepositions hangs on a token, and leads to no clause of another.

    "Held talks, with Dan mediating": what he did meanwhile makes him no partner.
    """
    return any(
        one.lower in prepositions and not _has_own_clause(sentence, one)
        for one in prepositions_of(sentence, token)
    )


def _has_own_clause(sentence: Sentence, preposition: Token) -> bool:
    clause = sentence.child(preposition, "pcomp")
    return clause is not None and sentence.child(clause, "nsubj") is not None
