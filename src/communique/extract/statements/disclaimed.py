"""What a side says that nobody undertook: "no such assurance was given", "made no promise"."""

from communique.extract.clauses import complement_end, is_negated
from communique.extract.statements.scene import Scene
from communique.extract.statements.stands import Stand
from communique.languages.en.cues import table, words
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_OTHERS = ("attr", "dobj")


def disclaimed(
    scene: Scene, sentence: Sentence, noun: Token, holder: tuple[ActorKey, ...]
) -> Stand | None:
    """The position of who says that an undertaking was not given; an outlet takes none."""
    verb = sentence.head(noun)
    if noun.dep not in (*_SUBJECTS, *_OTHERS) or verb.pos not in ("VERB", "AUX"):
        return None
    if any(one.tag == "MD" for one in sentence.children(verb)):
        return None
    near = {one.lower for one in sentence.children(noun)}
    is_denied = bool(near & words("positions", "disclaimed", "no")) or is_negated(sentence, verb)
    if verb.lemma.lower() not in words("positions", "disclaimed", "verbs") or not is_denied:
        return None
    if len(holder) != 1:
        return None
    first = sentence.subtree(noun)[0] if noun.dep in _SUBJECTS else verb
    last = max(noun.index, verb.index)
    end = complement_end(sentence, last, scene.wordings.get(sentence.index, ()))
    return Stand(
        sentence=sentence,
        holder=holder,
        stance=table("positions")["disclaimed"]["stance"],
        start=first.index,
        matter=(first.index, max(end, last + 1)),
        rule="position.disclaimed",
    )
