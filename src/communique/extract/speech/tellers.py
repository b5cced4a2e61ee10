"""Tellers: who speaks, for whom, as the words of a document name them."""

from dataclasses import replace

from communique.catalog.naming import NamingKind, find_namings
from communique.extract.speech.company import Company
from communique.extract.speech.media import is_bare, media_named
from communique.extract.speech.namings import noun_phrase
from communique.extract.speech.sides import (
    issuer_at,
    officers_side,
    owners_side,
    planners_side,
    seat_at,
    seat_in,
    side_in,
    spoken_for,
    subjects_side,
)
from communique.extract.speech.spokespersons import for_the_last, words_of
from communique.extract.speech.values import MediumFound, Memory, Teller, TellerKind
from communique.languages.en.originals import original_words
from communique.languages.en.speech import speech_words
from communique.model.passages import Span
from communique.model.readings import Mention
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind, OriginalKind


def teller_of(company: Company, sentence: Sentence, head: Token, memory: Memory) -> Teller | None:
    """Who the words around a head name, or None when they name nobody who tells."""
    words = speech_words()
    low = head.lower
    if head.pos == "PRON" or low in words.pronouns["person"] | words.pronouns["thing"]:
        return _pronoun(company, sentence, head, memory)
    span = company.naming_span(sentence, head)
    naming = without_possessive(company.page.document.text[span.start : span.end])
    if not naming.split():
        return None  # "Let’s be clear": a shortened "us" names nobody
    if low in original_words().nouns and _names_original(sentence, head, naming):
        return _original(company, sentence, head, memory, naming)
    issuer = issuer_at(naming, head.start - span.start) or seat_at(company, naming)
    if issuer is not None:
        return _institution(company, sentence, head, memory, naming, issuer)
    media = media_named(company, sentence, head, naming, memory)
    if media is not None:
        return media
    return _actor_or_role(company, sentence, head, memory, naming)


def without_possessive(naming: str) -> str:
    """A naming without the mark of the possessive at its end."""
    return speech_words().possessive.sub("", naming)


def _pronoun(company: Company, sentence: Sentence, head: Token, memory: Memory) -> Teller | None:
    """Whom a pronoun stands for: an actor, the last teller of its sort, or somebody not known."""
    words = speech_words().pronouns
    low = head.lower
    mention = company.at_token(sentence, head)
    known = None if mention is None else _from_mention(company, mention, None)
    last = memory.last if sentence.index - memory.last_sentence <= 2 else None
    if low in words["thing"]:
        before = None if _closes(sentence, head) else _subject_before(company, sentence, head)
        before = before or _original_before(company, sentence, head, memory)
        return before or (last if last is not None and last.kind in _THINGS else known)
    if low in words["person"]:
        near = sentence.index - memory.last_sentence <= 1
        if last is not None and last.kind is TellerKind.PERSON and (near or known is None):
            known = last
        return known or Teller(TellerKind.UNNAMED, None, None, "")
    if low in words["relative"]:
        return _antecedent(company, sentence, head, memory)
    if low in words["several"]:
        return known or Teller(TellerKind.UNNAMED, None, None, "")
    if low in words["somebody"]:
        own = low in words["first"] or low in words["speaker"]
        return Teller(TellerKind.UNNAMED, None, None, "" if own else head.text)
    return None


def _closes(sentence: Sentence, head: Token) -> bool:
    """'..., it added.': a pronoun that ends its sentence takes up who told before."""
    return sum(one.pos != "PUNCT" for one in sentence.tokens[head.index :]) <= 4


def _subject_before(company: Company, sentence: Sentence, head: Token) -> Teller | None:
    """'While the islands wait, it has said ...': the state or body that is a subject before."""
    for mention in reversed(company.in_sentence(sentence.index)):
        token = sentence.tokens[mention.head]
        if token.index >= head.index or token.dep != "nsubj":
            continue
        if mention.how in ("state", "metonym", "body", "group"):
            return _from_mention(company, mention, None)
    return None


