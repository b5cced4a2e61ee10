"""What is said about a document beside its text: by a user, a sidecar file, or its page."""

from dataclasses import dataclass, fields, replace

from communique.model.vocabulary import DocumentKind


@dataclass(frozen=True, slots=True)
class About:
    """Outlet, date, address, kind, side, title and language of a document, as far as said.

    ``date`` is in words or as ISO 8601; ``basis`` says where it was said, in words for a reader.
    """

    outlet: str | None = None
    date: str | None = None
    basis: str | None = None
    address: str | None = None
    kind: DocumentKind | None = None
    side: str | None = None
    title: str | None = None
    language: str | None = None


NOTHING = About()


def over(first: About, then: About) -> About:
    """What the first says, completed by what the other says; the basis goes with its date."""
    missing = {
        one.name: getattr(then, one.name)
        for one in fields(About)
        if one.name != "basis" and getattr(first, one.name) is None
    }
    basis = first.basis if first.date is not None else then.basis
    return replace(first, **missing, basis=basis)
