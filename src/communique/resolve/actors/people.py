"""Which names of persons over all documents are one person."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from communique.catalog.tables import Tables, Tenure
from communique.languages.en.names import first_forms, is_one_first_name, name_endings
from communique.model.contents import Judgement
from communique.model.judged import Judged, judged
from communique.model.readings import Actor, Office
from communique.text.digests import content_id
from communique.text.names import LONG_TOKEN, SHORT_TOKEN, can_be_one_name, name_parts

MOST = 3
"""How many times as many documents must give a name one state for the others to have misread it."""


NodeKey = tuple[str | None, tuple[str, ...]]
"""What makes a name node: the state, and the words of the name in the order of the alphabet."""


@dataclass(slots=True)
class NameNode:
    """One full name with one state, as some documents have it; the unit that is joined."""

    id: str
    parts: tuple[str, ...]
    state: str | None
    known: str | None
    actors: Counter[Actor] = field(default_factory=Counter)
    """The actors of that name in the documents, and how often each is met."""
    follows: str | None = None

    @property
    def key(self) -> NodeKey:
        """What makes it this node."""
        return self.state, tuple(sorted(self.parts))

    @property
    def offices(self) -> Iterable[Office]:
        """The posts with which documents show the name."""
        return (office for one in self.actors for office in one.offices)


@dataclass(slots=True)
class Person:
    """The name nodes that are one person, the fullest name first."""

    nodes: list[NameNode]
    named: "Named | None" = None
    """Its id and name, where they are known from more than these nodes."""

    @property
    def head(self) -> NameNode:
        """The node that gives the person its id."""
        return self.nodes[0]

    @property
    def id(self) -> str:
        """The id of the person in the record."""
        return self.named.id if self.named else self.head.id

    @property
    def name(self) -> str:
        """The name as the tables spell it if a document does too, else the one met most often."""
        if self.named is not None:
            return self.named.name
        longest = max(len(one.parts) for one in self.nodes)
        names: Counter[str] = Counter()
        for node in self.nodes:
            if len(node.parts) == longest:
                for actor, count in node.actors.items():
                    names[actor.name] += count
        if self.head.known in names:
            return str(self.head.known)
        return min(names, key=lambda name: (-names[name], name))


@dataclass(frozen=True, slots=True)
class Named:
    """Who bears a name, over the whole record: the person's id, and the name that is shown."""

    id: str
    name: str


def parts_of(name: str) -> tuple[str, ...]:
    """The words of a person's name, without what only tells a son from his father."""
    parts = name_parts(name)
    return tuple(one for one in parts if one not in name_endings()) or parts


class KnownNames:
    """Persons of the tables by state and words of their names: background only."""

    def __init__(self, tenures: Iterable[Tenure]) -> None:
        self._by_name: dict[tuple[str, tuple[str, ...]], str] = {}
        self.tenures: dict[tuple[str, str], list[Tenure]] = {}
        for one in tenures:
            self.tenures.setdefault((one.state, one.person), []).append(one)
            for name in (one.person, *one.names):
                parts = tuple(sorted(parts_of(name)))
                if len(parts) > 1:
                    self._by_name.setdefault((one.state, parts), one.person)

    def person(self, state: str | None, parts: tuple[str, ...]) -> str | None:
        """The person of the tables whose whole name this is, in any order of its words."""
        return None if state is None else self._by_name.get((state, tuple(sorted(parts))))


@lru_cache(maxsize=4)
def known_names(tables: Tables) -> KnownNames:
    """The persons of the tables, put in order once for all who look them up."""
    return KnownNames(tables.tenures)


def join_people(nodes: Iterable[NameNode], judgements: tuple[Judgement, ...]) -> list[Person]:
    """The persons who bear these names.

    Joined are names of one state whose words meet (see ``can_be_one_name``); a lone word joins only
    where just one person of the state bears it, and a first name cut short where it is one full
    name's; names without a state join an equal full name.
    """
    waiting = tuple(nodes)
    _follow_the_most(waiting)
    decided = decisions_on_people(judgements)
    people: list[Person] = []
    index: dict[tuple[str | None, str], list[Person]] = {}
    unsure = _of_unsure_first_name(waiting)
    for node in sorted(waiting, key=_turn):
        person = _person_for(node, index, decided, unsure)
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


def decisions_on_people(judgements: tuple[Judgement, ...]) -> Judged:
    """What people decided of persons."""
    return judged(judgements, lambda one: one if one.startswith("p-") else None)


def people_named(nodes: Iterable[NameNode], named: Mapping[NodeKey, Named]) -> list[Person]:
    """The persons who bear these names, where it is known over the whole record who does."""
    waiting = tuple(nodes)
    _follow_the_most(waiting)
    found: dict[Named, Person] = {}
    for node in sorted(waiting, key=_turn):
        met = named[node.key]
        found.setdefault(met, Person([], met)).nodes.append(node)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Bearing:
    """What of a name decides with which others it may be one person's."""

    key: NodeKey
    id: str


