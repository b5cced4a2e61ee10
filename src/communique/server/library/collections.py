"""What the interface over HTTP gives: the lists of the record, each with what narrows it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from communique.errors import NotPossible
from communique.model import contents, decisions, passages, registers
from communique.record import Record
from communique.record.asked import (
    channels_listed,
    documents_listed,
    formats_listed,
    gaps_listed,
    hits_listed,
    labels_listed,
    positions_listed,
    presence_listed,
    projects_listed,
    remarks_listed,
    stories_listed,
)
from communique.record.narrowing import Asked, contacts_asked, owed
from communique.server.library.filters import DAYS, EVERYTHING, PARTIES
from communique.server.library.library import Kept
from communique.store.decisions import Note, Purge
from communique.store.entries import Entry
from communique.views.naming import Naming

Entries = Iterable[Any]
Given = Mapping[str, str]
"""What a request asks besides the filters that all lists share, by name, its order among it; what
it leaves out is not there."""
Lists = Callable[[Kept, Asked, Given], Entries]
MOST, USUAL = 500, 50
"""Entries that one answer gives at most, and where nobody asks for more or fewer."""
PASSAGES = 1000
"""Passages that a search gives at most: the best of them."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A list of the record: its entries, and by name one of them, if they have names.

    ``kind`` is the class of the entries, by whose name they are described; ``filters`` are the
    questions that narrow it, ``contact`` among them where it is kept by contact; ``needs`` are
    those that must be asked. A list that is too long to be read as a whole has a ``window``: so
    many entries, after so many.
    """

    name: str
    kind: type[Any]
    is_of: str
    filters: tuple[str, ...]
    entries: Lists
    one: Callable[[Record, str], Any] | None = None
    window: Callable[[Kept, Asked, Given, int, int], Entries] | None = None
    needs: tuple[str, ...] = ()


def _all(read: Callable[[Record], Entries]) -> Lists:
    return lambda kept, asked, given: read(kept.record)


def _named(listed: Callable[[Record, Naming, Asked, str | None], Entries]) -> Lists:
    return lambda kept, asked, given: listed(kept.record, kept.naming, asked, given.get("sort"))


def _claims(kept: Kept, given: Given, *, limit: int | None = None, skip: int = 0) -> Entries:
    contact, document = given.get("contact"), given.get("document")
    return kept.record.claims(contact=contact, document=document, limit=limit, skip=skip)


def _hits(kept: Kept, asked: Asked, given: Given, limit: int) -> tuple[passages.Passage, ...]:
    limit = min(limit, PASSAGES)
    return hits_listed(kept.record, kept.naming, given["q"], asked, limit=limit)


def _entries_after(kept: Kept, asked: Asked, given: Given) -> Entries:
    after = given.get("after", "0")
    if not re.fullmatch(r"[0-9]{1,15}", after):
        raise NotPossible(f"after: met {after!r}, expected the number of an entry")
    return kept.record.entries_since(int(after))


COLLECTIONS = (
    Collection(
        "contacts",
        contents.Contact,
        "who dealt with whom, when, how, as the accounts have it",
        (*EVERYTHING, "sort"),
        lambda kept, asked, given: contacts_asked(kept.record, asked, given.get("sort", "date")),
        Record.contact,
        lambda kept, asked, given, limit, skip: contacts_asked(
            kept.record, asked, given.get("sort", "date"), limit=limit, skip=skip
        ),
    ),
    Collection(
        "documents",
        contents.DocumentEntry,
        "documents that are kept; their texts stand apart",
        EVERYTHING,
        lambda kept, asked, given: documents_listed(kept.record, asked, given.get("sort")),
        Record.document,
    ),
    Collection(
        "claims",
        contents.ClaimEntry,
        "what accounts say, aspect by aspect, with the words and on whose word",
        ("contact", "document"),
        lambda kept, asked, given: _claims(kept, given),
        None,
        lambda kept, asked, given, limit, skip: _claims(kept, given, limit=limit, skip=skip),
    ),
    Collection(
        "findings",
        contents.Finding,
        "how accounts stand to one another",
        ("contact",),
        lambda kept, asked, given: kept.record.findings(contact=given.get("contact")),
    ),
    Collection(
        "gaps",
        contents.Gap,
        "accounts that one should hold and does not",
        (*EVERYTHING, "contact"),
        lambda kept, asked, given: gaps_listed(
            kept.record, asked, given.get("sort"), given.get("contact")
        ),
    ),
    Collection(
        "undertakings",
        registers.UndertakingEntry,
        "what was undertaken, and what became of it",
        (*PARTIES, "form", *DAYS),
        lambda kept, asked, given: owed(kept.record, kept.naming, asked).undertakings,
        Record.undertaking,
    ),
    Collection(
        "channels",
        registers.ChannelEntry,
        "standing lines of consultation, and who says that they exist",
        (*PARTIES, *DAYS),
        _named(channels_listed),
        Record.channel,
    ),
    Collection(
        "formats",
        registers.FormatEntry,
        "formats, and bodies as venues",
        PARTIES,
        _named(formats_listed),
        Record.format,
    ),
    Collection(
        "positions",
        registers.PositionEntry,
        "where parties stand",
        (*PARTIES, *DAYS),
        _named(positions_listed),
    ),
    Collection(
        "remarks",
        contents.ClaimEntry,
        "what sides said that belongs to no contact at hand",
        ("state", "body", *DAYS),
        _named(remarks_listed),
    ),
    Collection(
        "labels",
        registers.LabelEntry,
        "what relations of two are called, and by whom",
        ("state", "dyad", *DAYS),
        _named(labels_listed),
    ),
    Collection(
        "presence",
        registers.PresenceEntry,
        "missions reported open or closed",
        ("state", *DAYS),
        _named(presence_listed),
    ),
    Collection(
        "projects",
        registers.ProjectEntry,
        "named works between states",
        ("state", "dyad"),
        _named(projects_listed),
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
        (*DAYS, "document"),
        lambda kept, asked, given: stories_listed(
            kept.record, asked, given.get("sort"), given.get("document")
        ),
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
    Collection(
        "passages",
        passages.Passage,
        "passages that hold all the words, the best documents first",
        (*EVERYTHING, "q"),
        lambda kept, asked, given: _hits(kept, asked, given, PASSAGES),
        None,
        lambda kept, asked, given, limit, skip: _hits(kept, asked, given, skip + limit)[skip:],
        needs=("q",),
    ),
    Collection(
        "decisions",
        decisions.Decision,
        "all that people decided and noted, and what became of it",
        (),
        _all(Record.decisions),
    ),
    Collection(
        "notes",
        Note,
        "what people noted and did not withdraw",
        ("about",),
        lambda kept, asked, given: kept.record.notes(given.get("about")),
    ),
    Collection("purges", Purge, "what was emptied, by whom and why", (), _all(Record.purges)),
    Collection(
        "entries", Entry, "the entries of the log, without bodies", ("after",), _entries_after
    ),
)
"""In the order in which a reader meets them."""
BY_NAME = {one.name: one for one in COLLECTIONS}
