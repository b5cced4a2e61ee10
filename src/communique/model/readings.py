"""What reading one document alone yields: actors, originals, accounts and claims."""

from dataclasses import dataclass
from typing import NewType

from communique.model.passages import DocumentId, Passage, Span
from communique.model.times import When
from communique.model.vocabulary import (
    ActorKind,
    Aspect,
    AttributionMode,
    ChannelStep,
    Means,
    OriginalKind,
    PartyRole,
    Status,
    Strength,
    UndertakingKind,
    Voice,
)

ActorKey = NewType("ActorKey", str)
"""An actor within one reading: a state's alpha-3 code (``IND``), a body's code (``SCO``), or
``person:Full Name as seen``, ``office:RUS:deputy prime minister``, ``group:Taliban leadership``."""

OriginalKey = NewType("OriginalKey", str)
"""An original within one reading, for instance ``RUS:readout:embassy``."""

AccountId = NewType("AccountId", str)
"""``a-`` and 16 hexadecimal digits, from the document and the place of its first words."""

ClaimId = NewType("ClaimId", str)
"""``q-`` and 16 hexadecimal digits, from document, aspect, value, place and account."""


@dataclass(frozen=True, slots=True)
class Office:
    """A post as the text names it: title in the text's words, state or body it belongs to."""

    title: str
    of: str | None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, office, state, body or group that one document names.

    ``state`` is the ISO 3166 alpha-3 code of the state the actor acts for, None when the text and
    the tables give none, and always None for a former office-holder. ``state_basis`` says how the
    state was found ("text: Russian President", "background: tenure"). ``background`` is true when
    anything shown of the actor comes from our tables and not from the text.
    """

    key: ActorKey
    kind: ActorKind
    name: str
    names: tuple[str, ...]
    state: str | None
    state_basis: str | None
    offices: tuple[Office, ...] = ()
    is_former: bool = False
    background: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A span naming one actor, or several at once ("the two leaders", "both sides").

    ``how`` is one of: name, titled name, office, state, metonym, body, group, role, pronoun.
    ``head`` is the place of the mention's head token in its sentence.
    """

    span: Span
    sentence: int
    head: int
    actors: tuple[ActorKey, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Original:
    """A readout, release, post or other text that a document relies on, as the document names it.

    ``issuer`` is the actor who issued it, ``issuer_wording`` how the text calls it ("Putin's
    office"); ``side`` the state or body that speaks through it; None for a news agency's report.
    ``passages`` are the words the document quotes or reports from it.
    """

    key: OriginalKey
    kind: OriginalKind
    issuer: ActorKey | None
    issuer_wording: str
    side: str | None
    medium: str | None
    when: When | None
    passages: tuple[Passage, ...]
    named_in: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """On whose word a claim stands.

    ``speaker`` is who speaks at the far end, ``original`` the text the words come from, ``wording``
    the words of the document that say so, ``chain`` the way as worded, speaker first, the outlet
    left out ("Russia's deputy prime minister", "RIA news agency"), ``side`` the state or body that
    speaks, None when nobody speaks for one.
    """

    mode: AttributionMode
    speaker: ActorKey | None = None
    original: OriginalKey | None = None
    wording: Passage | None = None
    chain: tuple[str, ...] = ()
    side: str | None = None


NO_ATTRIBUTION = Attribution(AttributionMode.NONE)


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in one contact: in what role, in what office, and where told by what means."""

    actor: ActorKey
    role: PartyRole = PartyRole.PARTICIPANT
    office: str | None = None
    means: Means | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A value that is told in the text's own words: a topic, a place, a remark, an initiator."""

    text: str
    actor: ActorKey | None = None


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What somebody says a party will do, is ready to do, orders, or offers."""

    kind: UndertakingKind
    by: tuple[ActorKey, ...]
    to: str | None
    what: str
    condition: str | None = None
    due: When | None = None
    is_repeated: bool = False
    within: str | None = None
    """The code of a body or the name of a format that it is to be carried out in, or None."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a party stands on a matter, with conditions as separate items."""

    holder: tuple[ActorKey, ...]
    matter: str
    stance: str
    conditions: tuple[str, ...] = ()
    addressee: str | None = None


@dataclass(frozen=True, slots=True)
class ChannelNaming:
    """A channel as one passage names it: a standing line of consultation between named parties.

    ``step`` is what the passage says became of it, ``when`` the day it gives for that.
    """

    name: str
    parties: tuple[ActorKey, ...]
    topic: str | None
    level: str | None = None
    step: ChannelStep | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class FormatNaming:
    """A format as one passage names it: a standing company of three or more.

    ``alias_of`` is the name of which the passage says that this is another one; ``step`` and
    ``when`` are as with a channel.
    """

    name: str
    members: tuple[ActorKey, ...]
    topic: str | None
    body: str | None = None
    alias_of: str | None = None
    step: ChannelStep | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class RelationLabel:
    """A label that somebody puts on the relation of a dyad ("strategic partnership")."""

    label: str
    dyad: tuple[ActorKey, ...]


@dataclass(frozen=True, slots=True)
class Presence:
    """A diplomatic mission of a state at a place, open or not."""

    state: ActorKey
    place: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Project:
    """A named work between states: a pipeline, a power station."""

    name: str
    states: tuple[ActorKey, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """What a passage says became of a matter outside the contact ("imminent return to power")."""

    matter: str
    holder: ActorKey | None
    state: str
    """``done``, ``imminent`` or ``under way``."""


Value = (
    str
    | When
    | Party
    | Words
    | Undertaking
    | Position
    | ChannelNaming
    | FormatNaming
    | RelationLabel
    | Presence
    | Project
    | Matter
)
"""What a claim answers: ``str`` for values of closed lists (form, means, status, route) and for an
ISO 8601 duration."""


@dataclass(frozen=True, slots=True)
class Account:
    """Everything one document says about one contact: the claims point at it by id."""

    id: AccountId
    document: DocumentId
    passages: tuple[Passage, ...]
    """The passages that tell of the contact itself, the first one first."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One answer to one question, with its words and speaker."""

    id: ClaimId
    account: AccountId | None
    aspect: Aspect
    value: Value
    status: Status | None
    strength: Strength | None
    attribution: Attribution
    voice: Voice
    passage: Passage
    rule: str
    """Which rule or table row made it, as ``why`` shows it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a document that could not be read, kept as a value."""

    code: str
    message: str
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one version of the rules read in one document."""

    document: DocumentId
    run: str
    actors: tuple[Actor, ...]
    originals: tuple[Original, ...]
    accounts: tuple[Account, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
