"""Utterances: what one sentence puts on somebody's word, with who tells it and how."""

from dataclasses import dataclass, replace

from communique.extract.page import Page
from communique.extract.speech.chains import carried_on, with_chains
from communique.extract.speech.company import Company
from communique.extract.speech.contents import content_of
from communique.extract.speech.cues import find_cues
from communique.extract.speech.found import Found, found_by, is_inside
from communique.extract.speech.namings import noun_phrase
from communique.extract.speech.originals import medium_of, reference_of
from communique.extract.speech.quoted import set_against_quotations
from communique.extract.speech.tellers import joint_text
from communique.extract.speech.values import Cue, MediumFound, Memory, Reference, Teller, TellerKind
from communique.languages.en.speech import speech_words
from communique.model.passages import Passage, Span
from communique.model.syntax import Sentence
from communique.model.vocabulary import AttributionMode
from communique.text.quotes import Quotations

NARRATING = frozenset({"object", "of", "to", "urge", "marked", "as"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """A span on somebody's word: who tells it, who relays it in turn, and the words that say so.

    ``narrates`` is true when the cue tells a deed of speech ("thanked", "urged") and gives no
    clause or quotation. ``inside`` is true within a quotation of somebody else's words.
    """

    span: Span
    mode: AttributionMode
    teller: Teller
    carriers: tuple[Teller, ...]
    wording: Passage | None
    reference: Reference | None
    sentence: int
    is_denial: bool = False
    narrates: bool = False
    inside: bool = False

    @property
    def chain(self) -> tuple[str, ...]:
        """The way of the words as worded: who speaks first, then who relays."""
        words = (self.teller.words, *(one.words for one in self.carriers))
        return tuple(word for word in words if word)

    @property
    def side(self) -> str | None:
        """The side that speaks, None when nobody speaks for one."""
        return self.teller.side


def utterances_in(
    sentence: Sentence, company: Company, quotations: Quotations, memory: Memory
) -> tuple[tuple[Utterance, ...], Memory]:
    """What a sentence puts on somebody's word, in order, and the memory of tellers after it."""
    cues = [one for one in find_cues(sentence) if one.source is not None]
    found = [
        one
        for cue in cues
        if (one := found_by(sentence, company, cue, memory, quotations)) is not None
    ]
    made: list[Utterance] = []
    for one in (told := with_chains(company, sentence, found, memory)):
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


def _utterances(
    sentence: Sentence,
    company: Company,
    one: Found,
    found: list[Found],
    quotations: Quotations,
    memory: Memory,
) -> list[Utterance]:
    cue, page = one.cue, company.page
    barriers = tuple(sorted(_barriers(sentence, found, cue)))
    contents = content_of(sentence, cue, barriers)
    inside = is_inside(sentence, cue, quotations)
    placed = set_against_quotations(
        sentence, page, cue, one.source, contents, quotations, inside=inside
    )
    if not placed:
        return []
    spans = tuple(span for span, _ in placed)
    medium = medium_of(sentence, cue, spans)
    narrates = bool(NARRATING & cue.frames) and not _gives_clause(sentence, cue, contents)
    if one.teller.kind is TellerKind.JOINT:
        if medium is not None:
            one = replace(one, teller=joint_text(company, sentence, medium))
        elif narrates:
            return []
    wording = _wording(sentence, page, one, medium, spans)
    one = replace(
        one, carriers=(*one.carriers, *carried_on(company, sentence, one, medium, memory))
    )
    reference = reference_of(one.teller, one.carriers, medium)
    if reference is None and "add" in cue.kinds:
        reference = _taken_up(one.teller, memory)
    return [
        Utterance(
            span=span,
            mode=mode,
            teller=one.teller,
            carriers=one.carriers,
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


def _barriers(sentence: Sentence, found: list[Found], own: Cue) -> set[int]:
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


def _follows_sentence(sentence: Sentence, other: Found) -> bool:
    """'..., the readout said.': a cue that closes the sentence it stands in."""
    return all(
        one.pos in ("PUNCT", "ADV", "ADP", "NOUN", "PROPN", "DET", "ADJ", "NUM", "PART")
        for one in sentence.tokens[other.cue.last + 1 :]
    ) and not any(one.text in ",:" for one in sentence.tokens[other.cue.last + 1 :])


def _medium_span(sentence: Sentence, medium: MediumFound) -> Span:
    """The words for a medium with their preposition: 'in a joint statement'."""
    span = noun_phrase(sentence, medium.head)
    before = sentence.head(medium.head)
    joined = before.dep == "prep" and before.end < span.start <= before.end + 1
    return Span(before.start if joined else span.start, medium.head.end)


def _wording(
    sentence: Sentence,
    page: Page,
    one: Found,
    medium: MediumFound | None,
    spans: tuple[Span, ...],
) -> Passage:
    """The words that attribute, in one piece: who and how, and the medium where it adjoins."""
    tokens = sentence.tokens
    cue = Span(tokens[one.cue.first].start, tokens[one.cue.last].end)
    parts = [cue, one.source]
    if one.carriers and one.cue.carrier is not None:
        parts.append(noun_phrase(sentence, one.cue.carrier))
    if medium is not None:
        parts.append(_medium_span(sentence, medium))
    whole = cue
    for part in parts[1:]:
        wider = Span(min(whole.start, part.start), max(whole.end, part.end))
        if not any(wider.overlaps(span) for span in spans):
            whole = wider
    return page.passage(whole.start, whole.end)
