"""Actors over all documents: states and bodies by code, persons by state and name."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from communique.catalog.tables import Tables
from communique.model.contents import ActorEntry, Judgement, OfficeHeld
from communique.model.passages import DocumentId
from communique.model.readings import Actor, ActorKey, Office, Reading
from communique.model.vocabulary import ActorKind
from communique.resolve.actors.people import (
    Named,
    NodeKey,
    Person,
    join_people,
    known_names,
    node_key,
    nodes_of,
    people_named,
)

GROUP = "group:"


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors of the record, and which of them a reading's actor key means.

    ``states`` gives for a document's actor the state that it acts for there: a person may have
    left office between two documents.
    """

    entries: tuple[ActorEntry, ...]
    by_id: Mapping[str, ActorEntry]
    ids: Mapping[tuple[DocumentId, str], str]
    states: Mapping[tuple[DocumentId, str], str | None]
    kinds: Mapping[str, ActorKind]
    names: Mapping[str, str]
    groups: Mapping[str, str]
    """For folded names of groups the folded name under which the tables gather them."""
    bodies: Mapping[str, str]
    """For persons and offices without a state the body or group whose office they hold."""
    sides: Mapping[str, str]
    """The same as they count in a dyad: a body by its code, a group by its id."""

    def entry(self, actor: str) -> ActorEntry | None:
        """The actor with this id in the record, or None."""
        return self.by_id.get(actor)

    def id_of(self, document: DocumentId, key: str) -> str:
        """The id in the record of an actor of one document."""
        return self.ids.get((document, key), key)

    def unit_of(self, document: DocumentId, key: str) -> str:
        """What the actor counts as in a dyad: its state, else the body, group or person itself."""
        met = self.id_of(document, key)
        if self.kinds.get(met) in (ActorKind.STATE, ActorKind.BODY):
            return met
        if met.startswith(GROUP):
            folded = met.removeprefix(GROUP)
            return GROUP + self.groups.get(folded, folded)
        return self.states.get((document, key)) or self.sides.get(met, met)

    def units_of(self, document: DocumentId, keys: tuple[ActorKey, ...]) -> tuple[str, ...]:
        """The units of several actors, each once, in the order of their codes."""
        return tuple(sorted({self.unit_of(document, key) for key in keys}))

    def name_of(self, actor: str) -> str:
        """The name under which the record shows an actor."""
        return self.names.get(actor, actor.removeprefix(GROUP))


def resolve_actors(
    readings: tuple[Reading, ...],
    tables: Tables,
    judgements: tuple[Judgement, ...],
    named: Mapping[NodeKey, Named] | None = None,
) -> Actors:
    """The actors of all readings; ``named`` says who is who where that is known beyond them."""
    met = [(one.document, actor) for one in readings for actor in one.actors]
    nodes = nodes_of(_counted(one for _, one in met if one.kind is ActorKind.PERSON), tables)
    people = (
        join_people(nodes.values(), judgements)
        if named is None
        else people_named(nodes.values(), named)
    )
    of_node = {node.key: person.id for person in people for node in person.nodes}
    ids: dict[tuple[DocumentId, str], str] = {
        (document, one.key): of_node[node_key(one)]
        if one.kind is ActorKind.PERSON
        else shared_id(one)
        for document, one in met
    }
    others: dict[str, list[tuple[Actor, int]]] = {}
    for actor, count in _counted(one for _, one in met if one.kind is not ActorKind.PERSON):
        others.setdefault(shared_id(actor), []).append((actor, count))
    entries = [person_entry(person, tables) for person in people]
    entries += [other_entry(shared, told, tables) for shared, told in others.items()]
    entries.sort(key=lambda one: (one.kind, one.id))
    bodies = _bodies(met, ids, tables)
    groups = {one.name for one in tables.groups}
    return Actors(
        entries=tuple(entries),
        by_id={one.id: one for one in entries},
        ids=ids,
        states={(document, actor.key): actor.state for document, actor in met},
        kinds={one.id: one.kind for one in entries},
        names={one.id: one.name for one in entries},
        groups=_group_names(others, tables),
        bodies=bodies,
        sides={one: GROUP + of.casefold() if of in groups else of for one, of in bodies.items()},
    )


