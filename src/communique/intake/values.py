"""What taking in yields: documents with their bytes, and what could not be taken in."""

from dataclasses import dataclass
from pathlib import Path

from communique.catalog.tables import Tables
from communique.intake.about import NOTHING, About
from communique.model.documents import Block, Document
from communique.model.readings import Problem

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Refused:
    """Bytes that are no document to us: where they came from, a code, and what to do."""

    path: str
    code: str
    message: str


def too_large(name: str, limit: int) -> Refused:
    """The refusal of a document that is larger than the limit, in bytes."""
    size = f"{limit / MEGABYTE:g} MB"
    return Refused(
        name, "too-large", f"met more than {size}; expected at most {size}: split it, or allow more"
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """A document, the bytes that it came from, and what could not be read of it."""

    document: Document
    data: bytes
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """How to take in: what the user says of every document, and the largest one, in bytes.

    ``record`` is the file that is read into: found in a folder, it is no document. ``tables`` name
    the states and bodies by which it is told who issues a text; None for those that ship.
    """

    about: About = NOTHING
    limit: int = 20 * MEGABYTE
    record: Path | None = None
    tables: Tables | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader made of bytes, before it is known what its lines are.

    ``data`` are the bytes of this one document; ``about`` what the page itself says of it;
    ``known`` what its markup says of some lines of the text, the rest being told by their words;
    ``problems`` are codes and messages.
    """

    name: str
    data: bytes
    text: str
    media_type: str
    decoding: str
    flattening: str | None = None
    about: About = NOTHING
    known: tuple[Block, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()
