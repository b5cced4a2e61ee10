"""Channels: standing lines of consultation between named parties, as a text names them."""

from collections.abc import Iterator
from functools import cache

from communique.extract.clauses import complement_end, is_negated, span_of
from communique.extract.statements.channel_steps import day_of, level_of, step_of
from communique.extract.statements.denied import is_gainsaid
from communique.extract.statements.meant import actors_meant, subject_actors
from communique.extract.statements.phrases import (
    modifiers_start,
    phrase_after,
    topic_after,
    topic_text,
    unquoted,
)
from communique.extract.statements.places import state_meant
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import table, words
from communique.model.passages import Span
from communique.model.readings import ActorKey, ChannelNaming, Claim, Undertaking
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Aspect, Status, Strength


def find_channels(scene: Scene, undertakings: tuple[Claim, ...]) -> Iterator[Claim]:
    """The channels named, each with the strength of the undertaking that it stands in.

    Once a text has named one, "the channel" is that one where something is told to become of it.
    """
    through = words("channels", "through", "prepositions")
    named: dict[str, tuple[ActorKey, ...]] = {}
    for sentence, token in scene.having(frozenset(_kinds()) | through):
        kind = _kinds().get(token.lower)
        if kind is None:
            yield from _through(scene, sentence, token, undertakings)
            continue
        before = named.get(token.lower, ())
        found = _named(scene, sentence, token, kind, undertakings, before)
        found = found or _again(scene, sentence, token, before)
        if found is not None and isinstance(found.value, ChannelNaming):
            named[token.lower] = found.value.parties
            yield found


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
    before: tuple[ActorKey, ...],
) -> Claim | None:
    barred = frozenset(
        one.index for one in sentence.tokens[: noun.index] if scene.mention_at(sentence, one)
    )
    start = modifiers_start(sentence, noun, barred)
    links, nouns = words("channels", "name", "links"), words("channels", "name", "goes_on")
    end = phrase_after(sentence, noun.index + 1, links, nouns)
    if not _is_standing(scene, sentence, noun, kind, start, end):
        return None
    span = span_of(sentence, start, end)
    status = Status.DENIED if is_gainsaid(sentence, noun) else None
    if status is None and is_negated(sentence, noun):
        return None
    parties = _parties(scene, sentence, noun, span, undertakings)
    if status is not None:
        # Only a side can gainsay: that an outlet found no line tells of nobody's word.
        if scene.attribution_of(span).side is None:
            return None
        parties = parties if len(parties) > 1 else before
    if len(parties) < 2:
        return None
    rule = f"channel.{kind[0]}"
    return _claim(scene, sentence, noun, span, end, parties, undertakings, rule, status)


def _again(
    scene: Scene, sentence: Sentence, noun: Token, parties: tuple[ActorKey, ...]
) -> Claim | None:
    """The channel named before, where "the channel" is told to be used, dormant or ended."""
    article = sentence.child(noun, "det")
    if not parties or article is None or article.lower not in words("channels", "again"):
        return None
    if step_of(sentence, noun) is None:
        return None
    end = noun.index + 1
    span = span_of(sentence, noun.index, end)
    return _claim(scene, sentence, noun, span, end, parties, (), "channel.again")


def _is_standing(
    scene: Scene, sentence: Sentence, noun: Token, kind: tuple[str, bool], start: int, end: int
) -> bool:
    """Whether the words around the noun make it a line between parties."""
    before = [one.lower for one in sentence.tokens[start : noun.index]]
    direct = sentence.tokens[noun.index - 1].lower if noun.index else ""
    if direct in words("channels", "not_before"):
        return False
    after = [one.lower for one in sentence.tokens[noun.index + 1 : end]]
    if kind[0] in words("channels", "road_map", "kinds"):
        return _is_road_map(scene, sentence, noun, direct, after)
    if any(one in words("channels", "modifiers", "of") for one in after):
        return True
    if kind[0] in words("channels", "only_with_of", "kinds"):
        return False
    known = words("channels", "modifiers", kind[0])
    return not kind[1] or any(one in known for one in before)


