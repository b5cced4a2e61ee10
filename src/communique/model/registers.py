"""What the registers of a record hold: undertakings, channels, formats, positions, labels and more.

Each entry is of all documents together, and is part of the export.
"""

from dataclasses import dataclass

from communique.model.passages import DocumentId, Passage
from communique.model.readings import ClaimId
from communique.model.times import When
from communique.model.vocabulary import (
    ChannelStep,
    Openness,
    Score,
    Strength,
    UndertakingKind,
    Voice,
)


@dataclass(frozen=True, slots=True)
class UndertakingEntry:
    """An undertaking over all documents.

    ``said_by`` are the sides on whose word it stands; ``said_by_words`` how the documents put it
    when no side does ("media: Tass"). ``repeats`` are earlier undertakings that it says again.
    ``closed_by`` is the contact or document that closed it, ``score`` how far it was complied
    with: both as a person judged.
    """

    id: str
    kind: UndertakingKind
    by: tuple[str, ...]
    to: str | None
    what: str
    strength: Strength
    condition: str | None
    due: When | None
    within: str | None
    said_by: tuple[str, ...]
    said_by_words: tuple[str, ...]
    contact: str | None
    is_repeated: bool
    state: Openness
    repeats: tuple[str, ...]
    closed_by: str | None
    score: Score | None
    claims: tuple[ClaimId, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step in the life of a channel or format: what, when, on whose word, in which contact.

    ``said_by`` are the sides that tell of it; none where outlets alone do. ``contact`` is the
    contact that a claim makes part of it: no contact is one of a channel by its parties or topic.
    """

    step: ChannelStep
    date: str | None
    said_by: tuple[str, ...]
    contact: str | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class ChannelEntry:
    """A standing line of consultation: who says it exists, under which names, since when."""

    id: str
    label: str
    kind: str
    parties: tuple[str, ...]
    topic: str | None
    names: tuple[tuple[str, Passage], ...]
    level: str | None
    lifecycle: tuple[Step, ...]
    says: tuple[str, ...]
    not_quoted: tuple[str, ...]
    denies: tuple[str, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class FormatEntry:
    """A format or body as a venue: its names, members named in texts, what stands on it.

    ``member_passages`` are the words that make somebody a member, ``said_by`` the sides that name
    it; ``lifecycle`` is what texts tell became of it.
    """

    id: str
    label: str
    name: str
    body: str | None
    names: tuple[tuple[str, Passage], ...]
    alias_basis: str | None
    members: tuple[str, ...]
    member_passages: tuple[tuple[str, Passage], ...]
    background_members: tuple[str, ...]
    topic: str | None
    lifecycle: tuple[Step, ...]
    said_by: tuple[str, ...]
    claims: tuple[ClaimId, ...]
    undertakings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PositionEntry:
    """A position of a state, body or group on a matter.

    ``date`` is the day that the words give, that of the contact at which it was stated, or not
    later than the document. ``earlier`` are positions of the holder on this matter before that.
    """

    id: str
    holder: tuple[str, ...]
    matter: str
    stance: str
    conditions: tuple[str, ...]
    addressee: str | None
    said_by: tuple[str, ...]
    voice: Voice
    date: When | None
    earlier: tuple[str, ...]
    claims: tuple[ClaimId, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """Who uses a label, and between which days: a side, or None for those who speak for none.

    ``first`` and ``last`` are EDTF: the day of the contact at which it was used, else not later
    than the day of the document.
    """

    side: str | None
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class LabelEntry:
    """A label of a relationship, by dyad and by who uses it."""

    label: str
    dyad: tuple[str, ...]
    said_by: tuple[str, ...]
    uses: tuple[Use, ...]
    claims: tuple[ClaimId, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class PresenceEntry:
    """A diplomatic mission open or closed, as reported."""

    state: str
    place: str
    is_open: bool
    said_by: tuple[str, ...]
    first: str | None
    """The day of the first report as EDTF, and below that of the last."""
    last: str | None
    documents: tuple[DocumentId, ...]
    claims: tuple[ClaimId, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ProjectEntry:
    """A named work between states and what was undertaken about it."""

    id: str
    name: str
    states: tuple[str, ...]
    undertakings: tuple[str, ...]
    claims: tuple[ClaimId, ...]
    passages: tuple[Passage, ...]
