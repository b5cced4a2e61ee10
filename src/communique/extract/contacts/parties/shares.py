"""One cue may tell of several contacts: a journey to two states, calls to one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site
from communique.extract.contacts.times.when import time_at
from communique.extract.contacts.words.means import means_under
from communique.extract.contacts.words.phrases import Keys
from communique.extract.contacts.words.places import states_at
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.contact_cues import VerbCue
from communique.model.passages import Span
from communique.model.readings import Mention
from communique.model.syntax import Token
from communique.model.times import TimeMention
from communique.model.vocabulary import Form, PartyRole

_TIMES = ("DATE", "TIME")

NEAR = len(" on ")
"""How many characters may stand between a means and the day behind it."""

TOUR = 3
"""From how many hosts on "has visited" sums up a life and is no news."""


@dataclass(frozen=True, slots=True)
class Share:
    """The sides of one of the contacts that a cue tells of, and the words that are its own."""

    sides: Sides
    is_whole: bool = True
    """Whether the cue tells of this contact alone."""
    words: Span | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Where partners are named, be it only as a place."""

    span: Span
    actors: Keys


def shared_out(scene: ContactScene, site: Site, sides: Sides) -> tuple[Share, ...]:
    """The contacts that a cue tells of: one, or one with each of several."""
    if len(scene.sides_of(sides.first)) == 1:
        rows = _in_turn(scene, site, sides)
        if len(rows) > 1:
            return rows
        second = scene.sides_of(sides.second)
        is_journey = isinstance(site.cue, VerbCue) and site.cue.takes_place
        is_journey = is_journey and not _is_perfect(site)
        apart = is_journey or _is_apart(scene, site) or _has_met_each(scene, site)
        apart = apart or _has_rung_each(scene, site)
        if len(second) > 1 and apart:
            return tuple(_with_side(scene, sides, one) for one in second)
    by_each = _by_each(scene, site, sides)
    if by_each:
        return by_each
    hosts = [key for key in sides.second if scene.is_bare(key)]
    if site.cue.partner_role is not PartyRole.HOST or len(hosts) < 2:
        return (Share(sides),)
    if len(hosts) >= TOUR and is_experience(scene, site):
        return ()
    return tuple(_with_side(scene, sides, side) for side in scene.sides_of(tuple(hosts)))


def _by_each(scene: ContactScene, site: Site, sides: Sides) -> tuple[Share, ...]:
    """What each of several governments did to the envoys of one: "X and Y summoned its envoys"."""
    doers = scene.sides_of(sides.first)
    if site.cue.form not in (Form.SUMMONS, Form.RECALL) or len(doers) < 2:
        return ()
    if len(scene.sides_of(sides.second)) != 1:
        return ()
    rows = (tuple(key for key in sides.first if scene.side_of(key) == side) for side in doers)
    return tuple(
        Share(Sides(row, sides.second, None, sides.is_blocked), is_whole=False) for row in rows
    )


def _with_side(scene: ContactScene, sides: Sides, side: str) -> Share:
    row = tuple(key for key in sides.second if scene.side_of(key) == side)
    return Share(Sides(sides.first, row, sides.starter, sides.is_blocked), is_whole=False)


def _in_turn(scene: ContactScene, site: Site, sides: Sides) -> tuple[Share, ...]:
    """The contacts of "saw X on Monday and Y on Tuesday", "spoke to X and then to Y"."""
    met = list(_partners(scene, site, sides))
    if not met or not set(sides.second) <= {key for one in met for key in one.actors}:
        return ()
    starts = [met[0].span.start]
    for before, one in pairwise(met):
        if _comes_later(scene, site, Span(before.span.end, one.span.start)):
            starts.append(one.span.start)
    shares = []
    for start, end in zip(starts, [*starts[1:], site.sentence.end], strict=True):
        words = Span(start, end)
        here = [key for one in met if words.holds(one.span) for key in one.actors]
        row = tuple(key for key in sides.second if key in here)
        part = Sides(sides.first, row, sides.starter, sides.is_blocked)
        shares.append(Share(part, is_whole=False, words=words))
    return tuple(shares)


