"""PDF with a text layer, page after page."""

import re
from collections import Counter

from communique.intake.values import Draft, Refused
from communique.model.documents import Block
from communique.model.passages import Span
from communique.model.vocabulary import BlockKind
from communique.text.blocks import lines_of

VERSION = "pdf/1"
_REPEATED = 3
"""Pages on which one line must stand to be a running head or foot."""
_FULL = 0.8
"""Share of the width of a page from which a line counts as full."""
_WIDE = 40
"""Code points from which a page holds running text, and not a list."""
_DIGITS = re.compile(r"\d+")


def is_pdf(head: bytes) -> bool:
    """Whether the first bytes begin a PDF."""
    return b"%PDF-" in head[:1024]


def read_pdf(name: str, data: bytes) -> Draft | Refused:
    """The text layer of a PDF: running lines put together again, pages parted by a form feed."""
    import pypdfium2  # loaded when the first PDF is read

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return Refused(
            name,
            "pdf-unreadable",
            f"met a PDF that cannot be opened ({error}); expected one without a password: save "
            "it again or as text",
        )
    try:
        pages = [_page(pdf, number) for number in range(len(pdf))]
    finally:
        pdf.close()
    text = "\n\f\n".join(_flowing(page) for page in pages)
    if not any(map(str.isalnum, text)):
        return Refused(
            name,
            "no-text-layer",
            f"met a PDF of {len(pages)} page(s) without a text layer, probably scanned; expected "
            "text: run text recognition (OCR) over it first",
        )
    return Draft(
        name, data, text, "application/pdf", "pdf", flattening=VERSION, known=_running(text)
    )


def _page(pdf: object, number: int) -> str:
    page = pdf[number]  # type: ignore[index]
    layer = page.get_textpage()
    try:
        words: str = layer.get_text_range()
    finally:
        layer.close()
        page.close()
    return words.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _flowing(page: str) -> str:
    """A page with the lines of a paragraph joined by spaces, one paragraph a line.

    A paragraph ends at a line clearly shorter than the page is wide, unless the next line goes on
    in small letters. U+FFFE, which PDFium writes for a hyphen at the end of a line, is taken out.
    """
    lines = [line.strip() for line in page.split("\n") if line.strip()]
    widths = sorted(len(line) for line in lines)
    width = widths[int(len(widths) * 0.9)] if widths else 0
    joined: list[str] = []
    is_open = False
    for line in lines:
        if is_open or (joined and line[0].islower() and joined[-1][-1] not in ".?!:;"):
            joined[-1] = _joined(joined[-1], line)
        else:
            joined.append(line)
        is_open = len(line) >= _FULL * width and width >= _WIDE
    return "\n".join(joined)


def _joined(before: str, line: str) -> str:
    if before.endswith(("\ufffe", "\u00ad")):
        return before[:-1] + line
    return before + line if before.endswith("-") else f"{before} {line}"


def _running(text: str) -> tuple[Block, ...]:
    """Lines that stand at the head or foot of many pages, the numbers in them left out."""
    edges: Counter[str] = Counter()
    for page in text.split("\f"):
        lines = [page[one.span.start : one.span.end] for one in lines_of(page)]
        edges.update({_plain(line) for line in (*lines[:2], *lines[-2:])})
    running = {line for line, count in edges.items() if count >= _REPEATED}
    return tuple(
        Block(BlockKind.OTHER, Span(one.span.start, one.span.end))
        for one in lines_of(text)
        if _plain(text[one.span.start : one.span.end]) in running
    )


def _plain(line: str) -> str:
    return _DIGITS.sub("#", line)
