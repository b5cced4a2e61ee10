"""Talks told of without their sides: "talks resumed in Strelsau", "truce talks are going on"."""

from dataclasses import replace

from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.parties.negotiators import negotiating_sides
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link
from communique.extract.contacts.times.when import has_day
from communique.extract.contacts.words.places import is_seat
from communique.extract.contacts.words.sides import Sides
from communique.model.times import TimeMention
from communique.model.vocabulary import Form, Status

_TOLD = frozenset({Status.HELD, Status.ONGOING, Status.PLANNED, Status.POSTPONED, Status.CANCELLED})


def with_sides(scene: ContactScene, telling: Telling) -> Telling | None:
    """The telling with those who negotiate as the text has it elsewhere, or None."""
    if telling.form is not Form.TALKS or telling.states or telling.status not in _TOLD:
        return None
    if telling.site.link is Link.BESIDE or telling.is_heading:
        return None
    time = telling.time or _time_of_verb(scene, telling)
    is_set = any(one is not None for one in (telling.place, time, telling.duration))
    if not is_set and not _names_seat(scene, telling):
        return None
    keys = negotiating_sides(scene)
    if not keys:
        return None
    return replace(
        telling,
        time=time,
        sides=Sides(keys, ()),
        states=scene.sides_of(keys),
        is_back_reference=False,
        is_unnamed=True,
    )


def _time_of_verb(scene: ContactScene, telling: Telling) -> TimeMention | None:
    """The day of what talks did: "talks made progress over the weekend"."""
    site = telling.site
    if site.link is not Link.SUBJECT or site.verb is None:
        return None
    times = scene.times_on(site.sentence, site.verb)
    return next(
        (one for one, above in times if has_day(one.when) and above.pos in ("ADP", "VERB")), None
    )


def _names_seat(scene: ContactScene, telling: Telling) -> bool:
    """Whether talks are told of with a capital: "talks limp along, moving from A to B"."""
    sentence, where = telling.site.sentence, scene.cues.words["where"]
    return telling.site.link is Link.SUBJECT and any(
        one.dep == "pobj" and sentence.head(one).lower in where and is_seat(scene, sentence, one)
        for one in sentence.tokens
    )
