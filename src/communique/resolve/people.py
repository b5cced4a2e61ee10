"""Which names of persons over all documents are one person."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from communique.catalog.tables import Tables, Tenure
from communique.model.contents import Judgement
from communique.model.judged import Judged, judged
from communique.model.passages import DocumentId
from communique.model.readings import Actor, ActorKey, Office
from communique.text.digests import content_id
from communique.text.names import LONG_TOKEN, SHORT_TOKEN, can_be_one_name, name_parts

MOST = 3
"""How many times as many documents must give a name one state for the others to have misread it."""


@dataclass(slots=True)
class NameNode:
    """One full name with one state, as some documents have it; the unit that is joined."""

    id: str
    parts: tuple[str, ...]
    state: str | None
    known: str | None
    follows: str | None = None
    names: Counter[str] = field(default_factory=Counter)
    offices: list[Office] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    keys: list[tuple[DocumentId, ActorKey]] = field(default_factory=list)


@dataclass(slots=True)
class Person:
    """The name nodes that are one person, the fullest name first."""

    nodes: list[NameNode]

    @property
    def head(self) -> NameNode:
        """The node that gives the person its id."""
        return self.nodes[0]


class KnownNames:
    """Persons of the tables by state and words of their names: background only."""

    def __init__(self, tenures: Iterable[Tenure]) -> None:
        self._by_name: dict[tuple[str, tuple[str, ...]], str] = {}
        self.tenures: dict[tuple[str, str], list[Tenure]] = {}
        for one in tenures:
            self.tenures.setdefault((one.state, one.person), []).append(one)
            for name in (one.person, *one.names):
                parts = tuple(sorted(name_parts(name)))
                if len(parts) > 1:
                    self._by_name.setdefault((one.state, parts), one.person)

    def person(self, state: str | None, parts: tuple[str, ...]) -> str | None:
        """The person of the tables whose whole name this is, in any order of its words."""
        return None if state is None else self._by_name.get((state, tuple(sorted(parts))))


@lru_cache(maxsize=4)
def _known_names(tenures: tuple[Tenure, ...]) -> KnownNames:
    return KnownNames(tenures)


def join_people(
    actors: Iterable[tuple[DocumentId, Actor]], tables: Tables, judgements: tuple[Judgement, ...]
) -> list[Person]:
    """The persons of all documents, given in the order of the record.

    Joined are names of one state whose words meet (see ``can_be_one_name``); a lone word joins only
    where just one person of the state bears it; names without a state join an equal full name.
    """
    known = _known_names(tables.tenures)
    nodes = _nodes(actors, known)
    _follow_the_most(nodes.values())
    decided = judged(judgements, lambda one: one if one.startswith("p-") else None)
    people: list[Person] = []
    index: dict[tuple[str | None, str], list[Person]] = {}
    for node in sorted(nodes.values(), key=_turn):
        person = _person_for(node, index, decided)
        if person is None:
            person = Person([])
            people.append(person)
        person.nodes.append(node)
        for part in node.parts:
            for state in {node.state, None}:
                bearers = index.setdefault((state, part), [])
                if person not in bearers:
                    bearers.append(person)
    return people


def _turn(node: NameNode) -> tuple[bool, bool, int]:
    """Names with a state of their own first, the longest first, else in the order of the record."""
    return node.follows is not None, node.state is None, -len(node.parts)


def _nodes(
    actors: Iterable[tuple[DocumentId, Actor]], known: KnownNames
) -> dict[tuple[str | None, tuple[str, ...]], NameNode]:
    nodes: dict[tuple[str | None, tuple[str, ...]], NameNode] = {}
    for document, actor in actors:
        parts = name_parts(actor.name)
        at = (actor.state, tuple(sorted(parts)))
        if at not in nodes:
            told = known.person(actor.state, parts)
            named = name_parts(told) if told else parts
            made = content_id("p", actor.state or "", " ".join(sorted(named)))
            nodes[at] = NameNode(made, parts, actor.state, told)
        node = nodes[at]
        node.names.update((actor.name, *actor.names))
        node.offices.extend(actor.offices)
        node.actors.append(actor)
        node.keys.append((document, actor.key))
    return nodes


def _follow_the_most(nodes: Iterable[NameNode]) -> None:
    """Give a whole name the state that nearly all documents give it: the rest misread a line."""
    by_name: dict[tuple[str, ...], list[NameNode]] = {}
    for node in nodes:
        if len(node.parts) > 1:
            by_name.setdefault(tuple(sorted(node.parts)), []).append(node)
    for same in by_name.values():
        stated = [one for one in same if one.state is not None]
        if len(same) < 2 or not stated:
            continue
        most = max(stated, key=lambda one: (len(one.keys), one.known is not None, one.id))
        for one in same:
            if one.state is None or MOST * len(one.keys) <= len(most.keys):
                one.follows = most.id


def _person_for(
    node: NameNode,
    index: Mapping[tuple[str | None, str], list[Person]],
    decided: Judged,
) -> Person | None:
    bearers: list[Person] = []
    for part in node.parts:
        for person in index.get((None if node.follows else node.state, part), []):
            if person not in bearers:
                bearers.append(person)
    for person in bearers:
        ids = [one.id for one in person.nodes]
        if node.id in ids or node.follows in ids or decided.join((node.id,), ids):
            return person
    fit = [
        person
        for person in bearers
        if _can_be(node, person) and not decided.part((node.id,), (one.id for one in person.nodes))
    ]
    equal = [one for one in fit if set(one.head.parts) == set(node.parts)]
    return equal[0] if len(equal) == 1 else fit[0] if len(fit) == 1 else None


def _can_be(node: NameNode, person: Person) -> bool:
    head = person.head
    if node.known and head.known:
        return node.known == head.known
    if node.state is None:
        return len(node.parts) > 1 and set(node.parts) == set(head.parts)
    if len(node.parts) > 1 and len(head.parts) > len(node.parts) + 1:
        # A name run together with others holds the words of several persons.
        return (node.parts[0], node.parts[-1]) == (head.parts[0], head.parts[-1])
    least = SHORT_TOKEN if _share_office(node, person) else LONG_TOKEN
    return can_be_one_name(node.parts, head.parts, least)


def _share_office(node: NameNode, person: Person) -> bool:
    """Whether texts give a name the same office of the same state as one of a person's names."""
    held = {(office.title.casefold(), office.of) for office in node.offices if office.of}
    return any(
        (office.title.casefold(), office.of) in held
        for one in person.nodes
        for office in one.offices
    )
