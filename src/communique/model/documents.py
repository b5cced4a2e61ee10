"""One text as one outlet published it, captured once, never changed."""

from dataclasses import dataclass

from communique.model.passages import DocumentId, Span
from communique.model.times import When
from communique.model.vocabulary import BlockKind, DocumentKind


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text and what it is on the page: blocks never overlap."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One text as one outlet published it.

    ``digest`` is the SHA-256 of the bytes as they came, in hexadecimal. ``text`` is the decoded
    (and for pages, flattened) text that all offsets count in. ``blocks`` mark the whole text in
    order; what lies between them is white space. ``decoding`` names the encoding and how it was
    found (``utf-8``, ``windows-1252, declared``); ``flattening`` the version of the rule that made
    the text of a page, None for plain text. ``address`` is a URL or None; ``name`` the file name or
    row it came from. ``side`` is the ISO 3166 alpha-3 code (or the code of a body) that issued an
    official text.
    """

    id: DocumentId
    digest: str
    name: str
    text: str
    media_type: str
    decoding: str
    flattening: str | None
    blocks: tuple[Block, ...]
    language: str | None
    address: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: When | None = None
    kind: DocumentKind = DocumentKind.ARTICLE
    side: str | None = None

    @property
    def account_spans(self) -> tuple[Span, ...]:
        """Where its account stands: what is left without the furniture of the page, in order."""
        return tuple(one.span for one in self.blocks if one.kind.is_account)
