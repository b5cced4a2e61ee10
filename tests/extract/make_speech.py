"""Texts in which invented states speak, read as far as who speaks."""

from dataclasses import replace
from functools import cache

from communique.catalog.tables import Outlet, State, Tables, load_tables
from communique.extract.actors.cast import find_cast
from communique.extract.page import Cast, Page, Speech, Speeches
from communique.extract.speech.speeches import find_speeches
from communique.extract.times import find_times
from communique.languages.en.parse import parse
from communique.model.documents import Block, Document
from communique.model.passages import Span
from communique.model.readings import Original
from communique.model.times import When
from communique.model.vocabulary import BlockKind, DocumentKind
from communique.text.digests import digest_of


@cache
def tables() -> Tables:
    """The tables that ship, with two invented states and an invented paper."""
    known = load_tables()
    return replace(
        known,
        states=(
            *known.states,
            State("NRL", "NL", ("Norland",), ("Norlandic",), ("Norport",), ("White Mill",)),
            State("SUD", "SU", ("Sudmark",), ("Sudmarkian",), ("Sudhaven",), ()),
        ),
        outlets=(*known.outlets, Outlet("Harbour Wire", ("Harbour Wire",), "NRL", is_agency=True)),
        digest="speech",
    )


def document(
    *blocks: str | tuple[BlockKind, str],
    kind: DocumentKind = DocumentKind.ARTICLE,
    side: str | None = None,
    outlet: str | None = None,
) -> Document:
    """A document of blocks with a line between them: paragraphs, unless a kind is given."""
    made, text = [], ""
    for one in blocks:
        sort, words = (BlockKind.PARAGRAPH, one) if isinstance(one, str) else one
        start = len(text)
        text += words + "\n\n"
        made.append(Block(sort, Span(start, start + len(words))))
    digest = digest_of(text.encode())
    return Document(
        id=f"d-{digest[:16]}",  # type: ignore[arg-type]
        digest=digest,
        name="test",
        text=text,
        media_type="text/plain",
        decoding="utf-8",
        flattening=None,
        blocks=tuple(made),
        language="en",
        outlet=outlet,
        published=When("2019-05-16", "test"),
        kind=kind,
        side=side,
    )


def page_of(made: Document) -> Page:
    """The document with its sentences and the tables."""
    [(_, sentences)] = parse([made])
    return Page(made, sentences, tables())


class Heard:
    """What was heard in a text: its page, cast and speeches, found by words."""

    def __init__(self, *blocks: str | tuple[BlockKind, str], **about: str | DocumentKind) -> None:
        self.page = page_of(document(*blocks, **about))  # type: ignore[arg-type]
        self.cast: Cast = find_cast(self.page)
        self.speeches: Speeches = find_speeches(self.page, self.cast, find_times(self.page))

    def at(self, words: str) -> Speech | None:
        """The narrowest speech that holds these words."""
        start = self.page.document.text.index(words)
        return self.speeches.speech_at(Span(start, start + len(words)))

    def exactly(self, words: str) -> Speech:
        """The speech whose span is these words; fails when there is none."""
        found = [one for one in self.speeches.speeches if self.words(one) == words]
        assert found, [self.words(one) for one in self.speeches.speeches]
        return found[0]

    def words(self, speech: Speech) -> str:
        """The words of a speech."""
        return self.page.document.text[speech.span.start : speech.span.end]

    @property
    def originals(self) -> tuple[Original, ...]:
        """The originals named."""
        return self.speeches.originals
