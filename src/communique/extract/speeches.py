"""Who says which span of a document, from which original, and how."""

from dataclasses import replace

from communique.extract.page import Cast, Page, Speech, Speeches
from communique.extract.speech_originals import Naming, Reference, gather, settled, when_told
from communique.extract.speech_quotes import find_quotations
from communique.extract.speech_tellers import Company, Memory
from communique.extract.speech_utterances import Utterance, utterances_in
from communique.model.passages import Span
from communique.model.readings import ActorKey, Attribution
from communique.model.times import TimeMention
from communique.model.vocabulary import AttributionMode


def find_speeches(page: Page, cast: Cast, times: tuple[TimeMention, ...]) -> Speeches:
    """The spans of a document that stand on somebody's word, and the originals behind them."""
    company = Company(page, cast)
    quotations = find_quotations(page)
    memory = Memory()
    found: list[Utterance] = []
    for sentence in page.sentences:
        made, memory = utterances_in(sentence, company, quotations, memory)
        found.extend(made)
    return _speeches(page, found, times)


def _speeches(page: Page, found: list[Utterance], times: tuple[TimeMention, ...]) -> Speeches:
    keys = settled(tuple(one.reference for one in found if one.reference is not None))
    speeches = []
    for one in found:
        key = None if one.reference is None else keys[one.reference.key]
        speeches.append(
            Speech(
                one.span,
                Attribution(one.mode, one.teller.actor, key, one.wording, one.chain, one.side),
            )
        )
    namings = tuple(
        Naming(one.reference, one.wording, page.passage(one.span.start, one.span.end), None)
        for one in found
        if one.reference is not None
    )
    return Speeches(tuple(sorted(speeches, key=lambda s: s.span)), gather(namings))


def we_means(speech: Speech, cast: Cast, page: Page, span: Span) -> tuple[ActorKey, ...]:
    """Whom 'we' or 'our' at a span inside a direct quotation means."""
    speaker = speech.attribution.speaker
    return () if speaker is None else (speaker,)
