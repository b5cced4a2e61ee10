"""What is denied from afar: "no sign that X is ready", "neither X nor Y had agreed"."""

from communique.extract.clauses import SUBJECTS
from communique.languages.en.cues import words
from communique.model.syntax import Sentence, Token


def is_denied(sentence: Sentence, verb: Token) -> bool:
    """Whether its subject is nobody, or a noun or verb above says that it is not so."""
    subject = sentence.child(verb, *SUBJECTS)
    if subject is not None and _is_nobody(sentence, subject):
        return True
    below = verb
    for above in sentence.ancestors(verb):
        if above.index > below.index and below.dep == "conj":
            return False
        if above.pos == "NOUN" and above.lemma.lower() in words("clauses", "doubted"):
            return any(
                one.lower in words("clauses", "doubted", "no") for one in sentence.children(above)
            ) or above.lemma.lower() in words("clauses", "doubted", "always")
        below = above
    return False


def _is_nobody(sentence: Sentence, subject: Token) -> bool:
    near = {subject.lower, *(one.lower for one in sentence.children(subject))}
    return bool(near & words("clauses", "doubted", "nobody"))
