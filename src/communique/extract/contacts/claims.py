"""The claims on one contact, aspect by aspect, each with the words it rests on."""

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.claims import claim
from communique.extract.contacts.accounts import Draft, parties_of
from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.phrases import Keys, subject_actors
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.when import day_of_document, governing_day
from communique.model.passages import Span
from communique.model.readings import (
    Account,
    ActorKey,
    Claim,
    Party,
    Value,
    Words,
)
from communique.model.times import TimeMention, When
from communique.model.vocabulary import Aspect, Form, Means, PartyRole, Route, Status

CARRY = 2
"""How many sentences away a day may stand that is carried over to a contact without one."""


def claims_on(scene: ContactScene, draft: Draft, account: Account) -> tuple[Claim, ...]:
    """All claims on a contact, each value once a passage."""
    made = {one.id: one for part in (*_WHAT, *_WHEN_AND_HOW) for one in part(scene, draft, account)}
    return tuple(made.values())


def _claim(
    scene: ContactScene,
    account: Account,
    aspect: Aspect,
    value: Value,
    telling: Telling,
    span: Span | None = None,
) -> Claim:
    place = telling.span if span is None else span
    return claim(
        aspect,
        value,
        scene.page.passage(place.start, place.end),
        rule=telling.site.cue.name,
        account=account,
        status=telling.status,
        attribution=scene.speeches.attribution_at(telling.span),
        voice=scene.speeches.voice_at(telling.span),
    )


def _parties(scene: ContactScene, draft: Draft, account: Account) -> Iterator[Claim]:
    for key in parties_of(scene, draft):
        telling = next(one for one in draft.tellings if key in one.parties)
        actor = scene.actors.get(key)
        office = actor.offices[0].title if actor is not None and actor.offices else None
        party = Party(key, _role(telling, key, draft.form), office)
        yield _claim(scene, account, Aspect.PARTY, party, telling)


def _role(telling: Telling, key: ActorKey, form: Form) -> PartyRole:
    """The role that the words give, unless they call the whole thing by another form."""
    cue = telling.site.cue
    role = cue.partner_role if key in telling.sides.second else cue.subject_role
    if form is Form.CALL and role in (PartyRole.HOST, PartyRole.GUEST):
        return PartyRole.PARTICIPANT
    return role


def _forms(scene: ContactScene, draft: Draft, account: Account) -> Iterator[Claim]:
    naming = [one for one in draft.tellings if not one.is_weak and one.form is draft.form]
    for telling in naming or [draft.first]:
        yield _claim(scene, account, Aspect.FORM, draft.form.value, telling)


def _means(scene: ContactScene, draft: Draft, account: Account) -> Iterator[Claim]:
    for telling in draft.tellings:
        if telling.means is not None:
            means: Means = telling.means[0]
            yield _claim(scene, account, Aspect.MEANS, means.value, telling)


def _statuses(scene: ContactScene, draft: Draft, account: Account) -> Iterator[Claim]:
    saying = [one for one in draft.tellings if one.status is draft.status]
    own = [one for one in saying if not one.is_mere_name]
    for telling in own or saying[:1]:
        yield _claim(scene, account, Aspect.STATUS, telling.status.value, telling)


def _dates(scene: ContactScene, draft: Draft, account: Account) -> Iterator[Claim]:
    timed = [one for one in draft.tellings if one.time is not None and has_day(one.time.when)]
    told = [one for one in timed if not one.is_back_reference] or timed
    for telling in told:
        if telling.time is not None:
            when = _up_to_document(scene, telling.time.when, draft.status)
            yield _claim(scene, account, Aspect.DATE, when, telling)
    if told:
        return
    carried = _carried(scene, draft)
    if carried is not None:
        yield carried_claim(scene, draft, account, carried)
    elif draft.status in (Status.HELD, Status.ONGOING):
        value = _not_later(scene, draft)
        if value is not None:
            yield _claim(scene, account, Aspect.DATE, value, draft.first)


