"""Talks told of without their sides: "talks resumed in Strelsau", "truce talks are going on"."""

from dataclasses import replace

from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.parties.negotiators import is_carried_on, negotiating_sides
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, word_of
from communique.extract.contacts.times.when import has_day
from communique.extract.contacts.words.phrases import Keys
from communique.extract.contacts.words.places import is_seat
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.cues import words
from communique.model.readings import ActorKey
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
    return _of(scene, telling, keys, time)


def carried_on(
    scene: ContactScene, telling: Telling, before: tuple[Telling, ...]
) -> Telling | None:
    """The telling of one more round to come, with the sides of the only talks told of before.

    Where others have dealt too, or somebody else is named beside it, nobody is known to take part.
    """
    if telling.form is not Form.TALKS or telling.states or telling.status is not Status.PLANNED:
        return None
    time = telling.time or _time_of_verb(scene, telling)
    is_set = time is not None or telling.place is not None
    if not is_set or telling.is_heading or not is_carried_on(scene, telling.site):
        return None
    companies = {frozenset(one.states) for one in before}
    sides: frozenset[str] = next(iter(companies), frozenset())
    if len(companies) != 1 or len(sides) < 2 or all(one.form is not Form.TALKS for one in before):
        return None
    named = scene.mentions.get(telling.site.sentence.index, {}).values()
    if not sides.issuperset(scene.sides_of(tuple(key for one in named for key in one.actors))):
        return None
    return _of(scene, telling, tuple(ActorKey(one) for one in sorted(sides)), time)


def next_of(scene: ContactScene, telling: Telling, before: tuple[Telling, ...]) -> Telling | None:
    """The telling of the next of such meetings, with the sides of the one held before."""
    site = telling.site
    if telling.status is not Status.PLANNED or telling.is_heading or telling.states:
        return None
    again = scene.cues.words["again"]
    if not any(one.lower in again for one in site.sentence.children(site.token)):
        return None
    if not _is_of_the_same(scene, site):
        return None
    held = [
        frozenset(one.states)
        for one in before
        if one.site.token.lemma == site.token.lemma and one.status is Status.HELD
    ]
    companies = {one for one in held if len(one) > 1}
    if len(companies) != 1:
        return None
    keys = tuple(ActorKey(one) for one in sorted(companies.pop()))
    return _of(scene, telling, keys, telling.time)


def _is_of_the_same(scene: ContactScene, site: Site) -> bool:
    """Whether a meeting is of no other company by its words, if "of the commission"."""
    companies = scene.cues.words["joint_body"] | words("formats", "format", "nouns")
    return all(
        word_of(one) in companies
        for link in site.sentence.children(site.token)
        if link.lower in scene.cues.words["possessor"]
        for one in site.sentence.children(link)
    )


def _of(scene: ContactScene, telling: Telling, keys: Keys, time: TimeMention | None) -> Telling:
    """The telling with these sides."""
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
