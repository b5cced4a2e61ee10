"""What is told: the span of the content of a cue, without the words that attribute it."""

from communique.extract.speech.cues import hung_clause
from communique.extract.speech.fronted import around_adjunct, before
from communique.extract.speech.stretches import (
    QUOTES,
    back_over,
    full_clause,
    glued_stops,
    opening,
    trimmed,
)
from communique.extract.speech.values import Cue
from communique.languages.en.originals import original_words
from communique.languages.en.speech import speech_words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token


def content_of(sentence: Sentence, cue: Cue, barriers: tuple[int, ...]) -> tuple[Span, ...]:
    """The spans that a cue puts on somebody's word, in order; empty when it tells nothing.

    ``barriers`` are places of tokens at which other cues, or the words for their sources, begin.
    """
    if cue.is_adjunct:
        return around_adjunct(sentence, cue)
    verb = sentence.tokens[cue.verb]
    if "noun" in cue.frames:
        return _of_noun(sentence, verb)
    inverted = cue.source is not None and cue.source.index > cue.last
    ahead = before(sentence, cue, verb) if inverted else ()
    after = None if ahead else _after(sentence, cue, verb, barriers)
    if after is not None:
        return (after,)
    return ahead or before(sentence, cue, verb)


def _of_noun(sentence: Sentence, noun: Token) -> tuple[Span, ...]:
    """The clause that hangs on a noun of telling, its 'that' left out."""
    clause = hung_clause(sentence, noun)
    span = None if clause is None else trimmed(sentence, clause[1].index, clause[-1].index + 1)
    return () if span is None else (span,)


def _after(sentence: Sentence, cue: Cue, verb: Token, barriers: tuple[int, ...]) -> Span | None:
    start = _start_after(sentence, cue, verb)
    if start is None or any(cue.last < at < start for at in glued_stops(sentence)):
        return None
    stop = _stop_after(sentence, cue, verb, start, barriers)
    return trimmed(sentence, start, stop) if stop > start else None


def _start_after(sentence: Sentence, cue: Cue, verb: Token) -> int | None:
    """The place of the first token of a content that follows its cue, or None."""
    if "quote" in cue.frames:
        opened = _opened(sentence, cue.last + 1)
        if opened is not None:
            return opened
    clause = _complement(sentence, verb, cue.last)
    if "clause" in cue.frames and clause is not None:
        return _past_mark(sentence, clause)
    if "urge" in cue.frames and (begun := _urged(sentence, verb)) is not None:
        return begun
    if "as" in cue.frames and (begun := _taken_as(sentence, verb)) is not None:
        return begun
    if "to" in cue.frames and (inner := sentence.child(verb, "xcomp")) is not None:
        return _left(sentence, inner)
    if "of" in cue.frames and (begun := _object_of(sentence, cue, verb)) is not None:
        return begun
    if {"object", "marked"} & cue.frames and (begun := _object(sentence, cue, verb)) is not None:
        return begun
    return _after_that(sentence, cue) if "clause" in cue.frames else None


def _after_that(sentence: Sentence, cue: Cue) -> int | None:
    """The place after 'that' when the parser hung the clause on a noun in between.

    'Said in a readout that the two had spoken' is read as a relative clause of the readout.
    """
    tokens = sentence.tokens
    for one in tokens[cue.last + 1 : cue.last + 16]:
        if one.tag in ("VBD", "VBZ", "VBP", "MD"):
            return None
        if one.lower in opening() and one.tag in ("IN", "WDT"):
            return one.index + 1 if full_clause(sentence, one) else None
    return None


def _object(sentence: Sentence, cue: Cue, verb: Token) -> int | None:
    """The first place of the object told; in the frame ``marked`` only before quotation marks."""
    thing = sentence.child(verb, "dobj")
    if thing is None or thing.index < verb.index:
        return None
    if "object" in cue.frames:
        return None if thing.pos == "PRON" else _left(sentence, thing)
    if not any(one.tag in ("``", "''") for one in sentence.tokens[thing.index + 1 :]):
        return None
    return thing.index + 1 if thing.pos == "PRON" else _left(sentence, thing)


def _taken_as(sentence: Sentence, verb: Token) -> int | None:
    """The first place of what is described and as what: 'the talks as useful', 'useful'."""
    joint = next(
        (
            one
            for one in sentence.children(verb)
            if one.dep == "prep" and one.lower in speech_words().commenting
        ),
        None,
    )
    if joint is None or joint.index < verb.index:
        return None
    thing = sentence.child(verb, "dobj")
    if thing is None or thing.index < verb.index or thing.pos == "PRON":
        return joint.index + 1
    return _left(sentence, thing)


