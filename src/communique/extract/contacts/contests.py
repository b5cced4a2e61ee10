"""Contests: where a match is told of, captains and teams of two states are no envoys of theirs."""

from communique.extract.contacts.phrases import Keys
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import word_of
from communique.model.syntax import Sentence


def is_contest(scene: ContactScene, sentence: Sentence, keys: Keys) -> bool:
    """Whether those who deal play for their states in what a sentence tells of."""
    players = scene.cues.words["players"]
    titles = {
        word for key in keys for title in scene.titles_of(key) for word in title.lower().split()
    }
    if titles.isdisjoint(players):
        return False
    return any(word_of(one) in scene.cues.words["contest"] for one in sentence.tokens)
