"""What a record holds once everything is derived: the shape of the export, as values.

``export json`` writes one ``Contents``; every view is drawn from it or from a part of it.
"""

from dataclasses import dataclass
from typing import Any

from communique.model.passages import DocumentId, Passage
from communique.model.readings import Attribution, ClaimId, Value
from communique.model.registers import (
    ChannelEntry,
    FormatEntry,
    LabelEntry,
    PositionEntry,
    PresenceEntry,
    ProjectEntry,
    UndertakingEntry,
)
from communique.model.times import When
from communique.model.vocabulary import (
    ActorKind,
    Aspect,
    CellState,
    DocumentKind,
    FindingType,
    Held,
    Means,
    OriginalKind,
    PartyRole,
    Sharing,
    Status,
    Strength,
    Verdict,
    Voice,
)

SCHEMA = "communique/1"


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document as the record shows it; its text is kept apart.

    ``label`` is a short readable name, unique in the record. ``furniture`` are captions, adverts
    and the like; ``leads`` headlines of other documents ('also read'), kept as leads to fetch.
    ``placed_by`` says for an undated document how its days were worked out, else None.
    ``revises`` is the document that this one replaced under the same address.
    """

    id: DocumentId
    label: str
    name: str
    address: str | None
    outlet: str | None
    title: str | None
    kind: DocumentKind
    side: str | None
    language: str | None
    published: When | None
    placed_by: str | None
    digest: str
    characters: int
    decoding: str
    flattening: str | None
    revises: DocumentId | None
    furniture: tuple[Passage, ...]
    leads: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """A post an actor is shown with; dates are EDTF and come from text or background."""

    title: str
    of: str | None
    since: str | None
    until: str | None
    background: bool


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """A person, office, state, body or group over all documents."""

    id: str
    kind: ActorKind
    name: str
    names: tuple[str, ...]
    state: str | None
    state_basis: str | None
    offices: tuple[OfficeHeld, ...]
    background: bool


@dataclass(frozen=True, slots=True)
class Valued:
    """One value of one aspect of a contact, and the claims it rests on.

    ``value`` is text as shown (``call``, ``phone``, ``PT45M``, a place); ``actor`` the actor meant,
    if it is one; ``basis`` how it was worked out where that needs saying.
    """

    value: str
    basis: str | None
    actor: str | None
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """A party of a contact over all accounts."""

    actor: str
    name: str
    office: str | None
    state: str | None
    body: str | None
    role: PartyRole
    claims: tuple[ClaimId, ...]
    means: tuple[Means, ...] = ()
    """By what means he took part, where accounts tell it of him alone."""


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """One document's account of a contact, with the originals it relies on."""

    id: str
    document: DocumentId
    originals: tuple[str, ...]
    passages: tuple[Passage, ...]
    joined_by: str
    """The reason why this account was joined to the contact."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one original, or the outlets' own voice, stands on one point.

    ``column`` is the id of an original, of a document for its outlet's own voice, or the code of a
    side that speaks without a named original or of which no account is held.
    """

    column: str
    state: CellState
    strength: Strength | None
    carried_over: bool
    claims: tuple[ClaimId, ...]
    words: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One row of the grid of a contact: a topic, undertaking, remark or position."""

    id: str
    aspect: Aspect
    words: str
    verdict: Verdict
    sides: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A possible match that a person may accept or reject."""

    id: str
    left: str
    right: str
    reason: str
    about: str | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """One dealing between two or more parties, as the accounts have it.

    ``id`` is ``c-`` and 16 hexadecimal digits from the id of its first account in the order of
    dates and digests. ``label`` is the readable name. ``reports`` counts documents, ``origins``
    originals that are not copies of one another, ``sides`` are the sides heard.
    """

    id: str
    label: str
    other_labels: tuple[str, ...]
    form: tuple[Valued, ...]
    means: tuple[Valued, ...]
    status: tuple[Valued, ...]
    date: tuple[Valued, ...]
    place: tuple[Valued, ...]
    duration: tuple[Valued, ...]
    initiator: tuple[Valued, ...]
    route: tuple[Valued, ...]
    channel: tuple[Valued, ...]
    format: tuple[Valued, ...]
    parties: tuple[PartyEntry, ...]
    accounts: tuple[AccountEntry, ...]
    reports: int
    origins: tuple[tuple[str, ...], ...]
    """The origins: each a group of originals that carry one text."""
    sides: tuple[str, ...]
    unattributed: tuple[str, ...]
    """Sides whose words stand in an account although no original is named for them."""
    points: tuple[Point, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class OriginalEntry:
    """An original over all documents: a readout, release or post, even when only quoted."""

    id: str
    kind: OriginalKind
    issuer: str | None
    issuer_wordings: tuple[str, ...]
    side: str | None
    medium: str | None
    held: Held
    date: When | None
    documents: tuple[DocumentId, ...]
    passages: tuple[Passage, ...]
    named_in: tuple[Passage, ...]
    same_text_as: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """One claim of one document; actor and original keys are those of the whole record."""

    id: ClaimId
    contact: str | None
    aspect: Aspect
    value: Value
    strength: Strength | None
    status: Status | None
    attribution: Attribution
    voice: Voice
    passage: Passage
    run: str
    rule: str


@dataclass(frozen=True, slots=True)
class SharedRun:
    """The longest run of equal words between two documents outside furniture."""

    documents: tuple[DocumentId, DocumentId]
    words: int
    passages: tuple[Passage, Passage]


@dataclass(frozen=True, slots=True)
class StoryMember:
    """A document of a story, and why it is of it."""

    document: DocumentId
    joined_by: str


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """Two or more documents that carry one piece of news.

    ``id`` is ``s-`` and the digits of its first document. ``about`` are words that weigh most in
    its documents, ``date`` the days of publication between which they lie (EDTF), None where all
    are undated. ``contacts`` are those that two or more of them tell as news.
    """

    id: str
    about: tuple[str, ...]
    date: str | None
    members: tuple[StoryMember, ...]
    contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """What two documents of one story or contact share word for word, and why it is called so.

    Of ``documents`` that one comes first which can be where the other has its words from: a
    dispatch before what is none, else the earlier. ``agency`` is the news agency whose mark either
    bears. ``passages`` are their longest runs of equal words, one of each document in turn.
    """

    documents: tuple[DocumentId, DocumentId]
    kind: Sharing
    agency: str | None
    passages: tuple[Passage, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """How accounts stand to one another on one point, with both passages and a reason."""

    id: str
    type: FindingType
    about: str | None
    contact: str | None
    passages: tuple[Passage, ...]
    reason: str
    weight: int
    """For "look at these first": higher comes first."""


@dataclass(frozen=True, slots=True)
class Gap:
    """An account that we should hold and do not."""

    contact: str
    original: str | None
    side: str | None
    issuer: str | None
    wanted: str
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A dated decision by a person."""

    id: str
    kind: str
    subjects: tuple[str, ...]
    verdict: str
    reason: str
    author: str
    made_at: str


@dataclass(frozen=True, slots=True)
class ProblemEntry:
    """Something in a document that could not be read."""

    document: DocumentId | None
    code: str
    message: str
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything a record holds, derived: what ``export json`` writes."""

    schema: str
    version: dict[str, Any]
    """Versions and digests of the software, the language model and the tables."""
    documents: tuple[DocumentEntry, ...]
    actors: tuple[ActorEntry, ...]
    contacts: tuple[Contact, ...]
    originals: tuple[OriginalEntry, ...]
    claims: tuple[ClaimEntry, ...]
    undertakings: tuple[UndertakingEntry, ...]
    positions: tuple[PositionEntry, ...]
    channels: tuple[ChannelEntry, ...]
    formats: tuple[FormatEntry, ...]
    labels: tuple[LabelEntry, ...]
    presence: tuple[PresenceEntry, ...]
    projects: tuple[ProjectEntry, ...]
    shared_runs: tuple[SharedRun, ...]
    stories: tuple[StoryEntry, ...]
    relations: tuple[Relation, ...]
    findings: tuple[Finding, ...]
    offers: tuple[Offer, ...]
    gaps: tuple[Gap, ...]
    judgements: tuple[Judgement, ...]
    problems: tuple[ProblemEntry, ...]