def may_be_one(left: Bearing, right: Bearing, decided: Judged) -> bool:
    """Whether anything could make two names one person's: only then does one bear on the other."""
    (state, words), (other_state, others) = left.key, right.key
    if words == others or left.id == right.id or decided.join((left.id,), (right.id,)):
        return True
    # Two words in common are enough where a name is run together with others.
    shared = set(words) & set(others)
    return state == other_state and (
        len(shared) > 1
        or can_be_one_name(words, others, SHORT_TOKEN)
        # Which word stands first is not known here: any may be a first name cut short.
        or (bool(shared) and any(is_one_first_name(one, each) for one in words for each in others))
    )


def _turn(node: NameNode) -> tuple[bool, bool, int, tuple[str, ...], str]:
    """Names with a state of their own first, the longest first."""
    return (
        node.follows is not None,
        node.state is None,
        -len(node.parts),
        node.key[1],
        node.state or "",
    )


def nodes_of(actors: Iterable[tuple[Actor, int]], tables: Tables) -> dict[NodeKey, NameNode]:
    """The name nodes of these persons, each with how often it is met."""
    known = known_names(tables)
    nodes: dict[NodeKey, NameNode] = {}
    for actor, count in actors:
        at = node_key(actor)
        if at not in nodes:
            parts = parts_of(actor.name)
            told = known.person(actor.state, parts)
            named = parts_of(told) if told else parts
            made = content_id("p", actor.state or "", " ".join(sorted(named)))
            nodes[at] = NameNode(made, parts, actor.state, told)
        nodes[at].actors[actor] += count
    return nodes


def node_key(actor: Actor) -> NodeKey:
    """The name node that a person of one document belongs to."""
    return actor.state, tuple(sorted(parts_of(actor.name)))


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
        met = {one.key: one.actors.total() for one in same}
        most = max(stated, key=lambda one: (met[one.key], one.known is not None, one.id))
        for one in same:
            if one.state is None or MOST * met[one.key] <= met[most.key]:
                one.follows = most.id


def _person_for(
    node: NameNode,
    index: Mapping[tuple[str | None, str], list[Person]],
    decided: Judged,
    unsure: frozenset[NodeKey],
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
        if _can_be(node, person, unsure)
        and not decided.part((node.id,), (one.id for one in person.nodes))
    ]
    equal = [one for one in fit if set(one.head.parts) == set(node.parts)]
    return equal[0] if len(equal) == 1 else fit[0] if len(fit) == 1 else None


def _of_unsure_first_name(nodes: Iterable[NameNode]) -> frozenset[NodeKey]:
    """The names whose first name is a form of two others: "Sandy Dan" of Alexander and Sandra."""
    families: dict[tuple[str | None, str], list[NameNode]] = {}
    for node in nodes:
        if len(node.parts) > 1:
            families.setdefault((node.state, node.parts[-1]), []).append(node)
    found = set()
    for family in families.values():
        firsts = {one.parts[0] for one in family}
        for node in family:
            others = firsts & first_forms().get(node.parts[0], frozenset())
            if not all(is_one_first_name(*pair) for pair in combinations(others, 2)):
                found.add(node.key)
    return frozenset(found)


def _can_be(node: NameNode, person: Person, unsure: frozenset[NodeKey]) -> bool:
    head = person.head

    def is_form(left: str, right: str) -> bool:
        return unsure.isdisjoint((node.key, head.key)) and is_one_first_name(left, right)

    if node.known and head.known:
        return node.known == head.known
    if node.state is None:
        return len(node.parts) > 1 and set(node.parts) == set(head.parts)
    if len(node.parts) > 1 and len(head.parts) > len(node.parts) + 1:
        # A name run together with others holds the words of several persons.
        is_first = node.parts[0] == head.parts[0] or is_form(node.parts[0], head.parts[0])
        return is_first and node.parts[-1] == head.parts[-1]
    if _are_two_first_names(node.parts, head.parts):
        return False
    least = SHORT_TOKEN if _share_office(node, person) else LONG_TOKEN
    return can_be_one_name(node.parts, head.parts, least, is_form)


def _are_two_first_names(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names differ in their first words, known as two first names: no spellings."""
    if len(left) != len(right) or len(left) < 2 or left[-1] != right[-1] or left[0] == right[0]:
        return False
    are_known = left[0] in first_forms() and right[0] in first_forms()
    return are_known and not is_one_first_name(left[0], right[0])


def _share_office(node: NameNode, person: Person) -> bool:
    """Whether texts give a name the same office of the same state as one of a person's names."""
    held = {(office.title.casefold(), office.of) for office in node.offices if office.of}
    return any(
        (office.title.casefold(), office.of) in held
        for one in person.nodes
        for office in one.offices
    )
