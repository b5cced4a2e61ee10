"""Ids made from content."""

import hashlib

SEPARATOR = "\x1f"


def digest_of(data: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def content_id(prefix: str, *parts: str) -> str:
    """An id: the prefix, a hyphen, and 16 hexadecimal digits made from the parts in order."""
    return f"{prefix}-{digest_of(SEPARATOR.join(parts).encode())[:16]}"
