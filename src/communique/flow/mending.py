"""Documents as they are read: words run together parted, rows as sentences; and the way back."""

from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from communique.languages.en.cells import tables_in
from communique.languages.en.mending import ends_of_opening_days, joining_words
from communique.model.documents import Block, Document
from communique.model.passages import Passage, Span
from communique.model.readings import Reading
from communique.text.mending import Mended, mend

_AT_ONCE = 32
"""Texts of which what is mended is kept: those of a batch, between looking, reading and back."""


def as_read(document: Document) -> Document:
    """The document with its seams mended; itself where it has none."""
    mended = _mended(document.text)
    if mended is None:
        return document
    blocks = tuple(
        Block(one.kind, Span(mended.read(one.span.start), mended.end_read(one.span.end)))
        for one in document.blocks
    )
    return replace(document, text=mended.text, blocks=blocks)


def put_back(reading: Reading, document: Document) -> Reading:
    """The reading of a document as it is read, with every place in the text that is kept."""
    mended = _mended(document.text)
    if mended is None:
        return reading
    found: Reading = _Back(document, mended).value(reading)
    return found


@lru_cache(maxsize=_AT_ONCE)
def _mended(text: str) -> Mended | None:
    rows = (row for table in tables_in(text) for row in table.rows)
    told = [edit for row in rows for edit in row.edits]
    told += [(at, at, ",") for at in ends_of_opening_days(text)]
    return mend(text, joining_words(), told)


class _Back:
    """Leads every place in a value back, however deep it lies."""

    def __init__(self, document: Document, mended: Mended) -> None:
        self.document = document
        self.mended = mended

    def value(self, met: Any) -> Any:
        if isinstance(met, Passage):
            span = self.mended.kept(met.start, met.end)
            return Passage(
                met.document, span.start, span.end, self.document.text[span.start : span.end]
            )
        if isinstance(met, Span):
            return self.mended.kept(met.start, met.end)
        if isinstance(met, (tuple, frozenset)):
            return type(met)(self.value(one) for one in met)
        if not is_dataclass(met) or isinstance(met, type):
            return met
        old = {one.name: getattr(met, one.name) for one in fields(met)}
        new = {name: self.value(value) for name, value in old.items()}
        return met if all(new[name] is old[name] for name in old) else replace(met, **new)
