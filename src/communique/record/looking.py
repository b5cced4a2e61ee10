"""Looking into a record: lists, lookups, search, and why a thing is shown."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from typing import TypeVar

from communique.errors import NotInRecord, NotPossible
from communique.model.contents import (
    SCHEMA,
    ActorEntry,
    ClaimEntry,
    Contact,
    Contents,
    Finding,
    Gap,
    Offer,
    OriginalEntry,
    ProblemEntry,
    StoryEntry,
)
from communique.model.passages import DocumentId, Passage
from communique.model.registers import (
    ChannelEntry,
    FormatEntry,
    LabelEntry,
    PositionEntry,
    PresenceEntry,
    ProjectEntry,
    UndertakingEntry,
)
from communique.model.vocabulary import Aspect, JudgementKind, Voice
from communique.record.documents import Documents
from communique.record.parts import (
    claims_on,
    claims_with,
    empty_part,
    entries,
    part_kinds,
    part_of_contact,
    version,
)
from communique.record.wanting import wanted
from communique.store.engine import Store, Wanted
from communique.store.entries import Entry
from communique.store.until import LogUntil, last_before
from communique.text.intervals import days_of
from communique.views.changes import Changed, changes_between

T = TypeVar("T")
MOST_HITS = 50
MOST_NEAR, NEAR = 2, 0.8
"""How many labels are offered for one that is not there, and how like they must be (difflib)."""


@dataclass(frozen=True, slots=True)
class Why:
    """On what a thing rests: its claims, and the part of the record that they stand in."""

    asked: str
    contact: str | None
    claims: tuple[ClaimEntry, ...]
    part: Contents


class Looking(Documents):
    """The questions that a record answers; each reads only the rows that it needs."""

    def label_of(self, name: str) -> str:
        """How a contact or document is called: its label; the file name of a withdrawn document.

        ``name`` is an id, label or name; anything else is called as it was asked for.
        """
        if self._held.look().contact_named(name) is not None:
            return self.contact(name).label
        try:
            return self.document(name).label
        except NotInRecord:
            return next(self._names_met(name), name)

    def labels_of(self, ids: Iterable[str]) -> dict[str, str]:
        """How the contacts and documents with these ids are called; see ``label_of``."""
        named = tuple(ids)
        found = self._held.look().labels_of(named)
        return {one: found.get(one) or self.label_of(one) for one in named}

    def contacts(
        self,
        *,
        state: str | None = None,
        dyad: tuple[str, str] | None = None,
        body: str | None = None,
        form: str | None = None,
        status: str | None = None,
        since: str | None = None,
        until: str | None = None,
        sort: str = "date",
        limit: int | None = None,
        skip: int = 0,
        brief: bool = False,
    ) -> Iterator[Contact]:
        """The contacts for which all that is given holds.

        ``state`` and ``dyad`` are ISO 3166 alpha-3 codes, ``since`` and ``until`` days, months or
        years (``2021-08-24``, ``2021-08``), both included; a contact without a known day is listed
        when it may lie between them. ``sort`` is date, latest (the latest first), label, reports or
        origins; of what is found ``limit`` contacts are given, the first ``skip`` ones left out.
        ``brief`` gives them without their points, which is all that a list needs.
        """
        asked = wanted(state, dyad, body, form, status, since, until)
        return self._contacts(replace(asked, sort=sort, limit=limit, skip=skip, brief=brief))

    def _contacts(self, asked: Wanted) -> Iterator[Contact]:
        return map(self._held.contact_in, self._held.look().contacts(asked))

    def documents_of(
        self,
        *,
        state: str | None = None,
        dyad: tuple[str, str] | None = None,
        body: str | None = None,
        form: str | None = None,
        status: str | None = None,
    ) -> frozenset[str]:
        """The ids of the documents that tell of contacts for which all that is given holds."""
        return self._documents_of(wanted(state, dyad, body, form, status))

    def _documents_of(self, asked: Wanted) -> frozenset[str]:
        return frozenset(self._held.look().documents_of(asked))

    def contacts_of(self, documents: Iterable[str]) -> Iterator[Contact]:
        """The contacts of which these documents, named by id, tell; each once."""
        store = self._held.look()
        rows = store.rows_among("accounts", "document", documents)
        ids = sorted({str(row["contact"]) for row in rows})
        of = store.rows_among("contacts", "id", ids)
        return (self._held.contact_in(str(row["json"])) for row in of)

    def contact(self, name: str) -> Contact:
        """The contact with this label, id or account, also one that it once had."""
        store = self._held.look()
        found = store.contact_named(name)
        if found is None:
            near = get_close_matches(name, store.contact_labels(), MOST_NEAR, NEAR)
            raise NotInRecord(name, kind="contact", near=near)
        return next(self._all("contacts", Contact, {"id": found}))

    def actors(self) -> Iterator[ActorEntry]:
        """All actors."""
        return self._all("actors", ActorEntry)

    def originals(self) -> Iterator[OriginalEntry]:
        """All originals, also those of which only quotations are held."""
        return self._all("originals", OriginalEntry)

    def claims(
        self,
        *,
        contact: str | None = None,
        document: str | None = None,
        limit: int | None = None,
        skip: int = 0,
    ) -> Iterator[ClaimEntry]:
        """All claims, or those on one contact, in one document, or both.

        Of what is found ``limit`` claims are given, the first ``skip`` ones left out.
        """
        where = {} if contact is None else {"contact": self.contact(contact).id}
        if document is not None:
            where["document"] = self.document(document).id
        return entries(self._held.look(), "claims", ClaimEntry, where, limit, skip)

    def undertakings(self) -> Iterator[UndertakingEntry]:
        """What is undertaken, over all documents."""
        return self._all("undertakings", UndertakingEntry)

    def undertaking(self, name: str) -> UndertakingEntry:
        """The undertaking with this id, or the one that a claim or an id of old is part of now.

        An earlier document may give an undertaking another first claim, and so another id. Raises
        NotInRecord.
        """
        for one in self._all("undertakings", UndertakingEntry, {"id": name}):
            return one
        for one in self.undertakings() if name[:2] in ("u-", "q-") else ():
            if f"q-{name[2:]}" in one.claims:
                return one
        raise NotInRecord(name, kind="undertaking")

    def channels(self) -> Iterator[ChannelEntry]:
        """Standing lines of consultation."""
        return self._all("channels", ChannelEntry)

    def channel(self, name: str) -> ChannelEntry:
        """The channel with this label or id; raises NotInRecord."""
        return self._one("channels", ChannelEntry, name, ("label", "id"))

    def formats(self) -> Iterator[FormatEntry]:
        """Formats, and bodies as venues."""
        return self._all("formats", FormatEntry)

    def format(self, name: str) -> FormatEntry:
        """The format with this label, id, body or name; raises NotInRecord."""
        return self._one("formats", FormatEntry, name, ("label", "id", "body", "name"))

    def _line_named(self, name: str) -> tuple[JudgementKind, str] | None:
        """As what a channel or format of this label or id is judged: by its id, or by its label.

        A format is one of that name in all documents, whichever of them came first.
        """
        for channel in self.channels():
            if name in (channel.id, channel.label):
                return JudgementKind.CHANNEL, channel.id
        for one in self.formats():
            if name in (one.id, one.label):
                return JudgementKind.FORMAT, one.label
        return None

    def positions(self) -> Iterator[PositionEntry]:
        """Where parties stand."""
        return self._all("positions", PositionEntry)

    def remarks(self) -> Iterator[ClaimEntry]:
        """What sides said that belongs to no contact at hand."""
        told = self._all("claims", ClaimEntry, {"aspect": Aspect.REMARK, "voice": Voice.SIDE})
        return (one for one in told if one.contact is None and one.attribution.side is not None)

    def labels(self) -> Iterator[LabelEntry]:
        """What relations of two are called, and by whom."""
        return self._all("labels", LabelEntry)

    def presence(self) -> Iterator[PresenceEntry]:
        """Diplomatic missions reported open or closed."""
        return self._all("presence", PresenceEntry)

    def projects(self) -> Iterator[ProjectEntry]:
        """Named works between states, and what was undertaken about them."""
        return self._all("projects", ProjectEntry)

    def findings(self, *, contact: str | None = None) -> Iterator[Finding]:
        """How accounts stand to one another, over all contacts or on one."""
        where = None if contact is None else {"contact": self.contact(contact).id}
        return self._all("findings", Finding, where)

    def offers(self) -> Iterator[Offer]:
        """Possible matches for a person to decide."""
        return self._all("offers", Offer)

    def gaps(self, *, contact: str | None = None) -> Iterator[Gap]:
        """Accounts that we should hold and do not, over all contacts or of one."""
        where = None if contact is None else {"contact": self.contact(contact).id}
        return self._all("gaps", Gap, where)

    def stories(self, *, document: str | None = None) -> Iterator[StoryEntry]:
        """The stories that two or more documents carry, all or that of one document."""
        about = None if document is None else self.document(document).id
        for one in self._all("stories", StoryEntry):
            if about is None or any(member.document == about for member in one.members):
                yield one

    def problems(self) -> Iterator[ProblemEntry]:
        """What could not be read, and what was refused."""
        return self._all("problems", ProblemEntry)

    def search(
        self, words: str, *, limit: int = MOST_HITS, among: Container[str] | None = None
    ) -> Iterator[Passage]:
        """Lines of documents that hold all the words, the best documents first.

        ``among`` are the ids of the documents that count, None for all.
        """
        for hit in self._held.look().search(words, limit=limit, among=among):
            yield Passage(DocumentId(hit.document), hit.start, hit.end, hit.words)

    def contents(self) -> Contents:
        """Everything that the record holds, as one value."""
        return _contents(self._held.look())

    def point_named(self, name: str) -> str | None:
        """The id of a point by its id or as ``LABEL#words of it``; None if it is no point.

        Raises NotPossible where several points of the contact hold the words.
        """
        label, mark, words = name.partition("#")
        if not mark:
            found = any(True for _ in self._held.look().rows("points", {"id": name}))
            return name if found else None
        points = self.contact(label).points
        fits = {one.id: one.words for one in points if words.casefold() in one.words.casefold()}
        if len(fits) > 1:
            listed = "; ".join(f"{known} ({told})" for known, told in fits.items())
            raise NotPossible(f"several points hold {words!r}: name one of {listed}")
        return next(iter(fits), None)

    def position(self) -> int:
        """The number of the last entry of the log: how far the record has come."""
        return self._held.store.head().number

    def entries_since(self, position: int) -> tuple[Entry, ...]:
        """The entries of the log after the one of this number, in their order."""
        return tuple(self._held.store.entries(after=position))

    def contents_at(self, position: int) -> Contents:
        """Everything that the record held when that entry was its last, by the rules of today."""
        from communique.flow.changes import everything
        from communique.flow.deriving import write_changes

        log = LogUntil(self._held.store, position)
        with self._held.store.scratch() as store:
            with store.writing() as writer:
                write_changes(log, writer, everything(log), self._held.run())
            return _contents(store)

    def changes(self, since: str) -> tuple[Changed, ...]:
        """What the record shows otherwise than it did, through documents and decisions since.

        ``since`` is the number of an entry of the log, or a day: what was there before it began.
        Raises NotPossible for anything else.
        """
        position, memory = self.position_at(since), self._held.memory
        self._held.look()
        if memory is None:
            return self._changes(position)
        return memory.changes(self.state(), position, lambda: self._changes(position))

    def _changes(self, position: int) -> tuple[Changed, ...]:
        from communique.record.apart import states_apart

        apart = states_apart(self._held.store, position, self._held.run())
        return changes_between(*(apart or (self.contents_at(position), self.contents())))

    def position_at(self, since: str) -> int:
        """The number of an entry that is named by it, or of the last one before a day.

        Raises NotPossible for anything else.
        """
        return self._entry(since) if since.isdecimal() else self._position_before(since)

    def _entry(self, number: str) -> int:
        last = self._held.store.head().number
        if int(number) > last:
            raise NotPossible(f"no entry {number}: the log ends with {last}; expected at most that")
        return int(number)

    def _position_before(self, day: str) -> int:
        first, _ = days_of(day)
        if first is None:
            raise NotPossible(f"no day and no entry {day!r}: expected 2021-08-24, 2021-08 or 17")
        return last_before(self._held.store, first.isoformat())

    def part(self, contact: str) -> Contents:
        """The part of the record that belongs to one contact, as contents that hold no more."""
        return part_of_contact(self._held.look(), self.contact(contact))

    def why(self, asked: str) -> Why:
        """The claims that a thing rests on.

        ``asked`` is the id of a claim, point, undertaking or other entry, a contact, or a contact
        and one of its aspects or points, as in ``2021-08-24-in-ru-call#channel``.
        """
        name, mark, aspect = asked.partition("#")
        store = self._held.look()
        contact: Contact | None = self.contact(name) if mark else None
        if contact is not None:
            claims = claims_on(store, contact, aspect)
        else:
            claims, contact = self._claims_of(store, asked)
        if not claims:
            raise NotInRecord(asked, kind="claim, point or contact")
        part = empty_part(store) if contact is None else part_of_contact(store, contact)
        return Why(asked, None if contact is None else contact.id, claims, part)

    def _claims_of(self, store: Store, asked: str) -> tuple[tuple[ClaimEntry, ...], Contact | None]:
        for one in self._all("claims", ClaimEntry, {"id": asked}):
            return (one,), None if one.contact is None else self.contact(one.contact)
        for row in store.rows("points", {"id": asked}):
            contact = self.contact(str(row["contact"]))
            return claims_on(store, contact, asked), contact
        if store.contact_named(asked) is not None:
            contact = self.contact(asked)
            return tuple(self._all("claims", ClaimEntry, {"contact": contact.id})), contact
        return self._claims_of_entry(store, asked), None

    def _claims_of_entry(self, store: Store, asked: str) -> tuple[ClaimEntry, ...]:
        for name, kind in part_kinds().items():
            names = [one.name for one in fields(kind)]
            if "claims" not in names:
                continue
            for column in ("id", "label"):
                if column in names:
                    for one in self._all(name, kind, {column: asked}):
                        return claims_with(store, one.claims)
        return ()


def _contents(store: Store) -> Contents:
    parts = {name: tuple(entries(store, name, kind)) for name, kind in part_kinds().items()}
    return Contents(schema=SCHEMA, version=version(store), **parts)