def _counted(actors: Iterable[Actor]) -> Iterable[tuple[Actor, int]]:
    return Counter(actors).items()


def _bodies(
    met: list[tuple[DocumentId, Actor]], ids: Mapping[tuple[DocumentId, str], str], tables: Tables
) -> dict[str, str]:
    known = {one.code for one in tables.bodies} | {one.name for one in tables.groups}
    found: dict[str, str] = {}
    for document, actor in met:
        held = {one.of for one in actor.offices if one.of is not None}
        if actor.state is None and not actor.is_former and len(held) == 1 and held <= known:
            found.setdefault(ids[document, actor.key], min(held))
    return found


def shared_id(actor: Actor) -> str:
    """The id in the record of an actor that is no person."""
    kind, mark, name = actor.key.partition(":")
    return f"{kind}:{' '.join(name.casefold().split())}" if mark else actor.key


def _group_names(others: Iterable[str], tables: Tables) -> dict[str, str]:
    groups: dict[str, str] = {}
    for shared in others:
        folded = shared.removeprefix(GROUP)
        if not shared.startswith(GROUP):
            continue
        for name, names in _gathered(tables):
            if any(f" {one} " in f" {folded} " for one in names):
                groups[folded] = name
                break
    return groups


@lru_cache(maxsize=4)
def _gathered(tables: Tables) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The groups of the tables, each with all of its names."""
    return tuple(
        (one.name.casefold(), tuple(name.casefold() for name in (one.name, *one.names)))
        for one in tables.groups
    )


def person_entry(person: Person, tables: Tables) -> ActorEntry:
    """A person as the record shows him, by all that documents and tables say of him."""
    actors = _in_order(one for node in person.nodes for one in node.actors.items())
    stated = next((one for one in actors if one.state), None)
    offices = _offices([office for one in actors for office in one.offices])
    head = person.head
    tenures = known_names(tables).tenures.get((head.state or "", head.known or ""), [])
    held = tuple(
        OfficeHeld(one.title, one.state, one.since, one.until, background=True) for one in tenures
    )
    return ActorEntry(
        id=person.id,
        kind=ActorKind.PERSON,
        name=person.name,
        names=tuple(sorted({name for one in actors for name in (one.name, *one.names)})),
        state=stated.state if stated else None,
        state_basis=stated.state_basis if stated else None,
        offices=(*offices, *held),
        background=any(one.background for one in actors),
    )


def _in_order(counted: Iterable[tuple[Actor, int]]) -> list[Actor]:
    """Actors as documents have them, the one that most have first."""
    return [one for one, _ in sorted(counted, key=lambda one: (-one[1], repr(one[0])))]


def _offices(offices: list[Office]) -> tuple[OfficeHeld, ...]:
    once = {(one.title.casefold(), one.of): one for one in reversed(offices)}
    ordered = sorted(once.values(), key=lambda one: (one.of or "", one.title.casefold()))
    return tuple(OfficeHeld(one.title, one.of, None, None, background=False) for one in ordered)


def other_entry(shared: str, counted: Iterable[tuple[Actor, int]], tables: Tables) -> ActorEntry:
    """A state, body, office or group as the record shows it."""
    actors = _in_order(counted)
    first = actors[0]
    return ActorEntry(
        id=shared,
        kind=first.kind,
        name=_shown(tables).get(shared, first.name),
        names=tuple(sorted({name for one in actors for name in (one.name, *one.names)})),
        state=first.state,
        state_basis=first.state_basis,
        offices=_offices([office for one in actors for office in one.offices]),
        background=all(one.background for one in actors),
    )


@lru_cache(maxsize=4)
def _shown(tables: Tables) -> dict[str, str]:
    """The name under which each state is shown."""
    return {one.code: one.names[0] for one in tables.states if one.names}
