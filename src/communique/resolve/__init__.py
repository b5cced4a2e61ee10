"""Same or different over documents: actors, contacts, originals, undertakings, channels."""

from communique.resolve.resolving import resolve

__all__ = ["resolve"]
