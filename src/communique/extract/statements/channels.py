"""Channels: standing lines of consultation between named parties, as a text names them."""

from collections.abc import Iterator
from functools import cache

from communique.extract.clauses import complement_end, is_negated, span_of
from communique.extract.statements.meant import actors_meant, subject_actors
from communique.extract.statements.phrases import (
    modifiers_start,
    phrase_after,
    topic_after,
    topic_text,
    unquoted,
)
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import table, words
from communique.model.passages import Span
from communique.model.readings import ActorKey, ChannelNaming, Claim, Undertaking
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Aspect, Strength


def find_channels(scene: Scene, undertakings: tuple[Claim, ...]) -> Iterator[Claim]:
    """The channels named, each with the strength of the undertaking that it stands in."""
    through = words("channels", "through", "prepositions")
    for sentence, token in scene.having(frozenset(_kinds()) | through):
        kind = _kinds().get(token.lower)
        if kind is not None:
            yield from _named(scene, sentence, token, kind, undertakings)
        elif token.lower in through:
            yield from _through(scene, sentence, token, undertakings)


@cache
def _kinds() -> dict[str, tuple[str, bool]]:
    return {
        noun: (row["kind"], row["needs_modifier"])
        for row in table("channels")["kind"]
        for noun in row["nouns"]
    }


def _named(
    scene: Scene,
    sentence: Sentence,
    noun: Token,
    kind: tuple[str, bool],
    undertakings: tuple[Claim, ...],
) -> Iterator[Claim]:
    barred = frozenset(
        one.index for one in sentence.tokens[: noun.index] if scene.mention_at(sentence, one)
    )
    start = modifiers_start(sentence, noun, barred)
    links, nouns = words("channels", "name", "links"), words("channels", "name", "goes_on")
    end = phrase_after(sentence, noun.index + 1, links, nouns)
    if not _is_standing(sentence, noun, kind, start, end) or is_negated(sentence, noun):
        return
    span = span_of(sentence, start, end)
    parties = _parties(scene, sentence, noun, span, undertakings)
    if len(parties) < 2:
        return
    yield _claim(scene, sentence, span, end, parties, undertakings, f"channel.{kind[0]}")


def _is_standing(
    sentence: Sentence, noun: Token, kind: tuple[str, bool], start: int, end: int
) -> bool:
    """Whether the words around the noun make it a line between parties."""
    before = [one.lower for one in sentence.tokens[start : noun.index]]
    direct = sentence.tokens[noun.index - 1].lower if noun.index else ""
    if direct in words("channels", "not_before"):
        return False
    after = [one.lower for one in sentence.tokens[noun.index + 1 : end]]
    if any(one in words("channels", "modifiers", "of") for one in after):
        return True
    if kind[0] in words("channels", "only_with_of", "kinds"):
        return False
    known = words("channels", "modifiers", kind[0])
    return not kind[1] or any(one in known for one in before)


def _parties(
    scene: Scene,
    sentence: Sentence,
    noun: Token,
    span: Span,
    undertakings: tuple[Claim, ...],
) -> tuple[ActorKey, ...]:
    """Between whom it runs: who undertakes it, whom "between" names, who acts, or the parties."""
    for one in undertakings:
        if not isinstance(one.value, Undertaking) or len(one.value.by) < 2:
            continue
        if one.passage.span.holds(span):
            return one.value.by
    between = _between(scene, sentence, noun, span)
    if len(between) > 1:
        return between
    verb = next((one for one in sentence.ancestors(noun) if one.pos in ("VERB", "AUX")), None)
    who = () if verb is None else subject_actors(scene, sentence, verb, span)
    acting = scene.acting((*who, *_with(scene, sentence, noun, span)), span)
    if len(acting) > 1:
        return acting
    told = scene.acting(scene.parties_at(span), span)
    return told if not acting or acting[0] in told else ()


def _between(scene: Scene, sentence: Sentence, noun: Token, span: Span) -> tuple[ActorKey, ...]:
    for token in sentence.tokens[noun.index + 1 :]:
        if token.lower == "between":
            target = sentence.child(token, "pobj")
            return scene.acting(actors_meant(scene, sentence, target, span), span)
    return ()


def _with(scene: Scene, sentence: Sentence, noun: Token, span: Span) -> tuple[ActorKey, ...]:
    for token in sentence.tokens[noun.index + 1 :]:
        if token.lower == "with":
            return actors_meant(scene, sentence, sentence.child(token, "pobj"), span)
    return ()


def _claim(
    scene: Scene,
    sentence: Sentence,
    span: Span,
    end: int,
    parties: tuple[ActorKey, ...],
    undertakings: tuple[Claim, ...],
    rule: str,
) -> Claim:
    stop = (
        complement_end(sentence, end, scene.wordings.get(sentence.index, ()))
        if end < len(sentence.tokens)
        else end
    )
    topic = topic_after(sentence, end, stop, words("channels", "topic", "prepositions"))
    holding = [one for one in undertakings if one.passage.span.holds(span)]
    return scene.claim(
        Aspect.CHANNEL,
        ChannelNaming(
            name=unquoted(scene.text(span)),
            parties=parties,
            topic=None if topic is None else topic_text(unquoted(scene.text(topic))),
        ),
        span,
        rule=rule,
        strength=holding[0].strength if holding else Strength.MENTIONED,
        account=scene.account_of(parties, span),
    )


def _through(
    scene: Scene, sentence: Sentence, preposition: Token, undertakings: tuple[Claim, ...]
) -> Iterator[Claim]:
    """A line through named kinds of bodies: closer coordination "through diplomatic agencies"."""
    target = sentence.child(preposition, "pobj")
    if target is None or target.lemma.lower() not in words("channels", "through", "bodies"):
        return
    span = sentence.subtree_span(target)
    holding = [one for one in undertakings if one.passage.span.holds(span)]
    noun = next(
        (
            one
            for one in reversed(sentence.tokens[max(0, preposition.index - 6) : preposition.index])
            if one.lemma.lower() in words("channels", "through", "nouns") and one.pos == "NOUN"
        ),
        None,
    )
    if noun is None or not holding:
        return
    parties = getattr(holding[0].value, "by", ())
    if len(parties) < 2:
        return
    start = modifiers_start(sentence, noun, frozenset())
    whole = Span(sentence.tokens[start].start, span.end)
    yield scene.claim(
        Aspect.CHANNEL,
        ChannelNaming(name=unquoted(scene.text(span)), parties=parties, topic=None),
        whole,
        rule="channel.through",
        strength=holding[0].strength,
        account=scene.account_of(parties, whole),
    )
