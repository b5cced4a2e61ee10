"""Documents in the order of the record, and how the record shows each."""

import re
from collections.abc import Container, Iterable, Mapping
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
RANKING = 16
"""Digits of a digest that put documents of one day in order."""
APART = 6
"""Digits of a digest that tell documents of one name apart."""
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


def order_documents(
    documents: tuple[Document, ...], labels: Mapping[DocumentId, str] | None = None
) -> Shelf:
    """The documents by day of publication, undated ones last, then by digest; each once.

    ``labels`` are their names where they are given over more documents than these.
    """
    once = {document.id: document for document in documents}
    ordered = tuple(sorted(once.values(), key=rank_of))
    return Shelf(
        documents=ordered,
        places={document.id: at for at, document in enumerate(ordered)},
        labels=_labels(ordered) if labels is None else labels,
    )


def rank_of(document: Document) -> str:
    """Puts documents in the order of the record: by day of publication, then by digest."""
    first = days_of(document.published.edtf)[0] if document.published else None
    return f"{first.isoformat() if first else '~'}.{document.digest[:RANKING]}"


def _labels(documents: tuple[Document, ...]) -> dict[DocumentId, str]:
    taken: set[str] = set()
    labels: dict[DocumentId, str] = {}
    for document in documents:
        plain = plain_label(document)
        labels[document.id] = label_among(plain, document.id, is_first=plain not in taken)
        taken.add(plain)
    return labels


def label_among(plain: str, document: DocumentId, *, is_first: bool) -> str:
    """The label of a document of that plain name: of several the first alone has it as it is.

    The others have digits of their digest, not a number: none of them is renamed by a new one.
    """
    return plain if is_first else f"{plain}-{document[2:][:APART]}"


def plain_label(document: Document) -> str:
    """The readable name of a document, whatever others are called."""
    path = PurePosixPath(document.name.replace("\\", "/"))
    stem = path.stem if len(path.suffix) <= 6 else path.name
    shorter = _DIGEST_AT_END.sub("", stem) or stem
    return _NOT_IN_LABEL.sub("-", shorter)[:LONGEST_LABEL].strip("-.") or document.id


def document_entries(
    shelf: Shelf,
    placed: Mapping[DocumentId, str],
    revised: Mapping[DocumentId, DocumentId],
) -> tuple[DocumentEntry, ...]:
    """Each document as the record shows it; ``placed`` says how undated ones were placed."""
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


def revisions(
    known: Container[DocumentId], judgements: Iterable[Judgement]
) -> dict[DocumentId, DocumentId]:
    """Which document each one revises, by judgements of kind ``revises``: new first, then old.

    ``known`` are the documents of the record.
    """
    told = [
        (DocumentId(one.subjects[0]), DocumentId(one.subjects[1]), one.verdict)
        for one in judgements
        if one.kind == JudgementKind.REVISES
        and len(one.subjects) == 2
        and all(DocumentId(subject) in known for subject in one.subjects)
    ]
    found: dict[DocumentId, DocumentId] = {}
    for new, old, verdict in told:
        if verdict != DOES_NOT_REVISE:
            found[new] = old
        elif found.get(new) == old:
            del found[new]
    return found
