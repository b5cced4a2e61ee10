"""The claims on one contact, aspect by aspect, each with the words it rests on."""

from collections.abc import Iterator

from communique.extract.claims import claim
from communique.extract.contacts.accounts import Draft, mediators_of, parties_of
from communique.extract.contacts.days.dates import Dated
from communique.extract.contacts.days.lengths import lengths_told
from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.outcomes.vouching import is_of_media
from communique.extract.contacts.scene import ContactScene
from communique.model.passages import Span
from communique.model.readings import (
    Account,
    ActorKey,
    Claim,
    Party,
    Value,
    Words,
)
from communique.model.vocabulary import Aspect, Form, Means, PartyRole, Route, Status


def claims_on(
    scene: ContactScene, draft: Draft, account: Account, dates: tuple[Dated, ...]
) -> tuple[Claim, ...]:
    """All claims on a contact, each value once a passage."""
    found = (
        *(one for part in _WHAT for one in part(scene, draft, account)),
        *(_claim(scene, account, Aspect.DATE, o.when, o.telling, o.span) for o in dates),
        *(one for part in _WHERE_AND_HOW for one in part(scene, draft, account)),
    )
    return tuple({one.id: one for one in found}.values())


def _claim(
    scene: ContactScene,
    account: Account,
    aspect: Aspect,
    value: Value,
    telling: Telling,
    span: Span | None = None,
) -> Claim:
    place = telling.span if span is None else span
    word = _word_on(scene, telling) if aspect is Aspect.INITIATOR else telling.span
    return claim(
        aspect,
        value,
        scene.page.passage(place.start, place.end),
        rule=telling.site.cue.name,
        account=account,
        status=telling.status,
        attribution=scene.speeches.attribution_at(word),
        voice=scene.speeches.voice_at(word),
    )


def _word_on(scene: ContactScene, telling: Telling) -> Span:
    """The words by which it is sought who tells it: a whole sentence holds its teller's own too."""
    token = telling.site.token
    is_whole = telling.span == telling.site.sentence.span
    return Span(token.start, token.end) if is_whole else telling.span


def _parties(scene: ContactScene, draft: Draft, account: Account) -> Iterator[Claim]:
    for key in parties_of(scene, draft):
        telling = next(one for one in draft.tellings if key in one.parties)
        means = next((one.by for one in draft.tellings if one.by and key in one.parties), None)
        party = _party(scene, key, _role(telling, key, draft.form), means)
        yield _claim(scene, account, Aspect.PARTY, party, telling)


def _mediators(scene: ContactScene, draft: Draft, account: Account) -> Iterator[Claim]:
    """Who only carried it, each once."""
    for key in mediators_of(scene, draft):
        telling = next(one for one in draft.tellings if key in one.sides.between)
        yield _claim(scene, account, Aspect.PARTY, _party(scene, key, PartyRole.MEDIATOR), telling)


def _party(
    scene: ContactScene, key: ActorKey, role: PartyRole, means: Means | None = None
) -> Party:
    actor = scene.actors.get(key)
    office = actor.offices[0].title if actor is not None and actor.offices else None
    return Party(key, role, office, means)


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
    if draft.status is Status.DENIED:
        yield from _claimed(scene, draft, account)


def _claimed(scene: ContactScene, draft: Draft, account: Account) -> Iterator[Claim]:
    """What a side or the text itself tells of a contact that is denied elsewhere in the text."""
    for telling in draft.tellings:
        is_own = telling.status is Status.HELD and not telling.is_mere_name
        if is_own and not is_of_media(scene, telling.site):
            yield _claim(scene, account, Aspect.STATUS, telling.status.value, telling)


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
    for telling, length in lengths_told(scene, draft):
        if length.duration is not None:
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


_WHAT = (_parties, _mediators, _forms, _means, _statuses)
_WHERE_AND_HOW = (_places, _durations, _initiators, _routes)
