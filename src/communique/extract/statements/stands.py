"""A position before it is a claim: who stands where on what."""

from dataclasses import dataclass

from communique.extract.clauses import complement_end, trimmed
from communique.extract.statements.conditions import condition_from, conditions_after
from communique.extract.statements.position_cues import Matter
from communique.extract.statements.scene import Scene
from communique.extract.statements.stretches import without_when
from communique.model.passages import Span
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token


@dataclass(frozen=True, slots=True)
class Stand:
    """A position before it is a claim: ``start`` and ``matter`` are places of tokens."""

    sentence: Sentence
    holder: tuple[ActorKey, ...]
    stance: str
    start: int
    matter: tuple[int, int]
    rule: str
    conditions: tuple[Span, ...] = ()
    addressee: Span | None = None


def stand_of(
    scene: Scene,
    sentence: Sentence,
    verb: Token,
    holder: tuple[ActorKey, ...],
    stance: str,
    start: int,
    matter: Matter,
    rule: str,
) -> Stand | None:
    """The position of one holder on a matter, or None where nothing is said of it."""
    if len(holder) != 1:
        return None
    end = complement_end(sentence, matter.start, scene.wordings.get(sentence.index, ()))
    on = condition_from(scene, sentence, matter.start, end)
    end = (
        end
        if on is None
        else max(matter.start + 1, trimmed(sentence, matter.start, min(end, on.start)))
    )
    end = without_when(scene, sentence, matter.start, end)
    said = sentence.tokens[matter.start : end]
    if not any(one.pos in ("NOUN", "PROPN", "VERB") or one.tag == "VB" for one in said):
        return None
    return Stand(
        sentence=sentence,
        holder=holder,
        stance=stance,
        start=start,
        matter=(matter.start, end),
        rule=rule,
        addressee=matter.addressee,
        conditions=conditions_after(scene, sentence, end),
    )
