"""The whole record as it stands in the log, and what follows from it, all at once.

``flow.deriving`` gives the same part by part; this is for looking at everything, and for tests.
"""

from dataclasses import dataclass, replace

from communique.compare import compare, contents_of
from communique.flow.run import Run, version_of
from communique.flow.standing import problem_of, refused, revised_under
from communique.model.contents import Contents, Judgement, ProblemEntry
from communique.model.documents import Document
from communique.model.readings import Reading
from communique.resolve import resolve
from communique.store.amending import Conflict, as_corrected
from communique.store.engine import Log
from communique.store.entries import Head
from communique.store.past import (
    all_effective,
    decisions_of,
    readings_as_they_stand,
    refusals_of,
)


@dataclass(frozen=True, slots=True)
class Known:
    """All that is derived from: documents as they stand, readings, what people decided."""

    head: Head
    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    judgements: tuple[Judgement, ...]
    refusals: tuple[ProblemEntry, ...]
    conflicts: tuple[Conflict, ...] = ()


def known(log: Log) -> Known:
    """What the log holds that counts today."""
    head = log.head()
    decisions = decisions_of(log)
    standing = list(all_effective(log, decisions))
    read = readings_as_they_stand(log, standing)
    amended = [as_corrected(one, decisions.corrections.get(one.document, ())) for one in read]
    return Known(
        head=head,
        documents=tuple(one.document for one in standing),
        readings=tuple(one for one, _ in amended),
        judgements=decisions.judgements,
        refusals=refused(refusals_of(log), {one.document.name for one in standing}),
        conflicts=tuple(conflict for _, found in amended for conflict in found),
    )


def contents_from(found: Known, run: Run) -> Contents:
    """Everything that follows from what is known."""
    revising = tuple(revised_under(found.documents))
    judgements = (*found.judgements, *revising)
    resolved = resolve(found.documents, found.readings, judgements, run.tables)
    contents = contents_of(resolved, compare(resolved), version_of(run))
    decided = tuple(one for one in contents.judgements if one not in revising)
    conflicts = (problem_of(one) for one in found.conflicts)
    problems = (*contents.problems, *conflicts, *found.refusals)
    return replace(contents, judgements=decided, problems=problems)
