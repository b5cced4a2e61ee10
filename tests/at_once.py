"""What follows from a whole record at once: what its derivation part by part is held against."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from communique.compare import compare, contents_of
from communique.flow.run import Run, version_of
from communique.flow.shelving import turn_of
from communique.flow.standing import all_pages, problem_of, refused, revising
from communique.model.contents import Contents, Judgement, ProblemEntry
from communique.model.documents import Document
from communique.model.readings import Reading
from communique.resolve import resolve
from communique.store.amending import Conflict
from communique.store.engine import Log
from communique.store.past import decisions_of, refusals_of


@dataclass(frozen=True, slots=True)
class Known:
    """All that is derived from: documents as they stand, readings, what people decided."""

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    judgements: tuple[Judgement, ...] = ()
    refusals: tuple[ProblemEntry, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def known(log: Log) -> Known:
    """What the log holds that counts today."""
    pages = tuple(all_pages(log))
    return Known(
        documents=tuple(one.document for one in pages),
        readings=tuple(one.reading for one in pages),
        judgements=decisions_of(log).judgements,
        refusals=refused(refusals_of(log), {one.document.name for one in pages}),
        conflicts=tuple(conflict for one in pages for conflict in one.conflicts),
    )


def contents_from(found: Known, run: Run) -> Contents:
    """Everything that follows from what is known."""
    made = tuple(_revised_under(found.documents))
    judgements = (*found.judgements, *made)
    resolved = resolve(found.documents, found.readings, judgements, run.tables)
    contents = contents_of(resolved, compare(resolved), version_of(run))
    decided = tuple(one for one in contents.judgements if one not in made)
    conflicts = (problem_of(one) for one in found.conflicts)
    problems = (*contents.problems, *conflicts, *found.refusals)
    return replace(contents, judgements=decided, problems=problems)


def _revised_under(documents: Iterable[Document]) -> Iterator[Judgement]:
    """Which document revises which: other bytes under one address."""
    by_address: dict[str, list[Document]] = {}
    for one in documents:
        if one.address is not None:
            by_address.setdefault(one.address, []).append(one)
    for same in by_address.values():
        for old, new in pairwise(sorted(same, key=turn_of)):
            yield revising(new.id, old.id)
