"""How actors, days and passages are called in a view."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.model.contents import (
    ActorEntry,
    ClaimEntry,
    Contact,
    Contents,
    OriginalEntry,
    PartyEntry,
    Valued,
)
from communique.model.passages import Passage
from communique.model.readings import ClaimId
from communique.model.registers import Step
from communique.model.vocabulary import ChannelStep, Means, OriginalKind
from communique.text.intervals import SEASONS, days_of
from communique.views.linked import Thing, joined, linked, put_together

QUOTES = "“”‘’\"'«»"
LONGEST_WORDS = 60
"""How many characters of the words used a cell shows; the passage itself is whole in ``why``."""


@dataclass(frozen=True)
class Naming:
    """The names of everything in a part of a record, by id."""

    contents: Contents

    @cached_property
    def actors(self) -> Mapping[str, ActorEntry]:
        """Actors by id."""
        return {one.id: one for one in self.contents.actors}

    @cached_property
    def originals(self) -> Mapping[str, OriginalEntry]:
        """Originals by id."""
        return {one.id: one for one in self.contents.originals}

    @cached_property
    def claims(self) -> Mapping[ClaimId, ClaimEntry]:
        """Claims by id."""
        return {one.id: one for one in self.contents.claims}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The short names of documents by id."""
        return {one.id: one.label for one in self.contents.documents}

    @cached_property
    def undertakings(self) -> Mapping[str, str]:
        """What is undertaken, in quotation marks, by the ids of undertakings."""
        return {one.id: quoted(one.what) for one in self.contents.undertakings}

    def actor(self, actor_id: str) -> str:
        """An actor's name, or the id itself where the record has no entry for it."""
        entry = self.actors.get(actor_id)
        return actor_id if entry is None else entry.name

    def code(self, actor_id: str) -> str:
        """The code of the state or body that an actor acts for, else the actor's name."""
        entry = self.actors.get(actor_id)
        if entry is None:
            return actor_id
        return entry.state or (actor_id if len(actor_id) <= 5 else entry.name)

    def codes(self, actor_ids: Iterable[str]) -> str:
        """The codes of several actors, each once, in order."""
        return ", ".join(dict.fromkeys(self.code(one) for one in actor_ids))

    def document(self, document_id: str) -> str:
        """The short name of a document."""
        label = self.labels.get(document_id)
        return document_id if label is None else linked(label, Thing("documents", document_id))

    def original(self, original_id: str) -> str:
        """How an original is called in the head of a column: its side, its kind, its medium."""
        entry = self.originals.get(original_id)
        if entry is None:
            return original_id
        return f"{entry.side or entry.issuer_wordings[0]} {_kind(entry)}"

    def kind_issued(self, original_id: str) -> str:
        """An original under the name of its side: its kind and whoever issued it."""
        entry = self.originals[original_id]
        return f"{_kind(entry)}, {entry.issuer_wordings[0]}"

    def issued(self, original_id: str) -> str:
        """An original by its side and kind and by whoever issued it; a side by its code."""
        entry = self.originals.get(original_id)
        if entry is None:
            return original_id
        return f"{self.original(original_id)}, {entry.issuer_wordings[0]}"

    def held(self, original_id: str) -> str:
        """How much of an original is held, and in which documents."""
        entry = self.originals.get(original_id)
        if entry is None:
            return ""
        documents = joined(", ", sorted(self.document(one) for one in entry.documents))
        return put_together(f"{entry.held.value}: ", documents)

    def place(self, passage: Passage) -> str:
        """A passage as a reference: the document's short name and the offsets."""
        label = self.labels.get(passage.document, passage.document)
        return linked(f"{label} [{passage.start}:{passage.end}]", passage)


def _kind(entry: OriginalEntry) -> str:
    is_post = entry.kind is OriginalKind.POST and entry.medium
    return f"{entry.kind} ({entry.medium})" if is_post else entry.kind.value


def party_name(party: PartyEntry) -> str:
    """A party with its code: ``Narendra Modi (IND)``; a state or body by its name alone."""
    inside = [*filter(None, [party.state or party.body]), *map(_told_means, party.means)]
    return f"{party.name} ({', '.join(inside)})" if inside else party.name


def _told_means(means: Means) -> str:
    return means.value if means is Means.IN_PERSON else f"by {means.value}"


def parties_named(parties: Sequence[PartyEntry]) -> str:
    """All parties of a contact in one line."""
    return " – ".join(party_name(one) for one in parties)


def day_named(edtf: str | None) -> str:
    """An EDTF date for reading: ``../2021-08-25`` is "by 2021-08-25", ``2021-23`` "autumn 2021"."""
    if not edtf:
        return "not stated"
    start, _, end = (_in_words(one) for one in edtf.partition("/"))
    if end and start in ("", ".."):
        return f"by {end}"
    if end in ("", "..") and "/" in edtf:
        return f"since {start}"
    return f"{start} to {end}" if end else start


def _in_words(edtf: str) -> str:
    """A date with the name of its season, where it is one; anything else unchanged."""
    year, _, season = edtf.partition("-")
    return f"{SEASONS[season]} {year}" if season in SEASONS else edtf


def when_of(contact: Contact) -> str:
    """When a contact was, as coarse as the accounts; a continuing one is "ongoing"."""
    if any(one.value == "ongoing" for one in contact.status):
        return "ongoing"
    return " or ".join(day_named(one.value) for one in contact.date) or "not stated"


def how_of(contact: Contact) -> str:
    """The form, and the means where an account states them."""
    forms, means = values_named(contact.form), values_named(contact.means)
    return f"{forms}, {means}" if means and means != forms else forms


def values_named(values: Iterable[Valued]) -> str:
    """What accounts give for one question, one or the other where they part."""
    return " or ".join(one.value for one in values)


def codes_of(contact: Contact) -> tuple[str, ...]:
    """The states, bodies and others that take part, each once."""
    return tuple(dict.fromkeys(one.state or one.body or one.name for one in contact.parties))


def sides_heard(contact: Contact) -> str:
    """Which sides are heard, and whose words stand without a named original."""
    if not contact.sides and not contact.unattributed:
        return "none, outlets only"
    heard = ", ".join(contact.sides) or "none by name"
    if len(contact.sides) == 1 and len(codes_of(contact)) > 1 and not contact.unattributed:
        heard += " only"
    if contact.unattributed:
        heard += "; words of " + ", ".join(contact.unattributed) + " without a named original"
    return heard


def quoted(words: str) -> str:
    """Words in quotation marks; words that bring their own are left as they are."""
    whole = " ".join(words.split())
    return whole if whole[:1] in QUOTES or whole[-1:] in QUOTES else f"“{whole}”"


def cut(words: str, longest: int = LONGEST_WORDS) -> str:
    """The beginning of words that are longer than a view has room for."""
    whole = " ".join(words.split())
    return whole if len(whole) <= longest else whole[:longest].rsplit(" ", 1)[0] + " …"


def by_date(contact: Contact) -> tuple[str, str]:
    """The place of a contact in a list: by its last possible day, continuing ones at the end."""
    if not contact.date or when_of(contact) == "ongoing":
        return ("~", contact.label)
    last = days_of(contact.date[0].value)[1]
    return ("~" if last is None else last.isoformat(), contact.label)


def step_named(step: Step) -> str:
    """A step in the life of a channel or format, with its day where one is given."""
    since = "since " if step.step in _LASTING else ""
    return f"{step.step} {since}{day_named(step.date)}" if step.date else step.step.value


_LASTING = (ChannelStep.DORMANT, ChannelStep.IN_USE)
"""Steps that are told of with the day from which on they are true."""
