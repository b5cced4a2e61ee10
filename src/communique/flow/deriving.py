"""Keeping what is derived in step with the log: only what changed can reach is derived anew."""

import json
from collections.abc import Collection

from communique.flow.accompanying import accompany
from communique.flow.changes import Changes, changes_since, everything
from communique.flow.components import Components
from communique.flow.knowing import know
from communique.flow.lying import lie
from communique.flow.reaching import Reaching
from communique.flow.run import Run, Step, version_of
from communique.flow.shelving import documents_of, shelve
from communique.flow.standing import Pages
from communique.flow.union import Union
from communique.model.contents import Judgement
from communique.store.engine import Derived, Log, Looked, Store, Writer
from communique.store.past import Decisions, decisions_of


def is_derived(store: Store, run: str, shape: str) -> bool:
    """Whether the derived tables follow from the log as it is, by this version."""
    derived = store.derived()
    if derived is None:
        return False
    return (derived.head, derived.run, derived.shape) == (store.head(), run, shape)


def derive(store: Store, run: Run, shape: str) -> None:
    """Derive what changed since the last time, in one transaction with the marker that says so."""
    with store.writing() as writer:
        run.progress(Step("deriving", 0, None))
        _derive(writer, changes_since(writer, run, shape), run, shape)


def rebuild(store: Store, run: Run, shape: str) -> None:
    """Derive everything from nothing."""
    with store.writing() as writer:
        run.progress(Step("deriving", 0, None))
        _derive(writer, everything(writer), run, shape)


def _derive(writer: Writer, changes: Changes, run: Run, shape: str) -> None:
    names = write_changes(writer, writer, changes, run)
    version = json.dumps(version_of(run), sort_keys=True)
    writer.mark(Derived(writer.head(), run.run, shape, version), names)


def write_changes(
    log: Log, writer: Writer, changes: Changes, run: Run
) -> tuple[tuple[str, str], ...]:
    """Bring the tables of one store in step with the log of the same or another one.

    Returns the labels that contacts are shown by from now on, each with an account.
    """
    if changes.is_all:
        writer.empty()
    decisions = decisions_of(log)
    pages = Pages(log, decisions, changes.documents)
    judged = _judged(writer, changes.judgements)
    shelved = shelve(writer, pages, changes.documents)
    known = know(
        writer, pages, changes.documents, decisions.judgements, changes.judgements, run.tables
    )
    moved = lie(writer, pages, changes.documents)
    accompanied = accompany(writer, changes.documents | moved)
    documents = changes.documents | judged | shelved | known.documents | moved | accompanied
    reached = Reaching(writer, pages, run.tables, decisions.judgements).reach(documents)
    union = Union(writer, run.tables, decisions.judgements)
    union.take_away(reached.gone)
    for made in Components(writer, pages, decisions.judgements, run.tables).derived(reached.made):
        union.put(made)
    names = union.settle(known.actors, changes.judgements)
    _write_decisions(log, union, decisions, changes)
    return names


def _judged(log: Looked, judgements: Collection[Judgement]) -> set[str]:
    """The documents in which something is that these judgements name."""
    named = {one for made in judgements for one in made.subjects}
    found = {one for made in judgements for one in documents_of(made)}
    accounts = {"a" + one[1:] for one in named if one[:2] in ("a-", "c-")}
    claims = {"q" + one[1:] for one in named if one[:2] in ("q-", "u-", "h-", "t-")}
    holds = (f"judged:{made.id}" for made in judgements)
    for row in (
        *log.rows_among("accounts", "id", accounts),
        *log.rows_among("claims", "id", claims),
        *log.rows_among("holds", "block", holds),
    ):
        found.add(str(row["document"]))
    for row in log.rows_among("originals", "id", (one for one in named if one[:2] == "o-")):
        found.update(json.loads(row["json"])["documents"])
    return found


def _write_decisions(log: Log, union: Union, decisions: Decisions, changes: Changes) -> None:
    if changes.is_all or changes.judgements:
        union.write_judgements(decisions.judgements)
    union.write_refusals(log)
