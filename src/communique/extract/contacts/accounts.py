"""Which tellings of one document are of one contact."""

from dataclasses import dataclass, replace

from communique.catalog.forms import load_forms, may_be_one
from communique.extract.contacts.apart import (
    are_in_turn,
    are_of_other_posts,
    deal_with_more,
    is_of_both,
    is_of_two,
    is_word_of,
    only_sums_up,
)
from communique.extract.contacts.gathered import is_attended, is_of_body
from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.pairs import pair_before
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link
from communique.extract.contacts.times.counts import are_counted_apart, is_counted_off
from communique.extract.contacts.unnamed import carried_on, next_of, with_sides
from communique.extract.contacts.words.phrases import Keys, merged
from communique.extract.contacts.words.places import is_set_elsewhere
from communique.model.times import When
from communique.model.vocabulary import ActorKind, BlockKind, Form, Status
from communique.text.intervals import day_of, meet

_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
_DONE = frozenset({Status.HELD, Status.CANCELLED, Status.POSTPONED, Status.NOT_HELD})
_OVER = frozenset({Status.HELD, Status.NOT_HELD})
_BROKEN = frozenset({Status.CANCELLED, Status.POSTPONED, Status.REFUSED})
_DENYING = frozenset({Status.DENIED, Status.NOT_HELD})
_GENERAL = frozenset({Form.TALKS, Form.JOINT_STATEMENT, Form.SESSION, Form.SIGNING})

NEAR = 8
"""How many sentences on "the visit" may still mean the one told of last."""

JOURNEY = 3
"""How many days may lie between two days that are told of one journey."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The tellings of one contact, in the order in which they were joined."""

    tellings: tuple[Telling, ...]

    @property
    def first(self) -> Telling:
        """The telling that opened it: the first one of the body, if any."""
        return self.tellings[0]

    @property
    def last_place(self) -> int:
        """Where the text last told of it."""
        return max(one.span.start for one in self.tellings)

    @property
    def states(self) -> frozenset[str]:
        """The sides that take part; of a gathering those with which it is told of."""
        return frozenset(side for one in self.tellings if one.at is None for side in one.states)

    @property
    def form(self) -> Form:
        """The form that the tellings give: the first that says more than that they dealt."""
        strong = [one.form for one in self.tellings if not one.is_weak]
        telling = [form for form in strong if form not in _GENERAL]
        return (telling or strong or [self.first.form])[0]

    @property
    def is_weak(self) -> bool:
        """Whether no telling says in what form the parties dealt."""
        return all(one.is_weak for one in self.tellings)

    @property
    def status(self) -> Status:
        """What became of it, by the telling that says most."""
        told = [one for one in self.tellings if not one.is_back_reference] or self.tellings
        own = [one for one in told if not one.is_mere_name] or told
        for one in self.tellings:
            if one.status in _BROKEN:
                return one.status
        if any(one.status is Status.DENIED for one in self.tellings):
            return Status.DENIED
        status = next((one.status for one in own if one.status in _DONE), self.first.status)
        came_to_nothing = any(
            one.status is Status.NOT_HELD and one.site.link is Link.SUBJECT for one in self.tellings
        )
        return Status.NOT_HELD if status in _AHEAD and came_to_nothing else status


def parties_of(scene: ContactScene, draft: Draft) -> Keys:
    """Everybody who took part, no state beside its own officials, in the order of the text."""
    every = merged(*(one.parties for one in draft.tellings))
    acted = {scene.side_of(key) for key in every if not scene.is_bare(key)}
    named = {scene.side_of(key) for key in every if scene.is_person(key)}
    return tuple(
        key
        for key in every
        if not (scene.is_bare(key) and scene.side_of(key) in acted)
        and not (only_sums_up(scene, key) and scene.side_of(key) in named)
    )


def mediators_of(scene: ContactScene, draft: Draft) -> Keys:
    """Everybody who only carried or mediated it, and took no part himself."""
    taking_part = parties_of(scene, draft)
    between = merged(*(one.sides.between for one in draft.tellings))
    return tuple(key for key in between if key not in taking_part)


