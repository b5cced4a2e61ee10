"""What an undertaking says of itself: in which body it is to be done, and whether it is history."""

import re
from functools import cache

from communique.extract.statements.scene import Scene
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind

_LONG_AGO = "2000"
"""What lies before this year is history on a page that bears no date itself."""


def body_within(scene: Scene, sentence: Sentence, what: Span) -> str | None:
    """The key of a body, or the name of a format, that the words are to be carried out in."""
    for mention in scene.named_in(what, sentence):
        first = next(t for t in sentence.tokens if t.end > mention.span.start)
        before = _preposition_before(sentence, first.index)
        if (
            before is None
            or before.lower not in words("clauses", "links", "within")
            or _is_told(sentence, before)
        ):
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
    return noun.dep == "pobj" and sentence.head(noun).lower in words("clauses", "links", "whom")


def is_history(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether a clause lies in an earlier year than its document, so that it is background."""
    while verb.dep == "conj" and sentence.head(verb).pos == "VERB":
        verb = sentence.head(verb)
    if verb.dep in ("relcl", "advcl", "acl") and _names_an_old_year(scene, sentence, verb):
        return True
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
            # On an undated page a bare year with a verb in the past is taken for long ago.
            if year is None and verb.tag == "VBD" and one.when.edtf == named[0]:
                return True
    return False


def _names_an_old_year(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether a clause hangs on words with a year long gone ("dates back to 1987, when ...")."""
    published = scene.page.document.published
    year = published.edtf[:4] if published is not None and published.edtf else _LONG_AGO
    before = Span(sentence.start, verb.start)
    return any(
        one.when.relative is None
        and before.holds(one.passage.span)
        and (named := _year().search(one.when.edtf or "")) is not None
        and named[0] < year
        for one in scene.times
    )


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"[12]\d[\dX]{2}")
