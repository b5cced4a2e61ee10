"""The day of what was done at a gathering whose day the text tells elsewhere: "at the summit"."""

from collections.abc import Iterator
from itertools import islice

from communique.extract.contacts.accounts import Draft
from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import NOMINAL, subject_of, word_of
from communique.extract.contacts.times.when import has_day, is_old
from communique.languages.en.expressions import definite_words
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention
from communique.model.vocabulary import GATHERINGS

_STEPS = 3
"""How many words may stand between a gathering and its time: "the summit in Velan in July"."""


def gathering_day(scene: ContactScene, draft: Draft) -> TimeMention | None:
    """The one time that the text gives the gathering at which a contact was."""
    for telling in draft.tellings:
        for noun in _gatherings_around(scene, telling):
            times = {one.when.edtf: one for one in _times_of(scene, telling, noun)}
            if len(times) == 1:
                return next(iter(times.values()))
    return None


def _gatherings_around(scene: ContactScene, telling: Telling) -> Iterator[Token]:
    """The gatherings that the clause of a contact names as known: "met at the summit"."""
    sentence, site = telling.site.sentence, telling.site
    holders = [site.token.index, *([] if site.verb is None else [site.verb.index])]
    for noun in sentence.tokens:
        if noun.index == site.token.index or not _is_gathering(scene, noun):
            continue
        is_known = any(one.lower in definite_words() for one in sentence.children(noun))
        above = next((one for one in sentence.ancestors(noun) if one.pos != "ADP"), noun)
        if is_known and noun.dep == "pobj" and above.index in holders:
            yield noun


def _is_gathering(scene: ContactScene, noun: Token) -> bool:
    cues = scene.cues.nouns.get(word_of(noun), ())
    return noun.pos in NOMINAL and any(one.form in GATHERINGS for one in cues)


def _times_of(scene: ContactScene, telling: Telling, noun: Token) -> Iterator[TimeMention]:
    """The times that other sentences give a gathering of this name."""
    for index in sorted(scene.times):
        sentence = scene.page.sentences[index]
        if index == telling.site.sentence.index or not sentence.block_kind.is_account:
            continue
        for one in scene.times_in(sentence):
            is_dated = has_day(one.when) and one.when.edtf is not None
            if one.duration is not None or not is_dated or is_old(scene, one.when):
                continue
            if _hangs_on(sentence, one, word_of(noun)):
                yield one


def _hangs_on(sentence: Sentence, time: TimeMention, word: str) -> bool:
    """Whether a time stands on a noun, or on the verb of which the noun is the subject."""
    first = sentence.within(time.passage.span)[:1]
    for above in (one for token in first for one in islice(sentence.ancestors(token), _STEPS)):
        if above.pos in NOMINAL and word_of(above) == word:
            return True
        if above.pos in ("VERB", "AUX"):
            subject = subject_of(sentence, above)
            return subject is not None and word_of(subject) == word
    return False
