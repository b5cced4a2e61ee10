"""The cues of contact in a sentence."""

from communique.extract.contacts.nouns import noun_site
from communique.extract.contacts.sites import Site, word_of
from communique.extract.contacts.verbs import verb_site
from communique.languages.en.contact_cues import ContactCues
from communique.model.syntax import Sentence


def find_sites(sentence: Sentence, cues: ContactCues) -> tuple[Site, ...]:
    """The cues of contact in a sentence, in the order of the text."""
    found = []
    for token in sentence.tokens:
        word = word_of(token)
        if word not in cues.lemmas:
            continue
        site = verb_site(sentence, token, word, cues) or noun_site(sentence, token, word, cues)
        if site is not None:
            found.append(site)
    return tuple(found)
