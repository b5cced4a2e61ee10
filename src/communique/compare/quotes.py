"""Two different strings in quotation marks for one utterance."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.compare.finding import finding
from communique.compare.ground import Ground
from communique.model.contents import Finding
from communique.model.documents import Document
from communique.model.passages import DocumentId, Passage, Span
from communique.model.vocabulary import FindingType
from communique.text.runs import COMMONPLACE, Row, row_of
from communique.text.wording import Drift, drift_between, quotations

SHORTEST = 6
"""Words in a quotation from which a difference of words tells."""
_GRAM = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words inside one pair of quotation marks, with their offsets in the document."""

    document: Document
    row: Row

    def passage(self, words: tuple[int, int]) -> Passage:
        """The passage from one word of the quotation to another, end not included."""
        start, end = self.row.starts[words[0]], self.row.end(words[1] - 1)
        return Passage(self.document.id, start, end, self.document.text[start:end])


def drift_findings(ground: Ground) -> Iterator[Finding]:
    """For each pair of documents of one contact, the quotations that are nearly but not equal."""
    together = _together(ground)
    index: dict[tuple[str, ...], list[Quotation]] = {}
    seen: set[tuple[Passage, Passage]] = set()
    for document in ground.resolved.kept:
        if document.id not in together:
            continue
        for quotation in _quotations(document):
            near = _near(quotation, index, together[document.id])
            for other in near:
                drift = drift_between(other.row.words, quotation.row.words)
                if (
                    drift is not None
                    and drift.shared >= SHORTEST
                    and not _is_part(other, quotation)
                ):
                    made = _finding(other, quotation, drift, together)
                    if made.passages not in seen:
                        seen.add(made.passages)  # type: ignore[arg-type]
                        yield made
            for gram in _grams(quotation):
                index.setdefault(gram, []).append(quotation)


def _together(ground: Ground) -> dict[DocumentId, dict[DocumentId, str]]:
    """For each document those that tell of a contact with it, and of which."""
    found: dict[DocumentId, dict[DocumentId, str]] = {}
    for contact in ground.resolved.contacts:
        documents = list(dict.fromkeys(one.document for one in contact.accounts))
        for one in documents:
            for other in documents:
                if one != other:
                    found.setdefault(one, {}).setdefault(other, contact.id)
    return found


def _quotations(document: Document) -> Iterator[Quotation]:
    for block in document.blocks:
        if not block.kind.is_account:
            continue
        for span in quotations(document.text, block.span):
            row = row_of(document.text, (Span(span.start, span.end),))
            if len(row.words) >= SHORTEST:
                yield Quotation(document, row)


def _grams(quotation: Quotation) -> Iterable[tuple[str, ...]]:
    words = quotation.row.words
    return {words[at : at + _GRAM] for at in range(len(words) - _GRAM + 1)}


def _near(
    quotation: Quotation,
    index: dict[tuple[str, ...], list[Quotation]],
    partners: dict[DocumentId, str],
) -> list[Quotation]:
    found: dict[tuple[str, int], Quotation] = {}
    for gram in sorted(_grams(quotation)):
        for other in index.get(gram, ())[:COMMONPLACE]:
            if other.document.id in partners:
                found[other.document.id, other.row.starts[0]] = other
    return [found[key] for key in sorted(found)]


def _is_part(left: Quotation, right: Quotation) -> bool:
    """Whether one quotation stands whole in the other: it is shorter, not different."""
    first, second = (f" {' '.join(one.row.words)} " for one in (left, right))
    return first in second or second in first


def _finding(
    left: Quotation,
    right: Quotation,
    drift: Drift,
    together: dict[DocumentId, dict[DocumentId, str]],
) -> Finding:
    contact = together[left.document.id][right.document.id]
    return finding(
        FindingType.QUOTE_DRIFT,
        (left.passage(drift.left), right.passage(drift.right)),
        reason=f"both stand in quotation marks; {drift.shared} words are equal, others are not",
        about=contact,
        contact=contact,
    )
