"""What the interface over HTTP gives: the lists of the record, each with what narrows it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from communique.model import contents, registers
from communique.record import Record
from communique.record.asked import (
    channels_listed,
    documents_listed,
    formats_listed,
    gaps_listed,
    labels_listed,
    positions_listed,
    presence_listed,
    projects_listed,
    stories_listed,
)
from communique.record.narrowing import Asked, contacts_asked, owed
from communique.server.library import Kept

PARTIES = ("state", "dyad", "body")
DAYS = ("since", "until")
TOLD = ("form", "status", "heard", "strength")
EVERYTHING = (*PARTIES, *TOLD, *DAYS)
Entries = Iterable[Any]
MOST, USUAL = 500, 50
"""Entries that one answer gives at most, and where nobody asks for more or fewer."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A list of the record: its entries, and by name one of them, if they have names.

    ``kind`` is the class of the entries, whose name the schema of the export knows; ``filters`` are
    the questions that narrow it, ``contact`` among them where it is kept by contact. A list that is
    too long to be read as a whole has a ``window``: so many entries, after so many.
    """

    name: str
    kind: type[Any]
    is_of: str
    filters: tuple[str, ...]
    entries: Callable[[Kept, Asked, str | None], Entries]
    one: Callable[[Record, str], Any] | None = None
    window: Callable[[Kept, Asked, str | None, int, int], Entries] | None = None


def _all(read: Callable[[Record], Entries]) -> Callable[[Kept, Asked, str | None], Entries]:
    return lambda kept, asked, contact: read(kept.record)


COLLECTIONS = (
    Collection(
        "contacts",
        contents.Contact,
        "who dealt with whom, when, how, as the accounts have it",
        EVERYTHING,
        lambda kept, asked, contact: contacts_asked(kept.record, asked),
        Record.contact,
        lambda kept, asked, contact, limit, skip: contacts_asked(
            kept.record, asked, limit=limit, skip=skip
        ),
    ),
    Collection(
        "documents",
        contents.DocumentEntry,
        "documents that are kept; their texts stand apart",
        EVERYTHING,
        lambda kept, asked, contact: documents_listed(kept.record, asked),
        Record.document,
    ),
    Collection(
        "claims",
        contents.ClaimEntry,
        "what accounts say, aspect by aspect, with the words and on whose word",
        ("contact",),
        lambda kept, asked, contact: kept.record.claims(contact=contact),
        None,
        lambda kept, asked, contact, limit, skip: kept.record.claims(
            contact=contact, limit=limit, skip=skip
        ),
    ),
    Collection(
        "findings",
        contents.Finding,
        "how accounts stand to one another",
        ("contact",),
        lambda kept, asked, contact: kept.record.findings(contact=contact),
    ),
    Collection(
        "gaps",
        contents.Gap,
        "accounts that one should hold and does not",
        (*EVERYTHING, "contact"),
        lambda kept, asked, contact: gaps_listed(kept.record, asked, contact=contact),
    ),
    Collection(
        "undertakings",
        registers.UndertakingEntry,
        "what was undertaken, and what became of it",
        (*PARTIES, "form", *DAYS),
        lambda kept, asked, contact: owed(kept.record, kept.naming, asked).undertakings,
        Record.undertaking,
    ),
    Collection(
        "channels",
        registers.ChannelEntry,
        "standing lines of consultation, and who says that they exist",
        (*PARTIES, *DAYS),
        lambda kept, asked, contact: channels_listed(kept.record, kept.naming, asked),
        Record.channel,
    ),
    Collection(
        "formats",
        registers.FormatEntry,
        "formats, and bodies as venues",
        PARTIES,
        lambda kept, asked, contact: formats_listed(kept.record, kept.naming, asked),
        Record.format,
    ),
    Collection(
        "positions",
        registers.PositionEntry,
        "where parties stand",
        (*PARTIES, *DAYS),
        lambda kept, asked, contact: positions_listed(kept.record, kept.naming, asked),
    ),
    Collection(
        "labels",
        registers.LabelEntry,
        "what relations of two are called, and by whom",
        ("state", "dyad", *DAYS),
        lambda kept, asked, contact: labels_listed(kept.record, kept.naming, asked),
    ),
    Collection(
        "presence",
        registers.PresenceEntry,
        "missions reported open or closed",
        ("state", *DAYS),
        lambda kept, asked, contact: presence_listed(kept.record, kept.naming, asked),
    ),
    Collection(
        "projects",
        registers.ProjectEntry,
        "named works between states",
        ("state", "dyad"),
        lambda kept, asked, contact: projects_listed(kept.record, kept.naming, asked),
    ),
    Collection(
        "actors",
        contents.ActorEntry,
        "persons, states, bodies and groups that are named",
        (),
        _all(Record.actors),
    ),
    Collection(
        "originals",
        contents.OriginalEntry,
        "the texts that accounts rely on, also those of which only quotations are held",
        (),
        _all(Record.originals),
    ),
    Collection(
        "stories",
        contents.StoryEntry,
        "documents that carry one piece of news",
        DAYS,
        lambda kept, asked, contact: stories_listed(kept.record, asked),
    ),
    Collection(
        "offers",
        contents.Offer,
        "possible matches for a person to decide",
        (),
        _all(Record.offers),
    ),
    Collection(
        "judgements",
        contents.Judgement,
        "what people decided is the same, is not, or became of something",
        (),
        _all(Record.judgements),
    ),
    Collection(
        "problems",
        contents.ProblemEntry,
        "what could not be read",
        (),
        _all(Record.problems),
    ),
)
"""In the order in which a reader meets them."""