def _is_road_map(
    scene: Scene, sentence: Sentence, noun: Token, direct: str, after: list[str]
) -> bool:
    """Whether a map is one of consultations between organs of states."""
    names = words("channels", "road_map", "names")
    if noun.lower not in names and f"{direct} {noun.lower}" not in names:
        return False
    if not any(one in words("channels", "road_map", "of") for one in after):
        return False
    links = words("channels", "name", "between")
    between = next((one for one in sentence.tokens[noun.index :] if one.lower in links), None)
    target = None if between is None else sentence.child(between, "pobj")
    if target is None:
        return False
    # The lemma of a name keeps its plural: "the Security Councils".
    organs = words("channels", "road_map", "organs")
    is_organ = target.lower in organs or target.lemma.lower() in organs
    return is_organ or state_meant(scene.page.tables, sentence, target) is not None


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
        target = sentence.child(token, "pobj")
        if token.lower in words("channels", "name", "between"):
            return scene.acting(actors_meant(scene, sentence, target, span), span)
        if token.lower == "of" and token.head == noun.index and target is not None:
            owners = _belonging(scene, sentence, noun, target, span)
            if len(owners) > 1:
                return owners
    return ()


def _belonging(
    scene: Scene, sentence: Sentence, noun: Token, target: Token, span: Span
) -> tuple[ActorKey, ...]:
    """The states whose channel it is: "the working group of Vostland and Ostania"."""
    # What "and" joins to the first of them is often parsed as joined to the group.
    heads = (target, *(one for one in sentence.children(noun) if one.dep == "conj"))
    named = (each for head in heads for each in sentence.subtree(head))
    states = {state_meant(scene.page.tables, sentence, one) for one in named} - {None}
    acting = (key for head in heads for key in actors_meant(scene, sentence, head, span))
    return tuple(sorted({*scene.acting(tuple(acting), span), *filter(None, states)}))


def _with(scene: Scene, sentence: Sentence, noun: Token, span: Span) -> tuple[ActorKey, ...]:
    for token in sentence.tokens[noun.index + 1 :]:
        if token.lower == "with":
            return actors_meant(scene, sentence, sentence.child(token, "pobj"), span)
    return ()


def _claim(
    scene: Scene,
    sentence: Sentence,
    noun: Token,
    span: Span,
    end: int,
    parties: tuple[ActorKey, ...],
    undertakings: tuple[Claim, ...],
    rule: str,
    status: Status | None = None,
) -> Claim:
    stop = (
        complement_end(sentence, end, scene.wordings.get(sentence.index, ()))
        if end < len(sentence.tokens)
        else end
    )
    topic = _told(
        scene, topic_after(sentence, end, stop, words("channels", "topic", "prepositions"))
    )
    holding = [one for one in undertakings if one.passage.span.holds(span)]
    # What is agreed to become of it has not become of it yet.
    turn = None if holding or status is not None else step_of(sentence, noun)
    return scene.claim(
        Aspect.CHANNEL,
        ChannelNaming(
            name=unquoted(scene.text(span)),
            parties=parties,
            topic=None if topic is None else topic_text(unquoted(scene.text(topic))),
            level=level_of(scene, sentence, noun),
            step=None if turn is None else turn.step,
            when=None if turn is None else day_of(scene, sentence, turn),
        ),
        span,
        rule=rule,
        strength=holding[0].strength if holding else Strength.MENTIONED,
        account=scene.account_of(parties, span),
        status=status,
    )


def _told(scene: Scene, topic: Span | None) -> Span | None:
    """The topic, unless its words only point to one that is named elsewhere."""
    first = "" if topic is None else scene.text(topic).split(maxsplit=1)[0].casefold()
    return None if first in words("channels", "topic", "pointing") else topic


@cache
def _dealing() -> frozenset[tuple[str, str]]:
    """Nouns and verbs of dealing with one another, each with its part of speech."""
    nouns, verbs = (words("channels", "through", key) for key in ("nouns", "verbs"))
    return frozenset({("NOUN", one) for one in nouns} | {("VERB", one) for one in verbs})


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
            if (one.pos, one.lemma.lower()) in _dealing()
        ),
        None,
    )
    if noun is None or not holding:
        return
    parties = getattr(holding[0].value, "by", ())
    if len(parties) < 2:
        return
    start = modifiers_start(sentence, noun, frozenset()) if noun.pos == "NOUN" else noun.index
    whole = Span(sentence.tokens[start].start, span.end)
    yield scene.claim(
        Aspect.CHANNEL,
        ChannelNaming(name=unquoted(scene.text(span)), parties=parties, topic=None),
        whole,
        rule="channel.through",
        strength=holding[0].strength,
        account=scene.account_of(parties, whole),
    )
