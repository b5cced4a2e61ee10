"""Quotations without a cue: the speaker stands before a colon or a sentence earlier."""

from communique.extract.clauses import subject_of
from communique.extract.page import Page
from communique.extract.speech.company import Company
from communique.extract.speech.found import may_speak
from communique.extract.speech.sources import source_of
from communique.extract.speech.tellers import teller_of
from communique.extract.speech.utterances import Utterance
from communique.extract.speech.values import Memory, Reference, Teller, TellerKind
from communique.languages.en.speech import speech_words
from communique.model.passages import Passage
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import AttributionMode, BlockKind
from communique.text.quotes import Quotation, Quotations

REACH = 2
"""Sentences back in which the speaker of a free-standing quotation is looked for."""


def loose_quotations(
    page: Page, company: Company, quotations: Quotations, found: list[Utterance]
) -> list[Utterance]:
    """An utterance for each whole quotation that no cue claims, when its speaker is plain."""
    made: list[Utterance] = []
    known = sorted(found, key=lambda one: one.span)
    previous: tuple[Quotation, Utterance] | None = None
    for quotation in quotations.items:
        own = [one for one in known if one.span.overlaps(quotation.outer) and not one.inside]
        if own:
            previous = (quotation, own[-1])
            continue
        utterance = _loose(page, company, quotation, known, previous)
        if utterance is not None:
            made.append(utterance)
            known = sorted([*known, utterance], key=lambda one: one.span)
            previous = (quotation, utterance)
    return made


def _loose(
    page: Page,
    company: Company,
    quotation: Quotation,
    known: list[Utterance],
    previous: tuple[Quotation, Utterance] | None,
) -> Utterance | None:
    sentence = page.sentence_at(quotation.inner.start)
    if sentence is None or not _is_whole(page, quotation, sentence):
        return None
    if sentence.block_kind is not BlockKind.PARAGRAPH:
        return None
    beside = _beside_verb(page, company, quotation)
    if beside is not None:
        where, teller, wording = beside
        return _utterance(quotation, where, teller, None, wording)
    if quotation.words < 4 and not _is_free(page, quotation, sentence):
        return None
    if previous is not None and previous[0].is_open and previous[0].block == quotation.block - 1:
        return _continued(quotation, sentence, previous[1])
    after_colon = _before_colon(page, company, quotation, sentence)
    if after_colon is not None:
        teller, wording = after_colon
        return _utterance(quotation, sentence, teller, None, wording)
    near = [one for one in known if 0 < sentence.index - one.sentence <= REACH and not one.inside]
    if not near or not _is_free(page, quotation, sentence):
        return None
    last = near[-1]
    spoke = last.mode in (AttributionMode.DIRECT, AttributionMode.MIXED, AttributionMode.INDIRECT)
    if not spoke or last.teller.kind in (TellerKind.MEDIA, TellerKind.JOINT):
        return None
    return _continued(quotation, sentence, last)


def _beside_verb(
    page: Page, company: Company, quotation: Quotation
) -> tuple[Sentence, Teller, Passage] | None:
    """'"...," the minister beamed' and 'the minister beamed: "..."': whatever the verb is."""
    after = page.sentence_at(min(quotation.outer.end, len(page.document.text) - 1))
    if after is not None and _leads_on(page, quotation, after):
        found = _verb_after(after, quotation)
        if found is not None:
            return _by_verb(page, company, after, *found)
    before = page.sentence_at(quotation.outer.start)
    if before is None or before.start == quotation.outer.start:
        return None
    found = _verb_before(before, quotation)
    return None if found is None else _by_verb(page, company, before, *found)


def _leads_on(page: Page, quotation: Quotation, sentence: Sentence) -> bool:
    """Whether words after a quotation in the same sentence can say who spoke it."""
    if quotation.block != sentence.block or quotation.is_open:
        return False
    return page.document.text[quotation.inner.end - 1] in ",?!–—-…"


