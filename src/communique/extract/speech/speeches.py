"""Who says which span of a document, from which original, and how."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from communique.extract.page import Cast, Page, Speech, Speeches
from communique.extract.speech.carry import carry_over
from communique.extract.speech.company import Company
from communique.extract.speech.first_person import we_means
from communique.extract.speech.headlines import headline_utterances
from communique.extract.speech.loose import loose_quotations
from communique.extract.speech.nesting import Placed, place
from communique.extract.speech.official import own_reference, own_words
from communique.extract.speech.originals import Naming, gather, settled, when_told
from communique.extract.speech.turns import turn_utterances
from communique.extract.speech.utterances import Utterance, utterances_in
from communique.extract.speech.values import Memory, Reference
from communique.extract.speech.views import views_in
from communique.model.readings import Attribution, OriginalKey
from communique.model.times import TimeMention, When
from communique.text.quotes import Quotations, find_quotations

__all__ = ["find_speeches", "we_means"]


def find_speeches(page: Page, cast: Cast, times: tuple[TimeMention, ...]) -> Speeches:
    """The spans of a document that stand on somebody's word, and the originals behind them.

    An official text is its own original: every block of it is its issuer's word. Deterministic;
    an empty page gives empty Speeches.
    """
    company = Company(page, cast)
    quotations = find_quotations(page.document)
    found, memories = _told(page, company, quotations)
    found.extend(headline_utterances(page, company))
    found.extend(loose_quotations(page, company, quotations, found))
    own = own_reference(page, company)
    found.extend(turn_utterances(page, company, own))
    if own is None:
        found.extend(carry_over(page, company, times, _by_sentence(found)))
    else:
        found.extend(own_words(page, own))
    made = _speeches(page, place(tuple(found)), times, own)
    return replace(made, views=_views(page, company, made.speeches, memories))


def _views(
    page: Page, company: Company, told: tuple[Speech, ...], memories: list[Memory]
) -> tuple[Speech, ...]:
    """What somebody thinks or wants, sentence by sentence, outside of what is told."""
    spans = [one.span for one in told]
    starts = [one.start for one in spans]
    longest = max((one.end - one.start for one in spans), default=0)
    found: list[Speech] = []
    for sentence, memory in zip(page.sentences, memories, strict=True):
        first = bisect_left(starts, sentence.start - longest)
        near = spans[first : bisect_left(starts, sentence.end)]
        near = [one for one in near if one.end > sentence.start]
        found.extend(views_in(sentence, company, memory, near))
    return tuple(sorted(found, key=lambda one: one.span))


def _told(
    page: Page, company: Company, quotations: Quotations
) -> tuple[list[Utterance], list[Memory]]:
    """What the sentences put on somebody's word, and the memory of tellers before each of them."""
    memory = Memory()
    found: list[Utterance] = []
    memories: list[Memory] = []
    for sentence in page.sentences:
        memories.append(memory)
        made, memory = utterances_in(sentence, company, quotations, memory)
        found.extend(made)
    return found, memories


def _by_sentence(found: Iterable[Utterance]) -> dict[int, list[Utterance]]:
    by_sentence: dict[int, list[Utterance]] = {}
    for one in found:
        by_sentence.setdefault(one.sentence, []).append(one)
    return by_sentence


def _speeches(
    page: Page,
    placed: tuple[Placed, ...],
    times: tuple[TimeMention, ...],
    own: Reference | None,
) -> Speeches:
    references = tuple(one.reference for one in placed if one.reference is not None)
    keys = settled(references)
    speeches = tuple(sorted((_speech(one, keys) for one in placed), key=lambda one: one.span))
    namings = tuple(_namings(page, placed, times, own))
    return Speeches(speeches, gather(namings))


def _speech(one: Placed, keys: dict[OriginalKey, OriginalKey]) -> Speech:
    utterance = one.utterance
    return Speech(
        utterance.span,
        Attribution(
            mode=one.mode,
            speaker=utterance.teller.actor,
            original=None if one.reference is None else keys[one.reference.key],
            wording=utterance.wording,
            chain=one.chain,
            side=one.side,
        ),
    )


def _namings(
    page: Page,
    placed: tuple[Placed, ...],
    times: tuple[TimeMention, ...],
    own: Reference | None,
) -> Iterable[Naming]:
    """What was taken from each original, outermost spans only; the whole of an official text."""
    if own is not None:
        whole = page.passage(0, len(page.document.text))
        yield Naming(own, None, whole, page.document.published)
    for one in placed:
        utterance, reference = one.utterance, one.reference
        if reference is None or reference == own:
            continue
        if one.outer is not None and one.outer.reference == reference:
            continue
        passage = page.passage(utterance.span.start, utterance.span.end)
        yield Naming(reference, utterance.wording, passage, _when(page, utterance, times))


def _when(page: Page, utterance: Utterance, times: tuple[TimeMention, ...]) -> When | None:
    if utterance.wording is None:
        return None
    sentence = page.sentence_at(utterance.wording.start)
    if sentence is None or sentence.index != utterance.sentence:
        return None
    return when_told(sentence, times, (utterance.span,))
