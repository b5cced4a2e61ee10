"""What is denied from afar: "no sign that X is ready", "neither X nor Y had agreed"."""

from communique.extract.clauses import SUBJECTS
from communique.languages.en.cues import words
from communique.model.syntax import Sentence, Token


def is_denied(sentence: Sentence, verb: Token) -> bool:
    """Whether its subject is nobody, or a noun or verb above says that it is not so."""
    subject = sentence.child(verb, *SUBJECTS)
    if subject is not None and _is_nobody(sentence, subject):
        return True
    if _follows_nor(sentence, verb):
        return True
    below = verb
    for above in sentence.ancestors(verb):
        if above.index > below.index and below.dep == "conj":
            return False
        if above.pos == "NOUN" and above.lemma.lower() in words("clauses", "doubted"):
            return any(
                one.lower in words("clauses", "doubted", "no") for one in sentence.children(above)
            ) or above.lemma.lower() in words("clauses", "doubted", "always")
        if above.lemma == "be" and _is_hoped(sentence, above):
            return True
        below = above
    return False


def _is_hoped(sentence: Sentence, copula: Token) -> bool:
    """Whether it is what somebody hopes or fears: "the hope is that X agrees"."""
    noun = sentence.child(copula, *SUBJECTS)
    return noun is not None and noun.lemma.lower() in words("clauses", "doubted", "always")


def _follows_nor(sentence: Sentence, verb: Token) -> bool:
    """Whether "nor" opens the clause: "nor has he invited her"."""
    first = min([verb.index, *(one.index for one in sentence.children(verb))])
    near = sentence.tokens[max(first - 1, 0) : verb.index]
    return any(one.lower in words("clauses", "doubted", "nor") for one in near)


def _is_nobody(sentence: Sentence, subject: Token) -> bool:
    near = {subject.lower, *(one.lower for one in sentence.children(subject))}
    return bool(near & words("clauses", "doubted", "nobody"))
