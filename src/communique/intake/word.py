"""Word documents (.docx), paragraph after paragraph, tables in their place."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from communique.intake.about import About
from communique.intake.values import Draft, Refused, too_large
from communique.model.documents import Block
from communique.model.passages import Span
from communique.model.vocabulary import BlockKind

VERSION = "word/1"
_PACKED = 10
"""Times the limit that the parts of a package may come to when they are unpacked."""
GAP = "\n\n"
_STYLES = (
    ("title", BlockKind.HEADLINE),
    ("heading", BlockKind.SUBHEADING),
    ("caption", BlockKind.CAPTION),
    ("header", BlockKind.OTHER),
    ("footer", BlockKind.OTHER),
)


def is_word(head: bytes) -> bool:
    """Whether the first bytes begin a package that may be a Word document."""
    return head.startswith(b"PK\x03\x04") and (b"word/" in head or b"[Content_Types].xml" in head)


def read_word(name: str, data: bytes, limit: int) -> Draft | Refused:
    """The paragraphs of a Word document, an empty line between two, and its own title.

    A package whose parts would come to more than ten times the limit is not unpacked.
    """
    from docx.opc.exceptions import OpcError  # loaded when the first Word document is read
    from lxml.etree import LxmlError

    try:
        if _unpacked(data) > _PACKED * limit:
            return too_large(name, limit)
        return _read(name, data)
    except (
        OpcError, LxmlError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError,
        RuntimeError, LookupError, AttributeError, TypeError, ValueError,
    ) as error:  # fmt: skip
        # What python-docx raises over damaged packages is not listed anywhere.
        return Refused(
            name,
            "word-unreadable",
            f"met a file that is no Word document ({error}); expected .docx: save it again, or "
            "as text",
        )


def _unpacked(data: bytes) -> int:
    """The bytes that the parts of a package say they come to; no more of them is ever read."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return sum(one.file_size for one in package.infolist())


def _read(name: str, data: bytes) -> Draft | Refused:
    import docx

    word = docx.Document(io.BytesIO(data))
    parts: list[str] = []
    known: list[Block] = []
    at = 0
    for words, kind in _paragraphs(word):
        if kind is not None:
            known.append(Block(kind, Span(at, at + len(words))))
        parts.append(words)
        at += len(words) + len(GAP)
    if not any(part.strip() for part in parts):
        return Refused(name, "no-text", "met a Word document without words: take the file out")
    title = (word.core_properties.title or "").strip() or None
    return Draft(
        name,
        data,
        GAP.join(parts),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
        flattening=VERSION,
        about=About(title=title),
        known=tuple(known),
    )


def _paragraphs(word: object) -> Iterator[tuple[str, BlockKind | None]]:
    for item in word.iter_inner_content():  # type: ignore[attr-defined]
        if hasattr(item, "rows"):
            for row in item.rows:
                words = " | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells))
                if words.strip(" |"):
                    yield " ".join(words.split()), BlockKind.PARAGRAPH
        elif words := item.text.strip():
            yield words, _kind(item.style.name if item.style is not None else "")


def _kind(style: str) -> BlockKind | None:
    lower = style.lower()
    return next((kind for start, kind in _STYLES if lower.startswith(start)), None)
