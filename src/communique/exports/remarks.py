"""What the plain notation adds in remarks, for people: it is skipped when the text is read."""

from dataclasses import dataclass
from typing import Any

from communique.exports.inline import quoted
from communique.model.contents import ClaimEntry, Contact, Contents, Valued
from communique.model.vocabulary import Voice


@dataclass(frozen=True, slots=True)
class Remarks:
    """Headlines of contacts, and where the words of a value stand and who says them."""

    claims: dict[str, ClaimEntry]
    labels: dict[str, str]

    @classmethod
    def of(cls, contents: Contents) -> "Remarks":
        """The remarks that these contents allow."""
        return cls(
            {one.id: one for one in contents.claims},
            {one.id: one.label for one in contents.documents},
        )

    def above(self, value: Any) -> tuple[str, ...]:
        """Remarks below the heading of an entry."""
        return (_headline(value),) if isinstance(value, Contact) else ()

    def beside(self, value: Any) -> str | None:
        """A remark at the end of a value's line, or None."""
        if not isinstance(value, Valued):
            return None
        told = [self._told(self.claims[one]) for one in value.claims if one in self.claims]
        return _plain("; ".join(told)) or None

    def _told(self, claim: ClaimEntry) -> str:
        place = claim.passage
        document = self.labels.get(place.document, place.document)
        voice = claim.attribution.side if claim.voice is Voice.SIDE else None
        return f"{document} [{place.start}:{place.end}] {voice or claim.voice.value}"


def _headline(contact: Contact) -> str:
    first = [values[0].value for values in (contact.date, contact.form, contact.status) if values]
    who = ", ".join(" ".join(filter(None, (one.state, one.name))) for one in contact.parties)
    return _plain(f"{' '.join(first)}  {who}")


def _plain(words: str) -> str:
    """The words on one line, with marks that cannot be seen escaped."""
    return quoted(words)[1:-1].replace('\\"', '"').rstrip()