def _opened(sentence: Sentence, at: int) -> int | None:
    """The place after a colon, or of an opening mark after a comma, that the cue leads to."""
    tokens = sentence.tokens
    stops = glued_stops(sentence)
    for one in tokens[at : at + 14]:
        if one.index in stops:
            return None
        if one.text == ":":
            return one.index + 1
        if one.text in QUOTES and one.index + 1 < len(tokens):
            glued = one.end == tokens[one.index + 1].start
            before = tokens[one.index - 1].text
            if glued and before == ",":
                return one.index
        if one.pos == "VERB" and one.tag != "VBN":
            return None
    return None


def _complement(sentence: Sentence, verb: Token, last: int) -> Token | None:
    """The head of the clause told, after the cue: its complement, or one the parser hung badly."""
    for one in sentence.children(verb):
        if one.dep in ("ccomp", "acl", "advcl") and one.index > last:
            left = _left(sentence, one)
            if one.dep == "ccomp" or sentence.tokens[left].lower in opening():
                return one
    return None


def _past_mark(sentence: Sentence, clause: Token) -> int:
    """The first place of a clause, its 'that' left out."""
    for one in sentence.subtree(clause):
        if one.text in QUOTES or one.text == "," or (one.dep == "mark" and one.lower in opening()):
            continue
        if one.lower in opening() and one.index + 1 < clause.index and one.tag == "IN":
            continue
        return one.index
    return clause.index


def _urged(sentence: Sentence, verb: Token) -> int | None:
    inner = next(
        (
            one
            for one in sentence.children(verb)
            if one.dep in ("xcomp", "ccomp") and one.tag == "VB" and one.index > verb.index
        ),
        None,
    )
    if inner is None or not any(one.tag == "TO" for one in sentence.children(inner)):
        return None
    subject = sentence.child(inner, "nsubj") or sentence.child(verb, "dobj")
    if subject is None or not verb.index < subject.index < inner.index:
        return None
    return _left(sentence, subject)


def _object_of(sentence: Sentence, cue: Cue, verb: Token) -> int | None:
    for one in sentence.children(verb):
        if one.index > verb.index and one.lower in cue.prepositions:
            thing = sentence.child(one, "pobj", "pcomp")
            if thing is not None and thing.pos != "PRON":
                return _left(sentence, thing)
    return None


def _left(sentence: Sentence, token: Token) -> int:
    return sentence.subtree(token)[0].index


def _stop_after(
    sentence: Sentence, cue: Cue, verb: Token, start: int, barriers: tuple[int, ...]
) -> int:
    """The place of the first token that no longer belongs to what is told."""
    tokens = sentence.tokens
    stop = next((at + 1 for at in glued_stops(sentence) if at >= start), len(tokens))
    outer = tokens[cue.last]
    for head in {verb.index: verb, outer.index: outer}.values():
        for one in sentence.children(head):
            if one.index > start and _ends_told(sentence, one, head, start):
                stop = min(stop, back_over(sentence, _left(sentence, one)))
    for barrier in barriers:
        if barrier > start and _is_barrier(sentence, barrier):
            stop = min(stop, back_over(sentence, barrier))
    return stop


def _is_barrier(sentence: Sentence, at: int) -> bool:
    """Whether the words that attribute something else begin at a place: 'according', ', adding'."""
    before = sentence.tokens[at - 1]
    if sentence.tokens[at].dep in ("prep", "mark") and sentence.tokens[at].tag in ("VBG", "IN"):
        return True
    return before.text in ',;–—”"' or before.dep == "cc"


def _ends_told(sentence: Sentence, one: Token, head: Token, start: int) -> bool:
    """Whether a dependant of the verb of telling stands outside what is told."""
    left = _left(sentence, one)
    if left <= start:
        return False
    apart = sentence.tokens[left - 1].text in ",;–—"
    if one.dep == "conj":
        return not _continues_inner_list(sentence, one, head, start)
    if one.dep == "parataxis":
        return apart
    if one.dep == "advcl":
        # A participle after a comma goes on with what is told as often as not.
        return apart and not (one.tag == "VBG" and left == one.index)
    if one.dep == "prep":
        thing = sentence.child(one, "pobj")
        return thing is not None and (
            thing.lower in original_words().nouns or (apart and thing.entity in ("DATE", "TIME"))
        )
    return False


def _continues_inner_list(sentence: Sentence, one: Token, head: Token, start: int) -> bool:
    """Whether a verb joined to the verb of telling rather goes on a list inside what is told.

    The parser joins 'if it was open, respected rights and promised ...' to the outer verb; the
    nearest verb in the same tense shows where it belongs.
    """
    if sentence.child(one, "nsubj", "nsubjpass") is not None or one.tag != head.tag:
        return False
    within = sentence.tokens[start : one.index]
    return any(other.tag == one.tag and other.dep in _INNER for other in within)


_INNER = frozenset({"ccomp", "advcl", "relcl", "conj", "acl"})
