"""'We' and 'our' in a side's own words: the speaker alone, or both parties of a contact."""

from collections.abc import Iterator

from communique.extract.clauses import subject_of
from communique.extract.page import Cast, Page, Speech
from communique.extract.speech.company import Company
from communique.languages.en.speech import speech_words
from communique.model.passages import Span
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind

REACH = 4
"""Sentences before a quotation in which the other party of a contact is looked for."""


def we_means(speech: Speech, cast: Cast, page: Page, span: Span) -> tuple[ActorKey, ...]:
    """Whom 'we' or 'our' at a span inside a side's own words means.

    The speaker; and the other party too where 'we' did together what only parties of a contact do
    ("we agreed") and the words, or those around them, tell of a contact with one of another side.
    Empty when the speaker is not known.
    """
    speaker = speech.attribution.speaker
    if speaker is None:
        return ()
    company = Company(page, cast)
    sentence = page.sentence_at(span.start)
    if sentence is None or not _is_together(sentence, span):
        return (speaker,)
    side = speech.attribution.side
    other = next(_others(company, page, speech, sentence, side), None)
    return (speaker,) if other is None else (speaker, other)


def _is_together(sentence: Sentence, span: Span) -> bool:
    """Whether the verb that 'we' is the subject of is one of dealing with each other."""
    token = next((one for one in sentence.within(span)), None)
    if token is None:
        return False
    verbs = [
        one
        for one in sentence.tokens
        if one.tag.startswith("VB") and _has_subject(sentence, one, token)
    ]
    together = speech_words().together
    if token.dep == "poss":
        return any(one.lemma.lower() in together for one in sentence.ancestors(token))
    return any(one.lemma.lower() in together for one in verbs)


def _has_subject(sentence: Sentence, verb: Token, token: Token) -> bool:
    subject = subject_of(sentence, verb)
    return subject is not None and subject.index == token.index


def _others(
    company: Company, page: Page, speech: Speech, sentence: Sentence, side: str | None
) -> Iterator[ActorKey]:
    """Persons of another side: in the words themselves first, then in what stands before them."""
    inside = [
        one for one in page.sentences if one.start < speech.span.end and speech.span.start < one.end
    ]
    first = inside[0].index if inside else sentence.index
    before = [one for one in page.sentences if first - REACH <= one.index < first]
    for one in (*inside, *reversed(before)):
        for mention in company.in_sentence(one.index):
            for key in mention.actors:
                actor = company.actor(key)
                theirs = company.side_of(key)
                if (
                    actor is not None
                    and actor.kind in (ActorKind.PERSON, ActorKind.OFFICE)
                    and theirs is not None
                    and theirs != side
                ):
                    yield key
