"""Labels of relationship: what somebody calls the relation of two states."""

from collections.abc import Iterator

from communique.extract.clauses import span_of
from communique.extract.statements.meant import actors_meant
from communique.extract.statements.phrases import modifiers_start, phrase_after, unquoted
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Claim, RelationLabel
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Aspect


def find_labels(scene: Scene) -> Iterator[Claim]:
    """The labels that a document puts on relations, with the two that each is put on."""
    for sentence, token in scene.having(words("labels", "label", "nouns")):
        if token.pos in ("NOUN", "PROPN"):
            yield from _label(scene, sentence, token)


def _label(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Claim]:
    start = _first_modifier(sentence, noun)
    before = {one.lower for one in sentence.tokens[start : noun.index]}
    if not before & words("labels", "label", "strong"):
        return
    end = phrase_after(sentence, noun.index + 1, words("labels", "label", "links"), None)
    span = span_of(sentence, start, end)
    dyad = _dyad(scene, sentence, noun, span)
    if len(dyad) != 2:
        return
    yield scene.claim(
        Aspect.LABEL,
        RelationLabel(unquoted(scene.text(span)), dyad),
        span,
        rule="label.relation",
        account=scene.account_of(dyad, span),
    )


def _first_modifier(sentence: Sentence, noun: Token) -> int:
    """The first of the words before the noun that belong to the label."""
    known = words("labels", "label", "modifiers")
    start = modifiers_start(sentence, noun, frozenset())
    while start < noun.index and sentence.tokens[start].lower not in known:
        start += 1
    return start


def _dyad(scene: Scene, sentence: Sentence, noun: Token, span: Span) -> tuple[ActorKey, ...]:
    """The two that are meant: those "between" names, the parties, or all in the sentence."""
    for token in sentence.tokens[noun.index + 1 :]:
        if token.lower == "between":
            found = actors_meant(scene, sentence, sentence.child(token, "pobj"), span)
            states = scene.acting(found, span)
            if len(states) == 2:
                return states
    told = scene.acting(scene.parties_at(span), span)
    if len(told) == 2:
        return told
    named = tuple(key for one in scene.named_in(sentence.span, sentence) for key in one.actors)
    return scene.acting(named, span)
