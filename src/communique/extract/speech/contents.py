"""What is told: the span of the content of a cue, without the words that attribute it."""

from communique.extract.speech.cues import Cue
from communique.extract.speech.namings import noun_phrase
from communique.languages.en.originals import original_words
from communique.languages.en.speech import speech_words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token

_TRIM_START = " \t\n\r,;:–—-"
_TRIM_END = " \t\n\r,;:–—-.!?"
QUOTES = "\"“”„«»‟‘’'"


def content_of(sentence: Sentence, cue: Cue, barriers: tuple[int, ...]) -> tuple[Span, ...]:
    """The spans that a cue puts on somebody's word, in order; empty when it tells nothing.

    ``barriers`` are places of tokens at which other cues, or the words for their sources, begin.
    """
    if cue.is_adjunct:
        return _around_adjunct(sentence, cue)
    verb = sentence.tokens[cue.verb]
    inverted = cue.source is not None and cue.source.index > cue.last
    before = _before(sentence, cue, verb) if inverted else ()
    after = None if before else _after(sentence, cue, verb, barriers)
    if after is not None:
        return (after,)
    return before or _before(sentence, cue, verb)


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
        if one.lower in _opening() and one.tag in ("IN", "WDT"):
            return one.index + 1 if _full_clause(sentence, one) else None
    return None


def _opening() -> frozenset[str]:
    """The words that open a clause that is told: 'that'."""
    return speech_words().particles["opening"]


def _full_clause(sentence: Sentence, that: Token) -> bool:
    """Whether a verb after 'that' has a subject of its own."""
    return any(
        one.dep in ("nsubj", "nsubjpass", "expl")
        and one.index > that.index
        and sentence.head(one).index > one.index
        for one in sentence.tokens[that.index + 1 : that.index + 25]
    )


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
            if one.dep == "ccomp" or sentence.tokens[left].lower in _opening():
                return one
    return None


def _past_mark(sentence: Sentence, clause: Token) -> int:
    """The first place of a clause, its 'that' left out."""
    for one in sentence.subtree(clause):
        if one.text in QUOTES or one.text == "," or (one.dep == "mark" and one.lower in _opening()):
            continue
        if one.lower in _opening() and one.index + 1 < clause.index and one.tag == "IN":
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
                stop = min(stop, _back(sentence, _left(sentence, one)))
    for barrier in barriers:
        if barrier > start and _is_barrier(sentence, barrier):
            stop = min(stop, _back(sentence, barrier))
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


def _back(sentence: Sentence, at: int) -> int:
    """Over the comma and 'and' before a place."""
    while at > 0 and (
        sentence.tokens[at - 1].text in ",;–—" or sentence.tokens[at - 1].dep == "cc"
    ):
        at -= 1
    return at


def trimmed(sentence: Sentence, start: int, stop: int) -> Span | None:
    """From one token to before another, without punctuation at the ends; None when nothing is left.

    Marks of quotation stay: whether they enclose the whole is decided with the quotations.
    """
    tokens = sentence.tokens
    while start < stop and tokens[start].text in _TRIM_START:
        start += 1
    while stop > start and tokens[stop - 1].text in _TRIM_END:
        stop -= 1
    return Span(tokens[start].start, tokens[stop - 1].end) if stop > start else None


def _before(sentence: Sentence, cue: Cue, verb: Token) -> tuple[Span, ...]:
    """A content before its cue: 'The port will open, the minister said.'"""
    if not {"clause", "quote"} & cue.frames:
        return ()
    edge = min(cue.first, cue.last if cue.source is None else _source_left(sentence, cue))
    edge = min(edge, cue.first)
    comma = edge - 1
    while comma >= 0 and sentence.tokens[comma].text in QUOTES:
        comma -= 1
    if comma < 0 or sentence.tokens[comma].text not in ",?!–—-.…":
        return ()
    begin = _past_connective(sentence, _clause_begin(sentence, comma))
    first = trimmed(sentence, begin, comma + 1 if sentence.tokens[comma].text in "?!" else comma)
    if first is None:
        return ()
    rest = _rest_of_interrupted(sentence, cue)
    if rest is not None:
        return (first, rest)
    return (first,) if _says_something(sentence, begin, comma) else ()


