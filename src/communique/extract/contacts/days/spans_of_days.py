"""The days of a contact of several days, told by its first or last day and its length."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from communique.extract.contacts.accounts import Draft, parties_of
from communique.extract.contacts.days.lengths import lengths_told
from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import NOMINAL, Link, word_of
from communique.extract.contacts.words.phrases import owner_of
from communique.extract.contacts.words.places import states_behind
from communique.languages.en.cues import words
from communique.languages.en.expressions import definite_words
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention, When
from communique.model.vocabulary import Form
from communique.text.intervals import day_of

_DAYS = re.compile(r"P(\d+)D\Z")
_NEAR = 2
"""How many sentences behind a journey "the three-day visit" still means it."""
_LONGEST = 31
"""More days than this are a posting and no visit."""


def lasting(
    scene: ContactScene, draft: Draft, dated: list[tuple[Telling, When, int | None]]
) -> tuple[int, When] | None:
    """Which of the times told is the first or last day of a longer contact, and all its days."""
    days = _length(scene, draft)
    if days is None:
        return None
    for place, (telling, when, known) in enumerate(dated):
        side = known or _side(telling)
        if side is not None and (whole := _spread(when, days, side)) is not None:
            return place, whole
    return None


def _length(scene: ContactScene, draft: Draft) -> int | None:
    """How many days the contact takes, where more than one is told.

    A tour is longer than each of its visits: the shortest length told is meant.
    """
    own = (length.duration for _, length in lengths_told(scene, draft))
    told = (_days(one) for one in (*own, *_told_apart(scene, draft)))
    return min((one for one in told if one is not None), default=None)


def _days(duration: str | None) -> int | None:
    """The days of a length of several days, None for any other length."""
    met = _DAYS.match(duration or "")
    return int(met[1]) if met is not None and 1 < int(met[1]) <= _LONGEST else None


def _told_apart(scene: ContactScene, draft: Draft) -> Iterator[str]:
    """The lengths that the text tells in other words: "his two-day visit", "the two-day summit"."""
    forms = {one.form for one in draft.tellings if one.form in _LASTING}
    if not forms:
        return
    parties = set(parties_of(scene, draft))
    for index in sorted(scene.times):
        sentence = scene.page.sentences[index]
        for time in scene.times_in(sentence):
            noun = _noun_above(sentence, time) if time.duration is not None else None
            cues = () if noun is None else scene.cues.nouns.get(word_of(noun), ())
            if noun is None or not any(one.form in forms for one in cues):
                continue
            if not _leads_there(scene, draft, sentence, noun):
                continue
            is_journey = any(one.form is Form.VISIT for one in cues)
            is_theirs = is_journey and parties & set(owner_of(scene, sentence, noun))
            if time.duration is not None and (is_theirs or _points_back(draft, sentence, noun)):
                yield time.duration


_LASTING = frozenset({Form.VISIT, Form.SUMMIT, Form.SESSION, Form.TALKS})
"""Forms that may take several days."""


def _leads_there(scene: ContactScene, draft: Draft, sentence: Sentence, noun: Token) -> bool:
    """Whether a journey leads to the place of a party, or to none that is named."""
    places = scene.cues.words["where"] | scene.cues.words["towards_one"]
    states = scene.sides_of(states_behind(scene, sentence, noun, places))
    return not states or bool(set(states) & draft.states)


def _points_back(draft: Draft, sentence: Sentence, noun: Token) -> bool:
    """Whether "the three-day visit" is the one just told of."""
    if not any(one.lower in definite_words() for one in sentence.children(noun)):
        return False
    told = [one.site.sentence.index for one in draft.tellings if one.form in _LASTING]
    return any(0 <= sentence.index - one <= _NEAR for one in told)


def _noun_above(sentence: Sentence, time: TimeMention) -> Token | None:
    tokens = sentence.within(time.passage.span)
    if not tokens:
        return None
    inside = {one.index for one in tokens}
    above = (sentence.head(one) for one in tokens if one.head not in inside)
    return next((one for one in above if one.pos in NOMINAL), None)


def _side(telling: Telling) -> int | None:
    """1 where the words name the first day, -1 for the last one, None where they name neither."""
    site = telling.site
    verb = site.verb if site.link in (Link.CARRIED, Link.SUBJECT, Link.BESIDE) else site.token
    told = {word_of(one) for one in (verb, site.token) if one is not None}
    if told & words("contact_times", "ending"):
        return -1
    if told & words("contact_times", "starting"):
        return 1
    time = telling.time
    tokens = () if time is None else site.sentence.within(time.passage.span)
    if not tokens:
        return None
    before = {tokens[0].lower, *(one.lower for one in site.sentence.tokens[: tokens[0].index][-1:])}
    return 1 if before & words("contact_times", "starting_from") else None


def _spread(when: When, days: int, side: int) -> When | None:
    """All the days from the first on, or up to the last."""
    day = day_of(when.edtf)
    one_day = day is not None or (when.edtf is None and "/" not in (when.relative or "/"))
    if not one_day:
        return None
    shift = f"{'+' if side > 0 else '-'}P{days - 1}D"
    relative = _joined(when.relative, f"{when.relative}{shift}", side) if when.relative else None
    if day is None:
        return replace(when, relative=relative)
    other = (day + side * timedelta(days=days - 1)).isoformat()
    basis = f"{when.basis}; {days} days, of which this is the {'first' if side > 0 else 'last'}"
    return replace(when, edtf=_joined(day.isoformat(), other, side), relative=relative, basis=basis)


def _joined(day: str, other: str, side: int) -> str:
    return f"{day}/{other}" if side > 0 else f"{other}/{day}"
