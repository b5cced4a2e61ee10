"""The cues of contact in a sentence."""

from communique.extract.contacts.sites import Site, word_of
from communique.extract.contacts.words.nouns import noun_site
from communique.extract.contacts.words.verbs import verb_site
from communique.languages.en.contact_cues import ContactCues, NounCue, VerbCue
from communique.model.syntax import Sentence
from communique.model.vocabulary import Form


def find_sites(sentence: Sentence, cues: ContactCues) -> tuple[Site, ...]:
    """The cues of contact in a sentence, in the order of the text."""
    found: list[Site] = []
    for token in sentence.tokens:
        word = word_of(token)
        if word not in cues.lemmas:
            continue
        site = verb_site(sentence, token, word, cues) or noun_site(sentence, token, word, cues)
        if site is not None and not _is_told(site, found):
            found.append(site)
    return tuple(found)


def _sits(site: Site, before: list[Site]) -> bool:
    """Whether a body "meets in emergency session": the verb tells of that session."""
    return any(one.cue.form is Form.SESSION and one.token is site.verb for one in before)


def _is_told(site: Site, before: list[Site]) -> bool:
    """Whether the verb above a noun tells of the same already: "announced the expulsion"."""
    if site.verb is None or not isinstance(site.cue, NounCue):
        return False
    if site.cue.form is Form.SESSION and site.preposition and _sits(site, before):
        return True
    return any(
        isinstance(one.cue, VerbCue)
        and one.cue.takes_envoy
        and one.token.index == site.verb.index
        and word_of(site.token) in one.cue.object_words
        for one in before
    )
