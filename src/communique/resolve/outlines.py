"""What decides whether two accounts tell of the same contact."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from communique.catalog.tables import State
from communique.model.passages import DocumentId
from communique.model.readings import Account, Claim, Party, Reading
from communique.model.times import When
from communique.model.vocabulary import ActorKind, Aspect, Form, Means, Status
from communique.resolve.actors import Actors
from communique.resolve.documents import Shelf
from communique.resolve.ties import Ties
from communique.text.intervals import day_of, days_of, meet
from communique.text.weights import words_in

NEAR = 7
"""Days between two documents within which accounts without a day may tell of one contact."""

WIDEST = 31
"""Days that the time of an account may span for it to join another: a month, not a year."""

ONE_STORY = 0.25
"""Closeness of two documents, the parties' names apart, from which they may carry one story."""

IsNear = Callable[[], bool]
"""Whether the documents of two accounts may carry one story."""

_NEAR_FORMS = (
    frozenset((Form.MEETING, Form.SUMMIT)),
    frozenset((Form.SUMMIT, Form.SESSION)),
)
_GENERIC = Form.TALKS
_TAKEN_IN = frozenset((Form.CALL, Form.MEETING, Form.SUMMIT, Form.SESSION))
_ON_JOURNEY = frozenset((Form.VISIT, Form.MEETING, Form.TALKS))
_AHEAD = frozenset((Status.PLANNED, Status.PROPOSED, Status.POSTPONED))
_DID_NOT = frozenset((Status.DENIED, Status.NOT_HELD, Status.REFUSED, Status.CANCELLED))
_REMOTE = frozenset((Means.PHONE, Means.VIDEO))


@dataclass(frozen=True, slots=True)
class Outline:
    """An account reduced to what decides with which others it belongs.

    ``units`` are the states, bodies and groups that took part, ``persons`` the persons named for
    each. ``edtf`` is the date as found, ``times`` all that the account says of its time.
    ``anchor`` is the day of the document, given or inferred. ``place`` is its rank in the record.
    """

    account: Account
    claims: tuple[Claim, ...]
    place: int
    units: frozenset[str]
    persons: Mapping[str, frozenset[str]]
    bodies: frozenset[str]
    form: str | None
    means: frozenset[str]
    status: str | None
    edtf: str | None
    times: tuple[When, ...]
    anchor: date | None
    names: frozenset[str]
    """The words that name its parties, in small letters: other accounts of theirs have them too."""

    @property
    def document(self) -> DocumentId:
        """The document that gives the account."""
        return self.account.document

    @property
    def day(self) -> date | None:
        """The one day that the account gives, or None."""
        return day_of(self.edtf)

    @property
    def is_open(self) -> bool:
        """Whether the account leaves the first day open, so that its document must bound it."""
        return days_of(self.edtf)[0] is None

    @property
    def is_ahead(self) -> bool:
        """Whether the account speaks of what is still to come."""
        return self.status in _AHEAD

    @property
    def block(self) -> tuple[str, ...]:
        """The key under which accounts that may be one lie together: parties, or a body's own."""
        if self.bodies and self.form in (Form.SUMMIT, Form.SESSION):
            return ("body", *sorted(self.bodies))
        return tuple(sorted(self.units))


def outlines_of(
    readings: Iterable[Reading],
    actors: Actors,
    shelf: Shelf,
    anchors: Mapping[DocumentId, date],
    states: Mapping[str, State],
) -> tuple[Outline, ...]:
    """One outline for each account, in the order of the record and then of the text."""
    found = []
    for reading in readings:
        claims: dict[str, list[Claim]] = {one.id: [] for one in reading.accounts}
        for claim in reading.claims:
            if claim.account in claims:
                claims[claim.account].append(claim)
        anchor = shelf.date_of(reading.document) or anchors.get(reading.document)
        for account in reading.accounts:
            mine = tuple(claims[account.id])
            place = shelf.places[reading.document]
            outline = _outline(account, mine, actors, place, anchor)
            found.append(replace(outline, names=_names(outline, actors, states)))
    return tuple(found)


def _outline(
    account: Account, claims: tuple[Claim, ...], actors: Actors, place: int, anchor: date | None
) -> Outline:
    document = account.document
    persons: dict[str, set[str]] = {}
    bodies = set()
    for claim in claims:
        if not isinstance(claim.value, Party):
            continue
        met = actors.id_of(document, claim.value.actor)
        named = persons.setdefault(actors.unit_of(document, claim.value.actor), set())
        if actors.kinds.get(met) is ActorKind.PERSON:
            named.add(met)
        elif actors.kinds.get(met) is ActorKind.BODY:
            bodies.add(met)
    times = tuple(one.value for one in claims if isinstance(one.value, When))
    return Outline(
        account=account,
        claims=claims,
        place=place,
        units=frozenset(persons),
        persons={unit: frozenset(named) for unit, named in persons.items()},
        bodies=frozenset(bodies),
        form=_first(claims, Aspect.FORM),
        means=frozenset(_all(claims, Aspect.MEANS)),
        status=_first(claims, Aspect.STATUS),
        edtf=_finest(times),
        times=times,
        anchor=anchor,
        names=frozenset(),
    )