def draft_accounts(scene: ContactScene, tellings: tuple[Telling, ...]) -> tuple[Draft, ...]:
    """The contacts told of, in the order in which the text opens them.

    The body opens contacts first; headings join them, and only a headline opens one of its own.
    """
    drafts: list[Draft] = []
    told = [one for one in tellings if one.states or one.is_back_reference]
    for telling in (one for one in tellings if not one.is_heading and not one.is_echo):
        if telling.states or telling.is_back_reference:
            _place(scene, drafts, telling, may_open=not telling.is_back_reference)
        else:
            _place_unnamed(scene, drafts, telling)
    for telling in (one for one in told if not one.is_heading and one.is_echo):
        _place(scene, drafts, telling, may_open=False)
    for telling in (one for one in told if one.is_heading and not one.is_back_reference):
        opens = telling.site.sentence.block_kind is BlockKind.HEADLINE and not any(
            draft.states >= set(telling.states) for draft in drafts
        )
        _place(scene, drafts, telling, may_open=opens)
    return tuple(drafts)


def _place(scene: ContactScene, drafts: list[Draft], telling: Telling, *, may_open: bool) -> None:
    """Adds a telling to the latest contact that it can be of, or opens one with it."""
    if telling.at is not None:
        _place_there(drafts, telling)
        return
    order = sorted(
        range(len(drafts)),
        key=lambda at: (not _is_called_so(drafts[at], telling), -drafts[at].last_place),
    )
    for at in order:
        if is_of(scene, drafts[at], telling):
            drafts[at] = Draft((*drafts[at].tellings, telling))
            return
    if may_open:
        drafts.append(Draft((telling,)))
    elif telling.is_back_reference and (pair := pair_before(scene, telling)) is not None:
        drafts.append(Draft((replace(telling, sides=pair, states=scene.sides_of(pair.all)),)))
    elif telling.is_back_reference:
        _place_unnamed(scene, drafts, telling)


def _place_there(drafts: list[Draft], telling: Telling) -> None:
    """Adds who was at a gathering to the contact that it is."""
    for at, draft in enumerate(drafts):
        if any(one.site.token.start == telling.at for one in draft.tellings):
            drafts[at] = Draft((*draft.tellings, telling))


def _is_called_so(draft: Draft, telling: Telling) -> bool:
    """Whether words point back at a contact by the text's own: "the talks lasted", "opened the"."""
    word = telling.site.token.lemma
    is_meant = telling.is_back_reference and telling.site.link in (Link.SUBJECT, Link.CARRIED)
    return is_meant and any(
        one.site.token.lemma == word for one in draft.tellings if not one.is_heading
    )


def _place_unnamed(scene: ContactScene, drafts: list[Draft], telling: Telling) -> None:
    """Adds talks without sides to talks of those who negotiate elsewhere, or opens some."""
    before = tuple(one for draft in drafts for one in draft.tellings)
    named = (
        with_sides(scene, telling)
        or carried_on(scene, telling, before)
        or next_of(scene, telling, before)
    )
    if named is None:
        return
    for at in range(len(drafts) - 1, -1, -1):
        if drafts[at].form is named.form and is_of(scene, drafts[at], named):
            drafts[at] = Draft((*drafts[at].tellings, named))
            return
    drafts.append(Draft((named,)))


def is_of(scene: ContactScene, draft: Draft, telling: Telling) -> bool:
    """Whether a telling can be of the contact that other tellings are of."""
    is_there = draft.form is telling.form and is_attended(scene, draft.tellings, telling)
    if not (is_there or _sides_fit(draft, telling)) or not _forms_fit(draft, telling):
        return False
    if telling.is_back_reference and not _can_be_meant(scene, draft, telling):
        return False
    of_body = is_there or is_of_body(scene, telling)
    if is_of_body(scene, draft.first) is not of_body and telling.states:
        return False
    if telling.form is not draft.form and _is_counted_off(scene, draft, telling):
        return False
    if draft.first.is_unnamed and telling.form is not draft.first.form:
        return False
    if deal_with_more(scene, draft.states, telling):
        return False
    if not telling.is_back_reference and (
        _people_clash(scene, draft, telling) or _are_others(scene, draft, telling)
    ):
        return False
    if telling.is_another and not telling.is_back_reference and not draft.first.is_another:
        return False
    if any(_are_of_two_times(scene, one, telling) for one in draft.tellings):
        return False
    return _status_fits(draft, telling)


