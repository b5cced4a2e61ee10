"""Clauses as the rules on statements see them: subjects, negation, and where a complement ends."""

from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token

OPENING = "“‘«\"'"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CLIMB = frozenset({"xcomp", "conj", "advcl", "acl", "pcomp", "ccomp", "oprd", "acomp"})


def subject_of(sentence: Sentence, predicate: Token) -> Token | None:
    """The head of the subject of a verb or of what hangs on one, or None.

    A verb without a subject of its own takes that of the verb it hangs on or is joined to; a
    relative pronoun is answered by the noun that it stands for.
    """
    token = predicate
    for _ in range(6):
        own = sentence.child(token, *SUBJECTS)
        if own is not None:
            return _antecedent(sentence, token) if own.tag in ("WDT", "WP") else own
        if token.dep == "relcl":
            return _antecedent(sentence, token)
        # "X's decision to ...": whose it is stands for the subject.
        owner = (
            sentence.child(token, "poss") if token.pos == "NOUN" and token != predicate else None
        )
        if owner is not None:
            return owner
        # A finite verb that the parser hung on a noun belongs to the clause around it.
        hung = token.pos == "NOUN" and predicate.tag in FINITE and token.dep in ("dobj", "attr")
        if token.head == token.index or not (hung or token.dep in _CLIMB):
            return None
        token = sentence.head(token)
    return None


def _antecedent(sentence: Sentence, verb: Token) -> Token | None:
    noun = sentence.head(verb) if verb.dep == "relcl" else None
    if noun is None:
        return None
    # "X is among the few countries that kept ...": the subject of "is" is meant.
    up = noun
    while up.dep in ("pobj", "attr", "prep", "conj") and up.head != up.index:
        up = sentence.head(up)
        if up.lemma == "be":
            return sentence.child(up, *SUBJECTS) or noun
    return noun


