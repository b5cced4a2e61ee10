"""How a deed sits with a party, as the text says: "did not sit well with Vostland"."""

from collections.abc import Iterator

from communique.extract.clauses import is_asserted, is_negated, subject_of
from communique.extract.statements.meant import actors_meant
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import Claim, Position
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Aspect, Strength


def find_receptions(scene: Scene) -> Iterator[Claim]:
    """How a deed sits with a party that the text names after it."""
    by_first: dict[str, list[str]] = {}
    for phrase in sorted(words("positions", "reception", "phrases")):
        by_first.setdefault(phrase.split()[0], []).append(phrase)
    for sentence, token in scene.having(frozenset(by_first)):
        rest = sentence.text[token.start - sentence.start :].lower()
        for phrase in by_first.get(token.lower, ()):
            if rest.startswith(phrase):
                yield from _reception(scene, sentence, phrase, token)


def _reception(scene: Scene, sentence: Sentence, phrase: str, verb: Token) -> Iterator[Claim]:
    start, end = verb.start, verb.start + len(phrase)
    is_well = "well" in phrase
    if is_well != is_negated(sentence, verb) or not (is_well or is_asserted(sentence, verb)):
        return
    subject = subject_of(sentence, verb)
    target = next((one for one in sentence.tokens if one.start >= end and one.pos != "DET"), None)
    while target is not None and target.dep in ("amod", "compound", "poss", "case"):
        target = sentence.head(target)
    if subject is None or target is None or target.start < end:
        return
    if sentence.child(verb, "nsubj") is None and subject.index > verb.index:
        return
    holder = scene.acting(
        actors_meant(scene, sentence, target, Span(target.start, target.end)), sentence.span
    )
    noun = sentence.head(subject) if subject.dep == "poss" else subject
    matter = sentence.subtree_span(noun)
    if len(holder) != 1 or matter.end > start:
        return
    stance = words("positions", "reception", "stances")
    yield scene.claim(
        Aspect.POSITION,
        Position(holder=holder, matter=scene.text(matter), stance=min(stance)),
        Span(matter.start, target.end),
        rule="position.reception",
        strength=Strength.NOTED,
    )
