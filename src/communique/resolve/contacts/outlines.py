"""Accounts reduced to what decides with which others they belong."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from communique.catalog.tables import State
from communique.languages.en.comparing import load_comparing, load_wordings
from communique.languages.en.moments import earlier_months
from communique.model.documents import Document
from communique.model.passages import DocumentId
from communique.model.readings import Account, Claim, Party, Reading, Words
from communique.model.times import When
from communique.model.vocabulary import GATHERINGS, ActorKind, Aspect, Status
from communique.resolve.actors.actors import Actors
from communique.resolve.documents import Shelf
from communique.text.intervals import day_of, days_of
from communique.text.weights import words_in

OPENING = 400
"""Characters from the first word of a page within which it tells what its news is."""

_AHEAD = frozenset((Status.PLANNED, Status.PROPOSED, Status.POSTPONED))


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
    clocks: tuple[float, ...]
    """How far the clocks of its states' capitals go before those of Greenwich, in hours."""
    is_placed: bool
    """Whether the day of its document is inferred."""
    is_working: bool
    """Whether it names for every party people without a name, below the level of ministers."""
    is_news: bool
    """Whether its document tells of it as its news."""
    places: frozenset[str]
    """The places that the account names."""
    behind: frozenset[int]
    """Months in which its undated document sets something earlier, if it tells this as news."""

    @property
    def document(self) -> DocumentId:
        """The document that gives the account."""
        return self.account.document

    @property
    def day(self) -> date | None:
        """The one day that the account gives, or None."""
        return day_of(self.edtf)

    @property
    def matters(self) -> frozenset[str]:
        """The content words of what they dealt with, without who they are."""
        told = (one.value for one in self.claims if one.aspect is Aspect.TOPIC)
        words = (_content(one.text) for one in told if isinstance(one, Words))
        return frozenset[str]().union(*words) - _content(" ".join(sorted(self.names)))

    @property
    def offices(self) -> frozenset[str]:
        """The posts in which its parties take part, in small letters."""
        values = (one.value for one in self.claims)
        return frozenset(
            one.office.lower() for one in values if isinstance(one, Party) and one.office
        )

    @property
    def is_open(self) -> bool:
        """Whether the account leaves the first day open, so that its document must bound it."""
        return days_of(self.edtf)[0] is None

    @property
    def is_loose(self) -> bool:
        """Whether neither the account nor its document says when it was.

        What a document tells besides the contact by which it was placed may be long past.
        """
        return self.is_open and (self.anchor is None or self.is_placed)

    @property
    def is_ahead(self) -> bool:
        """Whether the account speaks of what is still to come."""
        return self.status in _AHEAD

    @property
    def block(self) -> tuple[str, ...]:
        """The key under which accounts that may be one lie together: parties, or a body's own."""
        if self.bodies and self.form in GATHERINGS:
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
        page = shelf.documents[shelf.places[reading.document]]
        is_undated = anchor is None and bool(reading.accounts)
        opening, behind = _opening(page), _earlier(page) if is_undated else frozenset[int]()
        for account in reading.accounts:
            mine = tuple(claims[account.id])
            place = shelf.places[reading.document]
            outline = _outline(account, mine, actors, place, anchor)
            found.append(
                replace(
                    outline,
                    names=_names(outline, actors, states),
                    clocks=_clocks(outline, states),
                    is_placed=reading.document in anchors,
                    is_news=_is_news(outline, opening),
                    behind=behind if _is_news(outline, opening) else frozenset(),
                )
            )
    return tuple(found)


def _content(text: str) -> frozenset[str]:
    return load_wordings().content(text)


def _clocks(outline: Outline, states: Mapping[str, State]) -> tuple[float, ...]:
    met = (states[unit].hours for unit in sorted(outline.units) if unit in states)
    return tuple(hours for hours in met if hours is not None)


def _opening(page: Document) -> int:
    """Where the opening of a page ends."""
    return min((one.start for one in page.account_spans), default=0) + OPENING


def _is_news(outline: Outline, opening: int) -> bool:
    """Whether a page tells of it as news: at its opening, or as what is to come."""
    return outline.is_ahead or any(one.start < opening for one in outline.account.passages)


def _earlier(page: Document) -> frozenset[int]:
    """The months in which a page sets something earlier than what it tells as news."""
    words = (page.text[one.start : one.end] for one in page.account_spans)
    return frozenset[int]().union(*(earlier_months(one) for one in words))


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
        clocks=(),
        is_placed=False,
        is_working=_is_working(claims, persons),
        is_news=False,
        places=frozenset(_places(claims)),
        behind=frozenset(),
    )


def _is_working(claims: tuple[Claim, ...], persons: Mapping[str, set[str]]) -> bool:
    words = load_comparing().working_level
    offices = [one.value.office or "" for one in claims if isinstance(one.value, Party)]
    return not any(persons.values()) and all(
        not words.isdisjoint(office.lower().split()) for office in offices
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


def _places(claims: tuple[Claim, ...]) -> Iterator[str]:
    for one in claims:
        if one.aspect is Aspect.PLACE and isinstance(one.value, Words):
            yield one.value.text


def _all(claims: tuple[Claim, ...], aspect: Aspect) -> list[str]:
    return [one.value for one in claims if one.aspect is aspect and isinstance(one.value, str)]


def _first(claims: tuple[Claim, ...], aspect: Aspect) -> str | None:
    return next(iter(_all(claims, aspect)), None)


def _finest(times: tuple[When, ...]) -> str | None:
    known = [one.edtf for one in times if one.edtf]
    return next((one for one in known if day_of(one)), known[0] if known else None)
