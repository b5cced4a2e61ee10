"""What was met in the record of a case, in the words in which cases say what is expected."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from communique.model.contents import ActorEntry, Contact, Contents, PartyEntry
from communique.model.passages import Passage, Span
from communique.model.readings import Actor
from communique.model.vocabulary import ActorKind, Form, PartyRole, Status
from communique.text.intervals import days_of
from tests.cases.heard import Heard
from tests.cases.values import Case, ExpectedContact, ExpectedParty
from tests.cases.writing import party_words

HALF = 0.5
"""Share of the expected words from which a passage is about them."""


@dataclass(frozen=True)
class Met:
    """The record of one case read alone, and what was heard in its text where that is asked."""

    case: Case
    contents: Contents
    heard: Heard | None

    @cached_property
    def actors(self) -> dict[str, ActorEntry]:
        """The actors by id."""
        return {one.id: one for one in self.contents.actors}

    def unit(self, actor: str) -> str:
        """The state, body or group that an actor acts for, else the actor's name."""
        entry = self.actors.get(actor)
        return actor if entry is None else unit_of(entry, entry.id)

    def units(self, actors: tuple[str, ...]) -> frozenset[str]:
        """The states, bodies and groups that actors act for."""
        return frozenset(map(self.unit, actors))

    def share(self, words: str, passage: Span) -> float:
        """The share of the words, wherever they stand in the text, that a passage covers."""
        return max((_overlap(one, passage) for one in self.places(words)), default=0.0)

    def touches(self, words: str, *passages: Passage) -> bool:
        """Whether one of the passages is about the words: it covers half of them or more."""
        return any(self.share(words, one.span) >= HALF for one in passages)

    def places(self, words: str) -> Iterator[Span]:
        """Every place in the text where the words stand."""
        at = self.case.text.find(words)
        while at >= 0:
            yield Span(at, at + len(words))
            at = self.case.text.find(words, at + 1)

    def is_named(self, name: str) -> bool:
        """Whether a name, or the last word of it, stands in the text."""
        text = f"{self.case.title or ''}\n{self.case.text}".lower()
        return any(one and one in text for one in (name.lower(), name.lower().split()[-1]))


def unit_of(actor: ActorEntry | Actor, key: str) -> str:
    """The state, body or group that an actor acts for, else the actor's name."""
    if actor.state is not None:
        return actor.state
    if actor.kind in (ActorKind.STATE, ActorKind.BODY):
        return key
    offices = (one.of for one in actor.offices if one.of)
    return next(offices, actor.name)


def _overlap(words: Span, passage: Span) -> float:
    shared = min(words.end, passage.end) - max(words.start, passage.start)
    return max(shared, 0) / (words.end - words.start)


def party_met(met: Met, party: PartyEntry) -> ExpectedParty:
    """A party of a contact as a case names it."""
    unit = party.state or party.body or party.name
    entry = met.actors.get(party.actor)
    is_person = entry is not None and entry.kind is ActorKind.PERSON
    return ExpectedParty(unit, party.name if is_person and unit != party.name else None)


def is_mediator(party: PartyEntry) -> bool:
    """Whether a party only carried the contact."""
    return party.role is PartyRole.MEDIATOR


def contact_met(met: Met, contact: Contact) -> ExpectedContact:
    """A contact of the record as a case writes it."""
    return ExpectedContact(
        date=contact.date[0].value if contact.date else None,
        forms=tuple(Form(one.value) for one in contact.form),
        statuses=tuple(Status(one.value) for one in contact.status),
        parties=tuple(party_met(met, one) for one in contact.parties),
    )


def is_same_person(expected: str, name: str) -> bool:
    """Whether a name is a person's name or a part of it that does not tell another apart."""
    left, right = _name_words(expected), _name_words(name)
    return bool(left and right) and (left <= right or right <= left)


def _name_words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", name.lower()))


def is_same_day(expected: str, value: str) -> bool:
    """Whether two dates mean the same days, and the same time of day where one is expected."""
    if "T" in expected:
        return value.startswith(expected)
    return days_of(expected) == days_of(value)


def is_day_unknown(case: Case, value: str) -> bool:
    """Whether a date says no more than that the contact lay before the document did."""
    if not value.startswith(("../", "/")) or case.dated is None:
        return False
    return days_of(value)[1] == days_of(case.dated)[0]


def in_words(parties: frozenset[str] | tuple[ExpectedParty, ...]) -> str:
    """Parties in one line."""
    named = [one if isinstance(one, str) else party_words(one) for one in parties]
    return ", ".join(sorted(named)) or "none"
