"""What each stretch of a text is on its page: headline, paragraph, caption, advert and so on.

Cues say what a line is by its words (``languages/en/furniture.toml``); what is left is told by
shape and place: a line without a full stop between paragraphs is a subheading, before the first
paragraph a headline or a byline.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.intake.dates import is_day
from communique.intake.turns import turns_in
from communique.languages.en.cells import tables_in
from communique.languages.en.furniture import FurnitureCue, cue_of, furniture_cues
from communique.model.documents import Block
from communique.model.passages import Span
from communique.model.vocabulary import BlockKind
from communique.text.blocks import Line, lines_of, trimmed, unwrapped

_STOPS = re.compile(r"[.?!…;,:][\"'”’»)\]]*$|[\"”’»][.?!…]$")
_BULLET = re.compile(r"[-–—•*·▪►]|\(?\d{1,2}[.)] ")
_LONG = 200
"""Code points from which a line is running text, whatever its last mark."""
_MARKS = re.compile(r"[\W_]*?(?=[\w“‘\"'(]|$)")
_GLUED = re.compile(r"(?<=[a-z]{4})(?=[A-Z][a-z]{3})")
_HEADLINE = 3
"""Words from which what follows 'also read' is the headline of another document."""
_SHOUTED = 6
"""Words from which a line in capitals between paragraphs is the headline of another document."""


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    words: str
    kind: BlockKind | None
    opens: bool = False
    """Whether it says what the lines under it are: a bare 'also read'."""

    @property
    def is_running(self) -> bool:
        """Whether it reads as running text: a full stop at its end, or great length."""
        longest = max(len(one) for one in _GLUED.split(self.words))
        return longest >= _LONG or bool(_STOPS.search(self.words))

    @property
    def count(self) -> int:
        return len(self.words.split())


def mark(text: str, title: str | None = None, known: tuple[Block, ...] = ()) -> tuple[Block, ...]:
    """The blocks that cover all of a text but the white space between them, in order.

    ``known`` says of some whole lines what they are; ``title`` tells the headline.
    """
    told = {one.span: one.kind for one in (*_told_by_tables(text), *known)}
    pieces: list[_Piece] = []
    lines = unwrapped(text, lines_of(text))
    turns = turns_in(text, lines)
    for line in lines:
        kind = told.get(line.span)
        if kind is None and line.span in turns:
            pieces.extend(_piece(text, one.span, one.kind) for one in turns[line.span])
            continue
        pieces.extend(_cut(text, line) if kind is None else [_piece(text, line.span, kind)])
    pieces = _told_by_leads(_told_by_title(pieces, title))
    return tuple(Block(kind, piece.span) for piece, kind in _told_by_place(pieces))


def _told_by_tables(text: str) -> Iterator[Block]:
    """The rows of tables of contacts as paragraphs, and their heads."""
    for table in tables_in(text):
        yield from (Block(BlockKind.OTHER, one) for one in table.heads)
        yield from (Block(BlockKind.PARAGRAPH, one.line) for one in table.rows)


def opens_leads(words: str) -> bool:
    """Whether a line says that what is under it leads elsewhere: a bare 'also read'."""
    return any(one.opens for one in _whole(words, trimmed(words, Span(0, len(words)))))


def leads_elsewhere(words: str) -> bool:
    """Whether a line holds 'also read' and the headline of another document."""
    span = trimmed(words, Span(0, len(words)))
    return any(one.kind is BlockKind.LEAD for one in _whole(words, span))


def _cut(text: str, line: Line) -> Iterator[_Piece]:
    """The pieces of one line: what cues cut off at its front, its middle, what is cut behind."""
    span = line.span
    while span.start < span.end and (found := _first("front", text, span)):
        cue, match = found
        yield _piece(text, Span(span.start, span.start + match.end()), cue.kind)
        span = trimmed(text, Span(span.start + match.end(), span.end))
    behind: list[_Piece] = []
    while span.start < span.end and (found := _first("back", text, span)):
        cue, match = found
        at = span.start + match.start()
        behind.insert(0, _piece(text, Span(at, span.end), cue.kind))
        span = trimmed(text, Span(span.start, at))
    yield from _cut_inside(text, span)
    yield from behind


def _cut_inside(text: str, span: Span) -> Iterator[_Piece]:
    while span.start < span.end and (found := _first("inside", text, span)):
        cue, match = found
        start, end = span.start + match.start(), span.start + match.end()
        yield from _whole(text, trimmed(text, Span(span.start, start)))
        yield _piece(text, Span(start, end), cue.kind)
        span = trimmed(text, Span(end, span.end))
    yield from _whole(text, span)


def _whole(text: str, span: Span) -> Iterator[_Piece]:
    """A stretch that no cue cuts, and what it is; 'also read' is parted from its headline."""
    if span.start == span.end:
        return
    found = cue_of(text[span.start : span.end])
    if found is None or found[0].kind is not BlockKind.LEAD:
        yield _piece(text, span, None if found is None else found[0].kind)
        return
    headline = span.start + found[1].end()
    marks = _MARKS.match(text[headline : span.end])
    headline += marks.end() if marks else 0
    if text[span.end - 1] == ":" or len(text[headline : span.end].split()) < _HEADLINE:
        yield replace(_piece(text, span, BlockKind.OTHER), opens=True)
    else:
        yield _piece(text, Span(span.start, headline), BlockKind.OTHER)
        yield _piece(text, Span(headline, span.end), BlockKind.LEAD)


def _piece(text: str, span: Span, kind: BlockKind | None) -> _Piece:
    span = trimmed(text, span)
    return _Piece(span, text[span.start : span.end], kind)


def _first(scope: str, text: str, span: Span) -> tuple[FurnitureCue, re.Match[str]] | None:
    words = text[span.start : span.end]
    for cue in furniture_cues():
        if cue.scope == scope and (match := cue.found_in(words)):
            return cue, match
    return None


def _told_by_title(pieces: list[_Piece], title: str | None) -> list[_Piece]:
    if not title:
        return pieces
    wanted = " ".join(title.split()).casefold()
    return [
        replace(one, kind=BlockKind.HEADLINE)
        if one.kind is None and " ".join(one.words.split()).casefold() == wanted
        else one
        for one in pieces
    ]


def _told_by_leads(pieces: list[_Piece]) -> list[_Piece]:
    """A bare 'also read' says what the headlines under it are."""
    told: list[_Piece] = []
    is_open = False
    for piece in pieces:
        if piece.kind is not None:
            is_open = piece.opens or (is_open and piece.kind is BlockKind.LEAD)
        elif is_open and not piece.is_running:
            told.append(replace(piece, kind=BlockKind.LEAD))
            continue
        else:
            is_open = False
        told.append(piece)
    return told


def _told_by_place(pieces: list[_Piece]) -> Iterator[tuple[_Piece, BlockKind]]:
    open_ones = [at for at, one in enumerate(pieces) if one.kind is None]
    running = [at for at in open_ones if pieces[at].is_running and pieces[at].count >= 5]
    first, last = (running[0], running[-1]) if running else (len(pieces), -1)
    if not running and not any(one.kind is None and one.count >= 4 for one in pieces):
        # Nothing here has the shape of an account: what no cue takes for furniture may be one.
        yield from ((one, one.kind or BlockKind.PARAGRAPH) for one in pieces)
        return
    has_headline = any(one.kind is BlockKind.HEADLINE for one in pieces)
    for at, piece in enumerate(pieces):
        kind = piece.kind
        if kind is None and at < first:
            kind = _kind_above(piece, has_headline=has_headline)
            has_headline = has_headline or kind is BlockKind.HEADLINE
            if kind is BlockKind.HEADLINE:
                yield from ((one, kind) for one in _parted(piece))
                continue
        elif kind is None:
            kind = _kind_below(piece, is_last=at > last)
        yield piece, kind


def _parted(piece: _Piece) -> Iterator[_Piece]:
    """A headline, and the line under it where a page was flattened without a break between."""
    for glued in _GLUED.finditer(piece.words):
        head, tail = piece.words[: glued.start()], piece.words[glued.start() :]
        if min(len(head.split()), len(tail.split())) >= _HEADLINE:
            at = piece.span.start + glued.start()
            yield replace(piece, span=Span(piece.span.start, at), words=head)
            yield replace(piece, span=Span(at, piece.span.end), words=tail)
            return
    yield piece


def _kind_above(piece: _Piece, *, has_headline: bool) -> BlockKind:
    """What an unmarked line before the first paragraph is."""
    if is_day(piece.words):
        return BlockKind.PUBLISHED
    if piece.count >= 6 or (piece.count >= 4 and not _is_name(piece.words)):
        return BlockKind.HEADLINE
    return BlockKind.BYLINE if has_headline else BlockKind.OTHER


def _kind_below(piece: _Piece, *, is_last: bool) -> BlockKind:
    """What an unmarked line from the first paragraph on is."""
    if piece.is_running or _BULLET.match(piece.words):
        return BlockKind.PARAGRAPH
    if piece.words.isupper() and piece.count >= _SHOUTED:
        return BlockKind.LEAD
    if is_last and is_day(piece.words):
        return BlockKind.PUBLISHED
    return BlockKind.OTHER if is_last else BlockKind.SUBHEADING


def _is_name(words: str) -> bool:
    return all(word[:1].isupper() or len(word) <= 3 for word in words.split())
