"""Shortcuts to what a test reads: the one document of some bytes, and its blocks in words."""

from communique.intake import About, Options, Refused, Taken, document_from_bytes
from communique.model.documents import Document


def taken(data: bytes | str, name: str = "note.txt", about: About | None = None) -> Taken:
    """What the bytes come to; fails where they are refused."""
    one = met(data, name, about)
    assert isinstance(one, Taken), one
    return one


def refused(data: bytes | str, name: str = "note.txt") -> Refused:
    """Why the bytes are refused; fails where they are not."""
    one = met(data, name)
    assert isinstance(one, Refused), one
    return one


def met(data: bytes | str, name: str, about: About | None = None) -> Taken | Refused:
    """A document or a refusal."""
    raw = data.encode() if isinstance(data, str) else data
    return document_from_bytes(raw, name, Options(about or About()))


def blocks(document: Document) -> list[tuple[str, str]]:
    """Kind and words of each block."""
    return [
        (block.kind.value, document.text[block.span.start : block.span.end])
        for block in document.blocks
    ]