def _source_left(sentence: Sentence, cue: Cue) -> int:
    assert cue.source is not None
    span = noun_phrase(sentence, cue.source)
    return next(one.index for one in sentence.tokens if one.start >= span.start)


def _clause_begin(sentence: Sentence, comma: int) -> int:
    """The beginning of the sentence, or of its part after a semicolon."""
    stops = glued_stops(sentence)
    for at in range(comma - 1, -1, -1):
        if sentence.tokens[at].text == ";" or at in stops:
            return at + 1
    return 0


def glued_stops(sentence: Sentence) -> tuple[int, ...]:
    """Places where a sentence ended unseen: in 'wrote on X. The ...' the stop went to the name."""
    tokens = sentence.tokens
    return tuple(
        one.index
        for one in tokens[1:-1]
        if one.text in original_words().glued and tokens[one.index + 1].text[:1].isupper()
    )


def _says_something(sentence: Sentence, begin: int, comma: int) -> bool:
    """Whether a stretch is a clause or ends in a quotation, and no mere 'In the evening,'."""
    part = sentence.tokens[begin : comma + 1]
    if any(
        one.text in QUOTES and one.tag in ("``", "''") for one in sentence.tokens[begin : comma + 3]
    ):
        return True
    return any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in part)


def _past_connective(sentence: Sentence, begin: int) -> int:
    """Past 'And', 'But' and 'However,': those are the outlet's."""
    tokens = sentence.tokens
    if tokens[begin].dep == "cc":
        return begin + 1
    after = tokens[begin + 1 : begin + 2]
    if tokens[begin].dep == "advmod" and after and after[0].text == ",":
        return begin + 2
    return begin


def _rest_of_interrupted(sentence: Sentence, cue: Cue) -> Span | None:
    """What goes on after a cue between commas: 'The port, the minister said, will open.'"""
    tokens = sentence.tokens
    last = cue.last
    if cue.source is not None:
        last = max(last, _right(sentence, cue.source))
    if last + 1 >= len(tokens) or tokens[last + 1].text not in ",–—":
        return None
    after = tokens[last + 2 : last + 3]
    if (
        not after
        or after[0].tag in ("VBG", "IN", "WP", "WDT", "WRB", "CC")
        or after[0].text in QUOTES
    ):
        return None
    return trimmed(sentence, last + 2, len(tokens)) if _spans(sentence, cue, last) else None


def _spans(sentence: Sentence, cue: Cue, last: int) -> bool:
    """Whether the clause before a cue and the words after it hang on one another."""
    for one in sentence.tokens:
        if one.index < cue.first and last < one.head and one.pos != "PUNCT":
            return True
        if one.index > last and one.head < cue.first and one.pos != "PUNCT":
            return one.dep not in ("advcl", "prep", "npadvmod", "relcl", "appos")
    return False


def _right(sentence: Sentence, source: Token) -> int:
    end = noun_phrase(sentence, source).end
    return max(one.index for one in sentence.tokens if one.end <= end)


def _around_adjunct(sentence: Sentence, cue: Cue) -> tuple[Span, ...]:
    """The clause that an adjunct stands beside: after it, before it, or on both sides."""
    assert cue.source is not None
    tokens = sentence.tokens
    last = max(cue.last, _right(sentence, cue.source))
    begin = _lead_in(sentence, cue.first)
    if begin == cue.first:
        start = last + 1
        whole = trimmed(sentence, start, len(tokens))
        return () if whole is None else (whole,)
    begin = _past_connective(sentence, begin)
    before = trimmed(sentence, begin, _back(sentence, cue.first))
    if before is None:
        return ()
    spoken = any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in tokens[begin : cue.first])
    if spoken:
        return (before,)
    rest = trimmed(sentence, last + 1, len(tokens))
    return (before,) if rest is None else (before, rest)


def _lead_in(sentence: Sentence, first: int) -> int:
    """Where the clause of an adjunct begins: after a semicolon, or ', but' right before it."""
    tokens = sentence.tokens
    if all(one.dep in ("cc", "advmod", "punct") for one in tokens[:first]):
        return first
    if tokens[first - 1].dep == "cc" and first > 1 and tokens[first - 2].text in ",;":
        return first
    if tokens[first - 1].text == ";":
        return first
    for at in range(first - 1, -1, -1):
        if tokens[at].text == ";":
            return at + 1
    return 0
