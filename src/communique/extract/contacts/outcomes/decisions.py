"""The day on which a contact was decided on or put off, apart from the day of the contact."""

from communique.extract.contacts.outcomes.effects import decides
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, word_of
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Form, Status


def moved_to(scene: ContactScene, sentence: Sentence, verb: Token) -> tuple[int, ...]:
    """What leads to the new day of what was put off: "moved to Friday", "pushed back to April"."""
    over = (verb, *(one for one in sentence.children(verb) if one.dep in ("advmod", "prt")))
    return tuple(
        one.index
        for holder in over
        for one in sentence.children(holder)
        if one.dep == "prep" and one.lower in scene.cues.words["until_new"]
    )


def _refuses(scene: ContactScene, verb: Token) -> bool:
    return scene.cues.outcomes.verbs.get(word_of(verb)) is Status.REFUSED


def is_of_decision(scene: ContactScene, site: Site, time: Token) -> bool:
    """Whether a time before a cue is that of deciding on it: "on Tuesday denied having met"."""
    sentence = site.sentence
    if time.index > site.token.index or site.token in tuple(sentence.ancestors(time)):
        return False
    verb = next((one for one in sentence.ancestors(time) if one.pos in ("VERB", "AUX")), None)
    if verb is None or verb.tag != "VBD" or verb not in tuple(sentence.ancestors(site.token)):
        return False
    if site.cue.form is Form.SIGNING and _refuses(scene, verb):
        return False  # who refuses to sign does so in place of signing
    return decides(scene.cues, sentence, verb)
