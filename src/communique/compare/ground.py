"""What comparing looks things up in: claims, originals and documents by their ids."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from communique.languages.en.comparing import Comparing, load_comparing
from communique.model.contents import ClaimEntry, Contact, DocumentEntry, OriginalEntry
from communique.model.derived import Resolved
from communique.model.documents import Document
from communique.model.judged import Judged, claim_behind, judged
from communique.model.passages import DocumentId
from communique.model.readings import ClaimId
from communique.model.registers import ChannelEntry, UndertakingEntry
from communique.model.vocabulary import ASIDE, ActorKind, Held
from communique.text.intervals import days_of
from communique.text.nearness import Nearness


@dataclass(frozen=True, slots=True)
class Ground:
    """The resolved record, by ids; ``places`` ranks documents in the order of the record."""

    resolved: Resolved
    comparing: Comparing
    nearness: Nearness
    claims: Mapping[ClaimId, ClaimEntry]
    by_contact: Mapping[str, Sequence[ClaimEntry]]
    originals: Mapping[str, OriginalEntry]
    contacts: Mapping[str, Contact]
    undertakings: Mapping[str, Sequence[UndertakingEntry]]
    channels: Mapping[frozenset[str], Sequence[ChannelEntry]]
    documents: Mapping[DocumentId, DocumentEntry]
    kept: Mapping[DocumentId, Document]
    places: Mapping[DocumentId, int]
    names: Mapping[str, str]
    kinds: Mapping[str, ActorKind]
    decided: Judged
    """What people decided of points, by the claims that these begin with."""
    issuers: Mapping[str, str]
    """For each side the name that most of its originals are given for whoever issued them."""
    seen: Mapping[str, tuple[str, ...]]
    """For each actor the names by which the documents call it."""

    def label(self, document: DocumentId) -> str:
        """The short readable name of a document."""
        return self.documents[document].label

    def date(self, document: DocumentId) -> date | None:
        """The day on which a document was published, or None."""
        published = self.documents[document].published
        return days_of(published.edtf)[0] if published else None

    def order(self, claim: ClaimEntry) -> tuple[int, int, str]:
        """Sorts claims by document in the order of the record, then by their place in it."""
        return self.places[claim.passage.document], claim.passage.start, claim.id

    def is_told_in_full(self, original: str, contact: Contact) -> bool:
        """Whether an original's full text is held, and tells of a contact itself.

        On what it tells of only as others quote it, it cannot be silent.
        """
        entry = self.originals[original]
        pages = {one for one in entry.documents if self.documents[one].side is not None}
        telling = {one.document for one in contact.accounts}
        return entry.held is Held.FULL and not pages.isdisjoint(telling)

    def text_of(self, original: str) -> str:
        """The first of the originals that carry one text with this one: their common name."""
        return min((original, *self.originals[original].same_text_as))

    def name(self, actor: str) -> str:
        """The name of an actor as the record shows it."""
        return self.names.get(actor, actor.partition(":")[2] or actor)


def ground_of(resolved: Resolved) -> Ground:
    """The ground on which a resolved record is compared."""
    comparing = load_comparing()
    return Ground(
        resolved=resolved,
        comparing=comparing,
        nearness=Nearness.of(comparing.lexicon, resolved.kept, resolved.runs),
        claims={one.id: one for one in resolved.claims},
        by_contact=_by_contact(resolved.claims),
        originals={one.id: one for one in resolved.originals},
        contacts={one.id: one for one in resolved.contacts},
        undertakings=_undertakings(resolved.undertakings),
        channels=_channels(resolved.channels),
        documents={one.id: one for one in resolved.documents},
        kept={one.id: one for one in resolved.kept},
        places={one.id: at for at, one in enumerate(resolved.documents)},
        names={**resolved.states, **{one.id: one.name for one in resolved.actors}},
        kinds={one.id: one.kind for one in resolved.actors},
        decided=judged(resolved.judgements, claim_behind),
        issuers=_issuers(resolved.originals),
        seen={one.id: one.names for one in resolved.actors},
    )


def _by_contact(claims: Iterable[ClaimEntry]) -> dict[str, list[ClaimEntry]]:
    found: dict[str, list[ClaimEntry]] = {}
    for claim in claims:
        if claim.contact is not None and claim.voice not in ASIDE:
            found.setdefault(claim.contact, []).append(claim)
    return found


def _undertakings(entries: Iterable[UndertakingEntry]) -> dict[str, list[UndertakingEntry]]:
    found: dict[str, list[UndertakingEntry]] = {}
    for one in entries:
        if one.contact is not None:
            found.setdefault(one.contact, []).append(one)
    return found


def _channels(entries: Iterable[ChannelEntry]) -> dict[frozenset[str], list[ChannelEntry]]:
    found: dict[frozenset[str], list[ChannelEntry]] = {}
    for one in entries:
        found.setdefault(frozenset(one.parties), []).append(one)
    return found


def _issuers(originals: Iterable[OriginalEntry]) -> dict[str, str]:
    named: dict[str, Counter[str]] = {}
    for one in originals:
        if one.side is not None:
            named.setdefault(one.side, Counter())[one.issuer_wordings[0]] += 1
    return {side: issuer_among(names) for side, names in named.items()}


def issuer_among(names: Mapping[str, int]) -> str:
    """The name that most originals of a side are given for whoever issued them."""
    return min(names, key=lambda name: (-names[name], name.casefold(), name))


def is_state(side: str) -> bool:
    """Whether it is a state, by the three letters of its code: groups and persons have others."""
    return len(side) == 3


def is_outlets_own(claim: ClaimEntry) -> bool:
    """Whether a claim stands in the outlet's own voice: nobody else is named for it."""
    told = claim.attribution
    return told.original is None and told.side is None and not told.chain and told.speaker is None


def list_words(words: Iterable[str]) -> str:
    """Words as a reader lists them: ``RUS``, ``CHN and RUS``, ``001, 003 and 004``."""
    *first, last = tuple(words) or ("nobody",)
    return f"{', '.join(first)} and {last}" if first else last
