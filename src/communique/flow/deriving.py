"""Working out everything that follows from the log, and writing it into the derived tables."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from communique.compare import compare, contents_of
from communique.flow.run import Run, Step, version_of
from communique.model.contents import Contents, Judgement, ProblemEntry
from communique.model.documents import Document
from communique.model.readings import Reading
from communique.resolve import resolve
from communique.store.amending import Conflict, as_corrected
from communique.store.engine import Derived, Log, Store, Writer
from communique.store.entries import Head
from communique.store.past import (
    Effective,
    all_effective,
    decisions_of,
    readings_as_they_stand,
    refusals_of,
)
from communique.store.shelves import given_names, rows_of

TRIES = 3
"""Derivations begun before nobody else may write while the next one is made."""
CONFLICT = "correction-in-conflict"
"""The code of the problem of a correction that a later reading contradicts."""
SOFTWARE = "communique"
"""Who says that a document revises another: not a person."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that is derived from: documents as they stand, readings, what people decided."""

    head: Head
    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    judgements: tuple[Judgement, ...]
    refusals: tuple[ProblemEntry, ...]
    conflicts: tuple[Conflict, ...] = ()


def known(store: Log) -> Known:
    """What the log holds that counts today."""
    head = store.head()
    decisions = decisions_of(store)
    standing = list(all_effective(store, decisions))
    read = readings_as_they_stand(store, standing)
    amended = [as_corrected(one, decisions.corrections.get(one.document, ())) for one in read]
    return Known(
        head=head,
        documents=tuple(one.document for one in standing),
        readings=tuple(one for one, _ in amended),
        judgements=(*decisions.judgements, *revisions(standing)),
        refusals=_refusals(store, {one.document.name for one in standing}),
        conflicts=tuple(conflict for _, found in amended for conflict in found),
    )


def revisions(standing: Sequence[Effective]) -> Iterator[Judgement]:
    """Which document revises which: other bytes under one address, by date, then by digest."""
    by_address: dict[str, list[Effective]] = {}
    for one in standing:
        if one.document.address is not None:
            by_address.setdefault(one.document.address, []).append(one)
    for address, same in by_address.items():
        ordered = sorted(same, key=lambda one: (_published(one.document), one.document.digest))
        for old, new in pairwise(ordered):
            yield Judgement(
                id=f"{new.document.id}-{old.document.id}",
                kind="revises",
                subjects=(new.document.id, old.document.id),
                verdict="same",
                reason=f"other words under the same address, {address}",
                author=SOFTWARE,
                made_at="",
            )


def _published(document: Document) -> str:
    return document.published.edtf or "" if document.published else ""


def _refusals(store: Log, names: set[str]) -> tuple[ProblemEntry, ...]:
    """What was refused, except what was read under the same name since."""
    listed = {(one.name, one.code): one for one in refusals_of(store)}
    return tuple(
        ProblemEntry(None, one.code, f"{one.name}: {one.message}", None)
        for _, one in sorted(listed.items())
        if one.name not in names
    )


def _problem(one: Conflict) -> ProblemEntry:
    """A correction that the latest reading contradicts, for a person to look at again."""
    made = one.correction
    now = f"{made.field} is now {one.now}" if one.now else "other words are read here now"
    message = (
        f"{made.author} corrected {made.field} to {made.value} ({made.reason}); {now}, so the "
        f"correction does not count: correct it again, or withdraw {made.id}"
    )
    return ProblemEntry(one.passage.document, CONFLICT, message, one.passage)


def contents_from(found: Known, run: Run) -> Contents:
    """Everything that follows from what is known."""
    resolved = resolve(found.documents, found.readings, found.judgements, run.tables)
    contents = contents_of(resolved, compare(resolved), version_of(run))
    decided = tuple(one for one in contents.judgements if one.author != SOFTWARE)
    conflicts = (_problem(one) for one in found.conflicts)
    problems = (*contents.problems, *conflicts, *found.refusals)
    return replace(contents, judgements=decided, problems=problems)


def derived_now(store: Store, run: Run) -> tuple[Contents, Known]:
    """A fresh derivation, not written down."""
    found = known(store)
    return contents_from(found, run), found


def is_derived(store: Store, run: str, shape: str) -> bool:
    """Whether the derived tables follow from the log as it is, by this version."""
    derived = store.derived()
    if derived is None:
        return False
    return (derived.head, derived.run, derived.shape) == (store.head(), run, shape)


def derive(store: Store, run: Run, shape: str) -> None:
    """Derive everything and write it down; again if somebody wrote to the log meanwhile."""
    for _ in range(TRIES):
        run.progress(Step("deriving", 0, None))
        contents, found = derived_now(store, run)
        with store.writing() as writer:
            if writer.head() == found.head:
                _write(writer, contents, found, run, shape)
                return
    with store.writing() as writer:
        contents, found = derived_now(store, run)
        _write(writer, contents, found, run, shape)


def _write(writer: Writer, contents: Contents, found: Known, run: Run, shape: str) -> None:
    texts: dict[str, str] = {one.id: one.text for one in found.documents}
    derived = Derived(found.head, run.run, shape, json.dumps(contents.version, sort_keys=True))
    writer.derive(derived, rows_of(contents, texts), given_names(contents))