def _up_to_document(scene: ContactScene, when: When, status: Status) -> When:
    """A time that settles no day ("over the past months") reaches no further than the document."""
    today = day_of_document(scene)
    if when.edtf is not None or today is None or status is not Status.ONGOING:
        return when
    return replace(when, edtf=f"../{today.isoformat()}", basis="not later than the document")


def has_day(when: When) -> bool:
    """Whether a time says more than "recently"."""
    return when.relative is None or not when.relative.startswith(("recent", "soon"))


def _not_later(scene: ContactScene, draft: Draft) -> When | None:
    """An open time up to the document's own day, where no words give one."""
    today = day_of_document(scene)
    if today is None:
        return None
    worded = next((one.time for one in draft.tellings if one.time is not None), None)
    return When(
        edtf=f"../{today.isoformat()}",
        basis="no day in text; not later than the document",
        expression=None if worded is None else worded.when.expression,
    )


def _carried(scene: ContactScene, draft: Draft) -> TimeMention | None:
    """The day of a sentence near by, or of any sentence, whose subject are just these parties."""
    if draft.status is not Status.HELD:
        return None
    keys = frozenset(parties_of(scene, draft))
    here = draft.first.site.sentence.index
    found: list[tuple[int, TimeMention]] = []
    for index in sorted(scene.times):
        sentence = scene.page.sentences[index]
        if not sentence.block_kind.is_account or not keys:
            continue
        time = governing_day(scene, sentence, None)
        if (
            time is None
            or not has_day(time.when)
            or (time.when.edtf is None and (time.when.relative is None))
        ):
            continue
        if _are_all(scene, draft, subject_actors(scene, sentence, sentence.root)):
            found.append((abs(index - here), time))
    return min(found, key=lambda one: one[0], default=(0, None))[1]


def _are_all(scene: ContactScene, draft: Draft, keys: Keys) -> bool:
    """Whether these are just the parties, or the states that they act for."""
    if frozenset(keys) == frozenset(parties_of(scene, draft)):
        return True
    return all(scene.is_bare(key) for key in keys) and frozenset(keys) == draft.states


def carried_claim(scene: ContactScene, draft: Draft, account: Account, time: TimeMention) -> Claim:
    """The claim on a day that stands in another sentence than the contact."""
    basis = f"{time.when.basis}; carried over from words on the same parties"
    when = replace(time.when, basis=basis)
    return _claim(scene, account, Aspect.DATE, when, draft.first, time.passage.span)


def _places(scene: ContactScene, draft: Draft, account: Account) -> Iterator[Claim]:
    seen: set[str] = set()
    for telling in draft.tellings:
        if telling.place is not None and draft.form is not Form.CALL:
            words, span = telling.place
            if words.text not in seen:
                seen.add(words.text)
                place = Span(min(span.start, telling.span.start), max(span.end, telling.span.end))
                yield _claim(scene, account, Aspect.PLACE, words, telling, place)


def _durations(scene: ContactScene, draft: Draft, account: Account) -> Iterator[Claim]:
    for telling in draft.tellings:
        length = telling.duration
        if length is not None and length.duration is not None:
            span = length.passage.span
            place = Span(min(span.start, telling.span.start), max(span.end, telling.span.end))
            yield _claim(scene, account, Aspect.DURATION, length.duration, telling, place)


def _routes(scene: ContactScene, draft: Draft, account: Account) -> Iterator[Claim]:
    for telling in draft.tellings:
        if telling.route is not None:
            route: Route = telling.route[0]
            yield _claim(scene, account, Aspect.ROUTE, route.value, telling)


def _initiators(scene: ContactScene, draft: Draft, account: Account) -> Iterator[Claim]:
    for telling in draft.tellings:
        key = telling.sides.starter
        if key is not None:
            side = scene.side_of(key)
            parties = parties_of(scene, draft)
            key = next((one for one in parties if scene.side_of(one) == side), key)
            actor = scene.actors.get(key)
            name = key if actor is None else actor.name
            yield _claim(scene, account, Aspect.INITIATOR, Words(name, key), telling)


_WHAT = (_parties, _forms, _means, _statuses)
_WHEN_AND_HOW = (_dates, _places, _durations, _initiators, _routes)
