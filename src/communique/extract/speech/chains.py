"""Chains: who stands behind whoever carries words, one, two or three hands back."""

from dataclasses import replace

from communique.extract.speech.company import Company
from communique.extract.speech.found import Found, may_speak
from communique.extract.speech.originals import told_in_by
from communique.extract.speech.tellers import teller_of
from communique.extract.speech.values import MediumFound, Memory, Teller, TellerKind
from communique.languages.en.speech import speech_words
from communique.model.syntax import Sentence, Token

LONGEST = 3
"""Hands: chains of more are not met."""


def behind(
    company: Company, sentence: Sentence, carrier: Token, memory: Memory
) -> tuple[Teller, ...]:
    """'The agency, which quoted a spokesman': whom a carrier cites, the farthest first."""
    found: list[Teller] = []
    noun: Token | None = carrier
    while noun is not None and len(found) < LONGEST:
        noun = _cited_by(sentence, noun)
        teller = None if noun is None else teller_of(company, sentence, noun, memory)
        if noun is None or teller is None or not may_be_cited(teller, noun):
            break
        found.insert(0, teller)
        if teller.kind is not TellerKind.MEDIA:
            break
    return tuple(found)


def _cited_by(sentence: Sentence, noun: Token) -> Token | None:
    """What hangs on a noun by 'which quoted', 'citing' and the like."""
    for one in sentence.children(noun):
        telling = one.dep in ("relcl", "acl") and one.tag != "VBN"
        if telling and one.lemma.lower() in speech_words().citing and one.index > noun.index:
            return sentence.child(one, "dobj")
    return None


def may_be_cited(teller: Teller, noun: Token) -> bool:
    """Whether words can come from whom a text cites: not from 'citing a lack of time'."""
    return teller.kind is not TellerKind.UNNAMED or noun.pos == "PROPN" or may_speak(noun)


def carried_on(
    company: Company, sentence: Sentence, one: Found, medium: MediumFound | None, memory: Memory
) -> tuple[Teller, ...]:
    """The media that a text in which something was told reached the outlet by.

    'In remarks carried by the agency', 'in an interview with the paper'.
    """
    if medium is None:
        return ()
    found = []
    for noun in told_in_by(sentence, medium):
        teller = teller_of(company, sentence, noun, memory)
        if teller is not None and teller.kind is TellerKind.MEDIA and teller != one.teller:
            found.append(teller)
    return tuple(found)


def with_chains(
    company: Company, sentence: Sentence, found: list[Found], memory: Memory
) -> list[Found]:
    """'A reported ..., citing B': B tells and A relays; other citations tell nothing.

    'A told B ..., as quoted by C': C relays as well.
    """
    found = [_with_cited(company, sentence, one, memory) for one in found]
    citing = [one for one in found if one.cue.kinds == {"cite"}]
    passing = [
        one for one in found if one.cue.kinds == {"pass"} and one.teller.kind is TellerKind.MEDIA
    ]
    kept = [one for one in found if one not in citing and one not in passing]
    for one in citing:
        kept = _with_citation(kept, one)
    for one in passing:
        kept = _passed_on(kept, one)
    return kept


def _with_cited(company: Company, sentence: Sentence, one: Found, memory: Memory) -> Found:
    if one.teller.kind is not TellerKind.MEDIA or one.cue.source is None:
        return one
    cited = behind(company, sentence, one.cue.source, memory)
    if not cited:
        return one
    return replace(one, teller=cited[0], carriers=(*cited[1:], one.teller, *one.carriers))


def _with_citation(kept: list[Found], cited: Found) -> list[Found]:
    if cited.cue.source is None or not may_be_cited(cited.teller, cited.cue.source):
        return kept
    relaying = [one for one in kept if one.teller.kind is TellerKind.MEDIA]
    near = min(relaying, key=lambda one: abs(one.cue.first - cited.cue.first), default=None)
    if near is not None:
        chained = replace(
            near, teller=cited.teller, carriers=(*cited.carriers, near.teller, *near.carriers)
        )
        return [chained if one is near else one for one in kept]
    known = any(cited.teller in (one.teller, *one.carriers) for one in kept)
    return kept if known or cited.teller.side is None else [*kept, cited]


def _passed_on(kept: list[Found], passing: Found) -> list[Found]:
    """'As quoted by the agency' beside a cue of its own: the agency only hands the words on."""
    telling = [one for one in kept if not one.cue.is_adjunct]
    if not telling:
        return [*kept, passing]
    near = min(telling, key=lambda one: abs(one.cue.first - passing.cue.first))
    chained = replace(near, carriers=(*near.carriers, passing.teller))
    return [chained if one is near else one for one in kept]
