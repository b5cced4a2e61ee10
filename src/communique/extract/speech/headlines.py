"""Headlines that put something on somebody's word by a colon: 'Lakeland: port will open'."""

from communique.extract.page import Page
from communique.extract.speech.company import Company
from communique.extract.speech.originals import reference_of
from communique.extract.speech.tellers import teller_of
from communique.extract.speech.utterances import Utterance
from communique.extract.speech.values import Memory, Teller, TellerKind
from communique.model.documents import Block
from communique.model.passages import Span
from communique.model.syntax import Sentence
from communique.model.vocabulary import AttributionMode, BlockKind, DocumentKind

LONGEST = 6
"""Words: a longer part of a headline is no name."""


def headline_utterances(page: Page, company: Company) -> list[Utterance]:
    """What headlines, and the turns of a transcript, give to the one named beside a colon."""
    spoken = page.document.kind is DocumentKind.TRANSCRIPT
    made = []
    for block in page.document.blocks:
        titled = block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEADING)
        if titled or (spoken and block.kind is BlockKind.PARAGRAPH):
            one = _beside_colon(page, company, block, trailing=titled)
            if one is not None:
                made.append(one)
    return made


def _beside_colon(
    page: Page, company: Company, block: Block, *, trailing: bool
) -> Utterance | None:
    text = page.document.text
    first = text.find(": ", block.span.start, block.span.end)
    if first < 0:
        return None
    ahead = Span(block.span.start, first)
    found = _named(page, company, ahead)
    told = Span(first + 1, block.span.end)
    if found is None and trailing:
        last = text.rfind(": ", block.span.start, block.span.end)
        ahead = Span(last + 1, block.span.end)
        found, told = _named(page, company, ahead), Span(block.span.start, last)
    if found is None:
        return None
    teller, sentence = found
    passage = page.passage(told.start, told.end)
    return Utterance(
        span=passage.span,
        mode=AttributionMode.INDIRECT if trailing else AttributionMode.DIRECT,
        teller=teller,
        carriers=(),
        wording=page.passage(ahead.start, ahead.end),
        reference=reference_of(teller, (), None),
        sentence=sentence.index,
    )


def _is_all(words: Span, mention: Span) -> bool:
    """Whether a mention covers a stretch but for a mark at either end."""
    return mention.start - words.start <= 1 and words.end - mention.end <= 1


def _named(page: Page, company: Company, place: Span) -> tuple[Teller, Sentence] | None:
    """Who a short stretch names, if it names one that speaks for a side and nothing else."""
    words = page.passage(place.start, place.end)
    sentence = page.sentence_at(words.start)
    if sentence is None or not 0 < len(words.exact.split()) <= LONGEST:
        return None
    tokens = [one for one in sentence.within(words.span) if one.pos != "PUNCT"]
    mention = company.at_token(sentence, tokens[-1]) if tokens else None
    if mention is None or not _is_all(words.span, mention.span):
        return None
    teller = teller_of(company, sentence, tokens[-1], Memory())
    if teller is None or teller.side is None or teller.kind is TellerKind.JOINT:
        return None
    return teller, sentence