def _names(outline: Outline, actors: Actors, states: Mapping[str, State]) -> frozenset[str]:
    """The words of all names of its states and persons."""
    found: list[str] = []
    for unit, named in outline.persons.items():
        for actor in (unit, *named):
            entry = actors.entry(actor)
            found += entry.names if entry else ()
        state = states.get(unit)
        if state is not None:
            found += (*state.names, *state.adjectives, *state.people, *state.capitals)
            found += state.metonyms
    return words_in(found)


def _all(claims: tuple[Claim, ...], aspect: Aspect) -> list[str]:
    return [one.value for one in claims if one.aspect is aspect and isinstance(one.value, str)]


def _first(claims: tuple[Claim, ...], aspect: Aspect) -> str | None:
    return next(iter(_all(claims, aspect)), None)


def _finest(times: tuple[When, ...]) -> str | None:
    known = [one.edtf for one in times if one.edtf]
    return next((one for one in known if day_of(one)), known[0] if known else None)


def forms_agree(left: str | None, right: str | None) -> bool:
    """Whether two forms can name one contact: equal, near, or one of them plain talks."""
    if left is None or right is None or left == right:
        return True
    both = {left, right}
    if _GENERIC in both:
        return bool(both & _TAKEN_IN)
    return any(both <= near for near in _NEAR_FORMS)


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
    """Whether one contact can have both statuses: held and planned only on one known day.

    What one document has ahead of it another may have behind it, when both carry one story.
    """
    if left.is_ahead == right.is_ahead:
        if (left.status in _DID_NOT) != (right.status in _DID_NOT) and _one_document(left, right):
            return False
        return (left.status == Status.ONGOING) == (right.status == Status.ONGOING)
    if left.day is not None and left.day == right.day:
        return True
    return Status.HELD in (left.status, right.status) and near()


def _one_document(left: Outline, right: Outline) -> bool:
    """Whether one document gives both, and no day that would make them one."""
    return left.document == right.document and (left.day is None or left.day != right.day)


def dates_agree(left: Outline, right: Outline, near: IsNear) -> bool:
    """Whether both can have happened on one day.

    Without a day the documents must lie near in time, or carry one story where one is undated.
    """
    if not meet(left.edtf, right.edtf):
        return False
    if not left.is_open and not right.is_open:
        return not (_is_wide(left) or _is_wide(right))
    first, second = _near(left), _near(right)
    if first is None or second is None:
        return near()
    return (max(first[0], second[0]) - min(first[1], second[1])).days <= NEAR


def closeness_of(left: Outline, right: Outline, ties: Ties) -> float:
    """How near the documents of two accounts are, beyond the names of the parties themselves."""
    return ties.closeness(left.document, right.document, left.names | right.names)


def _is_wide(one: Outline) -> bool:
    """Whether the account's time is too wide ("over the past year") to mean one known contact."""
    first, last = days_of(one.edtf)
    return first is not None and last is not None and (last - first).days > WIDEST


def _near(one: Outline) -> tuple[date, date] | None:
    """The days between which it lies; near the day of its document where the text leaves it open.

    None where the document has no day either.
    """
    first, last = days_of(one.edtf)
    if first is not None and last is not None:
        return first, last
    return None if one.anchor is None else (one.anchor, one.anchor)


def could_be_one(left: Outline, right: Outline) -> bool:
    """Whether nothing that two accounts of one block say keeps them from being of one contact."""
    return _agree(left, right, lambda: left.document != right.document)


def can_be_one(left: Outline, right: Outline, ties: Ties) -> bool:
    """Whether two accounts could be of one contact, and their days or their documents are near."""
    return _agree(left, right, lambda: is_one_story(left, right, ties))


def is_one_story(left: Outline, right: Outline, ties: Ties) -> bool:
    """Whether the documents of two accounts may carry one story."""
    return left.document != right.document and closeness_of(left, right, ties) >= ONE_STORY


def _agree(left: Outline, right: Outline, near: IsNear) -> bool:
    return (
        (forms_agree(left.form, right.form) or _is_of_journey(left, right))
        and persons_agree(left, right)
        and means_agree(left, right)
        and statuses_agree(left, right, near)
        and dates_agree(left, right, near)
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
