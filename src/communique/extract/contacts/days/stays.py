"""The days of a visit from the guest's arrival up to what is told of its end."""

from dataclasses import replace
from datetime import timedelta

from communique.extract.contacts.accounts import Draft
from communique.extract.contacts.days.acting import is_act_of
from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import word_of
from communique.extract.contacts.times.when import governing_day
from communique.extract.contacts.words.places import states_behind
from communique.languages.en.cues import words
from communique.model.syntax import Sentence, Token
from communique.model.times import When
from communique.model.vocabulary import Form
from communique.text.intervals import day_of

_TABLE = "contact_times"
_NEAR = 6
"""How many sentences behind an arrival its guest's departure may be told."""
_LONGEST = timedelta(days=14)
"""Who stays longer has made two journeys."""


def stay(
    scene: ContactScene, draft: Draft, dated: list[tuple[Telling, When, int | None]]
) -> tuple[int, When] | None:
    """Which of the times told is the day of arrival, and the days up to the last one told of."""
    arrivals = [(place, when) for place, (one, when, _) in enumerate(dated) if _arrives(one)]
    for place, when in arrivals:
        first = day_of(when.edtf)
        ends = (*(other for _, other, _ in dated), *_departures(scene, draft))
        last = max((day for one in ends if (day := day_of(one.edtf)) is not None), default=None)
        if first is not None and last is not None and first < last <= first + _LONGEST:
            span = f"{first.isoformat()}/{last.isoformat()}"
            basis = f"{when.basis}; up to the last day told of, {last.isoformat()}"
            return place, replace(when, edtf=span, relative=None, basis=basis)
    return None


def _arrives(telling: Telling) -> bool:
    return telling.form is Form.VISIT


def _departures(scene: ContactScene, draft: Draft) -> tuple[When, ...]:
    """The days on which the guest is told to leave, or until which to stay."""
    here = draft.first.site.sentence.index
    found = []
    for sentence in scene.page.sentences[here : here + 1 + _NEAR]:
        for verb in sentence.tokens if sentence.block_kind.is_account else ():
            if verb.pos != "VERB" or not _ends_stay(scene, draft, sentence, verb):
                continue
            time = governing_day(scene, sentence, verb)
            if time is not None and is_act_of(scene, draft, sentence, verb):
                found.append(time.when)
    return tuple(found)


def _ends_stay(scene: ContactScene, draft: Draft, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb says that somebody left the place, or until when he is there."""
    if word_of(verb) in words(_TABLE, "staying"):
        return any(one.lower in words(_TABLE, "until") for one in sentence.subtree(verb))
    if word_of(verb) not in words(_TABLE, "leaving"):
        return False
    left = sentence.child(verb, "dobj")
    if left is None:
        return True
    mention = scene.mention_at(sentence, left)
    sides = () if mention is None else scene.sides_of(mention.actors)
    places = scene.sides_of(states_behind(scene, sentence, verb, ("from",)))
    return bool({*sides, *places} & draft.states)
