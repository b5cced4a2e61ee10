"""What is denied from afar: "no sign that X is ready", "neither X nor Y had agreed"."""

from communique.extract.clauses import SUBJECTS, is_negated
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


def is_gainsaid(sentence: Sentence, token: Token) -> bool:
    """Whether the words say that there is no such thing: "did not discuss any hotline".

    Two denials cancel out: who "did not deny that they had agreed" gainsays nothing.
    """
    if _is_known(sentence, token):
        return False
    count, below = 0, token
    for one in (token, *sentence.ancestors(token)):
        if one is not token and _begins_anew(below):
            break
        count += _denials(sentence, one, below)
        below = one
    return count % 2 == 1


def _is_known(sentence: Sentence, token: Token) -> bool:
    """Whether what is denied is another thing of one known to be there: "the line is not used"."""
    before = (one.lower for one in sentence.children(token) if one.dep in ("det", "poss"))
    if token.pos != "NOUN" or not set(before) & words("clauses", "gainsaid", "definite"):
        return False
    verb = next((one for one in sentence.ancestors(token) if one.pos in ("VERB", "AUX")), None)
    spoken = words("clauses", "gainsaid", "verbs") | words("clauses", "gainsaid", "denying")
    return verb is not None and verb.lemma.lower() not in spoken


def _begins_anew(below: Token) -> bool:
    """Whether a clause says something of its own, which the words above it do not deny."""
    is_finite = below.pos in ("VERB", "AUX") and below.tag != "VB"
    return is_finite and below.dep in ("conj", "relcl", "advcl", "parataxis")


def _denials(sentence: Sentence, token: Token, below: Token) -> int:
    """How often a word of the way up denies what stands below it."""
    lemma = token.lemma.lower()
    negated = is_negated(sentence, token) and not _is_only(sentence, token)
    if token.pos not in ("VERB", "AUX"):
        known = token is below or lemma in words("clauses", "gainsaid", "nouns")
        return int(negated and known)
    if lemma in words("clauses", "gainsaid", "denying"):
        return 1 + negated
    subject = sentence.child(token, *SUBJECTS)
    if lemma in words("clauses", "gainsaid", "verbs"):
        nobody = subject is not None and subject is not below and _is_nobody(sentence, subject)
        return int(negated or nobody)
    is_being = lemma == "be" and sentence.child(token, "expl") is not None
    is_having = lemma == "have" and below.dep in ("dobj", "obj")
    return int(negated and (is_being or is_having))


def _is_only(sentence: Sentence, token: Token) -> bool:
    """Whether it was done, and more than that: "not only discussed a hotline"."""
    near = sentence.tokens[max(token.index - 2, 0) : token.index]
    return any(one.lower in words("clauses", "gainsaid", "only") for one in near)