def _original_before(
    company: Company, sentence: Sentence, head: Token, memory: Memory
) -> Teller | None:
    """'The readout was short. It said ...': the text spoken of before, where nobody told more."""
    above = company.page.sentences[sentence.index - 1] if sentence.index else None
    if above is None or above.block != sentence.block or _closes(sentence, head):
        return None
    subject = above.child(above.root, "nsubj", "nsubjpass")
    is_text = subject is not None and subject.lower in original_words().nouns
    if subject is None or not is_text or memory.last_sentence >= above.index:
        return None
    found = teller_of(company, above, subject, memory)
    if found is None or found.kind is not TellerKind.ORIGINAL or found.side is None:
        return None
    return found


_THINGS = (TellerKind.INSTITUTION, TellerKind.ORIGINAL, TellerKind.STATE, TellerKind.MEDIA)


def _antecedent(company: Company, sentence: Sentence, head: Token, memory: Memory) -> Teller | None:
    verb = sentence.head(head)
    noun = sentence.head(verb)
    if verb.dep != "relcl" or noun.pos == "PRON" or noun.index >= head.index:
        return None
    return teller_of(company, sentence, noun, memory)


def _from_mention(company: Company, mention: Mention, naming: str | None) -> Teller | None:
    """The teller that a mention names: one actor, or several at once who tell jointly."""
    sides = company.sides_of(mention)
    if len(mention.actors) != 1:
        if len(sides) == 1 and mention.actors:
            return Teller(TellerKind.PERSON, mention.actors[0], min(sides), naming or "")
        return Teller(TellerKind.JOINT, None, None, naming or "")
    actor = company.actor(mention.actors[0])
    if actor is None:
        return None
    kind = TellerKind.STATE if actor.kind in _PLACES else TellerKind.PERSON
    return Teller(kind, actor.key, company.side_of(actor.key), naming or actor.name)


_PLACES = (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP)


def _institution(
    company: Company, sentence: Sentence, head: Token, memory: Memory, naming: str, issuer: str
) -> Teller:
    for planner in planners_side(company, sentence, head, naming):
        return Teller(TellerKind.INSTITUTION, None, planner, naming, issuer)
    mention = company.at_token(sentence, head)
    if issuer == "office":
        issuer = seat_in(company, sentence, head) or issuer
    side = None
    if mention is not None and len(mention.actors) == 1:
        side = company.side_of(mention.actors[0])
    side = side or side_in(company, sentence, head, naming) or owners_side(company, sentence, head)
    again = _remembered(memory, issuer, is_bare=len(naming.split()) <= 2)
    if again is not None and again.issuer is not None and side in (None, again.side):
        side, issuer = again.side, again.issuer
    side = side or company.holders_side(issuer) or subjects_side(company, sentence)
    side = side or officers_side(company, sentence, issuer)
    actor = None
    if mention is not None and len(mention.actors) == 1:
        actor = mention.actors[0]
        if side is not None and company.side_of(actor) != side:
            actor = None
    return Teller(TellerKind.INSTITUTION, actor, side, naming, issuer)


def _remembered(memory: Memory, issuer: str, *, is_bare: bool) -> Teller | None:
    """'The embassy' again: the last one named so; 'the ministry' alone is any ministry."""
    for one in memory.issuers:
        if one.issuer == issuer or (is_bare and (one.issuer or "").endswith(issuer)):
            return one
    return None


def _names_original(sentence: Sentence, head: Token, naming: str) -> bool:
    noun = original_words().nouns[head.lower]
    if not noun.needs:
        return True
    return any(word in noun.needs for word in naming.lower().split())


def _original(
    company: Company, sentence: Sentence, head: Token, memory: Memory, naming: str
) -> Teller:
    kind = original_words().nouns[head.lower].kind
    inner = _issuer_head(sentence, head)
    issued = None
    if inner is not None:
        issued = teller_of(company, sentence, inner, memory)
    if issued is not None and issued.kind not in _ISSUING:
        issued = None
    if kind is OriginalKind.REPORT:
        return _report(company, sentence, head, naming, issued, memory)
    if issued is not None and issued.kind is not TellerKind.JOINT:
        return replace(issued, kind=TellerKind.ORIGINAL, original=kind, medium=head.lower)
    if speech_words().particles["joint"] & set(naming.lower().split()):
        return Teller(TellerKind.ORIGINAL, None, None, naming, JOINT_ISSUERS, kind)
    known = _known_original(memory, kind) if _is_definite(sentence, head) else None
    side = side_in(company, sentence, head, naming)
    issuer = _issuer_before(naming)
    if known is not None and (side is None or side == known.side) and issuer is None:
        return known
    if side is None and issuer is not None:
        again = _remembered(memory, issuer, is_bare=False)
        side = company.holders_side(issuer) if again is None else again.side
    if side is None and issuer is None and memory.issuers:
        return replace(memory.issuers[0], kind=TellerKind.ORIGINAL, original=kind)
    if side is None and issuer is None and kind in _OF_PERSONS:
        return Teller(TellerKind.UNNAMED, None, None, naming)
    return Teller(TellerKind.ORIGINAL, None, side, naming, issuer, kind, head.lower)


