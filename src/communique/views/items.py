"""Everything a record shows, thing by thing, as short words that can be set beside one another."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from communique.model.contents import (
    Cell,
    Contact,
    Contents,
    Finding,
    Gap,
    Offer,
    OriginalEntry,
    Point,
)
from communique.model.passages import Passage
from communique.model.registers import (
    ChannelEntry,
    FormatEntry,
    LabelEntry,
    PositionEntry,
    PresenceEntry,
    ProjectEntry,
    UndertakingEntry,
)
from communique.views.columns import OUTLETS
from communique.views.naming import (
    Naming,
    cut,
    day_named,
    parties_named,
    quoted,
    sides_heard,
    step_named,
    values_named,
)
from communique.views.owing import due_named, said_by


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a record: its kind, its name, and what is told of it, question by question.

    ``of`` is the contact that it belongs to. ``rests_on`` are the ids and places by which it is
    known again after labels and ids of its own have changed: the accounts of a contact, the claims
    of a point, the passages of a finding. ``columns`` name the questions that are ids of originals.
    """

    kind: str
    name: str
    rests_on: frozenset[str]
    told: Mapping[str, str]
    of: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


def items_of(contents: Contents) -> Iterator[Item]:
    """All things that a record shows: contacts with their points first, then the registers."""
    naming = Naming(contents)
    contacts = {one.id: one for one in contents.contacts}
    for contact in contents.contacts:
        yield _contact(contact)
        yield from (_point(one, contact, naming) for one in contact.points)
    yield from (_original(one, naming) for one in contents.originals)
    yield from (_undertaking(one, naming) for one in contents.undertakings)
    yield from (_channel(one, naming) for one in contents.channels)
    yield from (_format(one, naming) for one in contents.formats)
    yield from (_position(one, naming) for one in contents.positions)
    yield from map(_label, contents.labels)
    yield from map(_presence, contents.presence)
    yield from (_project(one, naming) for one in contents.projects)
    yield from (_gap(one, contacts) for one in contents.gaps)
    yield from (_finding(one, contacts, naming) for one in contents.findings)
    yield from map(_offer, contents.offers)


def cell_words(cell: Cell) -> str:
    """A cell in short: its state, how far its words go, whether the speaker is carried over."""
    marks = [one for one in (cell.strength, "carried over" if cell.carried_over else None) if one]
    return f"{cell.state} ({', '.join(marks)})" if marks else cell.state.value


def _told(*answers: tuple[str, str | None]) -> dict[str, str]:
    """The questions that have an answer."""
    return {question: answer for question, answer in answers if answer}


def _names(names: Iterable[tuple[str, Passage]]) -> str:
    return ", ".join(quoted(one) for one in dict.fromkeys(name for name, _ in names))


def _places(passages: Iterable[Passage]) -> frozenset[str]:
    return frozenset(f"{one.document}:{one.start}" for one in passages)


def _contact(contact: Contact) -> Item:
    told = _told(
        ("parties", parties_named(contact.parties)),
        ("form", values_named(contact.form)),
        ("status", values_named(contact.status)),
        ("date", " or ".join(day_named(one.value) for one in contact.date)),
        ("means", values_named(contact.means)),
        ("place", values_named(contact.place)),
        ("duration", values_named(contact.duration)),
        ("initiator", values_named(contact.initiator)),
        ("route", values_named(contact.route)),
        ("channel", values_named(contact.channel)),
        ("format", values_named(contact.format)),
        ("reports", str(contact.reports)),
        ("origins", str(len(contact.origins))),
        ("sides heard", sides_heard(contact)),
    )
    return Item("contact", contact.label, frozenset(one.id for one in contact.accounts), told)


def _point(point: Point, contact: Contact, naming: Naming) -> Item:
    originals = [one for one in point.cells if one.column not in naming.labels]
    outlets = [naming.document(one.column) for one in point.cells if one.column in naming.labels]
    told = _told(
        *((one.column, cell_words(one)) for one in originals),
        (OUTLETS, ", ".join(outlets)),
        ("verdict", point.verdict.value),
    )
    claims = frozenset(claim for cell in point.cells for claim in cell.claims)
    columns = {one.column: naming.issued(one.column) for one in originals}
    return Item(
        "point", cut(point.words, LONGEST), claims | {point.id}, told, contact.label, columns
    )


