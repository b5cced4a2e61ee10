"""What keeps two accounts apart, and what lets them be of one contact."""

from communique.model.vocabulary import Form, Means, Status
from communique.resolve.contacts.days import IsNear, dates_agree, is_telling, tells_day
from communique.resolve.contacts.outlines import Outline
from communique.resolve.contacts.ties import Ties

ONE_STORY = 0.25
"""Closeness of two documents from which they may carry one story."""
SURELY_ONE = 0.4
"""Closeness from which documents carry one story even where one has planned what the other ends."""
LONG_RUN = 8
"""Words in a row that two documents share by more than chance."""

_NEAR_FORMS = (
    frozenset((Form.MEETING, Form.SUMMIT)),
    frozenset((Form.SUMMIT, Form.SESSION)),
)
_GENERIC = Form.TALKS
_TAKEN_IN = frozenset((Form.CALL, Form.MEETING, Form.SUMMIT, Form.SESSION))
_ON_JOURNEY = frozenset((Form.VISIT, Form.MEETING, Form.TALKS))
_CALLED_OFF = frozenset((Status.NOT_HELD, Status.REFUSED, Status.CANCELLED))
_DID_NOT = _CALLED_OFF | {Status.DENIED}
_REMOTE = frozenset((Means.PHONE, Means.VIDEO))


def forms_agree(left: str | None, right: str | None) -> bool:
    """Whether two forms can name one contact: equal, near, or one of them plain talks."""
    if left is None or right is None or left == right:
        return True
    both = {left, right}
    if _GENERIC in both:
        return bool(both & _TAKEN_IN)
    return any(both <= near for near in _NEAR_FORMS)


def forms_can_meet(left: str | None, right: str | None) -> bool:
    """Whether two forms alone do not keep accounts apart, whoever is named in them."""
    return forms_agree(left, right) or {left, right} <= _ON_JOURNEY


def persons_agree(left: Outline, right: Outline) -> bool:
    """Whether for no party both accounts name persons and none of them is the same."""
    for unit, named in left.persons.items():
        other = right.persons.get(unit, frozenset())
        if named and other and not named & other:
            return False
    return True


def means_agree(left: Outline, right: Outline) -> bool:
    """Whether the accounts do not set a call against a meeting in person."""
    both = left.means | right.means
    return not (Means.IN_PERSON in both and both & _REMOTE)


def statuses_agree(left: Outline, right: Outline, near: IsNear) -> bool:
    """Whether one contact can have both statuses.

    What one document has ahead of it another may have behind it, or called off, when both carry one
    story; what one has called off another has held on the same known day only.
    """
    on_one_day = left.day is not None and left.day == right.day
    if left.is_ahead != right.is_ahead:
        behind = right if left.is_ahead else left
        return on_one_day or ((_is_done(behind) or behind.status in _CALLED_OFF) and near())
    if (left.status in _DID_NOT) != (right.status in _DID_NOT) and _one_document(left, right):
        return False
    if (left.status in _CALLED_OFF) != (right.status in _CALLED_OFF):
        return on_one_day
    return (left.status == Status.ONGOING) == (right.status == Status.ONGOING)


def _is_done(one: Outline) -> bool:
    return one.status == Status.HELD


def _one_document(left: Outline, right: Outline) -> bool:
    """Whether one document gives both, and no day that would make them one."""
    return left.document == right.document and (left.day is None or left.day != right.day)


def could_be_one(left: Outline, right: Outline) -> bool:
    """Whether nothing that two accounts of one block say keeps them from being of one contact."""
    return _agree(left, right, lambda: left.document != right.document)


def can_be_one(left: Outline, right: Outline, ties: Ties) -> bool:
    """Whether two accounts could be of one contact, and their days or their documents are near."""
    return _agree(left, right, lambda: is_one_story(left, right, ties))


def is_one_story(left: Outline, right: Outline, ties: Ties) -> bool:
    """Whether the documents of two accounts may carry one story, told of people of one level.

    What officials prepared is not the summit of which a page like theirs tells.
    """
    if left.document == right.document or _are_of_two_levels(left, right):
        return False
    bound = SURELY_ONE if _is_plan_and_end(left, right) else ONE_STORY
    return (
        ties.closeness(left.document, right.document) >= bound
        or (ties.words(left.document, right.document) >= LONG_RUN and tell_one_day(left, right))
        or _are_rare(left, right)
    )


def _is_plan_and_end(left: Outline, right: Outline) -> bool:
    """Whether one has ahead of it what the other tells was called off."""
    return left.is_ahead != right.is_ahead and not _CALLED_OFF.isdisjoint(
        (left.status, right.status)
    )


def _are_of_two_levels(left: Outline, right: Outline) -> bool:
    """Whether one tells of nameless officials on all sides, and the other of persons by name."""
    return any(
        one.is_working and all(other.persons.values())
        for one, other in ((left, right), (right, left))
    )


def tell_one_day(left: Outline, right: Outline) -> bool:
    """Whether one knows the day, and the other without its date tells the weekday of it."""
    days = [(one, other.day) for one, other in ((left, right), (right, left)) if other.day]
    return any(is_telling(when) and tells_day(when, day) for one, day in days for when in one.times)


def _are_rare(left: Outline, right: Outline) -> bool:
    """Whether both tell of a call by video of the same persons, and of one weekday.

    Two persons seldom see one another by video: no likeness of the pages is needed beside.
    """
    by_video = Means.VIDEO in left.means and Means.VIDEO in right.means
    named = persons_shared(left, right) >= len(left.units) > 1
    return by_video and named and tell_one_day(left, right)


def tell_the_same(left: Outline, right: Outline) -> bool:
    """Whether two documents tell alike who met by name, in what form, and what became of it."""
    return (
        left.document != right.document
        and left.form == right.form
        and left.status == right.status
        and persons_shared(left, right) >= len(left.units) > 1
    )


def _agree(left: Outline, right: Outline, near: IsNear) -> bool:
    return (
        not (_are_two_recalls(left, right) or _are_of_other_posts(left, right))
        and (forms_agree(left.form, right.form) or _is_of_journey(left, right))
        and persons_agree(left, right)
        and means_agree(left, right)
        and statuses_agree(left, right, near)
        and dates_agree(left, right, near)
    )


def _are_two_recalls(left: Outline, right: Outline) -> bool:
    """Whether one document tells both that an envoy was called home and another's sent away."""
    return left.document == right.document and left.form == right.form == Form.RECALL


def _are_of_other_posts(left: Outline, right: Outline) -> bool:
    """Whether one document tells of persons by name, and of holders of other posts without."""
    if left.document != right.document:
        return False
    named, posts = (left, right) if any(left.persons.values()) else (right, left)
    return (
        all(named.persons.values())
        and not any(posts.persons.values())
        and bool(named.offices and posts.offices)
        and named.offices.isdisjoint(posts.offices)
    )


def _is_of_journey(left: Outline, right: Outline) -> bool:
    """Whether one tells of a journey and the other of talks of the same person on it."""
    forms = {left.form, right.form}
    return Form.VISIT in forms and forms <= _ON_JOURNEY and persons_shared(left, right) > 0


def persons_shared(left: Outline, right: Outline) -> int:
    """How many persons both accounts name as parties."""
    return sum(
        len(named & right.persons.get(unit, frozenset())) for unit, named in left.persons.items()
    )
