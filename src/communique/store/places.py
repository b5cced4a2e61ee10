"""Where each entry of the record stands: a text that sorts as the export does.

It is made from what the entry is, not from how many stand before it: a new entry moves no other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from communique.model.contents import Contact, Contents, Offer
from communique.model.passages import DocumentId
from communique.text.runs import words_of

LAST = "~"
"""Sorts behind every place that begins with a date."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places of documents and of the claims in them, from which all others follow."""

    documents: Mapping[DocumentId, str]
    claims: Mapping[str, str]
    contacts: Mapping[str, str]

    def contact(self, one: Contact) -> str:
        """By the first account."""
        first = one.accounts[0]
        return f"{self.documents.get(first.document, LAST)}.{first.id}"

    def of(self, part: str, at: int, one: Any) -> str:
        """The place of an entry that comes at this number in its part of the component."""
        return ORDERS[part](self, at, one)

    def of_contact(self, contact: str | None) -> str:
        """The place of a contact by its id, or that of what is about none."""
        return self.contacts.get(contact or "", LAST)


def places_in(
    contents: Contents, documents: Mapping[DocumentId, str], claims: Mapping[str, str]
) -> Places:
    """The places of what a component holds, given those of its documents and claims."""
    none = Places(documents, claims, {})
    contacts = {one.id: none.contact(one) for one in contents.contacts if one.accounts}
    return Places(documents, claims, contacts)


def _by_claim(places: Places, _: int, one: Any) -> str:
    return places.claims[one.claims[0]]


def _by_id(_: Places, __: int, one: Any) -> str:
    return str(one.id)


def _by_offer(places: Places, at: int, one: Offer) -> str:
    return f"{places.of_contact(one.about)}.{at:06}"


ORDERS: Mapping[str, Callable[[Places, int, Any], str]] = {
    "documents": lambda places, _, one: places.documents[one.id],
    "actors": lambda _, __, one: f"{one.kind}.{one.id}",
    "contacts": lambda places, _, one: places.of_contact(one.id),
    "originals": _by_id,
    "claims": lambda places, _, one: places.claims[one.id],
    "undertakings": _by_claim,
    "positions": _by_claim,
    "channels": _by_claim,
    "formats": lambda _, __, one: str(one.label),
    "labels": lambda _, __, one: f"{','.join(one.dyad)}.{' '.join(words_of(one.label))}",
    "presence": lambda _, __, one: f"{one.state}.{one.place.casefold()}.{int(one.is_open)}",
    "projects": lambda _, __, one: ".".join((*words_of(one.name), one.id)),
    "shared_runs": lambda places, _, one: ".".join(places.documents[d] for d in one.documents),
    "stories": lambda places, _, one: places.documents[one.members[0].document],
    "relations": lambda places, _, one: ".".join(places.documents[d] for d in one.documents),
    "findings": lambda _, __, one: f"{MOST_WEIGHT - one.weight:04}.{one.id}",
    "offers": _by_offer,
    "gaps": lambda places, at, one: f"{places.of_contact(one.contact)}.{at:06}",
    "judgements": lambda _, at, __: f"{at:06}",
    "problems": lambda places, at, one: f"{places.documents.get(one.document, LAST)}.{at:06}",
}
"""For each part how its entries are put in order."""
MOST_WEIGHT = 9999
