"""What a part of the record must know of the rest: who is who, what is called how or newer."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

from communique.model.passages import DocumentId
from communique.resolve.actors.people import Named, NodeKey, Person


@dataclass(frozen=True, slots=True)
class Lying:
    """Where an undated document lies: beside the dated ones that are nearest to it in their words.

    It is of about the ``day`` of the very nearest, and keeps company there alone, so that it ties
    nothing together that is years apart. What it tells besides may be told ``beside`` it at other
    times.
    """

    day: date
    beside: frozenset[DocumentId]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is worked out over the whole record before its parts are derived.

    ``labels`` are the readable names of documents, ``revised`` gives for a document the one that it
    replaced under the same address, ``named`` the person who bears a name, ``company`` the
    documents that are near it in their words and near to the same others, ``lying`` for undated
    ones where they lie.
    """

    labels: Mapping[DocumentId, str]
    revised: Mapping[DocumentId, DocumentId]
    named: Mapping[NodeKey, Named]
    company: Mapping[DocumentId, Set[DocumentId]]
    lying: Mapping[DocumentId, Lying]


def who_is_who(people: Iterable[Person]) -> dict[NodeKey, Named]:
    """For each name the person who bears it."""
    return {node.key: Named(person.id, person.name) for person in people for node in person.nodes}
