"""Utterances: what one sentence puts on somebody's word, with who tells it and how."""

from dataclasses import dataclass, replace

from communique.extract.page import Page
from communique.extract.speech.company import Company
from communique.extract.speech.contents import content_of, glued_stops
from communique.extract.speech.cues import Cue, find_cues
from communique.extract.speech.namings import noun_phrase
from communique.extract.speech.originals import medium_of, reference_of
from communique.extract.speech.quotes import Quotation, Quotations
from communique.extract.speech.tellers import joint_text, teller_of
from communique.extract.speech.values import MediumFound, Memory, Reference, Teller, TellerKind
from communique.languages.en.speech import speech_words
from communique.model.passages import Passage, Span
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import AttributionMode

NARRATING = frozenset({"object", "of", "to", "urge", "marked"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """A span on somebody's word: who tells it, who relays it, and the words that say so.

    ``narrates`` is true when the cue tells a deed of speech ("thanked", "urged") and gives no
    clause or quotation. ``inside`` is true within a quotation of somebody else's words.
    """

    span: Span
    mode: AttributionMode
    teller: Teller
    carrier: Teller | None
    wording: Passage | None
    reference: Reference | None
    sentence: int
    is_denial: bool = False
    narrates: bool = False
    inside: bool = False

    @property
    def chain(self) -> tuple[str, ...]:
        """The way of the words as worded: who speaks first, then who relays."""
        words = [self.teller.words]
        if self.carrier is not None:
            words.append(self.carrier.words)
        return tuple(word for word in words if word)

    @property
    def side(self) -> str | None:
        """The side that speaks, None when nobody speaks for one."""
        return self.teller.side


@dataclass(frozen=True, slots=True)
class _Found:
    cue: Cue
    teller: Teller
    carrier: Teller | None
    source: Span


def utterances_in(
    sentence: Sentence, company: Company, quotations: Quotations, memory: Memory
) -> tuple[tuple[Utterance, ...], Memory]:
    """What a sentence puts on somebody's word, in order, and the memory of tellers after it."""
    cues = [one for one in find_cues(sentence) if one.source is not None]
    found = [
        one
        for cue in cues
        if (one := _found(sentence, company, cue, memory, quotations)) is not None
    ]
    made: list[Utterance] = []
    for one in (told := _with_citations(found)):
        made.extend(_utterances(sentence, company, one, told, quotations, memory))
    return tuple(made), _remembered(memory, made)


def _remembered(memory: Memory, made: list[Utterance]) -> Memory:
    """The memory with those who told something to the outlet itself, in order."""
    for one in made:
        nested = any(other is not one and _around(other, one) for other in made)
        if not one.inside and not nested:
            memory = memory.after(one.teller, one.sentence, one.reference)
    return memory


def _around(outer: Utterance, inner: Utterance) -> bool:
    return outer.span != inner.span and outer.span.holds(inner.span)


def _found(
    sentence: Sentence, company: Company, cue: Cue, memory: Memory, quotations: Quotations
) -> _Found | None:
    assert cue.source is not None
    if _crosses_quotation(cue, sentence, quotations) or _crosses_stop(cue, sentence):
        return None
    teller = teller_of(company, sentence, cue.source, memory)
    if teller is None:
        return None
    if _is_vague(teller, cue):
        return None
    carrier = None
    if cue.carrier is not None:
        carrier = teller_of(company, sentence, cue.carrier, memory)
    elif cue.addressee is not None:
        told = teller_of(company, sentence, cue.addressee, memory)
        carrier = told if told is not None and told.kind is TellerKind.MEDIA else None
    return _Found(cue, teller, carrier, company.naming_span(sentence, cue.source))


def _is_vague(teller: Teller, cue: Cue) -> bool:
    """A thing that 'suggests' or 'welcomes' tells nothing; a person or institution may."""
    if teller.kind is not TellerKind.UNNAMED or cue.is_adjunct:
        return False
    return cue.source is not None and cue.source.pos == "NOUN" and not _may_speak(cue.source, cue)


def _may_speak(source: Token, cue: Cue) -> bool:
    words = speech_words()
    known = words.for_state | words.for_nobody | words.unnamed | words.media
    if source.lower in known or source.lemma.lower() in known:
        return True
    return bool({"say", "tell"} & cue.kinds) and source.entity == "PERSON"


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


def _is_inside(sentence: Sentence, cue: Cue, quotations: Quotations) -> bool:
    return _quotation_at(sentence.tokens[cue.last], quotations) is not None


def _with_citations(found: list[_Found]) -> list[_Found]:
    """'A reported ..., citing B': B tells and A relays; other citations tell nothing."""
    citing = [one for one in found if one.cue.kinds == {"cite"}]
    kept = [one for one in found if one.cue.kinds != {"cite"}]
    for cited in citing:
        if (
            cited.teller.kind is TellerKind.UNNAMED
            and cited.cue.source is not None
            and (cited.cue.source.lower not in speech_words().unnamed)
        ):
            continue
        relaying = [one for one in kept if one.teller.kind is TellerKind.MEDIA]
        near = min(relaying, key=lambda one: abs(one.cue.first - cited.cue.first), default=None)
        if near is not None:
            at = kept.index(near)
            kept[at] = replace(near, teller=cited.teller, carrier=near.teller)
        elif cited.teller.side is not None:
            kept.append(cited)
    return kept


def _utterances(
    sentence: Sentence,
    company: Company,
    one: _Found,
    found: list[_Found],
    quotations: Quotations,
    memory: Memory,
) -> list[Utterance]:
    cue, page = one.cue, company.page
    barriers = tuple(sorted(_barriers(sentence, found, cue)))
    contents = content_of(sentence, cue, barriers)
    inside = _is_inside(sentence, cue, quotations)
    placed = _quoted(sentence, page, cue, one.source, contents, quotations, inside=inside)
    if not placed:
        return []
    spans = tuple(span for span, _ in placed)
    medium = medium_of(sentence, cue, spans)
    if one.teller.kind is TellerKind.JOINT:
        if medium is None:
            return []
        one = replace(one, teller=joint_text(company, sentence, medium))
    wording = _wording(sentence, page, one, medium, spans)
    reference = reference_of(one.teller, one.carrier, medium)
    if reference is None and "add" in cue.kinds:
        reference = _taken_up(one.teller, memory)
    narrates = bool(NARRATING & cue.frames) and not _gives_clause(sentence, cue, contents)
    return [
        Utterance(
            span=span,
            mode=mode,
            teller=one.teller,
            carrier=one.carrier,
            wording=wording,
            reference=reference,
            sentence=sentence.index,
            is_denial=cue.is_denial,
            narrates=narrates,
            inside=inside,
        )
        for span, mode in placed
    ]


def _taken_up(teller: Teller, memory: Memory) -> Reference | None:
    """'..., he added.': the original of what the same one told just before."""
    last = memory.last
    if last is None or last.actor is None or last.actor != teller.actor:
        return None
    return memory.reference


def _gives_clause(sentence: Sentence, cue: Cue, contents: tuple[Span, ...]) -> bool:
    verb = sentence.tokens[cue.verb]
    if cue.frames <= NARRATING or not contents:
        return False
    clause = sentence.child(verb, "ccomp")
    return (
        clause is not None
        and any(span.start <= clause.start < span.end for span in contents)
        and not (clause.tag == "VB" and "urge" in cue.frames)
    )


def _barriers(sentence: Sentence, found: list[_Found], own: Cue) -> set[int]:
    """Where other cues begin that end this one's content: participles and adjuncts after it."""
    places: set[int] = set()
    for other in found:
        if other.cue is own or other.cue.first <= own.last:
            continue
        if other.cue.is_adjunct:
            places.add(other.cue.first)
            continue
        verb = sentence.tokens[other.cue.last]
        joined = verb.dep == "conj" and verb.head in (own.verb, own.last)
        if (
            (joined and sentence.child(verb, "ccomp") is not None)
            or other.cue.is_adjunct
            or (verb.tag == "VBG" and verb.dep != "pcomp")
        ):
            places.add(other.cue.first)
        elif verb.dep == "pcomp" or other.source.start < sentence.tokens[other.cue.first].start:
            begins = next(
                (one.index for one in sentence.tokens if one.start >= other.source.start), None
            )
            before = sentence.tokens[begins - 1] if begins else None
            if begins and before is not None and before.lower in speech_words().particles["beside"]:
                places.add(begins - 1)
            elif begins and _follows_sentence(sentence, other):
                places.add(begins)
    return places


def _follows_sentence(sentence: Sentence, other: _Found) -> bool:
    """'..., the readout said.': a cue that closes the sentence it stands in."""
    return all(
        one.pos in ("PUNCT", "ADV", "ADP", "NOUN", "PROPN", "DET", "ADJ", "NUM", "PART")
        for one in sentence.tokens[other.cue.last + 1 :]
    ) and not any(one.text in ",:" for one in sentence.tokens[other.cue.last + 1 :])


def _quoted(
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
        return [(span, AttributionMode.INDIRECT) for span in contents]
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


def _medium_span(sentence: Sentence, medium: MediumFound) -> Span:
    """The words for a medium with their preposition: 'in a joint statement'."""
    span = noun_phrase(sentence, medium.head)
    before = sentence.head(medium.head)
    joined = before.dep == "prep" and before.end < span.start <= before.end + 1
    return Span(before.start if joined else span.start, medium.head.end)


def _wording(
    sentence: Sentence,
    page: Page,
    one: _Found,
    medium: MediumFound | None,
    spans: tuple[Span, ...],
) -> Passage:
    """The words that attribute, in one piece: who and how, and the medium where it adjoins."""
    tokens = sentence.tokens
    cue = Span(tokens[one.cue.first].start, tokens[one.cue.last].end)
    parts = [cue, one.source]
    if one.carrier is not None and one.cue.carrier is not None:
        parts.append(noun_phrase(sentence, one.cue.carrier))
    if medium is not None:
        parts.append(_medium_span(sentence, medium))
    whole = cue
    for part in parts[1:]:
        wider = Span(min(whole.start, part.start), max(whole.end, part.end))
        if not any(wider.overlaps(span) for span in spans):
            whole = wider
    return page.passage(whole.start, whole.end)
