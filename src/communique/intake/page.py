"""Pages: HTML, flattened by our own rule; trafilatura only says which lines are the article."""

import re
from dataclasses import replace
from typing import Any

from communique.intake.decoding import decode, is_binary
from communique.intake.flattening import VERSION, FlatLine, flatten, text_of
from communique.intake.marking import leads_elsewhere, opens_leads
from communique.intake.page_about import about_page
from communique.intake.values import Draft, Refused
from communique.model.documents import Block
from communique.model.vocabulary import BlockKind

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_BEGINS = (b"<!doctype html", b"<html", b"<head", b"<body")
_HEADLINE = 4
"""Words from which a line under 'also read' is the headline of another document."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def is_page(head: bytes) -> bool:
    """Whether the first bytes begin a page."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:400].lower()
    return start.startswith(_BEGINS) or (
        start.startswith((b"<?xml", b"<!--")) and b"<html" in start
    )


def read_page(name: str, data: bytes) -> Draft | Refused:
    """The shown text of a page, what its markup says of its lines, and what its head says."""
    declared = _CHARSET.search(data[:4096])
    decoded = None if is_binary(data) else decode(data, declared and declared[1].decode("ascii"))
    if decoded is None:
        return Refused(
            name,
            "undecodable",
            "met a page in no encoding we know; expected UTF-8 or the charset it declares: save "
            "the page again",
        )
    tree = _parsed(decoded.text)
    lines = () if tree is None else flatten(tree)
    if tree is None or not any(any(map(str.isalpha, line.words)) for line in lines):
        return Refused(
            name,
            "no-text",
            "met a page that shows no words; expected an article: save the page after it has "
            "been drawn, or as text",
        )
    about = about_page(tree, decoded.text)
    # Pages in other languages often carry a template's "en": the words themselves tell.
    about = replace(about, language=None)
    known = tuple(Block(kind, line.span) for line, kind in _told(lines, decoded.text) if kind)
    return Draft(
        name,
        data,
        text_of(lines),
        "text/html",
        decoded.decoding,
        flattening=VERSION,
        about=about,
        known=known,
    )


def _parsed(text: str) -> Any:
    from lxml import etree, html  # loaded when the first page is read

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    # Controls are kept in the text of files; a parser of pages cannot hold NUL.
    clean = _DECLARATION.sub("", text).replace("\x00", " ")
    try:
        return html.document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _told(lines: tuple[FlatLine, ...], html: str) -> list[tuple[FlatLine, BlockKind | None]]:
    """Each line with what markup and trafilatura say it is, None where its words must tell."""
    article = _article(html)
    inside = {line.parent for line in lines if line.element == "p" and _squeezed(line) in article}
    first_heading = next((one for one in lines if one.kind is BlockKind.HEADLINE), None)
    told = [(line, _kind(line, article, inside, is_first=line is first_heading)) for line in lines]
    return _with_leads(told)


def _with_leads(
    told: list[tuple[FlatLine, BlockKind | None]],
) -> list[tuple[FlatLine, BlockKind | None]]:
    """The same with the headlines that an 'also read' beside the article leads to."""
    found: list[tuple[FlatLine, BlockKind | None]] = []
    is_open = False
    for line, kind in told:
        beside = kind is BlockKind.OTHER
        if beside and leads_elsewhere(line.words):
            # Its words tell where the headline in it begins.
            kind, is_open = None, False
        elif beside and opens_leads(line.words):
            is_open = True
        elif beside and is_open and len(line.words.split()) >= _HEADLINE:
            kind = BlockKind.LEAD
        else:
            is_open = is_open and beside
        found.append((line, kind))
    return found


def _kind(line: FlatLine, article: str, inside: set[int], *, is_first: bool) -> BlockKind | None:
    if line.kind is BlockKind.HEADLINE:
        return BlockKind.HEADLINE if is_first else BlockKind.SUBHEADING
    in_article = not article or _squeezed(line) in article or line.parent in inside
    if line.kind is BlockKind.SUBHEADING:
        return BlockKind.SUBHEADING if in_article else BlockKind.OTHER
    if line.kind is not None and line.kind is not BlockKind.OTHER:
        return line.kind
    if line.kind is BlockKind.OTHER and not (article and _squeezed(line) in article):
        return BlockKind.OTHER
    return None if in_article else BlockKind.OTHER


def _squeezed(line: FlatLine) -> str:
    return _letters(line.words)


def _letters(words: str) -> str:
    return "".join(one for one in words.casefold() if one.isalnum())


def _article(html: str) -> str:
    """The letters and digits of what trafilatura takes for the article, "" where it finds none."""
    import trafilatura  # takes half a second: loaded when the first page is read

    found: str | None = trafilatura.extract(
        html, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    return _letters(found or "")
