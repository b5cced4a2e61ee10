"""A cue of contact in a sentence, and the grammar around it that every rule asks about."""

from dataclasses import dataclass
from enum import StrEnum

from communique.languages.en.contact_cues import NounCue, VerbCue
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import BlockKind

HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEADING})
SUBJECTS = ("nsubj", "nsubjpass")
NOMINAL = frozenset({"NOUN", "PROPN"})


class Link(StrEnum):
    """How a cue stands to the clause that tells of the contact."""

    VERB = "verb"
    CARRIED = "carried"
    BESIDE = "beside"
    SUBJECT = "subject"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Site:
    """A cue in a sentence. ``verb`` is the verb of its clause, ``preposition`` what links them."""

    sentence: Sentence
    token: Token
    cue: VerbCue | NounCue
    link: Link
    verb: Token | None
    preposition: str = ""


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells what was done to its subject, or to the noun that it hangs on."""
    if sentence.child(verb, "nsubjpass", "auxpass") is not None:
        return True
    return verb.dep == "acl" and verb.tag == "VBN"


def subject_above(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it completes: "is to sit"."""
    while verb.dep == "xcomp" and subject_of(sentence, verb) is None:
        verb = sentence.head(verb)
    return subject_of(sentence, verb)


def opens_with_to(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause is one with "to": "to meet him"."""
    return verb.tag == "VB" and any(one.tag == "TO" for one in sentence.children(verb))


def word_of(token: Token) -> str:
    """The lemma in lower case; the parser gives none to a plural that it takes for a name."""
    lemma = token.lemma.lower()
    if token.tag in ("NNP", "NNPS") and lemma.endswith("s"):
        return lemma[:-1]
    return lemma


def first_of_row(sentence: Sentence, token: Token) -> Token:
    """The first noun of the row that a noun is joined to by "and", itself when it is not."""
    while token.dep in ("conj", "appos") and sentence.head(token).pos in NOMINAL:
        token = sentence.head(token)
    return token


def measure_of(sentence: Sentence, noun: Token, of: frozenset[str]) -> Token | None:
    """The noun that may only count or measure another: the round of "a round of talks"."""
    link = sentence.head(noun)
    return sentence.head(link) if noun.dep == "pobj" and link.lower in of else None


def clause_verb(sentence: Sentence, token: Token) -> Token | None:
    """The nearest verb above a token, or None when only nouns stand above it."""
    return next((one for one in sentence.ancestors(token) if is_verb(one)), None)


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a verb: the nearest before it, where the parser gives it several."""
    found = [one for one in sentence.children(verb) if one.dep in SUBJECTS]
    before = [one for one in found if one.index < verb.index]
    if not found and verb.dep == "conj":
        return _cut_off(sentence, verb)
    if not found and verb.dep == "advcl":
        return _under_mark(sentence, verb)
    return before[-1] if before else next(iter(found), None)


def _under_mark(sentence: Sentence, verb: Token) -> Token | None:
    """The subject that the parser hangs on the word before it: "after Dan, the envoy, spoke"."""
    mark = sentence.child(verb, "mark")
    found = None if mark is None else sentence.child(mark, "pobj")
    return found if found is not None and found.index < verb.index else None


def _cut_off(sentence: Sentence, verb: Token) -> Token | None:
    """The subject right before a verb that was taken for an apposition: "an envoy, Dan said".

    An apposition would be closed by a comma or stand before an "and".
    """
    noun = sentence.tokens[verb.index - 1] if verb.index else verb
    while noun.dep in ("pobj", "prep") and sentence.head(noun).index < noun.index:
        noun = sentence.head(noun)
    is_apposed = noun.dep == "appos" and noun.pos in NOMINAL and noun.head < noun.index
    return noun if is_apposed else None


def is_verb(token: Token) -> bool:
    """Whether a token is a verb, and no preposition in the shape of one ("following")."""
    return token.pos in ("VERB", "AUX") and token.dep != "prep"


def unjoined(sentence: Sentence, verb: Token) -> Token:
    """The infinitive that a bare verb goes on from, where the parser joined it to what governs it.

    "Is due to lay a wreath, meet Dan and leave": whoever is due to lay it is due to meet him.
    """
    above = sentence.head(verb)
    if verb.dep != "conj" or verb.tag not in ("VB", "VBP") or above.tag in ("VB", "MD"):
        return verb
    if not is_verb(above) or any(one.dep in (*SUBJECTS, "aux") for one in sentence.children(verb)):
        return verb
    rows = [
        one
        for one in sentence.children(above)
        if one.dep == "xcomp" and one.tag == "VB" and above.index < one.index < verb.index
    ]
    return rows[-1] if rows else verb


def leads(sentence: Sentence, token: Token) -> bool:
    """Whether no relative clause and no noun's own clause stands between a token and the root."""
    while token.head != token.index:
        if token.dep in ("relcl", "acl"):
            return False
        token = sentence.head(token)
    return True
