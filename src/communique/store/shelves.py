"""The contents of a record as rows: what is written into the derived tables."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from communique.model.codec import to_json
from communique.model.contents import (
    ActorEntry,
    ClaimEntry,
    Contact,
    Contents,
    DocumentEntry,
    OriginalEntry,
    Relation,
    SharedRun,
    StoryEntry,
    Valued,
)
from communique.model.registers import ChannelEntry, PositionEntry, PresenceEntry, UndertakingEntry
from communique.model.times import When
from communique.store.bodies import canonical
from communique.store.places import Places
from communique.store.tables import PARTS
from communique.text.digests import digest_of
from communique.text.intervals import days_of

Row = dict[str, Any]
AND = "; "
NUMBERED = 15
"""Digits of the digest of a document's id that make the number under which it is searched."""


def rows_of(
    contents: Contents, texts: Mapping[str, str], places: Places
) -> Iterator[tuple[str, list[Row]]]:
    """For each derived table its name and rows; ``texts`` gives the text of each document."""
    for name in PARTS:
        listed = enumerate(getattr(contents, name))
        yield name, [row_of(name, places.of(name, at, one), one, texts) for at, one in listed]
    yield "parties", [row for one in contents.contacts for row in _parties(one)]
    yield "accounts", _accounts(contents)
    yield "contact_names", [row for one in contents.contacts for row in _names(one, places)]
    yield "points", [row for one in contents.contacts for row in _points(one)]


def given_names(contents: Contents) -> Iterator[tuple[str, str]]:
    """Each label and id of a contact with the first account it was given for."""
    for one in contents.contacts:
        if one.accounts:
            yield one.label, one.accounts[0].id
            yield one.id, one.accounts[0].id


def row_of(name: str, place: str, one: Any, texts: Mapping[str, str]) -> Row:
    """The row of one entry of a part."""
    written = to_json(one)
    own = SHOWN[name](one) if name in SHOWN else {}
    row: Row = {"place": place, "json": canonical(written).decode("utf-8", "replace")}
    for column in PARTS[name].columns:
        if column.name in ("place", "component", "json"):
            continue
        value = own[column.name] if column.name in own else written.get(column.name)
        row[column.name] = _shown(value)
    if name == "documents":
        row["text"] = texts.get(one.id)
    return row


def _shown(value: Any) -> str | int | None:
    if isinstance(value, list | tuple):
        return AND.join(str(one) for one in value)
    if isinstance(value, dict):
        return value.get("edtf") if "edtf" in value else canonical(value).decode()
    if isinstance(value, bool):
        return int(value)
    return value if value is None or isinstance(value, int) else str(value)


def _first(values: tuple[Valued, ...]) -> str | None:
    return values[0].value if values else None


def _edtf(when: When | None) -> str | None:
    return None if when is None else when.edtf


def _contact(one: Contact) -> Row:
    first, last = days_of(_first(one.date))
    names = ("form", "means", "status", "date", "duration", "initiator", "route")
    row: Row = {name: _first(getattr(one, name)) for name in (*names, "channel", "format")}
    return row | {
        "first_day": first.isoformat() if first else None,
        "last_day": last.isoformat() if last else None,
        "site": _first(one.place),
        "who": AND.join(" ".join(filter(None, (p.state, p.name))) for p in one.parties),
        "states": AND.join(sorted({p.state for p in one.parties if p.state})),
        "origins": len(one.origins),
        "sides": AND.join(one.sides),
        "plain": one.label,
    }


def _document(one: DocumentEntry) -> Row:
    return {"published": _edtf(one.published), "number": _number(one)}


def _number(one: DocumentEntry) -> int:
    return int(digest_of(one.id.encode())[:NUMBERED], 16)


def _channel(one: ChannelEntry) -> Row:
    return {"plain": one.label}


def _actor(one: ActorEntry) -> Row:
    return {"offices": [office.title for office in one.offices]}


def _original(one: OriginalEntry) -> Row:
    return {"named": one.issuer_wordings, "date": _edtf(one.date)}


def _claim(one: ClaimEntry) -> Row:
    told = one.value if isinstance(one.value, str) else canonical(to_json(one)["value"]).decode()
    return {
        "value": told,
        "mode": one.attribution.mode.value,
        "speaker": one.attribution.speaker,
        "side": one.attribution.side,
        "document": one.passage.document,
        "start": one.passage.start,
        "end": one.passage.end,
        "exact": one.passage.exact,
    }


def _undertaking(one: UndertakingEntry) -> Row:
    said = one.said_by or one.said_by_words
    return {"due": _edtf(one.due), "said_by": said}


def _position(one: PositionEntry) -> Row:
    return {"date": _edtf(one.date)}


def _presence(one: PresenceEntry) -> Row:
    return {"site": one.place}


def _pair(one: SharedRun | Relation) -> Row:
    return {"left": one.documents[0], "right": one.documents[1]}


def _story(one: StoryEntry) -> Row:
    return {"documents": [member.document for member in one.members]}


SHOWN: Mapping[str, Callable[[Any], Row]] = {
    "documents": _document,
    "actors": _actor,
    "contacts": _contact,
    "originals": _original,
    "claims": _claim,
    "undertakings": _undertaking,
    "channels": _channel,
    "positions": _position,
    "presence": _presence,
    "stories": _story,
    "shared_runs": _pair,
    "relations": _pair,
}
"""For each part the columns that are not simply the field of that name."""


def _parties(contact: Contact) -> Iterator[Row]:
    for one in contact.parties:
        yield {
            "contact": contact.id,
            "actor": one.actor,
            "name": one.name,
            "office": one.office,
            "state": one.state,
            "body": one.body,
            "role": one.role.value,
        }


def _accounts(contents: Contents) -> list[Row]:
    rows = {
        one.id: {
            "id": one.id,
            "contact": contact.id,
            "document": one.document,
            "joined_by": one.joined_by,
        }
        for contact in contents.contacts
        for one in contact.accounts
    }
    return list(rows.values())


def _names(contact: Contact, places: Places) -> Iterator[Row]:
    names = dict.fromkeys(contact.other_labels, OTHER)
    names |= {contact.label: PLAIN, contact.id: ID}
    for name, rank in names.items():
        place = places.of_contact(contact.id)
        yield {"name": name, "contact": contact.id, "rank": rank, "place": place}


ID, PLAIN, OTHER = 0, 1, 2
"""How well a name names a contact: by its id, as all of that name, as one account would."""


def _points(contact: Contact) -> Iterator[Row]:
    for one in contact.points:
        yield {
            "id": one.id,
            "contact": contact.id,
            "aspect": one.aspect.value,
            "words": one.words,
            "verdict": one.verdict.value,
            "sides": AND.join(one.sides),
        }
