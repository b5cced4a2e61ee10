"""Parts of a record: contents that hold one contact, and all that is needed to read it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from communique.model.codec import from_json
from communique.model.contents import (
    SCHEMA,
    ActorEntry,
    ClaimEntry,
    Contact,
    Contents,
    DocumentEntry,
    Finding,
    Gap,
    Offer,
    OriginalEntry,
    ProblemEntry,
    Relation,
    SharedRun,
)
from communique.model.passages import Passage
from communique.model.registers import ChannelEntry, FormatEntry, PositionEntry, UndertakingEntry
from communique.store.engine import Store

T = TypeVar("T")


@cache
def part_kinds() -> dict[str, type[Any]]:
    """For each part of the contents the kind of its entries, in the order of the export."""
    hints = get_type_hints(Contents)
    scalars = ("schema", "version")
    return {name: get_args(hint)[0] for name, hint in hints.items() if name not in scalars}


def entries(
    store: Store,
    part: str,
    kind: type[T],
    where: Mapping[str, str] | None = None,
    limit: int | None = None,
    skip: int = 0,
) -> Iterator[T]:
    """The entries of a part, in the order of the export, equal in these columns.

    Of what is found ``limit`` entries are given, the first ``skip`` ones left out.
    """
    return (from_json(json.loads(one), kind) for one in store.part(part, where, limit, skip))


def empty_part(store: Store) -> Contents:
    """Contents that hold nothing but the versions and the documents."""
    parts: dict[str, Any] = dict.fromkeys(part_kinds(), ())
    parts["documents"] = tuple(entries(store, "documents", DocumentEntry))
    return Contents(schema=SCHEMA, version=version(store), **parts)


def version(store: Store) -> dict[str, Any]:
    """The versions that the derived tables were made by."""
    derived = store.derived()
    loaded: dict[str, Any] = {} if derived is None else json.loads(derived.version)
    return loaded


def part_of_contact(store: Store, contact: Contact) -> Contents:
    """One contact, with the claims, actors, originals, documents and all else that it names."""
    claims = tuple(entries(store, "claims", ClaimEntry, {"contact": contact.id}))
    own = {one.id for one in claims}
    undertakings = entries(store, "undertakings", UndertakingEntry, {"contact": contact.id})
    channels = _resting(store, "channels", ChannelEntry, own)
    formats = _resting(store, "formats", FormatEntry, own)
    documents = {one.document for one in contact.accounts}
    originals = tuple(_originals(store, contact))
    parts: dict[str, Any] = dict.fromkeys(part_kinds(), ())
    parts |= {
        "contacts": (contact,),
        "originals": originals,
        "claims": claims,
        "undertakings": tuple(undertakings),
        "positions": _resting(store, "positions", PositionEntry, own),
        "channels": channels,
        "formats": formats,
        "shared_runs": _between(store, "shared_runs", SharedRun, documents),
        "relations": _between(store, "relations", Relation, documents),
        "findings": tuple(entries(store, "findings", Finding, {"contact": contact.id})),
        "offers": tuple(_offers(store, contact)),
        "gaps": tuple(entries(store, "gaps", Gap, {"contact": contact.id})),
        "problems": tuple(
            one
            for document in sorted(documents)
            for one in entries(store, "problems", ProblemEntry, {"document": document})
        ),
    }
    parts["actors"] = _with_ids(store, "actors", ActorEntry, _actors_named(parts))
    named = documents | {p.document for one in parts.values() for p in passages_of(one)}
    parts["documents"] = _with_ids(store, "documents", DocumentEntry, named)
    return Contents(schema=SCHEMA, version=version(store), **parts)


def _offers(store: Store, contact: Contact) -> Iterator[Offer]:
    """What may be one within a contact, and the contacts that it may be one with."""
    yield from entries(store, "offers", Offer, {"about": contact.id})
    others = entries(store, "offers", Offer, {"right": contact.id})
    yield from (one for one in others if one.about == one.left)


def _resting(store: Store, part: str, kind: type[T], own: set[Any]) -> tuple[T, ...]:
    """Those entries of a part that rest on at least one of the claims."""
    read = (json.loads(one) for one in store.part(part))
    return tuple(from_json(one, kind) for one in read if own.intersection(one["claims"]))


def _between(store: Store, part: str, kind: type[T], documents: set[Any]) -> tuple[T, ...]:
    """The entries on two documents that are both among these, in their order."""
    rows = (row for one in documents for row in store.rows(part, {"left": one}))
    found = sorted((row["place"], row["json"]) for row in rows if row["right"] in documents)
    return tuple(from_json(json.loads(written), kind) for _, written in found)


def _originals(store: Store, contact: Contact) -> Iterator[OriginalEntry]:
    named = {one for account in contact.accounts for one in account.originals}
    named |= {one for origin in contact.origins for one in origin}
    return iter(_with_ids(store, "originals", OriginalEntry, named))


def _with_ids(store: Store, part: str, kind: type[T], ids: Iterable[str]) -> tuple[T, ...]:
    wanted = set(ids)
    found = [
        (row["place"], row["json"])
        for one in sorted(wanted)
        for row in store.rows(part, {"id": one})
    ]
    return tuple(from_json(json.loads(written), kind) for _, written in sorted(found))


def _actors_named(parts: Mapping[str, Any]) -> set[str]:
    """The ids of actors that any of these entries may name: parties, speakers, holders."""
    [contact] = parts["contacts"]
    named = {one.actor for one in contact.parties}
    for claim in parts["claims"]:
        named |= {claim.attribution.speaker, getattr(claim.value, "actor", None)}
        for field in ("by", "holder", "parties", "members", "dyad", "states"):
            named.update(getattr(claim.value, field, ()))
    for one in (*parts["undertakings"], *parts["channels"], *parts["formats"]):
        for field in ("by", "parties", "members"):
            named.update(getattr(one, field, ()))
    for one in parts["positions"]:
        named.update(one.holder)
    for one in parts["originals"]:
        named.add(one.issuer)
    return {one for one in named if one is not None}


def claims_with(store: Store, ids: Iterable[str]) -> tuple[ClaimEntry, ...]:
    """The claims with these ids, in the order of the export."""
    return _with_ids(store, "claims", ClaimEntry, ids)


def claims_on(store: Store, contact: Contact, asked: str) -> tuple[ClaimEntry, ...]:
    """The claims on one aspect, or on one point, of a contact."""
    ids: list[str] = []
    for point in contact.points:
        if asked in (point.id, point.aspect.value) or asked.casefold() in point.words.casefold():
            ids += [one for cell in point.cells for one in cell.claims]
    for valued in getattr(contact, asked, ()) if asked in VALUED else ():
        ids += valued.claims
    if asked in ("party", "parties"):
        ids += [one for party in contact.parties for one in party.claims]
    if not ids:
        return tuple(entries(store, "claims", ClaimEntry, _on(contact, asked)))
    return claims_with(store, ids)


def _on(contact: Contact, aspect: str) -> dict[str, str]:
    return {"contact": contact.id, "aspect": aspect}


VALUED = (
    *("form", "means", "status", "date", "place", "duration"),
    *("initiator", "route", "channel", "format"),
)
"""The fields of a contact that hold values with their claims."""


def passages_in(contents: Contents) -> Iterator[Passage]:
    """Every passage that any entry shows."""
    for part in part_kinds():
        for one in getattr(contents, part):
            yield from passages_of(one)


def passages_of(value: Any) -> Iterator[Passage]:
    """Every passage inside a value."""
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from passages_of(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from passages_of(getattr(value, name))
