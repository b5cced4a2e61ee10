"""When each contact of a document was: the most exact day that is told of it anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from communique.extract.contacts.accounts import Draft
from communique.extract.contacts.days.days_carried import Carried, carried_days
from communique.extract.contacts.days.days_counted import counted_days
from communique.extract.contacts.days.spans_of_days import lasting
from communique.extract.contacts.days.stays import stay
from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.times.when import day_of_document, has_day
from communique.model.passages import Span
from communique.model.times import When
from communique.model.vocabulary import Status
from communique.text.calendar import settle
from communique.text.intervals import day_of, days_of, meet


@dataclass(frozen=True, slots=True)
class Dated:
    """A time of a contact, the telling it is claimed with, and the words where it stands.

    ``side`` is 1 when it is known to be the first day of a longer contact.
    """

    when: When
    telling: Telling
    span: Span
    side: int | None = None


def dates_told(scene: ContactScene, drafts: tuple[Draft, ...]) -> tuple[tuple[Dated, ...], ...]:
    """For each contact the times told of it, the most exact one first."""
    own = [_own(scene, one) for one in drafts]
    known = [found[0].when if found else None for found in own]
    return tuple(_all_dates(scene, drafts, at, own[at], known) for at in range(len(drafts)))


def _all_dates(
    scene: ContactScene,
    drafts: tuple[Draft, ...],
    at: int,
    own: tuple[Dated, ...],
    known: list[When | None],
) -> tuple[Dated, ...]:
    draft = drafts[at]
    found = list(own)
    if not found or exactness(found[0].when) > 1 or found[0].when.edtf is None:
        counted = (Carried(one) for one in counted_days(scene, drafts, at, known))
        for one in chain(counted, carried_days(scene, draft, drafts, _told_apart(drafts, at))):
            when = one.time.when
            if not found or _is_finer(when, found[0].when) or _settles(when, found[0].when):
                found.insert(0, Dated(when, draft.first, one.time.passage.span, one.side))
                break
    found = list(_with_length(scene, draft, found))
    return tuple(found) or tuple(_open(scene, draft))


def _told_apart(drafts: tuple[Draft, ...], at: int) -> frozenset[int]:
    """The sentences that tell of other contacts of the parties of one."""
    draft = drafts[at]
    others = (o for o in drafts if o is not draft and o.states >= draft.states)
    found = {one.site.sentence.index for other in others for one in other.tellings}
    return frozenset(found - {one.site.sentence.index for one in draft.tellings})


def _own(scene: ContactScene, draft: Draft) -> tuple[Dated, ...]:
    """The times at its own words, the most exact first.

    What only points back ("the visit, due next Tuesday") may tell a day more exactly.
    """
    timed = [
        Dated(_up_to_document(scene, one.time.when, _status_of(draft, one)), one, one.span)
        for one in draft.tellings
        if one.time is not None and has_day(one.time.when)
    ]
    first = [one for one in timed if not one.telling.is_back_reference] or timed
    finest = min((exactness(one.when) for one in first), default=0)
    later = [
        one
        for one in timed
        if one not in first
        and exactness(one.when) < finest
        and all(meet(one.when.edtf, other.when.edtf) for other in first)
    ]
    return tuple(sorted((*first, *later), key=lambda one: exactness(one.when)))


def _status_of(draft: Draft, telling: Telling) -> Status:
    """What the words of a time say of it: the talks of a visit that has begun may be ahead."""
    is_ahead = telling.status is Status.PLANNED and not telling.is_mere_name
    return telling.status if is_ahead else draft.status


def _is_finer(new: When, old: When) -> bool:
    """Whether a time told elsewhere says the same more exactly."""
    return exactness(new) < exactness(old) and meet(new.edtf, old.edtf)


def _settles(new: When, old: When) -> bool:
    """Whether a day told elsewhere can be the "yesterday" or "Tuesday" of an undated page."""
    day = day_of(new.edtf)
    if day is None or old.edtf is not None or exactness(old) > 1:
        return False
    name, _, rest = (old.relative or "").partition(":")
    return name == "day" or (name == "weekday" and rest[:1] == str(day.isoweekday()))


_GRAINS = (
    (1, ("day:", "weekday:", "date:", "monthday:")),
    (7, ("days:", "weekend", "week:", "week-of:")),
    (31, ("month:", "month-of:")),
    (92, ("season:",)),
    (366, ("year:",)),
)
_ENDLESS = 10_000
_FUTURE = ":future"


def exactness(when: When) -> int:
    """Over how many days a time reaches, by its words where no date is known."""
    first, last = days_of(when.edtf)
    if first is not None and last is not None:
        return (last - first).days + 1
    if when.edtf is not None:
        return _ENDLESS
    relative = when.relative or ""
    days = next((days for days, names in _GRAINS if relative.startswith(names)), _ENDLESS)
    return days + 1 if "/" in relative else days


def _with_length(scene: ContactScene, draft: Draft, found: list[Dated]) -> Iterator[Dated]:
    """The times, the first or last day of a contact of several days made all its days."""
    told = [(one.telling, one.when, one.side) for one in found]
    whole = lasting(scene, draft, told) or stay(scene, draft, told)
    if whole is None:
        yield from found
        return
    place, when = whole
    yield replace(found[place], when=when)
    yield from (
        one
        for at, one in enumerate(found)
        if at != place and exactness(one.when) >= exactness(when)
    )


def _up_to_document(scene: ContactScene, when: When, status: Status) -> When:
    """A time that settles no day ("over the past months") reaches no further than the document."""
    today = day_of_document(scene)
    if today is not None and status is Status.HELD:
        return _looking_back(when, today)
    if when.edtf is not None or today is None or status is not Status.ONGOING:
        return when
    return replace(when, edtf=f"../{today.isoformat()}", basis="not later than the document")


def _looking_back(when: When, today: date) -> When:
    """The day before its document on which something was that the words around it put ahead.

    In "a letter of 28 February asks him to come" the tense is that of the letter.
    """
    first = days_of(when.edtf)[0]
    if first is None or first <= today or not (when.relative or "").endswith(_FUTURE):
        return when
    relative = f"{(when.relative or '').removesuffix(_FUTURE)}:past"
    return replace(when, edtf=settle(relative, today), relative=relative)


def _open(scene: ContactScene, draft: Draft) -> Iterator[Dated]:
    """An open time up to the document's own day, where no words give one."""
    today = day_of_document(scene)
    if today is None or draft.status not in (Status.HELD, Status.ONGOING):
        return
    now = next((one for one in draft.tellings if _is_just_now(scene, one)), None)
    if now is not None:
        when = When(today.isoformat(), f"just now; document dated {today.isoformat()}")
        yield Dated(when, now, now.span)
        return
    worded = next((one.time for one in draft.tellings if one.time is not None), None)
    when = When(
        edtf=f"../{today.isoformat()}",
        basis="no day in text; not later than the document",
        expression=None if worded is None else worded.when.expression,
    )
    yield Dated(when, draft.first, draft.first.span)


def _is_just_now(scene: ContactScene, telling: Telling) -> bool:
    """Whether it is told as done this moment: "has just come off a call with him"."""
    verb = telling.site.verb
    if verb is None:
        return False
    beside = telling.site.sentence.children(verb)
    is_perfect = any(one.tag in ("VBZ", "VBP") and one.lemma == "have" for one in beside)
    return is_perfect and any(one.lower in scene.cues.words["just_now"] for one in beside)
