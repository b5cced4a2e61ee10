"""Bytes in, documents out."""

from communique.intake.about import About
from communique.intake.taking import document_from_bytes, documents_from_bytes, take_in
from communique.intake.values import Draft, Options, Refused, Taken

__all__ = [
    "About",
    "Draft",
    "Options",
    "Refused",
    "Taken",
    "document_from_bytes",
    "documents_from_bytes",
    "take_in",
]
