"""Named works between states: pipelines, railways, power stations, corridors."""

from collections.abc import Iterator

from communique.extract.statements.scene import Scene
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import Claim, Project
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Aspect


def find_projects(scene: Scene) -> Iterator[Claim]:
    """The works named where a contact, or at least two states, are spoken of."""
    ends = frozenset(one.split()[-1] for one in words("projects", "project", "pairs"))
    for sentence, token in scene.having(words("projects", "project") | ends):
        span = _name(sentence, token) if _ends_name(sentence, token) else None
        if span is not None:
            yield from _project(scene, sentence, span)


def _ends_name(sentence: Sentence, token: Token) -> bool:
    """Whether the last word of a work's name stands here, in capitals."""
    if not token.text[:1].isupper() or token.text.isupper():
        return False
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    if after is not None and after.text[:1].isupper() and after.pos in ("PROPN", "NOUN"):
        return False
    before = sentence.tokens[token.index - 1].lower if token.index else ""
    pair = f"{before} {token.lower}"
    return token.lower in words("projects", "project") or pair in words(
        "projects", "project", "pairs"
    )


def _name(sentence: Sentence, last: Token) -> Span | None:
    first = last.index
    while first > 0:
        before = sentence.tokens[first - 1]
        if not before.text[:1].isupper() and before.text not in ("-", "–"):
            break
        if before.lower in words("projects", "project", "not_first"):
            break
        first -= 1
    named = {one.lower for one in sentence.tokens[first : last.index]}
    if last.lower == "project" and not named & words("projects", "project", "works"):
        return None
    count = sum(one.text[:1].isupper() for one in sentence.tokens[first : last.index + 1])
    needed = 3 if last.lower in words("projects", "project", "weak") else 2
    if count < needed or (first == 0 and count == needed and sentence.tokens[0].pos != "PROPN"):
        return None
    return Span(sentence.tokens[first].start, last.end)


def _project(scene: Scene, sentence: Sentence, span: Span) -> Iterator[Claim]:
    parties = scene.acting(scene.parties_at(span), span)
    named = scene.acting(
        tuple(key for one in scene.mentions.get(sentence.index, ()) for key in one.actors), span
    )
    states = parties or named
    if len(states) < 2:
        return
    yield scene.claim(Aspect.PROJECT, Project(scene.text(span), states), span, rule="project.named")
