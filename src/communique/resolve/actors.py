"""Actors over all documents: states and bodies by code, persons by state and name."""

from collections.abc import Mapping
from dataclasses import dataclass

from communique.catalog.tables import Tables
from communique.model.contents import ActorEntry, Judgement, OfficeHeld
from communique.model.passages import DocumentId
from communique.model.readings import Actor, ActorKey, Office, Reading
from communique.model.vocabulary import ActorKind
from communique.resolve.people import KnownNames, Person, join_people

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
    readings: tuple[Reading, ...], tables: Tables, judgements: tuple[Judgement, ...]
) -> Actors:
    """The actors of all readings, which are given in the order of the record."""
    met = [(one.document, actor) for one in readings for actor in one.actors]
    persons = [(document, one) for document, one in met if one.kind is ActorKind.PERSON]
    people = join_people(persons, tables, judgements)
    known = KnownNames(tables.tenures)
    ids: dict[tuple[DocumentId, str], str] = {
        key: person.head.id for person in people for node in person.nodes for key in node.keys
    }
    others: dict[str, list[Actor]] = {}
    for document, actor in met:
        if actor.kind is not ActorKind.PERSON:
            shared = _shared_id(actor)
            ids[document, actor.key] = shared
            others.setdefault(shared, []).append(actor)
    entries = [_person_entry(person, known) for person in people]
    entries += [_other_entry(shared, actors, tables) for shared, actors in others.items()]
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


def _shared_id(actor: Actor) -> str:
    kind, mark, name = actor.key.partition(":")
    return f"{kind}:{' '.join(name.casefold().split())}" if mark else actor.key


def _group_names(others: Mapping[str, list[Actor]], tables: Tables) -> dict[str, str]:
    groups: dict[str, str] = {}
    gathered = [
        (one.name.casefold(), tuple(name.casefold() for name in (one.name, *one.names)))
        for one in tables.groups
    ]
    for shared in others:
        folded = shared.removeprefix(GROUP)
        if not shared.startswith(GROUP):
            continue
        for name, names in gathered:
            if any(f" {one} " in f" {folded} " for one in names):
                groups[folded] = name
                break
    return groups


def _person_entry(person: Person, known: KnownNames) -> ActorEntry:
    seen = sum((node.names for node in person.nodes), start=type(person.head.names)())
    actors = [actor for node in person.nodes for actor in node.actors]
    stated = next((one for one in actors if one.state), None)
    background = any(one.background for one in actors)
    offices = _offices([office for node in person.nodes for office in node.offices])
    tenures = known.tenures.get((person.head.state or "", person.head.known or ""), [])
    held = tuple(
        OfficeHeld(one.title, one.state, one.since, one.until, background=True) for one in tenures
    )
    return ActorEntry(
        id=person.head.id,
        kind=ActorKind.PERSON,
        name=_best_name(person),
        names=tuple(sorted(seen)),
        state=stated.state if stated else None,
        state_basis=stated.state_basis if stated else None,
        offices=(*offices, *held),
        background=background,
    )


def _best_name(person: Person) -> str:
    """The name as the tables spell it if a document does too, else the one most documents have."""
    full = [(node, actor.name) for node in person.nodes for actor in node.actors]
    longest = max(len(node.parts) for node, _ in full)
    names = [name for node, name in full if len(node.parts) == longest]
    if person.head.known in names:
        return str(person.head.known)
    return min(names, key=lambda name: (-names.count(name), names.index(name)))


def _offices(offices: list[Office]) -> tuple[OfficeHeld, ...]:
    once = {(one.title.casefold(), one.of): one for one in reversed(offices)}
    ordered = sorted(once.values(), key=lambda one: (one.of or "", one.title.casefold()))
    return tuple(OfficeHeld(one.title, one.of, None, None, background=False) for one in ordered)


def _other_entry(shared: str, actors: list[Actor], tables: Tables) -> ActorEntry:
    first = actors[0]
    shown = {one.code: one.names[0] for one in tables.states if one.names}
    return ActorEntry(
        id=shared,
        kind=first.kind,
        name=shown.get(shared, first.name),
        names=tuple(sorted({name for one in actors for name in (one.name, *one.names)})),
        state=first.state,
        state_basis=first.state_basis,
        offices=_offices([office for one in actors for office in one.offices]),
        background=all(one.background for one in actors),
    )
