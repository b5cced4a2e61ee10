"""The log: what an entry is, and how each is chained to the one before."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from communique.text.digests import SEPARATOR, digest_of

GENESIS = "0" * 64
"""Stands for the digest before the first entry."""


class EntryKind(StrEnum):
    """What an entry of the log keeps."""

    DOCUMENT = "document"
    SIGHTING = "sighting"
    READING = "reading"
    REFUSAL = "refusal"
    TABLES = "tables"
    JUDGEMENT = "judgement"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    NOTE = "note"
    PURGE = "purge"


@dataclass(frozen=True, slots=True)
class Author:
    """Who made an entry: a person by name, or the software; ``run`` the version of its rules."""

    name: str
    run: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be added to the log.

    ``about`` is the id of what it speaks of (mostly a document). ``key`` names its content: of two
    drafts with one key only the first is added.
    """

    kind: EntryKind
    about: str
    key: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log, its body apart.

    ``at`` is an instant in UTC, ISO 8601. ``body_digest`` is the SHA-256 of the body, ``previous``
    the digest of the entry before, ``digest`` that of all fields of this one.
    """

    number: int
    kind: EntryKind
    at: str
    author: str
    run: str | None
    about: str
    key: str
    body_digest: str
    previous: str
    digest: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of the log: its number (0 for an empty log) and its digest."""

    number: int = 0
    digest: str = GENESIS


def instant(at: datetime) -> str:
    """The instant in UTC to the second, as the log writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seal(draft: Draft, head: Head, *, at: str, author: Author) -> Entry:
    """The entry that adds the draft after the head."""
    parts = (
        str(head.number + 1),
        draft.kind.value,
        at,
        author.name,
        author.run or "",
        draft.about,
        draft.key,
        digest_of(draft.body),
        head.digest,
    )
    return Entry(
        number=head.number + 1,
        kind=draft.kind,
        at=at,
        author=author.name,
        run=author.run,
        about=draft.about,
        key=draft.key,
        body_digest=parts[7],
        previous=head.digest,
        digest=_digest(parts),
    )


def digest_of_entry(entry: Entry) -> str:
    """The digest that the fields of an entry must have."""
    return _digest(
        (
            str(entry.number),
            entry.kind.value,
            entry.at,
            entry.author,
            entry.run or "",
            entry.about,
            entry.key,
            entry.body_digest,
            entry.previous,
        )
    )


def _digest(parts: tuple[str, ...]) -> str:
    return digest_of(SEPARATOR.join(parts).encode())
