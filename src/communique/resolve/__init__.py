"""Same or different over documents: actors, contacts, originals, undertakings, channels."""

from communique.resolve.resolving import resolve_within

__all__ = ["resolve_within"]
