"""Cues of views: the words by which a sentence says what somebody thinks, wants or asks."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.speech.complements import Complement, complement_of
from communique.extract.speech.sources import source_of
from communique.extract.speech.stretches import opening, trimmed
from communique.languages.en.speech import speech_words
from communique.languages.en.views import ViewWord, view_words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token


@dataclass(frozen=True, slots=True)
class ViewCue:
    """A word that tells of a view: where it begins and ends, and what the view is of.

    ``holder`` is the head of the words for whose view it is, None when that is not said.
    ``by_texts`` is true when a text or a figure may be what holds it.
    """

    first: int
    last: int
    holder: Token | None
    contents: tuple[Span, ...]
    by_texts: bool = False


def find_view_cues(sentence: Sentence) -> Iterator[ViewCue]:
    """The cues of views of a sentence, in the order of the text."""
    words = view_words()
    for token in sentence.tokens:
        kind, lemma = token.tag[:2], token.lemma.lower()
        if kind == "VB" and lemma in words.verbs:
            yield from _verbal(sentence, token, words.verbs[lemma])
        elif kind == "JJ" and lemma in words.adjectives and token.dep == "acomp":
            yield from _adjectival(sentence, token, words.adjectives[lemma])
        elif kind == "NN" and lemma in words.nouns and not token.tag.startswith("NNP"):
            yield from _nominal(sentence, token, words.nouns[lemma])
        elif kind == "RB" and token.lower in words.adverbs:
            yield from _adverbial(sentence, token)


def _verbal(sentence: Sentence, verb: Token, word: ViewWord) -> Iterator[ViewCue]:
    if sentence.child(verb, "auxpass", "nsubjpass") is not None:
        yield from _passive(sentence, verb, word)
        return
    if verb.tag == "VBN" and sentence.child(verb, "aux") is None and verb.dep != "ROOT":
        return
    found = complement_of(sentence, verb, word.frames, word)
    source = None if found is None else source_of(sentence, verb, speech_words())
    if found is None or source is None or found.span.start <= source.start < found.span.end:
        return
    by_texts = found.frames <= word.by_texts
    yield ViewCue(_first(sentence, verb), verb.index, source, (found.span,), by_texts)


def _first(sentence: Sentence, verb: Token) -> int:
    """Where a verb begins with its auxiliaries and negation."""
    helpers = [
        one.index
        for one in sentence.children(verb)
        if one.dep in ("aux", "auxpass", "neg") and one.index < verb.index
    ]
    return min([verb.index, *helpers])


def _passive(sentence: Sentence, verb: Token, word: ViewWord) -> Iterator[ViewCue]:
    contents = _undergone(sentence, verb, word)
    if contents:
        agents = [one for one in sentence.children(verb) if one.dep == "agent"]
        holder = sentence.child(agents[0], "pobj") if agents else None
        yield ViewCue(_first(sentence, verb), verb.index, holder, contents)


def _undergone(sentence: Sentence, verb: Token, word: ViewWord) -> tuple[Span, ...]:
    """What a view in the passive is of: 'is expected to leave', 'was opposed by the islands'."""
    found = complement_of(sentence, verb, word.passive - {"subject", "as"}, word)
    if found is not None:
        return (found.span,)
    subject = sentence.child(verb, "nsubjpass")
    if subject is None or subject.pos == "PRON":
        return ()
    if "as" in word.passive:
        found = complement_of(sentence, verb, frozenset({"as"}), word)
    is_owned = any(one.dep == "agent" for one in sentence.children(verb))
    if found is None and not ("subject" in word.passive and is_owned):
        return ()
    about = sentence.subtree_span(subject)
    return (about,) if found is None else (about, found.span)


def _adjectival(sentence: Sentence, token: Token, word: ViewWord) -> Iterator[ViewCue]:
    found = complement_of(sentence, token, word.frames, word)
    verb = sentence.head(token)
    source = None if found is None else source_of(sentence, verb, speech_words())
    if found is not None and source is not None:
        yield ViewCue(min(verb.index, token.index), token.index, source, (found.span,))


def _nominal(sentence: Sentence, noun: Token, word: ViewWord) -> Iterator[ViewCue]:
    owner = sentence.child(noun, "poss")
    for one in sentence.children(noun):
        found = _hung_on(sentence, one, word) if one.index > noun.index else None
        if found is not None and (owner is not None or "clause" in found.frames):
            yield ViewCue(noun.index, noun.index, owner, (found.span,))


def _hung_on(sentence: Sentence, one: Token, word: ViewWord) -> Complement | None:
    """What hangs on a noun and says what it is: 'that ...', 'to ...', 'for ...'."""
    tree = sentence.subtree(one)
    first, frame = tree[0].index, None
    if one.dep == "acl" and one.tag == "VB" and tree[0].tag == "TO":
        frame = "to"
    elif one.dep in ("acl", "ccomp", "relcl") and tree[0].tag == "IN":
        frame = "clause" if tree[0].lower in opening() else None
    elif one.dep == "prep" and one.lower in word.prepositions:
        first, frame = first + 1, "of"
    if frame not in word.frames:
        return None
    span = trimmed(sentence, first, tree[-1].index + 1)
    return None if span is None else Complement(span, frozenset({frame}))


def _adverbial(sentence: Sentence, token: Token) -> Iterator[ViewCue]:
    verb = sentence.head(token)
    tree = sentence.subtree(verb)
    span = trimmed(sentence, tree[0].index, tree[-1].index + 1)
    if span is not None and verb.pos in ("VERB", "AUX"):
        yield ViewCue(token.index, token.index, None, (span,))
