"""Contents set against the quotations that they touch: direct, mixed or indirect speech."""

from communique.extract.page import Page
from communique.extract.speech.values import Cue
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import AttributionMode
from communique.text.quotes import Quotation, Quotations


def set_against_quotations(
    sentence: Sentence,
    page: Page,
    cue: Cue,
    source: Span,
    contents: tuple[Span, ...],
    quotations: Quotations,
    *,
    inside: bool,
) -> list[tuple[Span, AttributionMode]]:
    """The contents set against the quotations they touch, with the mode of each."""
    if inside:
        return [
            (clipped, AttributionMode.INDIRECT)
            for span in contents
            if (clipped := _within(span, sentence.tokens[cue.last], quotations)) is not None
        ]
    placed = [_against_quotations(page, span, quotations) for span in contents]
    quoting = cue.is_adjunct or "quote" in cue.frames
    if quoting:
        spans = {span for span, _ in placed}
        placed.extend(
            (one.inner, AttributionMode.DIRECT)
            for one in _beside(sentence, page, cue, source, quotations)
            if not any(one.inner.overlaps(span) for span in spans)
        )
    return [(span, mode) for span, mode in placed if span.end > span.start]


def _within(span: Span, token: Token, quotations: Quotations) -> Span | None:
    """As much of a span as lies in the quotation that a token stands in."""
    around = quotations.holding(token.start)
    if around is None:
        return span
    start, end = max(span.start, around.inner.start), min(span.end, around.inner.end)
    return Span(start, end) if end > start else None


def _against_quotations(
    page: Page, span: Span, quotations: Quotations
) -> tuple[Span, AttributionMode]:
    touched = quotations.touching(span)
    if not touched:
        return span, AttributionMode.INDIRECT
    for one in touched:
        wide = Span(one.outer.start, one.outer.end)
        if wide.holds(span) or _only_marks(page, span, one):
            return one.inner, AttributionMode.DIRECT
    first, last = touched[0], touched[-1]
    if _ends_with_whole(page, span, last):
        return last.inner, AttributionMode.DIRECT
    start = min(span.start, first.outer.start)
    end = max(span.end, last.outer.end)
    return Span(start, end), AttributionMode.MIXED


def _ends_with_whole(page: Page, span: Span, last: Quotation) -> bool:
    """Whether a whole quoted sentence ends the span, after another sentence or a colon."""
    if last.is_scare or span.end < last.inner.end - 2 or span.start >= last.outer.start:
        return False
    text = page.document.text
    before = text[span.start : last.outer.start].rstrip()
    return text[last.inner.start].isupper() and before[-1:] in tuple('.:!?"”')


def _only_marks(page: Page, span: Span, one: Quotation) -> bool:
    """Whether nothing but punctuation of a span lies outside a quotation."""
    text = page.document.text
    before = text[span.start : max(span.start, one.outer.start)]
    after = text[min(span.end, one.outer.end) : span.end]
    return not any(char.isalnum() for char in before + after)


def _beside(
    sentence: Sentence, page: Page, cue: Cue, source: Span, quotations: Quotations
) -> list[Quotation]:
    """Whole quotations right before or after the words that attribute."""
    text = page.document.text
    tokens = sentence.tokens
    left = min(source.start, tokens[cue.first].start)
    right = max(source.end, tokens[cue.last].end)
    found = []
    before = quotations.holding(_skip_back(text, left))
    if before is not None and _is_closed_by(page, before, sentence):
        found.append(before)
    at = _skip_on(text, right, sentence.end)
    after = quotations.holding(at) if at is not None else None
    if after is not None and not after.is_scare and after is not before:
        found.append(after)
    return found


def _is_closed_by(page: Page, one: Quotation, sentence: Sentence) -> bool:
    """Whether words after a quotation can attribute it: it ends with a comma, '?' or '!'."""
    if one.is_scare or one.block != sentence.block:
        return False
    text = page.document.text
    return text[one.inner.end - 1] in ",?!–—-…" or text[one.outer.end : one.outer.end + 1] == ","


def _skip_back(text: str, at: int) -> int:
    at -= 1
    while at > 0 and text[at] in " \t\u00a0,":
        at -= 1
    return at


def _skip_on(text: str, at: int, end: int) -> int | None:
    """The first mark of quotation after a comma, colon or space, within the sentence."""
    while at < end and text[at] in " \t\u00a0,:":
        at += 1
    return at if at < end else None
