"""Where a sentence may tell of a contact: the cue words and how they stand in its grammar."""

from dataclasses import dataclass
from enum import StrEnum

from communique.extract.occasions import occasion_at
from communique.languages.en.contact_cues import ContactCues, NounCue, VerbCue
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import BlockKind

HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEADING})
SUBJECTS = ("nsubj", "nsubjpass")
NOMINAL = frozenset({"NOUN", "PROPN"})
_LEFT = frozenset({"compound", "amod", "nmod", "poss", "npadvmod", "advmod"})


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


def find_sites(sentence: Sentence, cues: ContactCues) -> tuple[Site, ...]:
    """The cues of contact in a sentence, in the order of the text."""
    found = []
    for token in sentence.tokens:
        word = word_of(token)
        if word not in cues.lemmas:
            continue
        site = _verb_site(sentence, token, word, cues) or _noun_site(sentence, token, word, cues)
        if site is not None:
            found.append(site)
    return tuple(found)


def _verb_site(sentence: Sentence, token: Token, word: str, cues: ContactCues) -> Site | None:
    if token.pos == "NOUN" and _is_heading_verb(sentence, token):
        rows = (cue for cue in cues.verbs.get(word, ()) if cue.takes_object)
        return next((Site(sentence, token, cue, Link.VERB, token) for cue in rows), None)
    if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass", "amod", "compound"):
        return None
    for cue in cues.verbs.get(word, ()):
        if _verb_fits(sentence, token, cue, cues):
            return Site(sentence, token, cue, Link.VERB, token)
    return None


def _is_heading_verb(sentence: Sentence, token: Token) -> bool:
    """Whether a heading's "phones" between two names, parsed as a plural, is its verb."""
    if token.tag != "NNS" or sentence.block_kind not in HEADINGS:
        return False
    if not 0 < token.index < len(sentence.tokens) - 1:
        return False
    before, behind = sentence.tokens[token.index - 1], sentence.tokens[token.index + 1]
    return before.text[:1].isupper() and behind.text[:1].isupper()


def _verb_fits(sentence: Sentence, token: Token, cue: VerbCue, cues: ContactCues) -> bool:
    children = sentence.children(token)
    named_so = [one for one in children if one.dep == "oprd"]
    objects = tuple(one for one in children if one.dep in ("dobj", "nsubjpass", "npadvmod"))
    if any(one.dep == "prt" for one in children) or (named_so and objects):
        return False
    objects += tuple(one for one in named_so if one.pos == "PROPN")
    if cue.object_words:
        return any(_names(sentence, one, cue.object_words) for one in objects)
    if cue.needs_people and any(_is_called_so(sentence, one) for one in objects):
        return False
    if cue.takes_object and (objects or token.dep in ("relcl", "acl")):
        return not any(one.dep in ("ccomp", "acomp") for one in children)
    prepositions = {one.lower for one in children if one.dep in ("prep", "dative")}
    if prepositions & set(cue.withs) or prepositions & set(cue.tos):
        return True
    if cue.is_reciprocal:
        return _may_be_several(sentence, token, cues)
    return cue.takes_body and any(one.dep == "nsubj" for one in children)


def _is_called_so(sentence: Sentence, token: Token) -> bool:
    """Whether a quoted name for him follows an object: "called him 'a friend'"."""
    behind = token.index + 1
    return behind < len(sentence.tokens) and sentence.tokens[behind].tag in ("``", "''", "POS")


def _names(sentence: Sentence, token: Token, words: frozenset[str]) -> bool:
    return word_of(token) in words or any(
        word_of(one) in words for one in sentence.children(token) if one.dep in ("conj", "compound")
    )


def _may_be_several(sentence: Sentence, verb: Token, cues: ContactCues) -> bool:
    subject = subject_of(sentence, verb)
    if subject is None:
        return True
    return (
        subject.tag in ("NNS", "NNPS", "WDT", "WP")
        or subject.lower in cues.words["several"]
        or sentence.child(subject, "conj", "cc") is not None
    )


def _noun_site(sentence: Sentence, token: Token, word: str, cues: ContactCues) -> Site | None:
    if token.pos not in NOMINAL or token.dep in ("compound", "amod", "nmod"):
        return None
    for cue in cues.nouns.get(word, ()):
        if _noun_fits(sentence, token, cue, cues):
            site = _link(sentence, token, cue, cues)
            return site if site is not None and _is_supported(site, cue) else None
    return None


def _is_supported(site: Site, cue: NounCue) -> bool:
    """Whether a noun that tells of a contact only beside certain verbs stands beside one."""
    if cue.supported_by:
        return site.link is Link.CARRIED and (not cue.through or site.preposition in cue.through)
    return site.link is not Link.NAMED or not cue.needs_support


def _noun_fits(sentence: Sentence, token: Token, cue: NounCue, cues: ContactCues) -> bool:
    if cue.needs_plural and token.tag not in ("NNS", "NNPS"):
        return False
    children = sentence.children(token)
    if any(_turns(sentence, one, cue) for one in children):
        return False
    if any(one.dep in _LEFT and word_of(one) in cues.words["other_sense"] for one in children):
        return False
    if cue.unless and any(one.dep == "acl" and one.tag == "VB" for one in children):
        return False
    return not cue.modifiers or bool(cue.modifiers & _modifiers(sentence, token, cues))