def _verb_after(sentence: Sentence, quotation: Quotation) -> tuple[Token, Token] | None:
    """The verb and its subject that stand right after a quotation, in either order."""
    rest = [one for one in sentence.tokens if one.start >= quotation.outer.end]
    rest = rest[1:] if rest and rest[0].text == "," else rest
    if not rest:
        return None
    if rest[0].tag in _PAST:
        source = source_of(sentence, rest[0], speech_words())
        turned = source is not None and source.index > rest[0].index
        return (rest[0], source) if turned and source is not None else None
    for one in rest[:NEAR]:
        if one.text in ",;:":
            return None
        if one.tag in _PAST:
            source = source_of(sentence, one, speech_words())
            near = source is not None and rest[0].index <= source.index < one.index
            return (one, source) if near and source is not None else None
    return None


def _verb_before(sentence: Sentence, quotation: Quotation) -> tuple[Token, Token] | None:
    """The verb and its subject that lead to a quotation over a comma or a colon."""
    ahead = [one for one in sentence.tokens if one.end <= quotation.outer.start]
    if not ahead or ahead[-1].text not in (",", ":"):
        return None
    for one in reversed(ahead[-NEAR:-1]):
        if one.text in ",;:":
            return None
        if one.tag in _PAST:
            source = source_of(sentence, one, speech_words())
            near = source is not None and source.index < one.index
            return (one, source) if near and source is not None else None
    return None


_PAST = frozenset({"VBD", "VBZ", "VBP"})
NEAR = 9
"""Tokens between a quotation and the verb that gives it to somebody."""


def _by_verb(
    page: Page, company: Company, sentence: Sentence, verb: Token, source: Token
) -> tuple[Sentence, Teller, Passage] | None:
    teller = teller_of(company, sentence, source, Memory())
    if teller is None or teller.kind in (TellerKind.JOINT, TellerKind.STATE):
        return None
    if teller.kind is TellerKind.UNNAMED and not may_speak(source):
        return None
    naming = company.naming_span(sentence, source)
    start, end = min(naming.start, verb.start), max(naming.end, verb.end)
    return sentence, teller, page.passage(start, end)


def _is_whole(page: Page, quotation: Quotation, sentence: Sentence) -> bool:
    """Whether a quotation ends as a sentence does."""
    text = page.document.text
    last = text[quotation.inner.end - 1]
    return (
        quotation.is_open or last in ".!?,…" or text[quotation.outer.end :][:1] in (".", "!", "?")
    )


def _is_free(page: Page, quotation: Quotation, sentence: Sentence) -> bool:
    """Whether the sentences it stands in hold nothing beside it."""
    text = page.document.text
    last = page.sentence_at(max(quotation.inner.end - 1, quotation.inner.start)) or sentence
    outside = text[sentence.start : quotation.outer.start] + text[quotation.outer.end : last.end]
    return not any(char.isalnum() for char in outside)


def _before_colon(
    page: Page, company: Company, quotation: Quotation, sentence: Sentence
) -> tuple[Teller, Passage] | None:
    """'The minister was blunt: "..."': the subject before the colon speaks."""
    colon = next(
        (
            one
            for one in sentence.tokens
            if one.text == ":" and 0 < quotation.outer.start - one.start <= 2
        ),
        None,
    )
    if colon is None:
        return None
    verb = next((one for one in sentence.tokens[: colon.index] if one.tag in ("VBD", "VBZ")), None)
    subject = None if verb is None else subject_of(sentence, verb)
    if subject is None or subject.index > colon.index:
        return None
    teller = teller_of(company, sentence, subject, Memory())
    if teller is None or (teller.side is None and not may_speak(subject)):
        return None
    return teller, page.passage(sentence.start, colon.start)


def _continued(quotation: Quotation, sentence: Sentence, last: Utterance) -> Utterance:
    return _utterance(quotation, sentence, last.teller, last.reference, last.wording)


def _utterance(
    quotation: Quotation,
    sentence: Sentence,
    teller: Teller,
    reference: Reference | None,
    wording: Passage | None,
) -> Utterance:
    return Utterance(
        span=quotation.inner,
        mode=AttributionMode.DIRECT,
        teller=teller,
        carriers=(),
        wording=wording,
        reference=reference,
        sentence=sentence.index,
    )
