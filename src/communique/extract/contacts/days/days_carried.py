"""The day of a contact that stands in other words than those that tell of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from communique.extract.contacts.accounts import Draft, parties_of
from communique.extract.contacts.days.acting import is_act_of
from communique.extract.contacts.days.captions import captioned_days
from communique.extract.contacts.days.flow import dealt_with
from communique.extract.contacts.days.gatherings import gathering_day
from communique.extract.contacts.days.together import hour_day, round_day
from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.parties.parties import sides_at
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, subject_of, word_of
from communique.extract.contacts.status import status_at
from communique.extract.contacts.times.headed import headed_at
from communique.extract.contacts.times.when import governing_day, has_day, time_at
from communique.extract.contacts.words.finding import find_sites
from communique.extract.contacts.words.phrases import Keys, phrase_actors, subject_actors
from communique.languages.en.cues import words
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention
from communique.model.vocabulary import Form, Status
from communique.text.intervals import day_of, days_of


@dataclass(frozen=True, slots=True)
class Carried:
    """A time carried over to a contact; ``side`` is 1 when it is the contact's first day."""

    time: TimeMention
    side: int | None = None


def carried_days(
    scene: ContactScene,
    draft: Draft,
    drafts: tuple[Draft, ...],
    others: frozenset[int] = frozenset(),
) -> Iterator[Carried]:
    """Times of a contact, one of ``drafts``, in other words than its own, the surest first.

    In the sentences ``others`` the same parties are told to have dealt another time.
    """
    if draft.status is Status.HELD:
        for one in (
            _when_clause(scene, draft),
            _said_beside(scene, draft),
            headed_at(scene, draft.first.site),
            _same_parties(scene, draft, others),
            _told_again(scene, draft),
            hour_day(scene, draft),
            round_day(scene, draft, drafts),
            _amid(scene, draft),
        ):
            if one is not None:
                yield Carried(_because(one, "carried over from words on the same parties"))
        ended = _ended(scene, draft)
        if ended is not None:
            yield Carried(_because(ended, "the day on which its days were over"), -1)
    where = _where_clause(scene, draft)
    if where is not None:
        yield Carried(_because(where, "the time of the journey on which it was"))
    gathered = gathering_day(scene, draft)
    if gathered is not None:
        yield Carried(_because(gathered, "the time of the gathering at which it was"))
    arrived = _arrival(scene, draft)
    if arrived is not None:
        yield Carried(_because(arrived, "the day on which its guest arrived"), 1)
    for one in captioned_days(scene, draft):
        yield Carried(_because(one, "from the caption of a picture of it"))
    said = _speaker_day(scene, draft)
    if said is not None:
        yield Carried(_because(said, "the day on which a party spoke of it"))


def _amid(scene: ContactScene, draft: Draft) -> TimeMention | None:
    """The one day of the sentence before: "He fell ill on Monday. He had been visiting Velan"."""
    sentence, verb = draft.first.site.sentence, draft.first.site.token
    helpers = [one.lower for one in sentence.children(verb) if one.dep == "aux"]
    if verb.tag != "VBG" or helpers != ["had", "been"] or not sentence.index:
        return None
    before = scene.page.sentences[sentence.index - 1]
    times = [one for one in scene.times_in(before) if _is_dated(one)]
    return times[0] if len(times) == 1 else None


def _because(time: TimeMention, why: str) -> TimeMention:
    return replace(time, when=replace(time.when, basis=f"{time.when.basis}; {why}"))


def _when_clause(scene: ContactScene, draft: Draft) -> TimeMention | None:
    """The time that a main clause gives: "It was late on Monday when the king called him".

    Two days in a row are those of two capitals.
    """
    for telling in draft.tellings:
        sentence, verb = telling.site.sentence, _predicate(telling)
        opened = _opened_by(sentence, verb)
        if opened is None:
            continue
        times = [
            one
            for one in scene.times_in(sentence)
            if one.passage.end <= opened.start and day_of(one.when.edtf) is not None
        ]
        if times and sentence.root.tag in ("VBD", "VBZ"):
            return _together(times)
    return None


def _opened_by(sentence: Sentence, verb: Token) -> Token | None:
    """The word that puts a clause at the time before it: "when", and "that" behind "it was"."""
    for one in sentence.children(verb):
        if one.lower in words(_TABLE, "when") and verb.dep in ("advcl", "relcl"):
            return one
        if one.dep == "mark" and _says_when(sentence, verb):
            return one
    return None


def _says_when(sentence: Sentence, verb: Token) -> bool:
    """Whether "it was" says of another clause only when it was, and not that it was "clear"."""
    root = sentence.root
    subject = sentence.child(root, "nsubj")
    if subject is None or subject.lower not in words(_TABLE, "it"):
        return False
    is_above = root.lemma == "be" and verb.head == root.index
    return is_above and sentence.child(root, "acomp", "attr") is None