def _turns(sentence: Sentence, preposition: Token, cue: NounCue) -> bool:
    """Whether a preposition behind the noun, unless it leads to a time, gives another sense."""
    if preposition.dep != "prep" or preposition.lower not in cue.unless:
        return False
    return not any(one.entity in ("DATE", "TIME") for one in sentence.children(preposition))


def _modifiers(sentence: Sentence, token: Token, cues: ContactCues) -> frozenset[str]:
    """The words that say what sort of thing a noun is: beside it, or behind "of"."""
    found = {word_of(one) for one in sentence.children(token) if one.dep in _LEFT}
    for at in (token.index - 1, token.index - 2):
        if at >= 0:
            found.add(word_of(sentence.tokens[at]))
    for one in sentence.children(token):
        if one.dep == "prep" and one.lower in cues.words["of"]:
            found |= {word_of(object_) for object_ in sentence.children(one)}
    return frozenset(found)


def _link(sentence: Sentence, token: Token, cue: NounCue, cues: ContactCues) -> Site | None:
    noun = first_of_row(sentence, token)
    head = sentence.head(noun)
    before = _verb_before(sentence, token)
    if before is not None and before.index != head.index and carries(before, cue, cues):
        return Site(sentence, token, cue, Link.CARRIED, before)
    if noun.dep in ("dobj", "attr", "oprd", "npadvmod", "dative") and head.pos in ("VERB", "AUX"):
        link = Link.CARRIED if carries(head, cue, cues) else Link.NAMED
        return Site(sentence, token, cue, link, head)
    if noun.dep in ("nsubj", "nsubjpass") and head.pos in ("VERB", "AUX"):
        return Site(sentence, token, cue, Link.SUBJECT, head)
    if noun.dep == "pobj":
        return _behind_preposition(sentence, token, cue, cues)
    return Site(sentence, token, cue, Link.NAMED, clause_verb(sentence, noun))


def _verb_before(sentence: Sentence, token: Token) -> Token | None:
    """The verb that stands directly before a noun's own words, wherever the parser hangs it."""
    first = min((one.index for one in sentence.children(token)), default=token.index)
    at = min(first, token.index) - 1
    if at < 0 or sentence.tokens[at].pos != "VERB":
        return None
    return sentence.tokens[at]


def _behind_preposition(
    sentence: Sentence, token: Token, cue: NounCue, cues: ContactCues
) -> Site | None:
    preposition = sentence.head(first_of_row(sentence, token))
    head = sentence.head(preposition)
    if preposition.lower in cues.words["of"] and word_of(head) in cues.nouns:
        return None
    occasion = occasion_at(sentence, preposition)
    if occasion is not None:
        return Site(sentence, token, cue, Link.BESIDE, occasion.verb, preposition.lower)
    verb = clause_verb(sentence, preposition)
    if verb is None:
        return Site(sentence, token, cue, Link.NAMED, None, preposition.lower)
    inside = preposition.lower in cues.words["in"]
    if (
        inside
        and _takes_part(sentence, verb, cue, cues)
        and head.index in (verb.index, verb.index + 1)
    ):
        return Site(sentence, token, cue, Link.CARRIED, verb, preposition.lower)
    if breaks_off(sentence, verb, cues) and preposition.lower in cues.words["broken_off"]:
        return Site(sentence, token, cue, Link.CARRIED, verb, preposition.lower)
    if _stands_beside(preposition, head, verb, cues):
        return Site(sentence, token, cue, Link.BESIDE, verb, preposition.lower)
    return Site(sentence, token, cue, Link.NAMED, verb, preposition.lower)


def _takes_part(sentence: Sentence, verb: Token, cue: NounCue, cues: ContactCues) -> bool:
    """Whether somebody engages "in" what the noun names, or remains "in contact"."""
    if cue.through:
        return carries(verb, cue, cues)
    if word_of(verb) in cues.words["taking_part"]:
        return True
    return any(
        one.dep == "dobj" and word_of(one) in cues.words["part"] for one in sentence.children(verb)
    )


def _stands_beside(preposition: Token, head: Token, verb: Token, cues: ContactCues) -> bool:
    """Whether "during a call" or "for talks" says how or why the clause's parties dealt."""
    words = cues.words
    if preposition.lower in words["purpose"]:
        return head.index == verb.index and word_of(verb) in words["gathering"]
    if preposition.lower in words["within_always"]:
        return True
    if preposition.lower in words["within"]:
        return head.index == verb.index and word_of(verb) in words["uttering"]
    return False


def carries(verb: Token, cue: NounCue, cues: ContactCues) -> bool:
    """Whether a verb with this noun as its object tells of a contact of its subject."""
    word = word_of(verb)
    if cue.supported_by:
        return word in cue.supported_by
    if word in cues.words["support"] or word in cues.words["received"]:
        return True
    return cues.governors.get((word, "")) is not None


def breaks_off(sentence: Sentence, verb: Token, cues: ContactCues) -> bool:
    """Whether a verb and its particle say what became of a contact: "pulled out of talks"."""
    word = word_of(verb)
    return any((word, one.lower) in cues.governors for one in sentence.children(verb))


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