LONGEST = 70
"""Characters of a thing's words by which it is named."""


def _original(entry: OriginalEntry, naming: Naming) -> Item:
    told = _told(
        ("held", naming.held(entry.id)),
        ("same text as", ", ".join(naming.original(one) for one in entry.same_text_as)),
    )
    places = frozenset({entry.id}) | _places((*entry.passages, *entry.named_in))
    name = naming.issued(entry.id)
    return Item("original", name, places, told, columns={entry.id: name})


def _undertaking(entry: UndertakingEntry, naming: Naming) -> Item:
    name = f"{naming.codes(entry.by)}: {cut(entry.what, LONGEST)}"
    told = _told(
        ("kind", entry.kind.value),
        ("strength", entry.strength.value),
        ("condition", entry.condition),
        ("due", due_named(entry.due)),
        ("said by", said_by(entry)),
        ("state", entry.state),
    )
    return Item("undertaking", name, frozenset(entry.claims), told)


def _channel(entry: ChannelEntry, naming: Naming) -> Item:
    steps = map(step_named, entry.lifecycle)
    told = _told(
        ("parties", naming.codes(entry.parties)),
        ("topic", entry.topic),
        ("names", _names(entry.names)),
        ("steps", ", ".join(dict.fromkeys(steps))),
        ("says it exists", ", ".join(entry.says) or "outlets only"),
        ("says otherwise", ", ".join(entry.denies)),
        ("not quoted", ", ".join(entry.not_quoted)),
    )
    return Item("channel", entry.label, frozenset(entry.claims), told)


def _format(entry: FormatEntry, naming: Naming) -> Item:
    told = _told(
        ("names", _names(entry.names)),
        ("members in texts", naming.codes(entry.members)),
        ("steps", ", ".join(map(step_named, entry.lifecycle))),
    )
    return Item("format", entry.name, frozenset({entry.id, *entry.claims}), told)


def _position(entry: PositionEntry, naming: Naming) -> Item:
    told = _told(
        ("stance", cut(entry.stance, LONGEST)),
        ("conditions", str(len(entry.conditions)) if entry.conditions else None),
        ("said by", ", ".join(entry.said_by) or entry.voice.value),
    )
    name = f"{naming.codes(entry.holder)} on {cut(entry.matter, LONGEST)}"
    return Item("position", name, frozenset(entry.claims), told)


def _label(entry: LabelEntry) -> Item:
    name = f"{', '.join(entry.dyad)}: {quoted(entry.label)}"
    told = _told(("said by", ", ".join(entry.said_by) or "outlets"))
    return Item("label", name, frozenset(entry.claims), told)


def _presence(entry: PresenceEntry) -> Item:
    told = {"mission": "open" if entry.is_open else "closed"}
    return Item("presence", f"{entry.state} in {entry.place}", frozenset(entry.claims), told)


def _project(entry: ProjectEntry, naming: Naming) -> Item:
    told = _told(("states", naming.codes(entry.states)))
    return Item("project", entry.name, frozenset({entry.id, *entry.claims}), told)


def _gap(entry: Gap, contacts: Mapping[str, Contact]) -> Item:
    contact = contacts.get(entry.contact)
    accounts = [one.id for one in contact.accounts] if contact else [entry.contact]
    wanted = f"{entry.side or ''}|{entry.original or ''}"
    return Item(
        "gap",
        entry.wanted,
        frozenset(f"{one}|{wanted}" for one in accounts),
        _told(("issuer", entry.issuer), ("why", entry.reason)),
        contact.label if contact else None,
    )


def _finding(entry: Finding, contacts: Mapping[str, Contact], naming: Naming) -> Item:
    documents = dict.fromkeys(naming.document(one.document) for one in entry.passages)
    contact = contacts.get(entry.contact or "")
    return Item(
        "finding",
        entry.type.value,
        frozenset(f"{entry.type}|{one}" for one in _places(entry.passages)),
        {"why": entry.reason, "in": ", ".join(documents)},
        contact.label if contact else None,
    )


def _offer(entry: Offer) -> Item:
    words = " ~ ".join(quoted(cut(one.exact, LONGEST)) for one in entry.passages)
    return Item("offer", words, frozenset({entry.id}), {"why": entry.reason})
