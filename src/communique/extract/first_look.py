"""The first look: which sentences of a document may tell of a contact, by their words alone.

Most documents tell of none, and the parse is by far the dearest step of reading. So every document
is looked through for signs first. One without a sign is not parsed; of one with signs these
sentences alone are parsed, with those in which the persons in them are first named, and only when
they tell of a contact the whole is.
"""

import re
from dataclasses import dataclass, replace

from communique.catalog.naming import find_namings
from communique.catalog.tables import Tables
from communique.extract.signs import Sign, sign_in
from communique.languages.en.first_look import look_words, sentences_in, titled_in
from communique.model.documents import Block, Document
from communique.model.passages import Span
from communique.model.vocabulary import OUTLETS

SHORT = 600
"""Characters up to which a text is read whole: there a look would save nothing."""
PLAIN = 8
"""Clear signs from which a text is read whole without a closer look."""
_NAME = re.compile(r"[A-Z][^\W\d_]{2,}")
_COMMON = re.compile(r"(?<![^\W\d_])[a-z][^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Look:
    """What a first look sees: how many sentences there are, which have signs, which go with them.

    ``beside`` are the sentences that say who the persons are whom those with open signs name;
    ``persons`` are the names that stand beside a title anywhere in the document. With so
    many clear signs that nearly all such texts tell of a contact, the look ``is_plain``: a closer
    one would cost more than it saves.
    """

    sentences: int
    signs: tuple[Span, ...]
    beside: tuple[Span, ...]
    persons: frozenset[str] = frozenset()
    is_plain: bool = False


def is_read_whole(document: Document) -> bool:
    """Whether a document is read whole whatever a look would see: short ones, and a side's own.

    Only of a text that is read whole is it known on what it is silent.
    """
    own = document.side is not None or document.kind not in OUTLETS
    return own or len(document.text) <= SHORT


def first_look(document: Document, tables: Tables) -> Look:
    """The sentences of a document that may tell of a contact, and those that go with them."""
    text = document.text
    sentences = [
        span
        for block in document.blocks
        if block.kind.is_account
        for span in sentences_in(text, block.span)
    ]
    words = [text[one.start : one.end] for one in sentences]
    shown = [sign_in(one, tables) for one in words]
    clear = shown.count(Sign.CLEAR)
    if clear >= PLAIN or not any(shown):
        signs = tuple(one for one, sign in zip(sentences, shown, strict=True) if sign)
        return Look(len(sentences), signs, (), is_plain=clear >= PLAIN)
    titled = _titled(words)
    if clear:
        persons = frozenset(name.lower() for name in titled)
        shown = [
            sign or sign_in(one, tables, persons) for one, sign in zip(words, shown, strict=True)
        ]
    signed = [at for at, one in enumerate(shown) if one]
    # A clear sign names both sides itself: who they are need not be looked for.
    unclear = [at for at in signed if shown[at] is not Sign.CLEAR]
    beside = _beside(words, unclear, titled, tables)
    return Look(
        sentences=len(sentences),
        signs=tuple(sentences[at] for at in signed),
        beside=tuple(sentences[at] for at in sorted(beside.difference(signed))),
        persons=frozenset(titled),
    )


def _titled(sentences: list[str]) -> dict[str, int]:
    """The names that stand beside a title, each with the first sentence in which it does."""
    found: dict[str, int] = {}
    for at, sentence in enumerate(sentences):
        for stretch in titled_in(sentence):
            for name in _NAME.findall(stretch):
                found.setdefault(name, at)
    return found


def _beside(
    sentences: list[str], signs: list[int], titled: dict[str, int], tables: Tables
) -> set[int]:
    """Where the persons in these sentences are introduced, and what leads to the sentences."""
    common = {word for one in sentences for word in _COMMON.findall(one)}
    wanted = {name for at in signs for name in _strangers(sentences[at], tables, common)}
    first: dict[str, int] = {}
    for at, sentence in enumerate(sentences):
        for name in wanted.intersection(_NAME.findall(sentence)):
            first.setdefault(name, at)
    led = {at - 1 for at in signs if at and _goes_on(sentences[at])}
    return {*(titled.get(name, at) for name, at in first.items()), *led}


def _strangers(sentence: str, tables: Tables, common: set[str]) -> set[str]:
    """The names in a sentence that the tables do not have; no word that only begins it."""
    known = {word for one in find_namings(tables, sentence) for word in one.wording.split()}
    return {name for name in _NAME.findall(sentence) if name.lower() not in common} - known


def _goes_on(sentence: str) -> bool:
    """Whether a sentence speaks of persons named before it."""
    return not look_words("person").isdisjoint(sentence.lower().split())


def glimpse(document: Document, look: Look) -> Document:
    """The document with only the sentences of a look, each a block of its own; offsets stay."""
    spans = sorted((*look.signs, *look.beside))
    blocks = tuple(
        Block(block.kind, span)
        for block in document.blocks
        for span in spans
        if block.span.holds(span)
    )
    return replace(document, blocks=blocks)
