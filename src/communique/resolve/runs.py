"""Runs of equal words between documents, outside the furniture of their pages."""

from collections.abc import Sequence

from communique.model.contents import SharedRun
from communique.model.documents import Document
from communique.model.passages import DocumentId, Passage
from communique.resolve.documents import Shelf
from communique.text.runs import Row, Run, row_of, shared_runs


def find_runs(shelf: Shelf) -> tuple[SharedRun, ...]:
    """All runs of eight or more equal words between two documents, in the order of the record."""
    rows = [row_of(one.text, one.account_spans) for one in shelf.documents]
    return tuple(_shown(run, rows, shelf.documents) for run in shared_runs(rows))


def _shown(run: Run, rows: Sequence[Row], documents: Sequence[Document]) -> SharedRun:
    left, right = documents[run.left], documents[run.right]
    return SharedRun(
        documents=(left.id, right.id),
        words=run.words,
        passages=(
            _passage(left, rows[run.left], run.left_at, run.words),
            _passage(right, rows[run.right], run.right_at, run.words),
        ),
    )


def _passage(document: Document, row: Row, at: int, words: int) -> Passage:
    start, end = row.starts[at], row.end(at + words - 1)
    return Passage(document.id, start, end, document.text[start:end])


def longest_runs(runs: Sequence[SharedRun]) -> tuple[SharedRun, ...]:
    """Of each pair of documents its longest run, the first of equal ones."""
    longest: dict[tuple[DocumentId, DocumentId], SharedRun] = {}
    for run in runs:
        if run.documents not in longest or run.words > longest[run.documents].words:
            longest[run.documents] = run
    return tuple(longest.values())
