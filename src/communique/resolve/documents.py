"""Documents in the order of the record, and how the record shows each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from communique.model.contents import DocumentEntry, Judgement
from communique.model.documents import Document
from communique.model.passages import DocumentId, Passage, Span
from communique.model.vocabulary import DOES_NOT_REVISE, BlockKind, JudgementKind
from communique.text.intervals import days_of

LONGEST_LABEL = 32
"""Characters of a document's readable name."""
_DIGEST_AT_END = re.compile(r"[-_.](?=[0-9a-f]*[0-9])[0-9a-f]{8,}$")
_NOT_IN_LABEL = re.compile(r"[^\w.:-]+")
_FURNITURE = (
    *(BlockKind.CAPTION, BlockKind.ADVERT, BlockKind.SHARE, BlockKind.LEAD),
    BlockKind.LETTERHEAD,
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All documents in the order of the record, and what is asked of them all the time."""

    documents: tuple[Document, ...]
    places: Mapping[DocumentId, int]
    labels: Mapping[DocumentId, str]

    def date_of(self, document: DocumentId) -> date | None:
        """The day on which the document was published, or None."""
        published = self.documents[self.places[document]].published
        return days_of(published.edtf)[0] if published else None


def order_documents(documents: tuple[Document, ...]) -> Shelf:
    """The documents by day of publication, undated ones last, then by digest; each once."""
    once = {document.id: document for document in documents}
    ordered = tuple(sorted(once.values(), key=_place_in_record))
    return Shelf(
        documents=ordered,
        places={document.id: at for at, document in enumerate(ordered)},
        labels=_labels(ordered),
    )


def _place_in_record(document: Document) -> tuple[str, str]:
    first = days_of(document.published.edtf)[0] if document.published else None
    return (first.isoformat() if first else "~", document.digest)


def _labels(documents: tuple[Document, ...]) -> dict[DocumentId, str]:
    taken: dict[str, int] = {}
    labels: dict[DocumentId, str] = {}
    for document in documents:
        plain = _plain_label(document)
        taken[plain] = taken.get(plain, 0) + 1
        labels[document.id] = plain if taken[plain] == 1 else f"{plain}-{taken[plain]}"
    return labels


def _plain_label(document: Document) -> str:
    path = PurePosixPath(document.name.replace("\\", "/"))
    stem = path.stem if len(path.suffix) <= 6 else path.name
    shorter = _DIGEST_AT_END.sub("", stem) or stem
    return _NOT_IN_LABEL.sub("-", shorter)[:LONGEST_LABEL].strip("-.") or document.id


def document_entries(
    shelf: Shelf, placed: Mapping[DocumentId, str], judgements: tuple[Judgement, ...]
) -> tuple[DocumentEntry, ...]:
    """Each document as the record shows it; ``placed`` says how undated ones were placed."""
    revised = revisions(shelf, judgements)
    return tuple(
        DocumentEntry(
            id=one.id,
            label=shelf.labels[one.id],
            name=one.name,
            address=one.address,
            outlet=one.outlet,
            title=one.title,
            kind=one.kind,
            side=one.side,
            language=one.language,
            published=one.published,
            placed_by=placed.get(one.id),
            digest=one.digest,
            characters=len(one.text),
            decoding=one.decoding,
            flattening=one.flattening,
            revises=revised.get(one.id),
            furniture=_blocks(one, _FURNITURE),
            leads=_blocks(one, (BlockKind.LEAD,)),
        )
        for one in shelf.documents
    )


def _blocks(document: Document, kinds: tuple[BlockKind, ...]) -> tuple[Passage, ...]:
    spans: tuple[Span, ...] = tuple(one.span for one in document.blocks if one.kind in kinds)
    return tuple(
        Passage(document.id, span.start, span.end, document.text[span.start : span.end])
        for span in spans
    )


def revisions(shelf: Shelf, judgements: tuple[Judgement, ...]) -> dict[DocumentId, DocumentId]:
    """Which document each one revises, by judgements of kind ``revises``: new first, then old."""
    known = shelf.places
    told = [
        (DocumentId(one.subjects[0]), DocumentId(one.subjects[1]), one.verdict)
        for one in judgements
        if one.kind == JudgementKind.REVISES
        and len(one.subjects) == 2
        and all(subject in known for subject in one.subjects)
    ]
    found: dict[DocumentId, DocumentId] = {}
    for new, old, verdict in told:
        if verdict != DOES_NOT_REVISE:
            found[new] = old
        elif found.get(new) == old:
            del found[new]
    return found