def auxiliaries(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The auxiliaries of a verb, those of the verb it is joined to when it has none."""
    own = tuple(one for one in sentence.children(verb) if one.dep in ("aux", "auxpass"))
    if not own and verb.dep == "conj" and not sentence.child(verb, *SUBJECTS):
        head = sentence.head(verb)
        if head.tag == verb.tag:
            return tuple(one for one in sentence.children(head) if one.dep in ("aux", "auxpass"))
    return own


def is_negated(sentence: Sentence, token: Token) -> bool:
    """Whether a negation, or "no" as an article, stands directly with the word."""
    return any(
        one.dep == "neg" or one.lower in ("no", "not", "n't", "never", "neither", "without")
        for one in sentence.children(token)
        if one.dep == "neg"
        or (one.dep in ("det", "advmod", "preconj", "prep") and one.index < token.index)
    )


def is_in_question(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause says what or how far ("what they agreed to do"), and not that."""
    if verb.dep == "relcl":
        own = sentence.child(verb, "nsubj", "nsubjpass")
        return own is not None and own.tag not in ("WDT", "WP")
    words_before = [one for one in sentence.subtree(verb) if one.tag in ("WP", "WRB", "WDT")]
    return verb.dep in ("ccomp", "pcomp", "csubj") and any(
        one.index < verb.index and one.dep not in ("nsubj", "nsubjpass", "mark")
        for one in words_before
    )


def is_asserted(sentence: Sentence, verb: Token) -> bool:
    """Whether the clause of a verb says that it happened, happens, or is so.

    False for negated, hypothetical and hoped-for clauses, bare infinitives and questions.
    """
    if sentence.tokens[-1].text == "?" or is_negated(sentence, verb):
        return False
    aux = auxiliaries(sentence, verb)
    if any(one.tag == "MD" for one in aux):
        return False
    if any(one.lower in words("clauses", "hedges", "adverbs") for one in sentence.children(verb)):
        return False
    if _under_condition(sentence, verb):
        return False
    if verb.tag == "VB":
        return False
    if verb.tag == "VBG":
        return any(one.lemma == "be" for one in aux) or verb.dep in ("advcl", "acl", "pcomp")
    return verb.dep != "amod" and not (verb.tag == "VBN" and verb.dep == "acl")


def _under_condition(sentence: Sentence, verb: Token) -> bool:
    token: Token = verb
    while True:
        marks = words("clauses", "hedges", "marks")
        if any(
            one.dep in ("mark", "advmod") and one.lower in marks for one in sentence.children(token)
        ):
            return True
        if token.dep not in ("conj", "xcomp", "ccomp", "acl", "relcl"):
            return False
        head = sentence.head(token)
        if token.dep in ("xcomp", "ccomp") and head.lemma in words("clauses", "hedges", "verbs"):
            return True
        token = head


def complement_end(sentence: Sentence, start: int, wordings: tuple[Span, ...] = ()) -> int:
    """The place after the last token of the complement that begins at ``start``.

    It ends at the end of the sentence, where the words begin that say who speaks (``wordings``),
    where a new clause begins, and before a relative clause that only describes a name.
    """
    depth = 0
    for token in sentence.tokens[start:]:
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth -= 1
        if (
            token.index > start
            and depth <= 0
            and _ends_complement(sentence, token, start, wordings)
        ):
            return trimmed(sentence, start, token.index)
    return trimmed(sentence, start, len(sentence.tokens))


def _ends_complement(
    sentence: Sentence, token: Token, start: int, wordings: tuple[Span, ...]
) -> bool:
    lower = token.lower
    if token.text in (";", ":", "?", "!", "--", "—", "–", "…") or token.tag == ".":
        return True
    if token.text == "-" and sentence.tokens[token.index - 1].end < token.start:
        return True
    if any(one.start <= token.start < one.end for one in wordings):
        return True
    if lower in words("clauses", "breaks", "anywhere"):
        return True
    if lower in words("clauses", "breaks", "conditional") and lower != "provided":
        return True
    after = next_word(sentence, token.index)
    if token.text == ",":
        return after is None or after.tag == "TO" or _begins_clause(sentence, after, start)
    if token.tag in ("WDT", "WP") or lower == "where":
        return _describes_a_name(sentence, token)
    if token.dep == "cc" and after is not None:
        return _is_outer_verb(sentence, after, start)
    return False


def _begins_clause(sentence: Sentence, token: Token, start: int) -> bool:
    if token.lower in words("clauses", "breaks", "after_comma"):
        return True
    if token.dep == "cc":
        after = next_word(sentence, token.index)
        return after is not None and _is_outer_verb(sentence, after, start)
    if token.tag in FINITE and token.head < start:
        return True
    return _starts_saying(sentence, token) or _starts_subject(sentence, token, start)


def _starts_saying(sentence: Sentence, token: Token) -> bool:
    """Whether "..., X said" begins: the root stands after it, with what was said before it."""
    root = sentence.root
    if root.index <= token.index or root.tag not in FINITE:
        return False
    if not any(one.dep == "ccomp" and one.index < token.index for one in sentence.children(root)):
        return False
    while token.head not in (root.index, token.index):
        token = sentence.head(token)
    return token.dep != "ccomp"


def _is_outer_verb(sentence: Sentence, token: Token, start: int) -> bool:
    """Whether a finite verb outside the complement, or its subject, starts here."""
    verb = _skip_adverbs(sentence, token)
    if verb is not None and verb.tag in FINITE and verb.dep not in ("relcl",):
        if verb.dep in ("aux", "auxpass"):
            verb = sentence.head(verb)
        return (
            verb.head < start
            or verb.dep in ("ROOT", "acl")
            or (verb.dep == "conj" and verb.tag != "VBP")
        )
    if verb is not None and verb.lemma in ("have", "be") and verb.dep in ("aux", "auxpass"):
        return True
    return _starts_subject(sentence, token, start)


def _starts_subject(sentence: Sentence, token: Token, start: int) -> bool:
    """Whether the noun phrase that begins here is the subject of a finite verb after it."""
    noun = token
    while (
        noun.dep in ("det", "amod", "compound", "poss", "nummod", "nmod", "advmod", "case", "punct")
        and noun.head > noun.index
    ):
        noun = sentence.head(noun)
    if noun.dep not in ("nsubj", "nsubjpass"):
        return False
    verb = sentence.head(noun)
    if verb.index < noun.index:
        return False
    if verb.dep == "relcl" and verb.head >= start:
        return False
    return verb.head < start or verb.head == verb.index or verb.dep in ("conj", "ccomp", "advcl")


def _skip_adverbs(sentence: Sentence, token: Token) -> Token | None:
    index = token.index
    while index < len(sentence.tokens):
        one = sentence.tokens[index]
        if one.pos not in ("ADV", "PUNCT"):
            return one
        index += 1
    return None


def _describes_a_name(sentence: Sentence, pronoun: Token) -> bool:
    before = sentence.tokens[pronoun.index - 1] if pronoun.index else None
    if before is None:
        return False
    return before.text in (")", ",") or before.pos == "PROPN"


def next_word(sentence: Sentence, index: int) -> Token | None:
    """The first word after a place, past punctuation and quotation marks, or None."""
    for token in sentence.tokens[index + 1 :]:
        if token.pos not in ("PUNCT", "SPACE") and token.tag not in ("``", "''"):
            return token
    return None


def trimmed(sentence: Sentence, start: int, end: int) -> int:
    """Back from marks and loose conjunctions at the end; a quotation begun inside is closed."""
    tokens = sentence.tokens
    while end > start + 1 and _is_loose(tokens[end - 1], tokens[start:end]):
        end -= 1
    return end


def _is_loose(token: Token, inside: tuple[Token, ...]) -> bool:
    if token.text in ("”", "’", '"', "'", ")"):
        return not _is_balanced(inside)
    return token.pos in ("PUNCT", "SPACE", "CCONJ") or token.dep == "cc"


def _is_balanced(inside: tuple[Token, ...]) -> bool:
    """Whether the last token closes something that is opened inside."""
    last = inside[-1].text
    before = [one.text for one in inside[:-1]]
    opener = {"”": "“", "’": "‘", ")": "("}.get(last, last)
    if opener == last:
        return before.count(last) % 2 == 1
    return before.count(opener) > before.count(last)


def span_of(sentence: Sentence, start: int, end: int) -> Span:
    """The place in the text of the tokens from ``start`` up to but not including ``end``.

    A quotation mark or bracket that is opened inside and closed just after belongs to it; one that
    is only closed inside does not open it, so that the span starts after an unmatched mark.
    """
    tokens = sentence.tokens
    while (
        start < end - 1
        and tokens[start].pos in ("PUNCT", "SPACE")
        and not _opens(tokens[start:end])
    ):
        start += 1
    return Span(tokens[start].start, tokens[end - 1].end)


def _opens(inside: tuple[Token, ...]) -> bool:
    first = inside[0].text
    closer = {"“": "”", "‘": "’", "(": ")"}.get(first, first if first in ("'", '"') else "")
    return bool(closer) and any(one.text == closer for one in inside[1:])


def before_past(sentence: Sentence, start: int, end: int) -> int:
    """Where words of what is still to be done end before a clause that says when it was said:
    "invited him to come when the two spoke on Monday".
    """
    for token in sentence.tokens[start:end]:
        is_past = token.dep == "advcl" and token.tag == "VBD"
        if is_past and token.lemma.lower() in words("clauses", "when_past", "verbs"):
            first = sentence.subtree(token)[0]
            if start < first.index < end and first.lower in words("clauses", "when_past"):
                return first.index
    return end
