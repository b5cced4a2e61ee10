"""What only one side says, and what one side says of a channel."""

from collections.abc import Collection, Iterator, Sequence

from communique.compare.finding import finding
from communique.compare.ground import Ground, is_state, list_words
from communique.compare.rows import Row
from communique.model.claims import passages_of
from communique.model.contents import ClaimEntry, Contact, Finding
from communique.model.registers import ChannelEntry, UndertakingEntry
from communique.model.vocabulary import OTHERWISE, FindingType

CHANNEL_FIRST = 35
"""A channel that one side alone names comes before all that one side alone says."""
_MARKS = ' \n\t.,;:“”"'


def one_side_only(row: Row, ground: Ground) -> Iterator[Finding]:
    """What is said of several parties on the word of some of their sides and not of the others."""
    entry = row.undertaking
    if entry is None or len(entry.by) < 2 or names_channel(entry, ground):
        return
    said = [one for one in entry.by if one in entry.said_by]
    others = [one for one in entry.by if one not in entry.said_by and is_state(one)]
    if said and others:
        claims = [one for one in row.claims if one.attribution.side in said]
        denying = {one.attribution.side for one in row.claims if one.status in OTHERWISE}
        told = _reason(said, others, denying, row.contact, ground)
        yield finding(
            FindingType.ONE_SIDE_ONLY,
            passages_of(claims),
            reason=f"{_subject(entry.what, claims)}: {told}",
            about=entry.id,
            contact=row.contact.id,
        )


def names_channel(entry: UndertakingEntry, ground: Ground) -> bool:
    """Whether an undertaking names a channel between those who undertake."""
    return any(
        told.document == passage.document and told.span.overlaps(passage.span)
        for channel in ground.channels.get(frozenset(entry.by), ())
        for _, passage in channel.names
        for told in entry.passages
    )


def channel_sides(channel: ChannelEntry, ground: Ground) -> Finding | None:
    """That a channel is named by some of its parties only."""
    others = [one for one in channel.parties if one not in channel.says and is_state(one)]
    if not channel.says or not others:
        return None
    claims = [ground.claims[one] for one in channel.claims]
    contact = next((one.contact for one in claims if one.contact), None)
    held = ground.contacts.get(contact or "")
    told = _reason(list(channel.says), others, channel.denies, held, ground)
    return finding(
        FindingType.ONE_SIDE_ONLY,
        passages_of(one for one in claims if one.attribution.side in channel.says),
        reason=f"{_subject(channel.kind, claims)}: {told}",
        about=channel.id,
        contact=contact,
        more=CHANNEL_FIRST,
    )


def _subject(words: str, claims: Sequence[ClaimEntry]) -> str:
    """What it is about, quoted: the words themselves, or if there are none those of a claim."""
    named = (words, *(one.passage.exact for one in claims))
    told = next((shown for one in named if (shown := " ".join(one.strip(_MARKS).split()))), "this")
    return f"“{told}”"


def _reason(
    said: list[str],
    others: list[str],
    denying: Collection[str | None],
    contact: Contact | None,
    ground: Ground,
) -> str:
    standing = [
        f"{one} {'says otherwise' if one in denying else _standing(one, contact, ground)}"
        for one in others
    ]
    verb = "says" if len(said) == 1 else "say"
    return f"{list_words(said)} {verb} so; {list_words(standing)}"


def _standing(side: str, contact: Contact | None, ground: Ground) -> str:
    named = [] if contact is None else [one for group in contact.origins for one in group]
    own = [one for one in named if ground.originals[one].side == side]
    if contact is not None and any(ground.is_told_in_full(one, contact) for one in own):
        return "is silent, its full text held"
    return "is not quoted, only excerpts held" if own else "gave no account that is held"