def _is_counted_off(scene: ContactScene, draft: Draft, telling: Telling) -> bool:
    """Whether what is told, or was told first, lay weeks or more from what the page tells of."""
    return any(is_counted_off(scene, one.site) for one in (draft.first, telling))


def _can_be_meant(scene: ContactScene, draft: Draft, telling: Telling) -> bool:
    """Whether "the call", "the visit" can point at the contact that other tellings are of."""
    if not _is_near(draft, telling) or (draft.status in _OVER and _is_next(scene, telling)):
        return False
    if _is_spoken(draft) and _is_in_person(telling):
        return False
    return not _is_of_another_journey(scene, draft, telling)


def _is_next(scene: ContactScene, telling: Telling) -> bool:
    """Whether it points at one that is to follow: "the next summit will be held in Strelsau"."""
    site, words = telling.site, scene.cues.words["again"]
    return telling.status in _AHEAD and any(
        one.lower in words for one in site.sentence.children(site.token)
    )


def _is_spoken(draft: Draft) -> bool:
    """Whether all that is told is that two spoke: "the meeting" is then another one."""
    return draft.is_weak and draft.form is Form.CALL


def _is_of_another_journey(scene: ContactScene, draft: Draft, telling: Telling) -> bool:
    """Whether "his arrival" is told in a sentence that is set where the contact was not."""
    if telling.form is not Form.VISIT:
        return False
    return is_set_elsewhere(scene, telling.site.sentence, draft.states)


def _is_in_person(telling: Telling) -> bool:
    return load_forms()[telling.form].family == load_forms()[Form.VISIT].family


def _is_near(draft: Draft, telling: Telling) -> bool:
    """Whether the text told of the contact shortly before, so that "the visit" can mean it."""
    here = telling.site.sentence.index
    return any(0 <= here - one.site.sentence.index <= NEAR for one in draft.tellings)


def _sides_fit(draft: Draft, telling: Telling) -> bool:
    told, new = draft.states, frozenset(telling.states)
    if len(told | new) > 2 and any(is_of_two(one) for one in (telling, *draft.tellings)):
        return False
    if telling.is_back_reference:
        return new <= told
    # "Will meet with both the one and the other" adds no third to what he holds with the one.
    return new <= told or (told <= new and not is_of_both(telling))


def _are_others(scene: ContactScene, draft: Draft, telling: Telling) -> bool:
    """Whether nameless people of more sides deal, and nobody who made the visit told of before."""
    if draft.form is not Form.VISIT or set(telling.states) <= draft.states:
        return False
    guests = {key for one in draft.tellings for key in one.parties if scene.is_person(key)}
    named = {key for key in telling.parties if scene.is_person(key)}
    return bool(guests) and not named


def _forms_fit(draft: Draft, telling: Telling) -> bool:
    if is_word_of(telling) or all(is_word_of(one) for one in draft.tellings):
        return True
    if draft.is_weak or telling.is_weak:
        return not _stands_alone(draft.form) and not _stands_alone(telling.form)
    return all(may_be_one(one.form, telling.form) for one in draft.tellings if not one.is_weak)


def _stands_alone(form: Form) -> bool:
    return load_forms()[form].family not in ("remote", "in person", "open")


def _people_clash(scene: ContactScene, draft: Draft, telling: Telling) -> bool:
    """Whether one state is there through one person here, and through another there."""
    if _is_on_one_visit(draft, telling):
        return False
    for side in telling.states:
        here = _people(scene, telling.parties, side)
        there = _people(scene, parties_of(scene, draft), side)
        if here and there and not here & there:
            return True
    return are_of_other_posts(scene, parties_of(scene, draft), telling)


