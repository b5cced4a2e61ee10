"""What an undertaking says of itself: for whom, until when, in which body, on what condition."""

import re
from functools import cache

from communique.extract.clauses import complement_end, span_of
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import phrases, words
from communique.model.passages import Span
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token
from communique.model.times import When
from communique.model.vocabulary import ActorKind

_WITHIN = frozenset({"within", "in", "under", "through", "at", "of", "inside"})
_TO = frozenset({"to", "for", "with"})


def whom_in(scene: Scene, sentence: Sentence, what: Span, by: tuple[ActorKey, ...]) -> str | None:
    """The words for whom a single actor undertakes it: "to its allies in the bloc", or None."""
    if len(by) != 1:
        return None
    for token in sentence.within(what):
        if token.lower not in _TO or token.dep not in ("prep", "dative"):
            continue
        noun = sentence.child(token, "pobj")
        if noun is None or sentence.head(token).pos not in ("VERB", "NOUN"):
            continue
        span = _phrase(sentence, noun, what)
        named = [key for one in scene.named_in(span, sentence) for key in one.actors]
        if any(one not in by for one in scene.acting(tuple(named), span)):
            return scene.text(span)
    return None


def _phrase(sentence: Sentence, noun: Token, within: Span) -> Span:
    tree = sentence.subtree_span(noun)
    return Span(tree.start, min(tree.end, within.end))


def body_within(scene: Scene, sentence: Sentence, what: Span) -> str | None:
    """The key of a body, or the name of a format, that the words are to be carried out in."""
    for mention in scene.named_in(what, sentence):
        first = next(t for t in sentence.tokens if t.end > mention.span.start)
        before = _preposition_before(sentence, first.index)
        if before is None or before.lower not in _WITHIN or _is_told(sentence, before):
            continue
        for key in mention.actors:
            actor = scene.actors.get(key)
            if actor is not None and actor.kind is ActorKind.BODY:
                return key
    return None


def _preposition_before(sentence: Sentence, index: int) -> Token | None:
    for token in reversed(sentence.tokens[:index]):
        if token.pos == "ADP":
            return token
        if token.pos not in ("DET", "ADJ", "PUNCT", "NOUN", "PROPN") or token.index < index - 4:
            return None
    return None


def _is_told(sentence: Sentence, preposition: Token) -> bool:
    """Whether the phrase hangs on whom it is done to ("to its allies in the bloc")."""
    noun = sentence.head(preposition)
    return noun.dep == "pobj" and sentence.head(noun).lower in _TO


def condition_after(scene: Scene, sentence: Sentence, last: int) -> str | None:
    """The condition that follows directly ("if the sailors are freed"), or None."""
    for token in sentence.tokens[last : last + 2]:
        if token.lower in words("clauses", "breaks", "conditional"):
            end = complement_end(sentence, token.index + 1, scene.wordings.get(sentence.index, ()))
            return scene.text(span_of(sentence, token.index, end))
    return None


def due_in(scene: Scene, sentence: Sentence, what: Span) -> When | None:
    """When it is due: a time to come that the words name, a vague wording, or None."""
    published = scene.page.document.published
    today = published.edtf[:10] if published is not None and published.edtf else None
    for one in scene.times:
        if what.holds(one.passage.span) and one.duration is None and _is_to_come(one.when, today):
            return one.when
    vague = _vague_due(sentence, what)
    return None if vague is None else When(None, "a wording that gives no date", vague)


def _is_to_come(when: When, today: str | None) -> bool:
    if when.relative is not None:
        return ":+" in when.relative or when.relative.endswith(("future", "near"))
    return bool(when.edtf and today and when.edtf.lstrip("./")[:10] > today[: len(when.edtf)])


def _vague_due(sentence: Sentence, what: Span) -> str | None:
    text = sentence.text[max(0, what.start - sentence.start) : what.end - sentence.start].lower()
    for phrase in phrases("clauses", "vague_due"):
        if phrase in text:
            return phrase
    for token in sentence.within(what):
        if token.lower in words("clauses", "vague_due") and token.dep in ("amod", "advmod"):
            return token.text
    return None


def is_history(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether a clause lies in an earlier year than its document, so that it is background."""
    tree = sentence.subtree_span(verb)
    if any(one.lower in words("clauses", "history") for one in sentence.within(tree)):
        return True
    published = scene.page.document.published
    year = published.edtf[:4] if published is not None and published.edtf else None
    for one in scene.times:
        if one.when.relative is None and tree.holds(one.passage.span) and one.when.edtf:
            named = _year().search(one.when.edtf)
            if named is None:
                continue
            if "X" in one.when.edtf or (year is not None and named[0] < year):
                return True
    return False


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"[12]\d[\dX]{2}")
