"""Which reader reads which bytes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from communique.intake.plain import read_plain
from communique.intake.values import Draft, Refused


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one kind of bytes: known by the end of a name or by the first bytes."""

    name: str
    suffixes: tuple[str, ...]
    knows: Callable[[bytes], bool]
    read: Callable[[str, bytes], Draft | Refused]


READERS: tuple[Reader, ...] = (
    Reader("plain text", (".txt", ".text", ".md"), lambda head: True, read_plain),
)


def drafts_of(name: str, data: bytes) -> Iterator[Draft | Refused]:
    """The drafts that these bytes hold: one, or one a row."""
    yield READERS[-1].read(name, data)
