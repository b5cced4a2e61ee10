"""Whether words involve another actor: as whom it is done to, for or with, and not as a place."""

from communique.extract.statements.places import state_named
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token


def involves_another(
    scene: Scene, sentence: Sentence, span: Span, by: tuple[ActorKey, ...]
) -> bool:
    """Whether another than those given has a part in what the words tell."""
    return any(
        _is_another(scene, sentence, one, by) and not _is_where(sentence, one)
        for one in sentence.within(span)
    )


def _is_another(scene: Scene, sentence: Sentence, token: Token, by: tuple[ActorKey, ...]) -> bool:
    mention = scene.mention_at(sentence, token)
    if mention is not None:
        if mention.how == "pronoun":
            return False
        return bool(set(scene.acting(mention.actors, mention.span)) - set(by))
    named = state_named(scene.page.tables, sentence, token) if token.entity else None
    return named is not None and named not in by


def _is_where(sentence: Sentence, token: Token) -> bool:
    """Whether a name only says where: "near the border of Ostania"."""
    for above in (token, *sentence.ancestors(token)):
        if above.pos == "VERB":
            return False
        if above.dep == "prep" and above.lower in words("clauses", "links", "where"):
            return True
    return False
