"""What a record answers over HTTP in shapes that it has nowhere else."""

from dataclasses import dataclass

from communique.errors import NotInRecord
from communique.record.record import Record
from communique.views.changes import Changed


@dataclass(frozen=True, slots=True)
class RecordState:
    """What a record is, and how far it has come.

    ``schema`` is that of all answers, ``version`` that of the software which serves it;
    ``position`` is the number of the last entry of the log; ``state`` is another one after anything
    was added to what it shows.
    """

    schema: str
    version: str
    position: int
    state: str


@dataclass(frozen=True, slots=True)
class Called:
    """How a thing is called, and under which names it was met if it is a document."""

    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a record shows otherwise than it did."""

    changes: tuple[Changed, ...]


def called(record: Record, name: str) -> Called:
    """How a contact or document is called; a name of nothing is called as it is."""
    try:
        met = record.as_it_came(name)
    except NotInRecord:
        met = ()
    return Called(record.label_of(name), met)
