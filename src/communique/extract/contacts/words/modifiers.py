"""What the words on a noun of contact say: whom they name, whether it is known or to come."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site
from communique.extract.contacts.words.phrases import Keys, merged
from communique.model.syntax import Sentence, Token

_ARTICLES = frozenset({"det", "nmod"})
"""What an article is to its noun; the other one where the parser takes it for a name."""


def hanging_before(scene: ContactScene, sentence: Sentence, noun: Token) -> Keys:
    """Whom the words before a noun name: "the Arcadian-Ruritanian talks", "the Lund-Dovic call"."""
    found: Keys = ()
    first = min((one.index for one in sentence.subtree(noun)), default=noun.index)
    for token in sentence.tokens[first : noun.index]:
        mention = scene.mention_at(sentence, token)
        if mention is not None and token.dep != "poss" and _is_of(sentence, token, noun):
            found = merged(found, mention.actors)
    return found


def _is_of(sentence: Sentence, token: Token, noun: Token) -> bool:
    """Whether a token hangs on the noun through modifiers alone, possessors left out."""
    while token.index != noun.index:
        if token.dep not in ("compound", "amod", "nmod", "punct", "npadvmod", "conj", "dep"):
            return False
        if token.head == token.index:
            return False
        token = sentence.head(token)
    return True


def is_due(scene: ContactScene, site: Site) -> bool:
    """Whether a word on a noun says that it is to come: "ahead of an expected summit"."""
    planned = scene.cues.words["planned_words"]
    return any(one.lower in planned for one in site.sentence.children(site.token))


def is_definite(scene: ContactScene, sentence: Sentence, token: Token) -> bool:
    """Whether a noun has a definite article or a possessor."""
    return any(
        one.dep == "poss" or (one.dep in _ARTICLES and one.lower in scene.cues.words["definite"])
        for one in sentence.children(token)
    )


def is_ahead(scene: ContactScene, site: Site) -> bool:
    """Whether the noun stands behind "ahead of"."""
    preposition = site.sentence.head(site.token)
    return site.sentence.head(preposition).lower in scene.cues.words["ahead"]
