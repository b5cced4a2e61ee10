"""Who stands before a word that means them: the two of "their ministers", the one of "his"."""

from communique.extract.contacts.scene import ContactScene
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token


def near_pair(scene: ContactScene, sentence: Sentence, token: Token) -> tuple[ActorKey, ...]:
    """The two who act for different sides and are named before a token, when just two are."""
    named = (scene.mention_at(sentence, one) for one in sentence.tokens[: token.index])
    found = dict.fromkeys(key for one in named if one is not None for key in one.actors)
    people = tuple(key for key in found if not scene.is_bare(key) and scene.acts(key))
    return people if len(scene.sides_of(people)) == 2 else ()


def pair_or_theirs(scene: ContactScene, sentence: Sentence, noun: Token) -> tuple[ActorKey, ...]:
    """The two a noun means, or the states whose people it names: "their foreign ministers".

    Who sends others does not deal himself: of those others only their states are known.
    """
    found = near_pair(scene, sentence, noun)
    if not is_theirs(scene, sentence, noun):
        return found
    return tuple(ActorKey(side) for side in scene.sides_of(found))


def is_theirs(scene: ContactScene, sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is of those who act: "a channel between their intelligence services"."""
    owner = sentence.child(noun, "poss")
    return owner is not None and owner.lower in scene.cues.words["theirs"]


def person_before(scene: ContactScene, sentence: Sentence) -> tuple[ActorKey, ...]:
    """The person whom the sentence before names, where it names no other: "His visit follows"."""
    if sentence.index == 0:
        return ()
    before = scene.page.sentences[sentence.index - 1]
    if not before.block_kind.is_account:
        return ()
    mentions = scene.mentions.get(before.index, {}).values()
    people = {key for one in mentions for key in one.actors if scene.is_person(key)}
    return tuple(people) if len(people) == 1 else ()