_OF_PERSONS = (OriginalKind.REMARKS, OriginalKind.INTERVIEW, OriginalKind.POST)
"""Kinds of original that are nothing without their author."""

JOINT_ISSUERS = "joint"
"""The issuer in the key of a text that several sides issue together."""

_ISSUING = (TellerKind.PERSON, TellerKind.STATE, TellerKind.INSTITUTION, TellerKind.MEDIA)


def joint_text(company: Company, sentence: Sentence, medium: MediumFound) -> Teller:
    """The teller of what several sides say in one text: the text, for no single side."""
    span = noun_phrase(sentence, medium.head)
    words = company.page.document.text[span.start : span.end]
    return Teller(TellerKind.ORIGINAL, None, None, words, JOINT_ISSUERS, medium.kind, medium.words)


def _is_definite(sentence: Sentence, head: Token) -> bool:
    """Whether a text is spoken of as one already named: not 'a statement'."""
    article = sentence.child(head, "det")
    return article is None or article.lower not in original_words().indefinite


def _issuer_before(naming: str) -> str | None:
    return original_words().issuer_of(naming)


def _known_original(memory: Memory, kind: OriginalKind) -> Teller | None:
    """'The readout' again: the last of its kind, or 'the statement' for any that was named."""
    for one in memory.originals:
        if one.original is kind:
            return one
    if kind is OriginalKind.STATEMENT and memory.originals:
        return memory.originals[0]
    return None


def _issuer_head(sentence: Sentence, head: Token) -> Token | None:
    """The noun for who issued an original: its possessor, or after 'from', 'by', 'of'."""
    owner = sentence.child(head, "poss")
    if owner is not None and owner.pos != "PRON":
        return owner
    issuing = speech_words().particles["issuing"]
    made = [one for one in sentence.children(head) if one.dep == "acl" and one.tag == "VBN"]
    for one in sentence.children(head):
        issued_by = sentence.child(one, "nsubj") if one.dep == "relcl" else None
        # "The letter that was published": who issued it is no pronoun for the letter itself.
        is_named = issued_by is not None and issued_by.pos != "PRON"
        if is_named and one.lemma.lower() in original_words().carried:
            return issued_by
    for one in (*sentence.children(head), *(x for verb in made for x in sentence.children(verb))):
        if one.index > head.index and one.lower in issuing:
            noun = sentence.child(one, "pobj")
            if noun is not None and noun.pos != "PRON":
                return noun
    # "The office issued a statement saying ...".
    verb = sentence.head(head)
    return sentence.child(verb, "nsubj") if head.dep == "dobj" else None


def _report(
    company: Company,
    sentence: Sentence,
    head: Token,
    naming: str,
    issued: Teller | None,
    memory: Memory,
) -> Teller:
    """Reports: those of media speak for nobody; those of an institution or body for it."""
    if issued is not None and issued.kind is TellerKind.INSTITUTION:
        return replace(issued, kind=TellerKind.ORIGINAL, original=OriginalKind.REPORT)
    if issued is not None and issued.kind is TellerKind.MEDIA:
        return issued
    media = media_named(company, sentence, head, naming, memory)
    return media or Teller(TellerKind.MEDIA, None, None, naming)


def _actor_or_role(
    company: Company, sentence: Sentence, head: Token, memory: Memory, naming: str
) -> Teller | None:
    if _is_shared(company, sentence, head):
        return Teller(TellerKind.JOINT, None, None, naming)
    same = _same_again(company, sentence, head, naming, memory)
    if same is not None:
        return same
    mention = company.at_token(sentence, head)
    if mention is not None:
        found = _mentioned(company, sentence, head, naming, mention)
        return None if found is None else for_the_last(company, sentence, found, memory)
    return _role_again(head, naming, memory) or _described(company, sentence, head, naming)


