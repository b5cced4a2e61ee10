"""Diplomatic missions that a text says are open or closed."""

from collections.abc import Iterator

from communique.extract.clauses import auxiliaries, is_negated, subject_of
from communique.extract.statements.meant import actors_meant
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import table, words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Claim, Presence
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind, Aspect


def find_presence(scene: Scene) -> Iterator[Claim]:
    """The missions open or closed, a claim for each state."""
    for sentence, token in scene.having(words("presence", "missions", "nouns")):
        yield from _presence(scene, sentence, token)


def _presence(scene: Scene, sentence: Sentence, mission: Token) -> Iterator[Claim]:
    verb = _verb_of(sentence, mission)
    is_open = _is_open(sentence, verb)
    place = _place(scene, sentence, mission, verb)
    if is_open is None or place is None:
        return
    span = _span(sentence, verb, mission, place[1])
    for state in _states(scene, sentence, mission, verb, span):
        yield scene.claim(
            Aspect.PRESENCE,
            Presence(state=state, place=place[0], is_open=is_open),
            span,
            rule=f"presence.{verb.lemma}",
        )


def _verb_of(sentence: Sentence, mission: Token) -> Token:
    """The verb that a mission stands with: "kept" in "kept open their embassies"."""
    verb = sentence.head(mission)
    above = sentence.head(verb)
    if verb.dep in ("oprd", "ccomp", "xcomp", "acomp") and above.lemma in words(
        "presence", "open", "verbs"
    ):
        return above
    return verb


def _is_open(sentence: Sentence, verb: Token) -> bool | None:
    """Whether the verb says that it is open, or closed, or neither."""
    aux = auxiliaries(sentence, verb)
    if any(one.tag in ("MD", "TO") for one in aux):
        return None
    negated = is_negated(sentence, verb)
    if verb.lemma in words("presence", "closed", "verbs"):
        return negated
    if verb.lemma not in words("presence", "open", "verbs"):
        return None
    needs = table("presence")["open"]["needs"].get(verb.lemma)
    near = {one.lower for one in sentence.subtree(verb)}
    return None if needs and not near & set(needs) else not negated


def _place(
    scene: Scene, sentence: Sentence, mission: Token, verb: Token
) -> tuple[str, Span] | None:
    for one in (*sentence.subtree(mission), *sentence.subtree(verb)):
        target = sentence.child(one, "pobj")
        if one.lower in words("presence", "place", "prepositions") and target is not None:
            if target.entity in ("DATE", "TIME") or target.pos != "PROPN":
                continue
            first = sentence.tokens[one.index + 1]
            span = Span(first.start, target.end)
            return scene.text(span), span
    return None


def _states(
    scene: Scene, sentence: Sentence, mission: Token, verb: Token, span: Span
) -> tuple[ActorKey, ...]:
    owner = sentence.child(mission, "poss", "amod", "nmod", "compound")
    found = (
        actors_meant(scene, sentence, owner, span)
        if owner is not None and owner.tag != "PRP$"
        else ()
    )
    if not found:
        found = actors_meant(scene, sentence, subject_of(sentence, verb), span)
    states = scene.acting(found, span)
    return tuple(
        one
        for one in states
        if one not in scene.actors or scene.actors[one].kind is ActorKind.STATE
    )


def _span(sentence: Sentence, verb: Token, mission: Token, place: Span) -> Span:
    first = min(
        [verb.start, mission.start]
        + [one.start for one in auxiliaries(sentence, verb) if one.index > verb.index - 4]
        + [one.start for one in sentence.children(mission) if one.dep in ("poss", "det")]
    )
    return Span(first, max(verb.end, mission.end, place.end))
