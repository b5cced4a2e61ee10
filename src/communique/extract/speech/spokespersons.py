"""For whom a spokesperson speaks whose own words name nobody."""

from dataclasses import replace

from communique.extract.speech.company import Company
from communique.extract.speech.values import Memory, Teller, TellerKind
from communique.languages.en.speech import speech_words
from communique.model.syntax import Sentence


def words_of(naming: str) -> frozenset[str]:
    """The words of a naming in lower case, without marks."""
    return frozenset(part.strip(".,'’").lower() for part in naming.replace("-", " ").split())


def for_the_last(company: Company, sentence: Sentence, teller: Teller, memory: Memory) -> Teller:
    """'Spokeswoman Jane Doe', of nobody by her words: she speaks for the side heard just before."""
    last = memory.last
    if (last is None or last.side is None) and memory.issuers:
        last = memory.issuers[0]
    actor = None if teller.actor is None else company.actor(teller.actor)
    if teller.side is not None or last is None or (actor is not None and actor.is_former):
        return teller
    speaks = words_of(teller.words)
    near = 0 < sentence.index - memory.last_sentence <= 2
    if not near or not speaks & speech_words().for_state or speaks & speech_words().for_nobody:
        return teller
    return replace(teller, side=last.side) if last.kind in _OFFICIAL else teller


_OFFICIAL = (TellerKind.STATE, TellerKind.INSTITUTION, TellerKind.PERSON, TellerKind.ORIGINAL)