def _where_clause(scene: ContactScene, draft: Draft) -> TimeMention | None:
    """The time of the clause above: "She flew to Velan on Monday, where she met the king"."""
    for telling in draft.tellings:
        sentence, verb = telling.site.sentence, _predicate(telling)
        opened = next(
            (one for one in sentence.children(verb) if one.lower in words(_TABLE, "where")), None
        )
        is_earlier = any(
            one.tag == "VBD" and one.lemma == "have" for one in sentence.children(verb)
        )
        if opened is None or is_earlier or verb.dep not in ("relcl", "advcl"):
            continue
        above = next((one for one in sentence.ancestors(verb) if one.pos == "VERB"), None)
        time = None if above is None else governing_day(scene, sentence, above)
        if time is not None and time.passage.end <= opened.start and _is_dated(time):
            return time
    return None


def _together(times: list[TimeMention]) -> TimeMention:
    """One time of the first and the last of several days in a row, else the first of them."""
    first, last = day_of(times[0].when.edtf), day_of(times[-1].when.edtf)
    if first is None or last is None or last - first != timedelta(days=1):
        return times[0]
    when = replace(times[0].when, edtf=f"{first}/{last}", relative=None)
    return replace(times[0], when=when)


def _said_beside(scene: ContactScene, draft: Draft) -> TimeMention | None:
    """The day on which a party spoke "after talks with" the other: that of the talks."""
    for telling in draft.tellings:
        verb = _verb_above(scene, draft, telling)
        if verb is not None:
            time = governing_day(scene, telling.site.sentence, verb)
            if time is not None and _is_dated(time) and _is_told(scene, telling, verb, time):
                return time
    return None


def _is_told(scene: ContactScene, telling: Telling, verb: Token, time: TimeMention) -> bool:
    """Whether the time of what a party did is that of the contact beside it.

    What was said after a meeting was said on its day, and what was done "as" it began was done
    then; of anything else only the month is the same.
    """
    mark = _conjunction(telling.site.sentence, telling)
    if mark is not None and mark.lower in words(_TABLE, "meanwhile"):
        return True
    first, last = days_of(time.when.edtf)
    is_coarse = first is not None and last is not None and _A_WEEK < last - first < _A_MONTH
    return is_coarse or word_of(verb) in _words_of_speech(scene)


def _words_of_speech(scene: ContactScene) -> frozenset[str]:
    cued = scene.cues.words
    return cued["saying"] | cued["uttering"] | words(_TABLE, "remarking")


def _verb_above(scene: ContactScene, draft: Draft, telling: Telling) -> Token | None:
    """The verb of what a party said or did, in the past, around the contact: before or after."""
    sentence, token = telling.site.sentence, _predicate(telling)
    if not _is_around(sentence, telling):
        return None
    for above in sentence.ancestors(token):
        if above.tag == "VBD" or (above is sentence.root and above.tag == "VBN"):
            subject = subject_of(sentence, above)
            said = () if subject is None else phrase_actors(scene, sentence, subject)
            return above if set(said) & set(parties_of(scene, draft)) else None
        if above.dep in ("relcl", "acl") or above.pos == "NOUN":
            return None
    return None


def _is_around(sentence: Sentence, telling: Telling) -> bool:
    """Whether a contact stands behind "after" or in a clause with "before" or "as"."""
    token = telling.site.token
    if telling.site.link in (Link.VERB, Link.CARRIED):
        return _conjunction(sentence, telling) is not None
    preposition = sentence.head(token)
    if telling.site.link not in (Link.NAMED, Link.BESIDE) or preposition.dep != "prep":
        return False
    counted = any(one.dep == "npadvmod" for one in sentence.children(preposition))
    return not counted and preposition.lower in words(_TABLE, "same_day")


def _conjunction(sentence: Sentence, telling: Telling) -> Token | None:
    """The conjunction that puts the clause of a contact beside another: "before the two met"."""
    verb = _predicate(telling)
    if verb.dep != "advcl":
        return None
    mark = sentence.child(verb, "mark", "advmod")
    return mark if mark is not None and mark.lower in words(_TABLE, "around") else None


def _predicate(telling: Telling) -> Token:
    """The verb that tells of the contact, or the noun that only names it."""
    site = telling.site
    return site.verb if site.link is Link.CARRIED and site.verb is not None else site.token


_TABLE = "contact_times"
_A_WEEK = timedelta(days=7)
_A_MONTH = timedelta(days=31)


def _same_parties(scene: ContactScene, draft: Draft, others: frozenset[int]) -> TimeMention | None:
    """The day of a sentence near by, or of any sentence, whose subject are just these parties.

    Near by it may also tell what one of them said to the other.
    """
    here = draft.first.site.sentence.index
    found: list[tuple[int, TimeMention]] = []
    for index in sorted(scene.times):
        sentence = scene.page.sentences[index]
        if not sentence.block_kind.is_account or index in others:
            continue
        time = governing_day(scene, sentence, None)
        if time is None or not _is_dated(time):
            continue
        keys = subject_actors(scene, sentence, sentence.root)
        if abs(index - here) <= _NEAR and word_of(sentence.root) in scene.cues.words["saying"]:
            keys += dealt_with(scene, sentence)
        if _are_all(scene, draft, keys):
            found.append((abs(index - here), time))
    return min(found, key=lambda one: one[0], default=(0, None))[1]


