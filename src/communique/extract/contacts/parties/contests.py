"""Contests: where a match is told of, captains and teams of two states are no envoys of theirs."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, word_of
from communique.extract.contacts.words.phrases import Keys
from communique.extract.contacts.words.verbs import has_setting
from communique.languages.en.contact_cues import VerbCue
from communique.model.syntax import Sentence


def is_contest(scene: ContactScene, sentence: Sentence, keys: Keys) -> bool:
    """Whether those who deal play for their states in what a sentence tells of."""
    players = scene.cues.words["players"]
    titles = {
        word for key in keys for title in scene.titles_of(key) for word in title.lower().split()
    }
    if titles.isdisjoint(players):
        return False
    return _tells_of_contest(scene, sentence)


def meet_as_states(scene: ContactScene, site: Site) -> bool:
    """Whether states themselves are told to deal: "Arcadia met with Ruritania on the border".

    Teams meet, too, though hardly "with" one another, "bilaterally" or "to discuss" something;
    where nothing of that is said, a day or a place must be, and no word of a contest stand near.
    """
    cue, sentence, words = site.cue, site.sentence, scene.cues.words
    if not isinstance(cue, VerbCue) or not cue.allows_states or _is_game(scene, sentence):
        return False
    children = sentence.children(site.token)
    return has_setting(sentence, children) or any(
        (one.dep == "prep" and one.lower in cue.withs)
        or (one.dep == "advmod" and one.lower in words["apart"] | words["as_states"])
        or (one.tag == "VB" and word_of(one) in words["dealing"])
        for one in children
    )


NEAR = 4
"""How many sentences off, in one paragraph, a word of a contest still tells what is played."""


def _is_game(scene: ContactScene, sentence: Sentence) -> bool:
    """Whether a word of a contest stands near by in the paragraph, or in one sentence of five."""
    page = scene.page.sentences
    told = [one for one in page if _tells_of_contest(scene, one)]
    near = (one for one in told if abs(one.index - sentence.index) <= NEAR)
    return len(told) * 5 > len(page) or any(one.block == sentence.block for one in near)


def _tells_of_contest(scene: ContactScene, sentence: Sentence) -> bool:
    # "The final", but no "final details".
    contest = scene.cues.words["contest"]
    return any(word_of(one) in contest for one in sentence.tokens if one.dep != "amod")
