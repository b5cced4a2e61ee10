"""The day of a contact told of with others of one day, or by the hour of a day named before."""

from communique.extract.contacts.accounts import Draft, parties_of
from communique.extract.contacts.days.acting import is_act_of
from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import subject_of, word_of
from communique.extract.contacts.times.when import day_of_document, governing_day, has_day
from communique.languages.en.cues import words
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention
from communique.text.intervals import day_of, days_of

_TABLE = "contact_times"
_NEAR = 2
"""How many sentences back the day may be named of which "in the evening" is a part."""

_REACH = 5
"""How many sentences behind a contact "both meetings" may still mean it."""


def hour_day(scene: ContactScene, draft: Draft) -> TimeMention | None:
    """The day named last before a contact of which only the hour is told: "in the evening"."""
    sentence = draft.first.site.sentence
    hour = _hour_of(scene, draft.first)
    if hour is None:
        return None
    for other in reversed(
        scene.page.sentences[max(sentence.index - _NEAR, 0) : sentence.index + 1]
    ):
        named = [one for one in scene.times_in(other) if one.passage.end <= hour.start]
        days = [one for one in named if one.duration is None and has_day(one.when)]
        if days and other.block_kind is sentence.block_kind:
            days = [one for one in days if _has_been(scene, other, one)]
            return days[-1] if len({one.when.edtf for one in days}) == 1 else None
    return None


def _has_been(scene: ContactScene, sentence: Sentence, time: TimeMention) -> bool:
    """Whether a day is not later than the document, and named of what was and not of what will."""
    first, today = days_of(time.when.edtf)[0], day_of_document(scene)
    if first is not None and today is not None and first > today:
        return False
    tokens = sentence.within(time.passage.span)
    for verb in sentence.ancestors(tokens[0]) if tokens else ():
        helpers = [one.tag for one in sentence.children(verb) if one.dep in ("aux", "auxpass")]
        if verb.pos in ("VERB", "AUX") and (verb.tag != "VBG" or helpers):
            is_past = verb.tag in ("VBD", "VBN") or "VBD" in helpers
            return is_past and not {"MD", "TO"} & set(helpers)
    return True


def _hour_of(scene: ContactScene, telling: Telling) -> Token | None:
    """The word for a part of the day that hangs on what tells of a contact in the past."""
    site, sentence = telling.site, telling.site.sentence
    holders = {site.token.index, *([] if site.verb is None else [site.verb.index])}
    if not any(sentence.tokens[at].tag == "VBD" for at in holders):
        return None
    for token in sentence.tokens:
        if token.lower in words(_TABLE, "hours") and token.dep in ("pobj", "npadvmod"):
            above = sentence.head(token)
            top = sentence.head(above) if above.pos == "ADP" else above
            if top.index in holders and not _is_dated(scene, sentence, token):
                return token
    return None


def _is_dated(scene: ContactScene, sentence: Sentence, token: Token) -> bool:
    return any(
        one.passage.start <= token.start < one.passage.end for one in scene.times_in(sentence)
    )


def round_day(scene: ContactScene, draft: Draft, drafts: tuple[Draft, ...]) -> TimeMention | None:
    """The day of a round of contacts: "He worked the phones on Monday", "All calls came Monday"."""
    here = draft.first.site.sentence.index
    for sentence in reversed(scene.page.sentences[max(here - _NEAR, 0) : here]):
        if _opens_round(scene, draft, sentence):
            return governing_day(scene, sentence, None)
    last = max(one.site.sentence.index for one in draft.tellings)
    behind = scene.page.sentences[here + 1 : last + 1 + _REACH]
    found = (_of_all(scene, draft, drafts, one) for one in behind if one.index in scene.times)
    return next((day for day in found if day is not None), None)


def _is_near(draft: Draft, drafts: tuple[Draft, ...], sentence: Sentence) -> bool:
    """Whether a contact is told of shortly before, with nothing but such contacts between.

    It stands in the same paragraph or the one before, or each paragraph between tells of another.
    """
    same = (one for other in drafts if other.form is draft.form for one in other.tellings)
    blocks = {one.site.sentence.block for one in same}
    told = (one.site.sentence for one in draft.tellings)
    return any(
        0 < sentence.index - one.index <= _REACH
        and all(at in blocks for at in range(one.block + 1, sentence.block))
        for one in told
    )


def _opens_round(scene: ContactScene, draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence says that a party dealt with several, and with whom stands behind it."""
    verb = sentence.root
    thing = sentence.child(verb, "dobj")
    if (
        verb.tag != "VBD"
        or thing is None
        or thing.tag != "NNS"
        or not sentence.block_kind.is_account
    ):
        return False
    if not _is_of_form(scene, draft, thing) and word_of(thing) not in words(_TABLE, "rounds"):
        return False
    return is_act_of(scene, draft, sentence, verb)


def _of_all(
    scene: ContactScene, draft: Draft, drafts: tuple[Draft, ...], sentence: Sentence
) -> TimeMention | None:
    """The one day that a sentence gives all contacts of a form: "Both calls came on Monday"."""
    subject = subject_of(sentence, sentence.root)
    if subject is None or subject.tag != "NNS" or not _is_of_form(scene, draft, subject):
        return None
    counting = {one.lower for one in sentence.children(subject)}
    if not counting & words(_TABLE, "all") or not _is_near(draft, drafts, sentence):
        return None
    if counting & words(_TABLE, "both") and not _are_two(scene, subject, drafts, sentence):
        return None
    day = governing_day(scene, sentence, None)
    return day if day is not None and day_of(day.when.edtf) is not None else None


def _are_two(
    scene: ContactScene, noun: Token, drafts: tuple[Draft, ...], sentence: Sentence
) -> bool:
    """Whether just two contacts of a form stand before, and somebody took part in both."""
    told = [
        one for one in drafts if _is_of_form(scene, one, noun) and _is_near(one, drafts, sentence)
    ]
    if len(told) != 2:
        return False
    first, second = (frozenset(parties_of(scene, one)) for one in told)
    return bool(first & second)


def _is_of_form(scene: ContactScene, draft: Draft, noun: Token) -> bool:
    return any(one.form is draft.form for one in scene.cues.nouns.get(word_of(noun), ()))
