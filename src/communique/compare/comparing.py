"""The accounts of each contact set side by side, aspect by aspect."""

from communique.model.derived import Compared, Resolved


def compare(resolved: Resolved) -> Compared:
    """How the accounts of each contact stand to one another, and what is missing."""
    return Compared(contacts=resolved.contacts, findings=(), offers=resolved.offers, gaps=())
