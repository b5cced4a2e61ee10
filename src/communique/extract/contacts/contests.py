"""Contests: where a match is told of, captains and teams of two states are no envoys of theirs."""

from communique.extract.contacts.phrases import Keys
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, word_of
from communique.languages.en.contact_cues import VerbCue
from communique.model.syntax import Sentence
from communique.model.vocabulary import Form


def is_contest(scene: ContactScene, sentence: Sentence, keys: Keys) -> bool:
    """Whether those who deal play for their states in what a sentence tells of."""
    players = scene.cues.words["players"]
    titles = {
        word for key in keys for title in scene.titles_of(key) for word in title.lower().split()
    }
    if titles.isdisjoint(players):
        return False
    return any(word_of(one) in scene.cues.words["contest"] for one in sentence.tokens)


def meet_as_states(scene: ContactScene, site: Site) -> bool:
    """Whether states themselves are told to deal: "Arcadia met with Ruritania on the border".

    Teams meet, too, but not "with" one another, "bilaterally" or "to discuss" something.
    """
    cue, sentence, words = site.cue, site.sentence, scene.cues.words
    if not isinstance(cue, VerbCue) or not cue.is_reciprocal or cue.form is not Form.MEETING:
        return False
    if any(word_of(one) in words["contest"] for one in sentence.tokens):
        return False
    return any(
        (one.dep == "prep" and one.lower in cue.withs)
        or (one.dep == "advmod" and one.lower in words["apart"] | words["as_states"])
        or (one.tag == "VB" and word_of(one) in words["dealing"])
        for one in sentence.children(site.token)
    )
