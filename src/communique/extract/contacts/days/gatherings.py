"""The day of what was done at a gathering whose day the text tells elsewhere: "at the summit"."""

from collections.abc import Iterator
from itertools import islice

from communique.extract.contacts.accounts import Draft
from communique.extract.contacts.days.acting import is_act_of
from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import NOMINAL, subject_of, word_of
from communique.extract.contacts.times.when import governing_day, has_day, is_old
from communique.languages.en.cues import words
from communique.languages.en.expressions import definite_words
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention
from communique.model.vocabulary import GATHERINGS

_TABLE = "contact_times"
_NEAR = 3
"""How many sentences back a gathering may be named on whose sidelines two met."""
_STEPS = 3
"""How many words may stand between a gathering and its time: "the summit in Velan in July"."""


def gathering_day(scene: ContactScene, draft: Draft) -> TimeMention | None:
    """The one time that the text gives the gathering at which a contact was."""
    for telling in draft.tellings:
        for noun in _gatherings_around(scene, telling):
            times = {one.when.edtf: one for one in _times_of(scene, telling, noun)}
            if len(times) == 1:
                return next(iter(times.values()))
    return _lead_day(scene, draft) if draft.form in GATHERINGS else None


def _lead_day(scene: ContactScene, draft: Draft) -> TimeMention | None:
    """The day of the sentence before, if there too a party acted at a gathering in the past.

    "Lund on Monday warned of floods at a meeting of many. Addressing their summit, Lund said".
    """
    here = draft.first.site.sentence.index
    before = scene.page.sentences[here - 1] if here else None
    if before is None or before.root.tag != "VBD" or not before.block_kind.is_account:
        return None
    if not is_act_of(scene, draft, before, before.root):
        return None
    if not any(_is_at_gathering(scene, before, one) for one in before.tokens):
        return None
    time = governing_day(scene, before, None)
    return time if time is not None and has_day(time.when) and time.when.edtf else None


def _is_at_gathering(scene: ContactScene, sentence: Sentence, noun: Token) -> bool:
    """Whether a noun says at which gathering of many somebody acted."""
    is_at = noun.dep == "pobj" and sentence.head(noun).lower in words(_TABLE, "same_day")
    is_one = _is_gathering(scene, noun) or word_of(noun) in words(_TABLE, "occasions")
    return is_at and is_one and sentence.head(noun).lower not in words(_TABLE, "after")


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
    if any(_is_bare_margin(sentence, one) for one in sentence.tokens):
        yield from _told_last(scene, sentence)


def _is_bare_margin(sentence: Sentence, token: Token) -> bool:
    """Whether somebody dealt "on the sidelines" without a word of what."""
    is_margin = token.lower in words(_TABLE, "margins") and token.dep == "pobj"
    return is_margin and sentence.child(token, "prep") is None


def _told_last(scene: ContactScene, sentence: Sentence) -> Iterator[Token]:
    """The gathering named last before a sentence."""
    for other in reversed(scene.page.sentences[max(sentence.index - _NEAR, 0) : sentence.index]):
        found = [one for one in other.tokens if _is_gathering(scene, one)]
        if found:
            yield found[-1]
            return


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
            is_it = subject is not None and word_of(subject) == word
            return is_it or _gathers_for(sentence, above, word)
    return False


def _gathers_for(sentence: Sentence, verb: Token, word: str) -> bool:
    """Whether a verb says that many came for a gathering: "leaders gathered for the summit".

    Or that something was so as they came: "the town was full as leaders arrived for it".
    """
    if word_of(verb) in words(_TABLE, "gathering"):
        aims = (one for one in sentence.children(verb) if one.dep == "prep")
        return any(word_of(one) == word for aim in aims for one in sentence.children(aim))
    clauses = (one for one in sentence.children(verb) if one.dep == "advcl")
    return any(_is_meanwhile(sentence, o) and _gathers_for(sentence, o, word) for o in clauses)


def _is_meanwhile(sentence: Sentence, verb: Token) -> bool:
    mark = sentence.child(verb, "mark", "advmod")
    return mark is not None and mark.lower in words(_TABLE, "meanwhile")
