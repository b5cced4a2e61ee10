"""Entries and contents for the tests of stores."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from communique.model.contents import (
    SCHEMA,
    AccountEntry,
    Contact,
    Contents,
    DocumentEntry,
    PartyEntry,
    Valued,
)
from communique.model.passages import DocumentId
from communique.model.vocabulary import DocumentKind, PartyRole
from communique.store.engine import Derived, Store
from communique.store.entries import Author, Draft, Entry, EntryKind, Head
from communique.store.places import places_in
from communique.store.shelves import given_names, rows_of

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)
CLERK = Author("A. Clerk")
REED = DocumentId("d-reed")


def draft(
    words: str, *, about: str = REED, kind: EntryKind = EntryKind.NOTE, key: str | None = None
) -> Draft:
    """A draft whose key is its words, unless another is given."""
    return Draft(kind, about, key or words, words.encode())


def enter(store: Store, *drafts: Draft) -> list[Entry | None]:
    """Add drafts in one transaction."""
    with store.writing() as writer:
        return [writer.add(one, at=NOON, author=CLERK) for one in drafts]


def valued(*values: str) -> tuple[Valued, ...]:
    """Values without claims."""
    return tuple(Valued(one, None, None, ()) for one in values)


def contact(
    label: str,
    *states: str,
    account: str = "a-1",
    on: str = "2031-05-05",
    form: str = "call",
    body: str | None = None,
    reports: int = 1,
    other_labels: tuple[str, ...] = (),
) -> Contact:
    """A contact between states, with one account."""
    parties = tuple(
        PartyEntry(one, f"Leader of {one}", None, one, None, PartyRole.PARTICIPANT, ())
        for one in states
    )
    if body is not None:
        parties += (PartyEntry(body, body, None, None, body, PartyRole.HOST, ()),)
    empty: dict[str, Any] = {one.name: () for one in fields(Contact)}
    return Contact(
        **empty
        | {
            "id": f"c-{label}",
            "label": label,
            "other_labels": other_labels,
            "form": valued(form),
            "status": valued("held"),
            "date": valued(on),
            "parties": parties,
            "accounts": (AccountEntry(account, REED, (), (), "the first account"),),
            "reports": reports,
        }
    )


def entry_of_document(document: str = REED) -> DocumentEntry:
    """A document of which nothing is known but its name."""
    return DocumentEntry(
        id=DocumentId(document),
        label=document.removeprefix("d-"),
        name=f"{document}.txt",
        address=None,
        outlet=None,
        title=None,
        kind=DocumentKind.ARTICLE,
        side=None,
        language="en",
        published=None,
        placed_by=None,
        digest="0" * 64,
        characters=0,
        decoding="utf-8",
        flattening=None,
        revises=None,
        furniture=(),
        leads=(),
    )


def contents(*contacts: Contact, documents: Iterable[DocumentEntry] = ()) -> Contents:
    """Contents with these contacts."""
    empty: dict[str, Any] = {one.name: () for one in fields(Contents)}
    own = {"schema": SCHEMA, "version": {}, "contacts": contacts, "documents": tuple(documents)}
    return Contents(**empty | own)


def derive(store: Store, made: Contents, texts: dict[str, str] | None = None) -> None:
    """Write derived tables for these contents."""
    with store.writing() as writer:
        writer.empty()
        places = places_in(made, {one.id: one.id for one in made.documents}, {})
        for name, rows in rows_of(made, texts or {}, places):
            writer.put(name, rows)
        writer.mark(Derived(writer.head(), "r-1", "shape", "{}"), given_names(made))


EMPTY = Head()
