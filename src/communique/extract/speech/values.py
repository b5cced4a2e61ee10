"""Who tells, and from what: the values that the reading of speech hands on."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from communique.model.readings import ActorKey, OriginalKey
from communique.model.syntax import Token
from communique.model.vocabulary import OriginalKind


class TellerKind(Enum):
    """What sort of teller it is, and so whether an original stands behind it."""

    PERSON = auto()
    STATE = auto()
    INSTITUTION = auto()
    ORIGINAL = auto()
    MEDIA = auto()
    UNNAMED = auto()
    JOINT = auto()


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells: the actor if one is known, the side spoken for, and the words that name them.

    ``words`` is the naming for a chain, articles and all. ``issuer`` is the kind of issuer
    ("embassy") of an institution or of an original's issuer, ``original`` the kind of an original
    that tells by itself ("the readout said").
    """

    kind: TellerKind
    actor: ActorKey | None
    side: str | None
    words: str
    issuer: str | None = None
    original: OriginalKind | None = None
    medium: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """An original as one passage refers to it.

    ``is_generic`` is true when no genre was named, so that it may be a readout named elsewhere.
    ``by`` is the kind of issuer or the name of the person.
    """

    kind: OriginalKind
    side: str | None
    by: str
    issuer: ActorKey | None
    issuer_words: str
    medium: str | None = None
    is_generic: bool = False

    def as_by(self, by: str) -> "Reference":
        """The same under another name of its issuer."""
        return replace(self, by=by)

    @property
    def key(self) -> OriginalKey:
        """Side, kind and issuer; ``media`` for a report, ``unknown`` where no side is known."""
        nobody = "media" if self.kind is OriginalKind.REPORT else "unknown"
        return OriginalKey(f"{self.side or nobody}:{self.kind}:{self.by}")


@dataclass(frozen=True, slots=True)
class MediumFound:
    """The kind of original that stands beside a cue ('in a statement') and its words."""

    kind: OriginalKind
    head: Token
    words: str


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that put something on somebody's word.

    ``first`` and ``last`` are the places of the first and last token of the cue, ``verb`` of the
    token that what is told hangs on. ``source`` is the head of the words for who tells, ``carrier``
    of those for who relays it ("quoted as saying by ..."). ``frames`` says how what is told stands
    with the verb; it is empty for an adjunct ("according to"). ``addressee`` is the head of the
    words for who is told.
    """

    first: int
    last: int
    verb: int
    source: Token | None
    carrier: Token | None
    frames: frozenset[str]
    kinds: frozenset[str]
    prepositions: frozenset[str] = frozenset()
    addressee: Token | None = None

    @property
    def is_adjunct(self) -> bool:
        """Whether the cue stands beside a whole clause and governs none."""
        return not self.frames

    @property
    def is_denial(self) -> bool:
        """Whether what is told is told as untrue."""
        return "deny" in self.kinds


KEPT = 8
"""Persons remembered for 'the spokesman' and the like."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The tellers met so far: for 'it', 'he', 'the readout', 'the ministry', 'the agency'."""

    last: Teller | None = None
    last_sentence: int = -1
    reference: Reference | None = None
    originals: tuple[Teller, ...] = ()
    issuers: tuple[Teller, ...] = ()
    media: Teller | None = None
    persons: tuple[Teller, ...] = ()

    def after(self, teller: Teller, sentence: int, reference: Reference | None) -> "Memory":
        """The memory once this teller has been met."""
        kept = replace(self, last=teller, last_sentence=sentence, reference=reference)
        if teller.kind is TellerKind.ORIGINAL:
            kept = replace(kept, originals=(teller, *self.originals))
        if teller.issuer is not None and teller.side is not None:
            kept = replace(kept, issuers=(teller, *self.issuers))
        if teller.kind in (TellerKind.PERSON, TellerKind.UNNAMED) and teller.words:
            kept = replace(kept, persons=(teller, *self.persons[:KEPT]))
        if teller.kind is TellerKind.MEDIA:
            kept = replace(kept, media=teller)
        return kept
