"""What the stages after reading hand to one another: values that are worked out, never kept.

``flow`` composes them: ``contents_of(resolve(...), compare(resolve(...), ...), version)``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from communique.model.contents import (
    ActorEntry,
    ClaimEntry,
    Contact,
    DocumentEntry,
    Finding,
    Gap,
    Judgement,
    Offer,
    OriginalEntry,
    ProblemEntry,
    Relation,
    SharedRun,
    StoryEntry,
)
from communique.model.documents import Document
from communique.model.registers import (
    ChannelEntry,
    FormatEntry,
    LabelEntry,
    PositionEntry,
    PresenceEntry,
    ProjectEntry,
    UndertakingEntry,
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What is the same over all documents, before the accounts are compared.

    ``kept`` are the documents themselves in the order of the record (date, then digest).
    ``contacts`` have no points yet. ``runs`` are all long runs of equal words between two
    documents, ``shared_runs`` the longest one of each pair. ``offers`` are joins left to a person.
    ``states`` are the names of all states by their codes, whether or not a document names them.
    """

    kept: tuple[Document, ...]
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
    runs: tuple[SharedRun, ...]
    shared_runs: tuple[SharedRun, ...]
    stories: tuple[StoryEntry, ...]
    relations: tuple[Relation, ...]
    offers: tuple[Offer, ...]
    judgements: tuple[Judgement, ...]
    problems: tuple[ProblemEntry, ...]
    states: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """How the accounts of each contact stand to one another.

    ``contacts`` are those of Resolved with their points filled in.
    """

    contacts: tuple[Contact, ...]
    findings: tuple[Finding, ...]
    offers: tuple[Offer, ...]
    gaps: tuple[Gap, ...]