def _mentioned(
    company: Company, sentence: Sentence, head: Token, naming: str, mention: Mention
) -> Teller | None:
    """The teller that a mention names, for the side that his description gives."""
    teller = _from_mention(company, mention, naming)
    if teller is None:
        return None
    if words_of(naming) & speech_words().for_nobody:
        return replace(teller, side=None)
    if teller.side is not None or teller.kind is not TellerKind.PERSON:
        return teller
    return _with_side(company, sentence, head, naming, teller)


def _described(company: Company, sentence: Sentence, head: Token, naming: str) -> Teller | None:
    """Somebody who is no actor of the document: by his work, his place, or his name alone."""
    words = speech_words()
    if head.lower in words.unnamed or words_of(naming) & words.for_nobody:
        return Teller(TellerKind.UNNAMED, None, None, naming)
    if head.lower in words.for_state or head.lemma.lower() in words.for_state:
        side = side_in(company, sentence, head, naming)
        return Teller(TellerKind.PERSON, None, side, naming)
    named = find_namings(company.page.tables, naming)
    start = company.naming_span(sentence, head).start
    place = Span(head.start - start, head.end - start)
    if any(one.has(*_PLACE_NAMES) and one.span.overlaps(place) for one in named):
        side = side_in(company, sentence, head, naming)
        return Teller(TellerKind.STATE, None, side, naming)
    anybody = _anybody(sentence, head, naming)
    side = None if anybody is None or head.pos != "PROPN" else spoken_for(company, sentence, head)
    return Teller(TellerKind.PERSON, None, side, naming) if side is not None else anybody


def _same_again(
    company: Company, sentence: Sentence, head: Token, naming: str, memory: Memory
) -> Teller | None:
    """'The Karsovian spokeswoman' after one person of no known side has told something by name."""
    last = memory.last
    named = last is not None and last.words[:1].isupper()
    if last is None or not named or last.kind not in _SOMEBODY or last.side is not None:
        return None
    near = 0 < sentence.index - memory.last_sentence <= 2
    opening = naming.split(maxsplit=1)[:1]
    definite = not speech_words().particles["definite"].isdisjoint(one.lower() for one in opening)
    if not near or not definite or head.lemma.lower() not in speech_words().for_state:
        return None
    side = side_in(company, sentence, head, naming)
    return None if side is None else replace(last, side=side)


_SOMEBODY = (TellerKind.PERSON, TellerKind.UNNAMED)


def _with_side(
    company: Company, sentence: Sentence, head: Token, naming: str, teller: Teller
) -> Teller:
    """A person whose side only the words around the name give: 'a spokesman for the palace'."""
    actor = None if teller.actor is None else company.actor(teller.actor)
    if actor is not None and actor.is_former:
        return teller
    if words_of(naming) & speech_words().for_state:
        return replace(teller, side=side_in(company, sentence, head, naming))
    return replace(teller, side=spoken_for(company, sentence, head))


def _role_again(head: Token, naming: str, memory: Memory) -> Teller | None:
    """'The spokesperson' again: the last teller whose naming has that word."""
    if not is_bare(naming) or len(naming.split()) != 2:
        return None
    for one in memory.persons:
        if head.lower in one.words.lower().split():
            return one
    return None


_PLACE_NAMES = (NamingKind.STATE, NamingKind.CAPITAL, NamingKind.SEAT)


def _anybody(sentence: Sentence, head: Token, naming: str) -> Teller | None:
    """Somebody named or described who speaks for no side that we know of."""
    if head.entity in ("PERSON", "ORG", "NORP", "GPE") or head.pos == "PROPN":
        return Teller(TellerKind.UNNAMED, None, None, naming)
    return Teller(TellerKind.UNNAMED, None, None, naming) if head.pos == "NOUN" else None


def _is_shared(company: Company, sentence: Sentence, head: Token) -> bool:
    """'Both presidents', 'X and Y': joined names of more than one side."""
    joined = sentence.child(head, "conj")
    if joined is None:
        return False
    left, right = company.at_token(sentence, head), company.at_token(sentence, joined)
    if left is None or right is None:
        return False
    return company.sides_of(left) != company.sides_of(right) or (
        left.actors != right.actors and not (company.sides_of(left))
    )
