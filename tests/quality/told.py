"""Contacts as one document tells them, told by us and wanted by a gold answer, in one form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from communique.catalog.naming import NamingKind, namings_of
from communique.catalog.tables import Tables, load_tables
from communique.model.contents import ActorEntry, ClaimEntry, Contact, Contents
from communique.model.readings import Party
from communique.model.vocabulary import ActorKind, Aspect
from communique.resolve.support import dates_of, forms_of, values_of


@dataclass(frozen=True, slots=True)
class Told:
    """A contact as one document tells it. ``counts`` is false for background.

    ``parties`` are codes of states and bodies and names of groups, in capitals; ``forms`` and
    ``statuses`` all that may be defended by the words, the best first; ``dates`` are EDTF.
    """

    parties: frozenset[str]
    names: tuple[str, ...]
    forms: tuple[str, ...]
    statuses: tuple[str, ...]
    dates: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    counts: bool = True
    rank: int = 2
    """Which of several is matched first: 2 what is the news, 1 what is told besides, 0 the rest."""
    means: str | None = None
    place: str | None = None
    contact: str = ""
    """The contact of the record that this tells of."""

    @property
    def form(self) -> str | None:
        """The form that the words tell best."""
        return self.forms[0] if self.forms else None

    @property
    def status(self) -> str | None:
        """The status that the words tell best."""
        return self.statuses[0] if self.statuses else None

    @property
    def date(self) -> str | None:
        """The date as the document alone allows it."""
        return self.dates[0] if self.dates else None


def told_in(contents: Contents, names: Mapping[str, str]) -> dict[str, tuple[Told, ...]]:
    """For each text of a record the contacts that it tells of."""
    claims: dict[tuple[str, str], list[ClaimEntry]] = {}
    for claim in contents.claims:
        if claim.contact is not None:
            claims.setdefault((claim.contact, claim.passage.document), []).append(claim)
    actors = {one.id: one for one in contents.actors}
    found: dict[str, list[Told]] = {name: [] for name in names.values()}
    for contact in contents.contacts:
        for document in dict.fromkeys(one.document for one in contact.accounts):
            told = _told(contact, document, claims.get((contact.id, document), []), actors)
            found[names[document]].append(told)
    return {name: tuple(sorted(told, key=_place)) for name, told in found.items()}


def _place(told: Told) -> tuple[tuple[int, int], ...]:
    return told.spans


def _told(
    contact: Contact, document: str, claims: Sequence[ClaimEntry], actors: Mapping[str, ActorEntry]
) -> Told:
    """What a document tells of a contact, each aspect as the record shows it from it alone."""
    parties = dict.fromkeys(one.value.actor for one in claims if isinstance(one.value, Party))
    passages = [
        passage for one in contact.accounts if one.document == document for passage in one.passages
    ]
    means = values_of(claims, Aspect.MEANS, _first)
    places = values_of(claims, Aspect.PLACE, _first)
    return Told(
        parties=frozenset(code for one in parties if (code := _code(one, contact, actors))),
        names=tuple(
            actors[one].name
            for one in parties
            if one in actors and actors[one].kind is ActorKind.PERSON
        ),
        forms=tuple(one.value for one in forms_of(claims, _first)),
        statuses=tuple(one.value for one in values_of(claims, Aspect.STATUS, _first)),
        dates=tuple(one.value for one in dates_of(claims, _first, None)),
        spans=tuple(sorted({(one.start, one.end) for one in passages})),
        means=means[0].value if means else None,
        place=places[0].value if places else None,
        contact=contact.id,
    )


def _first(_document: str) -> int:
    return 0


def _code(key: str, contact: Contact, actors: Mapping[str, ActorEntry]) -> str | None:
    """The state, body or group that a party acts for, in capitals."""
    for one in contact.parties:
        if one.actor == key and (one.state or one.body):
            return one.state or whole_of(party_code(str(one.body)))
    actor = actors.get(key)
    if actor is None:
        return whole_of(key)
    if actor.kind is ActorKind.GROUP:
        return party_code(actor.name)
    if actor.kind in (ActorKind.STATE, ActorKind.BODY):
        return whole_of(key)
    return actor.state


@cache
def tables() -> Tables:
    """The tables that ship."""
    return load_tables()


@cache
def _codes() -> frozenset[str]:
    shipped = tables()
    return frozenset([*(one.code for one in shipped.states), *(one.code for one in shipped.bodies)])


@cache
def _wholes() -> dict[str, str]:
    return {one.code: one.part_of for one in tables().bodies if one.part_of}


def whole_of(code: str) -> str:
    """The body that an organ is part of (UNSC: UN), else the code itself."""
    return _wholes().get(code, code)


@cache
def party_code(words: str) -> str:
    """The code of a state or body, or the group's first name in our tables, in capitals.

    An organ stands for its body, and what the tables do not hold for itself.
    """
    if words in _codes():
        return whole_of(words)
    kinds = (NamingKind.STATE, NamingKind.BODY, NamingKind.GROUP)
    for one in namings_of(tables(), words):
        if one.kind in kinds:
            return whole_of(one.code).upper()
    return words.upper()


def clusters(told: Mapping[str, Iterable[Told]]) -> dict[str, list[str]]:
    """For each contact of a record the texts that tell of it."""
    found: dict[str, list[str]] = {}
    for name, listed in told.items():
        for one in listed:
            found.setdefault(one.contact, []).append(name)
    return found
