"""When something was told: at which contact, else not later than which document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from communique.model.contents import ClaimEntry, Contact
from communique.model.times import When
from communique.model.vocabulary import Status
from communique.resolve.documents import Shelf
from communique.text.intervals import days_of

AHEAD = (Status.PLANNED, Status.PROPOSED)
"""What is said about a contact that lies ahead is said before it."""


@dataclass(frozen=True, slots=True)
class Moments:
    """Asks for the days of claims and contacts."""

    contacts: Mapping[str, Contact]
    shelf: Shelf

    def told(self, claim: ClaimEntry) -> When | None:
        """The day of the contact at which a claim's words were said, else its document's bound."""
        contact = self.over(claim.contact)
        if contact is not None and contact.date:
            return When(contact.date[0].value, "day of the contact")
        document = self.shelf.documents[self.shelf.places[claim.passage.document]]
        if document.published is None or not document.published.edtf:
            return None
        return When(f"../{document.published.edtf[:10]}", "not later than the document")

    def over(self, contact: str | None) -> Contact | None:
        """The contact, if it does not only lie ahead."""
        found = self.contacts.get(contact or "")
        if found is None or all(one.value in AHEAD for one in found.status):
            return None
        return found

    def between(self, claims: Iterable[ClaimEntry]) -> tuple[str | None, str | None]:
        """The days of the first and of the last of some claims, as EDTF."""
        told = (when.edtf for one in claims if (when := self.told(one)) is not None)
        ordered = sorted((one for one in told if one), key=last_day)
        return (ordered[0], ordered[-1]) if ordered else (None, None)


def last_day(edtf: str) -> date:
    """The last day that a date covers, to sort by; what has no end comes last."""
    return days_of(edtf)[1] or date.max
