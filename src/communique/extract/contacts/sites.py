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


def clause_verb(sentence: Sentence, token: Token) -> Token | None:
    """The nearest verb above a token, or None when only nouns stand above it."""
    return next((one for one in sentence.ancestors(token) if is_verb(one)), None)


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a verb: the nearest before it, where the parser gives it several."""
    found = [one for one in sentence.children(verb) if one.dep in SUBJECTS]
    before = [one for one in found if one.index < verb.index]
    return before[-1] if before else next(iter(found), None)


def is_verb(token: Token) -> bool:
    """Whether a token is a verb, and no preposition in the shape of one ("following")."""
    return token.pos in ("VERB", "AUX") and token.dep != "prep"
