"""Cues with who tells by them: which of the cues of a sentence put words on somebody's word."""

from dataclasses import dataclass

from communique.extract.speech.company import Company
from communique.extract.speech.stretches import glued_stops
from communique.extract.speech.tellers import teller_of
from communique.extract.speech.values import Cue, Memory, Teller, TellerKind
from communique.languages.en.speech import speech_words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token
from communique.text.quotes import Quotation, Quotations


@dataclass(frozen=True, slots=True)
class Found:
    """A cue with who tells by it, who relays it in turn, and the words that name who tells."""

    cue: Cue
    teller: Teller
    carriers: tuple[Teller, ...]
    source: Span


def found_by(
    sentence: Sentence, company: Company, cue: Cue, memory: Memory, quotations: Quotations
) -> Found | None:
    """A cue with who tells by it; None where nobody does."""
    assert cue.source is not None
    if _crosses_quotation(cue, sentence, quotations) or _crosses_stop(cue, sentence):
        return None
    teller = teller_of(company, sentence, cue.source, memory)
    if teller is None:
        return None
    if _is_vague(sentence, teller, cue):
        return None
    carrier = None
    if cue.carrier is not None:
        carrier = teller_of(company, sentence, cue.carrier, memory)
    elif cue.addressee is not None:
        told = teller_of(company, sentence, cue.addressee, memory)
        carrier = told if told is not None and told.kind is TellerKind.MEDIA else None
    carriers = () if carrier is None else (carrier,)
    return Found(cue, teller, carriers, company.naming_span(sentence, cue.source))


def _is_vague(sentence: Sentence, teller: Teller, cue: Cue) -> bool:
    """A thing that 'suggests' or 'welcomes' tells nothing; a person or institution may.

    Whatever 'says that ...' tells.
    """
    if cue.is_adjunct or cue.source is None:
        return False
    if sentence.tokens[cue.last].lemma.lower() in speech_words().of_texts:
        by_text = cue.source.lemma.lower() in speech_words().texts
        return teller.kind is not TellerKind.ORIGINAL and not by_text
    if teller.kind is not TellerKind.UNNAMED:
        return False
    if cue.source.pos != "NOUN" or may_speak(cue.source):
        return False
    words = speech_words()
    by_text = cue.source.lemma.lower() in words.texts
    if sentence.tokens[cue.last].lemma.lower() in words.of_things:
        return not by_text
    return not ({"clause", "quote"} & cue.frames and (by_text or _gives_words(sentence, cue)))


def _gives_words(sentence: Sentence, cue: Cue) -> bool:
    """Whether a clause or quotation hangs on a cue, and not an object or nothing."""
    verb = sentence.tokens[cue.verb]
    return "tell" in cue.kinds or sentence.child(verb, "dobj") is None


def may_speak(source: Token) -> bool:
    """Whether a word names a person or a company of people, as far as the tables know."""
    words = speech_words()
    known = words.for_state | words.for_nobody | words.unnamed | words.media | words.people
    return source.lower in known or source.lemma.lower() in known or source.entity == "PERSON"


def _crosses_quotation(cue: Cue, sentence: Sentence, quotations: Quotations) -> bool:
    """A cue within a quotation whose source stands outside it, or the other way round."""
    assert cue.source is not None
    inside = _quotation_at(sentence.tokens[cue.last], quotations)
    around = _quotation_at(cue.source, quotations)
    return inside is not around


def _crosses_stop(cue: Cue, sentence: Sentence) -> bool:
    """Whether a sentence ended unseen between a cue and its source."""
    assert cue.source is not None
    first, last = sorted((cue.source.index, cue.verb))
    return any(first <= stop < last for stop in glued_stops(sentence))


def _quotation_at(token: Token, quotations: Quotations) -> Quotation | None:
    one = quotations.holding(token.start)
    return None if one is None or one.words < 4 else one


def is_inside(sentence: Sentence, cue: Cue, quotations: Quotations) -> bool:
    """Whether a cue stands within a quotation of some length."""
    return _quotation_at(sentence.tokens[cue.last], quotations) is not None
