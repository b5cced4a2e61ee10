"""What becomes of a channel by the words around its name: used, met, dormant, ended; its level."""

from dataclasses import dataclass

from communique.extract.clauses import is_asserted
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import table, words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token
from communique.model.times import When
from communique.model.vocabulary import ChannelStep

_FAR = 12
"""Words between a channel's name and the level at which it runs, at most."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A step that a sentence tells of a channel, and the word that tells it."""

    step: ChannelStep
    token: Token


def step_of(sentence: Sentence, noun: Token) -> Turn | None:
    """What the sentence says became of the channel that this noun names, or None."""
    held = _held_in(sentence, noun)
    if held is not None:
        return held
    verb = _verb_over(sentence, noun)
    if verb is None or not is_asserted(sentence, verb):
        return None
    said = {verb.lemma.lower(), *_complements(sentence, verb)}
    for row in table("channels")["step"]:
        if said & set(row["words"]) or _is_put(sentence, verb, row.get("put", [])):
            return Turn(ChannelStep(row["step"]), verb)
    return None


def _held_in(sentence: Sentence, noun: Token) -> Turn | None:
    """Talks "under the channel", "the first round of the channel": it was used there."""
    preposition = sentence.head(noun)
    if noun.dep != "pobj" or preposition.lower not in words("channels", "held_in", "prepositions"):
        return None
    over = sentence.head(preposition)
    firsts = words("channels", "held_in", "first")
    is_held = over.lemma.lower() in words("channels", "held_in", "nouns") or over.lower in firsts
    if not is_held:
        return None
    above = next((one for one in sentence.ancestors(over) if one.pos in ("VERB", "AUX")), None)
    if above is not None and not is_asserted(sentence, above):
        return None
    near = {one.lower for one in sentence.children(over)} | {over.lower}
    return Turn(ChannelStep.FIRST_USE if near & firsts else ChannelStep.MEETING, over)


def _verb_over(sentence: Sentence, noun: Token) -> Token | None:
    """The verb whose subject or object the channel is."""
    while noun.dep in ("conj", "appos", "compound"):
        noun = sentence.head(noun)
    over = sentence.head(noun)
    is_of_verb = noun.dep in ("nsubj", "nsubjpass", "dobj", "obj") and over.pos in ("VERB", "AUX")
    return over if is_of_verb else None


def _complements(sentence: Sentence, verb: Token) -> set[str]:
    """The adjectives that a verb of being gives its subject: "has lain dormant"."""
    deps = ("acomp", "attr", "oprd", "advcl")
    return {one.lower for one in sentence.children(verb) if one.dep in deps}


def _is_put(sentence: Sentence, verb: Token, targets: list[str]) -> bool:
    """Whether something is "put to use", "brought to an end"."""
    if verb.lemma.lower() not in words("channels", "putting"):
        return False
    ends = (sentence.child(one, "pobj") for one in sentence.children(verb) if one.dep == "prep")
    return any(one is not None and one.lemma.lower() in targets for one in ends)


def day_of(scene: Scene, sentence: Sentence, turn: Turn) -> When | None:
    """The one time that the sentence gives for a step: none of a clause about something else."""
    found = [
        one.when
        for one in scene.times
        if sentence.span.holds(one.passage.span)
        and one.duration is None
        and one.when.edtf
        and _hangs_on(sentence, sentence.within(one.passage.span), turn.token)
    ]
    return found[0] if len(found) == 1 else None


def _hangs_on(sentence: Sentence, inside: tuple[Token, ...], verb: Token) -> bool:
    """Whether the words hang on a verb or beside it, and not in a relative clause below it."""
    if not inside:
        return False
    for node in (inside[0], *sentence.ancestors(inside[0])):
        if node.index == verb.index:
            return True
        if node.dep in ("relcl", "acl"):
            return False
    return True


def level_of(scene: Scene, sentence: Sentence, noun: Token) -> str | None:
    """At what level the channel runs, in words: "at the level of deputy ministers"."""
    for token in sentence.tokens[noun.index + 1 : noun.index + 1 + _FAR]:
        if token.lemma.lower() not in words("channels", "level") or token.dep != "pobj":
            continue
        if sentence.head(token).lower not in words("channels", "level", "prepositions"):
            continue
        links = words("channels", "level", "of")
        of = next((one for one in sentence.children(token) if one.lower in links), None)
        target = None if of is None else sentence.child(of, "pobj")
        if target is not None:
            return scene.text(sentence.subtree_span(target))
        before = [one for one in sentence.subtree(token) if one.index < token.index]
        kept = [one for one in before if one.dep not in ("det", "punct")]
        return scene.text(Span(kept[0].start, kept[-1].end)) if kept else None
    return None
