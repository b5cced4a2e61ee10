"""Whom the names right beside a word mean, whatever the parser makes of them."""

from communique.extract.contacts.scene import ContactScene
from communique.model.passages import Span
from communique.model.readings import ActorKey, Mention
from communique.model.syntax import Sentence, Token

HANGING = frozenset({"amod", "compound", "nmod", "poss"})
"""Labels of the parser for a name that only says what another noun is of."""


def before(scene: ContactScene, sentence: Sentence, verb: Token) -> tuple[ActorKey, ...]:
    """Whom the names joined by "and" directly before a verb mean, auxiliaries and times aside."""
    at = verb.index - 1
    while at >= 0 and _is_passed(scene, sentence, sentence.tokens[at]):
        at -= 1
    found: tuple[ActorKey, ...] = ()
    joined = True
    while at >= 0 and joined:
        mention = scene.mention_at(sentence, sentence.tokens[at])
        if mention is None:
            break
        found = (*mention.actors, *found)
        at = _first_index(scene, sentence, at, mention) - 1
        joined = at > 0 and sentence.tokens[at].lower in scene.cues.words["joining"]
        at -= 1
    return tuple(dict.fromkeys(found))


def _first_index(scene: ContactScene, sentence: Sentence, at: int, mention: Mention) -> int:
    while at > 0 and scene.mention_at(sentence, sentence.tokens[at - 1]) is mention:
        at -= 1
    return at


def _is_passed(scene: ContactScene, sentence: Sentence, token: Token) -> bool:
    if scene.mention_at(sentence, token) is not None:
        return False
    if token.pos in ("AUX", "ADV", "PART"):
        return True
    span = Span(token.start, token.end)
    return any(one.passage.span.holds(span) for one in scene.times_in(sentence)) or (
        token.dep == "prep" and token.lower in scene.cues.words["on_day"]
    )


def after(scene: ContactScene, sentence: Sentence, token: Token) -> tuple[ActorKey, ...]:
    """Whom the name directly after a token means."""
    if token.index + 1 >= len(sentence.tokens):
        return ()
    following = sentence.tokens[token.index + 1]
    mention = scene.mention_at(sentence, following)
    if mention is None or sentence.tokens[mention.head].dep in HANGING:
        return ()
    return mention.actors