def _partners(scene: ContactScene, site: Site, sides: Sides) -> Iterator[Named]:
    """Where those are named behind a cue with whom its subject dealt, each place once."""
    last: Mention | None = None
    for token in site.sentence.tokens[site.token.index + 1 :]:
        mention = scene.mention_at(site.sentence, token)
        if mention is None and _is_place_name(token):
            place = states_at(scene, site.sentence, token)[:1]
            if set(place) & set(sides.second):
                yield Named(Span(token.start, token.end), place)
        elif (
            mention is not None and mention is not last and set(mention.actors) & set(sides.second)
        ):
            yield Named(mention.span, mention.actors)
        last = mention or last


def _is_place_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.dep != "compound" and token.entity not in _TIMES


def _comes_later(scene: ContactScene, site: Site, between: Span) -> bool:
    """Whether words between two names set them apart: a day, or "then"."""
    days = [one.passage.span for one in scene.times_in(site.sentence) if _is_day(one)]
    timed = any(between.holds(one) for one in days)
    words = {one.lower for one in site.sentence.within(between)}
    if words & scene.cues.words["in_turn"]:
        return True
    return timed and any(one.start > between.end for one in days)


def _is_day(time: TimeMention) -> bool:
    """Whether a time says when, and not how long."""
    return time.duration is None and (time.when.edtf is not None or time.when.relative is not None)


def time_of(scene: ContactScene, site: Site, share: Share) -> TimeMention | None:
    """The time in the share's own words, else the one that governs the cue."""
    own = share.words
    if own is not None:
        for one in scene.times_in(site.sentence):
            if own.holds(one.passage.span) and _is_day(one):
                return one
    return time_at(scene, site) or _behind_means(scene, site)


def _behind_means(scene: ContactScene, site: Site) -> TimeMention | None:
    """The day right behind the means of a verb of telling: "told Y to stay by phone Sunday"."""
    if not isinstance(site.cue, VerbCue) or not site.cue.needs_means:
        return None
    means = means_under(site.sentence, site.token, scene.cues)
    if means is None:
        return None
    near = (one for one in scene.times_in(site.sentence) if _is_day(one))
    return next((one for one in near if 0 <= one.passage.start - means[1].end <= NEAR), None)


def _is_apart(scene: ContactScene, site: Site) -> bool:
    """Whether somebody dealt with each of several by himself: "held separate talks with"."""
    tokens = site.sentence.children(site.token)
    if site.verb is not None:
        tokens += site.sentence.children(site.verb)
    inside = [one for one in tokens if one.lower in scene.cues.words["in"]]
    # "Spoke to X and Y in separate calls".
    calls = [kid for one in inside for kid in site.sentence.children(one) if kid.tag == "NNS"]
    tokens += tuple(kid for one in calls for kid in site.sentence.children(one))
    return any(one.lower in scene.cues.words["apart"] for one in tokens)


def _has_rung_each(scene: ContactScene, site: Site) -> bool:
    """Whether somebody rang several: "telephoned X and Y" is a call to each, unless told as one."""
    cue = site.cue
    rings = isinstance(cue, VerbCue) and cue.form is Form.CALL and cue.takes_object and cue.starts
    at_once = {one.lower for one in site.sentence.tokens} & scene.cues.words["rung_at_once"]
    return rings and not at_once


def _has_met_each(scene: ContactScene, site: Site) -> bool:
    """Whether a perfect without a day sums up whom a person has met, one by one."""
    if site.cue.form is not Form.MEETING or site.link is not Link.VERB or not _is_perfect(site):
        return False
    time = time_at(scene, site)
    return time is None or (time.when.edtf or "..").startswith("..")


def is_summary(scene: ContactScene, site: Site, sides: Sides) -> bool:
    """Whether a perfect without a time names many states: it sums up where somebody has been."""
    many = len(scene.sides_of(sides.all)) >= TOUR
    return many and all(scene.is_bare(key) for key in sides.all) and is_experience(scene, site)


def is_counted(scene: ContactScene, site: Site) -> bool:
    """Whether a noun is of many contacts, counted: "made 15 visits to Ruritania"."""
    few = scene.cues.words["few"]
    return site.token.tag in ("NNS", "NNPS") and any(
        one.dep == "nummod" and one.lower not in few for one in site.sentence.children(site.token)
    )


def is_experience(scene: ContactScene, site: Site) -> bool:
    """Whether a perfect without a time only sums up where somebody has been."""
    return _is_perfect(site) and time_at(scene, site) is None


def _is_perfect(site: Site) -> bool:
    helpers = [one for one in site.sentence.children(site.token) if one.dep == "aux"]
    return site.token.tag == "VBN" and any(one.tag != "MD" for one in helpers)