def _is_on_one_visit(draft: Draft, telling: Telling) -> bool:
    """Whether a visitor meets several of his hosts: "was meeting X and holding talks with Y"."""
    is_visit = any(one.form is Form.VISIT for one in draft.tellings)
    here = telling.site.sentence.index
    beside = (one for one in draft.tellings if not one.is_back_reference)
    return is_visit and any(one.site.sentence.index == here for one in beside)


def _people(scene: ContactScene, keys: Keys, side: str) -> frozenset[str]:
    return frozenset(
        key
        for key in keys
        if scene.side_of(key) == side
        and (actor := scene.actors.get(key)) is not None
        and actor.kind is ActorKind.PERSON
    )


def _are_of_two_times(scene: ContactScene, left: Telling, right: Telling) -> bool:
    if _times_clash(left, right) or are_in_turn(scene, left, right):
        return True
    return are_counted_apart(scene, left.site, right.site)


def _times_clash(left: Telling, right: Telling) -> bool:
    if left.time is None or right.time is None:
        return False
    if right.is_back_reference and right.status is Status.POSTPONED:
        return False  # "The meeting was put off until Tuesday" gives it a new day.
    if left.form is right.form is Form.VISIT and _on_one_journey(left.time.when, right.time.when):
        return False
    if _is_on_visit(left, right) or _is_on_visit(right, left):
        return False
    return whens_clash(left.time.when, right.time.when)


def _is_on_visit(visit: Telling, meeting: Telling) -> bool:
    """Whether a meeting is one of the days after the guest's arrival."""
    if visit.form is not Form.VISIT or meeting.form is Form.VISIT or not _is_in_person(meeting):
        return False
    if visit.time is None or meeting.time is None:
        return False
    came, met = day_of(visit.time.when.edtf), day_of(meeting.time.when.edtf)
    return came is not None and met is not None and 0 <= (met - came).days <= JOURNEY


def _on_one_journey(left: When, right: When) -> bool:
    """Whether two days can be those of setting out and of arriving."""
    here, there = day_of(left.edtf), day_of(right.edtf)
    if here is not None and there is not None:
        return abs((here - there).days) <= JOURNEY
    days = [one.relative or "" for one in (left, right)]
    if not all(one.startswith("weekday:") for one in days):
        return False
    first, second = (int(one.split(":")[1]) for one in days)
    return (first - second) % 7 <= 2 or (second - first) % 7 <= 2


def whens_clash(left: When, right: When) -> bool:
    """Whether two times as worded cannot be one."""
    if left.edtf and right.edtf:
        return not meet(left.edtf, right.edtf)
    days = ("day:", "weekday:")
    if left.relative and right.relative:
        both = left.relative.startswith(days) and right.relative.startswith(days)
        return both and left.relative != right.relative and left.relative[:3] == right.relative[:3]
    return False


def _status_fits(draft: Draft, telling: Telling) -> bool:
    if telling.status is draft.status:
        return True
    pair = {draft.status, telling.status}
    if pair <= _DENYING or (telling.is_back_reference and telling.status is Status.DENIED):
        return True
    if Status.ONGOING in pair or Status.RUMOURED in pair:
        return False
    if telling.is_back_reference or telling.is_mere_name:
        return telling.status not in _BROKEN or draft.status in _AHEAD | {Status.NOT_HELD}
    if pair & _BROKEN and pair & _AHEAD:
        return True
    is_later = draft.status is Status.HELD and telling.status is Status.PLANNED
    return is_later and _is_of_journey(draft, telling)


def _is_of_journey(draft: Draft, telling: Telling) -> bool:
    """A meeting still to come on a visit that has begun belongs to the visit."""
    in_person = load_forms()[Form.VISIT].family
    families = {load_forms()[draft.form].family, load_forms()[telling.form].family}
    if all(one.form is not Form.VISIT for one in draft.tellings):
        return False
    timed = telling.time is not None and any(one.time is not None for one in draft.tellings)
    return (
        families <= {in_person, "open"}
        and in_person in families
        and (timed or telling.time is None)
    )
