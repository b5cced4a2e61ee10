"""What a case says: a text of a few sentences, and what of it should stand in the record."""

from dataclasses import dataclass, field

from communique.model.vocabulary import Form, Status, Strength, UndertakingKind


@dataclass(frozen=True, slots=True)
class ExpectedParty:
    """A state, body, group or outlet, and the person who acts or speaks for it if one is named."""

    unit: str
    """The code of a state or body, else the name of a group or outlet."""
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """What is also recorded of a contact: its means, place, duration, initiator, route or topic."""

    aspect: str
    value: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ExpectedContact:
    """One contact of a text; of several forms or statuses each is right.

    ``date`` is EDTF, None where the text gives no day.
    """

    date: str | None
    forms: tuple[Form, ...]
    statuses: tuple[Status, ...]
    parties: tuple[ExpectedParty, ...]
    details: tuple[Detail, ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def units(self) -> frozenset[str]:
        """The states, bodies and groups that take part."""
        return frozenset(one.unit for one in self.parties)


@dataclass(frozen=True, slots=True)
class ExpectedSaying:
    """Words that stand on somebody's word, or with None as speaker in the outlet's own voice."""

    speaker: ExpectedParty | None
    words: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ExpectedOriginal:
    """An original that the text relies on: of one of these kinds, and whose it is."""

    kinds: tuple[str, ...]
    unit: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ExpectedTime:
    """What an expression of time means: EDTF or an ISO 8601 duration, None where no date."""

    words: str
    value: str | None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ExpectedUndertaking:
    """An undertaking in these words: of what kind and strength, by whom, to whom, and until when.

    ``to`` and ``due`` are None where they are not asked.
    """

    kinds: tuple[UndertakingKind, ...]
    strengths: tuple[Strength, ...]
    by: tuple[ExpectedParty, ...]
    words: str
    to: ExpectedParty | None = None
    due: str | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ExpectedPosition:
    """A position in these words, and who holds it."""

    holders: tuple[ExpectedParty, ...]
    words: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ExpectedChannel:
    """A standing channel named in these words, and between whom."""

    parties: tuple[ExpectedParty, ...]
    words: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ExpectedEntry:
    """An entry of a register told in these words: a channel's step, a label, a mission, a work.

    ``answer`` is the step, or whether a mission is open or closed; None for labels and works.
    """

    register: str
    answer: str | None
    parties: tuple[ExpectedParty, ...]
    words: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Expected:
    """What should stand in the record of one text; what is not listed is not asked.

    ``contacts`` is None where the record speaks of none, an empty tuple where it says ``nothing``.
    """

    contacts: tuple[ExpectedContact, ...] | None = None
    sayings: tuple[ExpectedSaying, ...] = ()
    originals: tuple[ExpectedOriginal, ...] = ()
    times: tuple[ExpectedTime, ...] = ()
    undertakings: tuple[ExpectedUndertaking, ...] = ()
    positions: tuple[ExpectedPosition, ...] = ()
    channels: tuple[ExpectedChannel, ...] = ()
    entries: tuple[ExpectedEntry, ...] = ()
    no_undertaking: bool = False
    no_position: bool = False
    issued: ExpectedOriginal | None = None
    """What the text is itself, and whose it is, if that is asked."""
    empty: tuple[str, ...] = ()
    """The registers in which nothing is recorded, besides those of undertakings and positions."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its head, and what should stand in its record."""

    phenomenon: str
    """The name of its file."""
    name: str
    text: str
    expected: Expected
    dated: str | None = None
    title: str | None = None
    outlet: str | None = None
    line: int = field(default=0, compare=False)

    @property
    def is_trap(self) -> bool:
        """Whether the text seems to tell of a contact and must yield none."""
        return self.expected.contacts == ()
