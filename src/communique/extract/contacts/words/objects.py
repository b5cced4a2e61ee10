"""What a verb is done to, wherever the parser hangs it."""

from collections.abc import Iterator

from communique.extract.contacts.sites import SUBJECTS, subject_of
from communique.model.syntax import Sentence, Token

OBJECTS = ("dobj", "nsubjpass", "npadvmod", "oprd", "dative")
_CLAUSES = ("relcl", "acl")
_ENDS = frozenset({"ADP", "PUNCT", "SCONJ", "AUX", "CCONJ"})
NEAR = 6
"""How many words behind a verb its object may stand that the parser takes for a clause."""


def done_to(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The objects of a verb, of a passive its subject, and what stands above a clause on it."""
    for one in sentence.children(verb):
        if one.dep in OBJECTS and one.tag not in ("WDT", "WP"):
            yield one
        elif one.dep == "prep" and one.index == verb.index + 1:
            # "Called in the ambassador": the particle is taken for a preposition.
            yield from (kid for kid in sentence.children(one) if kid.dep == "pobj")
        elif one.dep in ("ccomp", "xcomp"):
            yield from (kid for kid in sentence.children(one) if kid.dep in SUBJECTS)
    if verb.dep in _CLAUSES:
        yield sentence.head(verb)
    raised = raised_to(sentence, verb)
    if raised is not None:
        yield raised


def raised_to(sentence: Sentence, verb: Token) -> Token | None:
    """The subject above a passive infinitive: "the treaty is expected to be signed"."""
    if sentence.child(verb, "auxpass") is None or sentence.child(verb, "nsubjpass") is not None:
        return None
    token = verb
    while token.dep in ("xcomp", "conj") and token.head != token.index:
        token = sentence.head(token)
        subject = subject_of(sentence, token)
        if subject is not None:
            return subject
    return None


def run_behind(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The words behind a verb up to the first mark, "and" or preposition."""
    found: list[Token] = []
    for one in sentence.tokens[verb.index + 1 : verb.index + 1 + NEAR]:
        if one.pos in _ENDS:
            break
        found.append(one)
    return tuple(found)
