"""The first look: which sentences of a document may tell of a contact, by their words alone.

Most documents tell of none, and the parse is by far the dearest step of reading. So every document
is looked through for signs first. One without a sign is not parsed; of one with signs these
sentences alone are parsed, with those that they go on from, and only when they tell of a contact
the whole is.
"""

import re
from collections.abc import Set
from dataclasses import dataclass, replace

from communique.catalog.tables import Tables
from communique.extract.hearing import WORD
from communique.extract.signs import Sign, sign_in
from communique.languages.en.first_look import look_words, sentences_in, titled_in
from communique.model.documents import Block, Document
from communique.model.passages import Span
from communique.model.vocabulary import OUTLETS

SHORT = 600
"""Characters up to which a text is read whole: there a look would save nothing."""
PLAIN = 8
"""Clear signs from which a text is read whole without a closer look."""
SEVERAL, DENSE = 4, 6
"""Clear signs from which it is, too, where no more sentences than so many come to each."""
REACH = 5
"""How many sentences behind one with a sign may still tell who was there."""
_NAME = re.compile(r"[A-Z][^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Look:
    """What a first look sees: how many sentences there are, which have signs, which go with them.

    ``beside`` are the sentences that those with signs go on from; ``persons`` are the names that
    stand beside a title anywhere in the document. With so many clear signs that nearly all such
    texts tell of a contact, the look ``is_plain``: a closer one would cost more than it saves.
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
    """The sentences of a document that may tell of a contact, and those that go with them.

    Where nothing is clear, no sentence says who dealt of what is open elsewhere.
    """
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
    if not clear:
        shown = [one if one is Sign.HALF else Sign.NONE for one in shown]
    is_plain = clear >= PLAIN or (clear >= SEVERAL and clear * DENSE >= len(sentences))
    if is_plain or not any(shown):
        signs = tuple(one for one, sign in zip(sentences, shown, strict=True) if sign)
        return Look(len(sentences), signs, (), is_plain=is_plain)
    titled = _titled(words)
    if clear:
        persons = {name.lower() for name in titled}
        shown = [
            sign or (sign_in(one, tables, persons) if _names_one(one, persons) else sign)
            for one, sign in zip(words, shown, strict=True)
        ]
    signed = [at for at, one in enumerate(shown) if one]
    led = {at - 1 for at in signed if at and _goes_on(words[at])}
    led |= {
        at
        for one in signed
        for at in range(one + 1, min(one + 1 + REACH, len(words)))
        if _tells_who_came(words[at])
    }
    return Look(
        sentences=len(sentences),
        signs=tuple(sentences[at] for at in signed),
        beside=tuple(sentences[at] for at in sorted(led.difference(signed))),
        persons=titled,
    )


def _titled(sentences: list[str]) -> frozenset[str]:
    """The names that stand beside a title."""
    stretches = (stretch for one in sentences for stretch in titled_in(one))
    return frozenset(name for stretch in stretches for name in _NAME.findall(stretch))


def _names_one(sentence: str, persons: Set[str]) -> bool:
    """Whether one of these is named: else to know them shows no other sign."""
    return not persons.isdisjoint(WORD.findall(sentence.lower()))


def _goes_on(sentence: str) -> bool:
    """Whether a sentence speaks of persons named before it."""
    return not look_words("person").isdisjoint(sentence.lower().split())


def _tells_who_came(sentence: str) -> bool:
    """Whether a sentence may tell only who was at what the sentences before tell of."""
    return not look_words("presence").isdisjoint(sentence.lower().replace(".", " ").split())


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
