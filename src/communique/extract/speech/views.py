"""Views: what a text says that somebody thinks, wants, asks or speaks about.

Nobody utters them, so they give nobody a voice: a text is read around them.
"""

from collections.abc import Iterator, Sequence

from communique.extract.page import Speech
from communique.extract.speech.company import Company
from communique.extract.speech.found import may_speak
from communique.extract.speech.tellers import teller_of
from communique.extract.speech.values import Memory, Teller, TellerKind
from communique.extract.speech.view_cues import ViewCue, find_view_cues
from communique.languages.en.speech import speech_words
from communique.model.passages import Passage, Span
from communique.model.readings import Attribution
from communique.model.syntax import Sentence
from communique.model.vocabulary import AttributionMode


def views_in(
    sentence: Sentence, company: Company, memory: Memory, told: Sequence[Span]
) -> Iterator[Speech]:
    """The views that a sentence tells of outside of what it puts on somebody's word.

    ``told`` are the spans on somebody's word; what one view is of is searched for no other.
    """
    held = list(told)
    for cue in find_view_cues(sentence):
        place = sentence.tokens[cue.last].start
        if any(span.start <= place < span.end for span in held):
            continue
        if any(one.overlaps(span) for one in cue.contents for span in told):
            continue
        made = tuple(_views(sentence, company, memory, cue))
        held += [one.span for one in made]
        yield from made


def _views(sentence: Sentence, company: Company, memory: Memory, cue: ViewCue) -> Iterator[Speech]:
    holder = None if cue.holder is None else teller_of(company, sentence, cue.holder, memory)
    if cue.holder is not None and not _may_hold(cue, holder):
        return
    wording = _wording(sentence, company, cue)
    for span in cue.contents:
        yield Speech(
            span,
            Attribution(
                mode=AttributionMode.INDIRECT,
                speaker=None if holder is None else holder.actor,
                original=None,
                wording=wording,
                chain=() if holder is None or not holder.words else (holder.words,),
                side=None if holder is None else holder.side,
            ),
        )


def _may_hold(cue: ViewCue, holder: Teller | None) -> bool:
    """Whether the words name somebody who may hold a view, or a text where texts may."""
    if holder is None or cue.holder is None:
        return False
    if holder.kind is not TellerKind.UNNAMED or cue.holder.pos in ("PRON", "PROPN"):
        return True
    by_text = cue.by_texts and cue.holder.lemma.lower() in speech_words().texts
    return by_text or may_speak(cue.holder)


def _wording(sentence: Sentence, company: Company, cue: ViewCue) -> Passage:
    """The words of the cue, with those that name the holder where they adjoin."""
    tokens = sentence.tokens
    whole = Span(tokens[cue.first].start, tokens[cue.last].end)
    if cue.holder is not None:
        named = company.naming_span(sentence, cue.holder)
        wider = Span(min(whole.start, named.start), max(whole.end, named.end))
        if not any(wider.overlaps(span) for span in cue.contents):
            whole = wider
    return company.page.passage(whole.start, whole.end)