def _ended(scene: ContactScene, draft: Draft) -> TimeMention | None:
    """The day on which something was done "after two days of talks": the last of the talks."""
    for telling in draft.tellings:
        site = telling.site
        unit = site.sentence.head(site.sentence.head(site.token))
        behind = site.sentence.head(unit)
        if telling.duration is None or behind.lower not in words(_TABLE, "same_day"):
            continue
        verb = next((o for o in site.sentence.ancestors(behind) if o.tag in ("VBD", "VBN")), None)
        time = None if verb is None else governing_day(scene, site.sentence, verb)
        if time is not None and day_of(time.when.edtf) is not None:
            return time
    return None


def _told_again(scene: ContactScene, draft: Draft) -> TimeMention | None:
    """The day in a sentence that tells of it again without its parties.

    "Karsovia summoned the envoy. He was called in on Monday."
    """
    told = {one.site.sentence.index for one in draft.tellings}
    forms = {one.form for one in draft.tellings}
    here = draft.first.site.sentence.index
    for sentence in scene.page.sentences[here + 1 : here + 1 + _NEAR]:
        if sentence.index in told or not sentence.block_kind.is_account:
            continue
        for site in find_sites(sentence, scene.cues):
            if site.link is not Link.VERB or site.cue.form not in forms or site.cue.is_weak:
                continue
            if scene.sides_of(sides_at(scene, site).all) or status_at(scene, site) is not _HELD:
                continue
            time = time_at(scene, site)
            if time is not None and _is_dated(time):
                return time
    return None


_HELD = Status.HELD
_NEAR = 3
"""How many sentences on a contact may be told of again without its parties."""


def _is_dated(time: TimeMention) -> bool:
    return has_day(time.when) and (time.when.edtf or time.when.relative) is not None


def _are_all(scene: ContactScene, draft: Draft, keys: Keys) -> bool:
    """Whether these are just the parties, or the states that they act for."""
    if not keys:
        return False
    if frozenset(keys) == frozenset(parties_of(scene, draft)):
        return True
    return all(scene.is_bare(key) for key in keys) and frozenset(keys) == draft.states


def _arrival(scene: ContactScene, draft: Draft) -> TimeMention | None:
    """The day on which a guest came, in a sentence of its own: "The king landed on Monday"."""
    if not _is_journey(draft):
        return None
    here = draft.first.site.sentence.index
    for index in sorted(scene.times, key=lambda one: abs(one - here)):
        sentence = scene.page.sentences[index]
        if not sentence.block_kind.is_account:
            continue
        for verb in sentence.tokens:
            if verb.pos == "VERB" and word_of(verb) in words(_TABLE, "arriving"):
                time = governing_day(scene, sentence, verb)
                if time is None or day_of(time.when.edtf) is None or not _is_past(draft, verb):
                    continue
                if is_act_of(scene, draft, sentence, verb) and _is_there(
                    scene, draft, sentence, verb
                ):
                    return time
    return None


def _is_journey(draft: Draft) -> bool:
    return draft.form is Form.VISIT or any(one.form is Form.VISIT for one in draft.tellings)


def _is_past(draft: Draft, verb: Token) -> bool:
    """Whether an arrival has the tense of the contact: one to come dates none that was."""
    return verb.tag in ("VBD", "VBN") or draft.status is not Status.HELD


def _is_there(scene: ContactScene, draft: Draft, sentence: Sentence, verb: Token) -> bool:
    """Whether somebody arrives in a place of the other party, or in one that is not named."""
    for preposition in sentence.children(verb):
        if preposition.dep != "prep" or preposition.lower not in scene.cues.words["where"]:
            continue
        for place in sentence.children(preposition):
            if place.entity in ("DATE", "TIME"):
                continue
            mention = scene.mention_at(sentence, place)
            sides = () if mention is None else scene.sides_of(mention.actors)
            return bool(set(sides) & draft.states)
    return True


def _speaker_day(scene: ContactScene, draft: Draft) -> TimeMention | None:
    """The one day on which a party spoke, where the contact is told beside what he said."""
    for telling in draft.tellings:
        verb = _verb_above(scene, draft, telling) if draft.status is Status.HELD else None
        if verb is None or word_of(verb) not in scene.cues.words["saying"]:
            continue
        subject = subject_of(telling.site.sentence, verb)
        if subject is None:
            continue
        said = phrase_actors(scene, telling.site.sentence, subject)
        times = {one.when.edtf: one for one in _days_of_speech(scene, said)}
        if len(times) == 1:
            return next(iter(times.values()))
    return None


def _days_of_speech(scene: ContactScene, speaker: Keys) -> Iterator[TimeMention]:
    """The days on which somebody is told to have said something."""
    for index in sorted(scene.times):
        sentence = scene.page.sentences[index]
        if word_of(sentence.root) not in scene.cues.words["saying"] or sentence.root.tag != "VBD":
            continue
        subject = subject_of(sentence, sentence.root)
        if subject is None or phrase_actors(scene, sentence, subject) != speaker:
            continue
        time = governing_day(scene, sentence, sentence.root)
        if time is not None and day_of(time.when.edtf) is not None:
            yield time
