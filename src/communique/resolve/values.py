"""Claims as the record shows them: the actors of one document given their ids in the record."""

from collections.abc import Callable
from dataclasses import replace

from communique.model.contents import ClaimEntry
from communique.model.passages import DocumentId
from communique.model.readings import (
    ActorKey,
    Attribution,
    ChannelNaming,
    Claim,
    FormatNaming,
    Matter,
    OriginalKey,
    Party,
    Position,
    Presence,
    Project,
    RelationLabel,
    Undertaking,
    Value,
    Words,
)
from communique.model.vocabulary import AttributionMode
from communique.resolve.actors.actors import Actors
from communique.resolve.originals.originals import Originals

Renamed = Callable[[ActorKey], ActorKey]


def claim_entry(
    claim: Claim, run: str, contact: str | None, actors: Actors, originals: Originals
) -> ClaimEntry:
    """The claim with the contact, actors and original that it has in the record."""
    document = claim.passage.document

    def renamed(key: ActorKey) -> ActorKey:
        return ActorKey(actors.id_of(document, key))

    return ClaimEntry(
        id=claim.id,
        contact=contact,
        aspect=claim.aspect,
        value=rekeyed(claim.value, renamed),
        strength=claim.strength,
        status=claim.status,
        attribution=_attribution(claim, document, renamed, originals),
        voice=claim.voice,
        passage=claim.passage,
        run=run,
        rule=claim.rule,
    )


def _attribution(
    claim: Claim, document: DocumentId, renamed: Renamed, originals: Originals
) -> Attribution:
    told = claim.attribution
    original = originals.of_claim(claim)
    speaker = renamed(told.speaker) if told.speaker is not None else None
    key = None if original is None else OriginalKey(original)
    if original is not None and told.original is None:
        entry = originals.by_id[original]
        # An official text speaks in its own words throughout.
        return replace(told, mode=AttributionMode.DIRECT, original=key, side=entry.side)
    return replace(told, speaker=speaker, original=key)


def rekeyed(value: Value, renamed: Renamed) -> Value:
    """The value with every actor key in it replaced."""
    match value:
        case Party(actor=actor):
            return replace(value, actor=renamed(actor))
        case Words(actor=str(actor)):
            return replace(value, actor=renamed(ActorKey(actor)))
        case Presence(state=state):
            return replace(value, state=renamed(state))
        case Matter(holder=str(holder)):
            return replace(value, holder=renamed(ActorKey(holder)))
    return _with_several(value, renamed)


def _with_several(value: Value, renamed: Renamed) -> Value:
    match value:
        case Undertaking(by=actors):
            return replace(value, by=tuple(map(renamed, actors)))
        case Position(holder=actors):
            return replace(value, holder=tuple(map(renamed, actors)))
        case ChannelNaming(parties=actors):
            return replace(value, parties=tuple(map(renamed, actors)))
        case FormatNaming(members=actors):
            return replace(value, members=tuple(map(renamed, actors)))
        case RelationLabel(dyad=actors):
            return replace(value, dyad=tuple(map(renamed, actors)))
        case Project(states=actors):
            return replace(value, states=tuple(map(renamed, actors)))
    return value


def actors_in(value: Value) -> tuple[ActorKey, ...]:
    """The actors whom a value names as acting, holding or undertaking, in its own order."""
    match value:
        case Party(actor=actor) | Presence(state=actor):
            return (actor,)
        case Words(actor=str(one)) | Matter(holder=str(one)):
            return (ActorKey(one),)
    return _several_in(value)


def _several_in(value: Value) -> tuple[ActorKey, ...]:
    match value:
        case (
            Undertaking(by=actors)
            | Position(holder=actors)
            | ChannelNaming(parties=actors)
            | FormatNaming(members=actors)
            | RelationLabel(dyad=actors)
            | Project(states=actors)
        ):
            return actors
    return ()
