"""What follows from a whole record at once: what its derivation part by part is held against."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from heapq import nsmallest
from itertools import combinations, pairwise

from communique.catalog.tables import Tables
from communique.compare import compare, contents_of
from communique.flow.run import Run, version_of
from communique.flow.shelving import turn_of
from communique.flow.standing import all_pages, problem_of, refused, revising
from communique.model.contents import Contents, Judgement, ProblemEntry
from communique.model.derived import Resolved
from communique.model.documents import Document
from communique.model.passages import DocumentId
from communique.model.readings import Reading
from communique.model.vocabulary import ActorKind
from communique.resolve import resolve_within
from communique.resolve.actors.facts import Facts, Lying, who_is_who
from communique.resolve.actors.people import join_people, nodes_of
from communique.resolve.contacts.contacts import number_contacts
from communique.resolve.documents import order_documents, revisions
from communique.resolve.registers.lines import number_channels
from communique.resolve.stories.company import (
    CLOSE,
    FEW,
    by_nearness,
    keeps_company,
    nearest,
    telling_words,
)
from communique.resolve.stories.sheets import are_near, weights_of
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


def resolve(
    documents: tuple[Document, ...],
    readings: tuple[Reading, ...],
    judgements: tuple[Judgement, ...],
    tables: Tables,
) -> Resolved:
    """What is the same over a whole record, which is one part of itself."""
    shelf = order_documents(documents)
    met = (a for one in readings for a in one.actors if a.kind is ActorKind.PERSON)
    people = join_people(nodes_of(Counter(met).items(), tables).values(), judgements)
    lying = lying_among(documents)
    facts = Facts(
        labels=shelf.labels,
        revised=revisions(shelf.places, judgements),
        named=who_is_who(people),
        company=company_among(documents, lying),
        lying=lying,
    )
    found = resolve_within(documents, readings, judgements, tables, facts)
    contacts, channels = number_contacts(found.contacts), number_channels(found.channels)
    return replace(found, contacts=contacts, channels=channels)


def lying_among(documents: Iterable[Document]) -> dict[DocumentId, Lying]:
    """Where undated documents lie that are near dated ones."""
    days, sums = _days(documents), _sums(documents)
    found = {}
    for one in days:
        near = {other: total for other, total in sums[one].items() if days[other] is not None}
        best = [other for other, _ in nsmallest(FEW, near.items(), key=by_nearness)]
        day = days[best[0]] if best else None
        if days[one] is None and day is not None:
            found[one] = Lying(day, frozenset(best))
    return found


def company_among(
    documents: Iterable[Document], lying: Mapping[DocumentId, Lying]
) -> dict[DocumentId, set[DocumentId]]:
    """The company of each document, every pair looked at."""
    days = _days(documents) | {one: its.day for one, its in lying.items()}
    near: dict[str, set[str]] = {
        one: nearest({it: total for it, total in its.items() if _lie_near(days[one], days[it])})
        for one, its in _sums(documents).items()
    }
    found: dict[DocumentId, set[DocumentId]] = {one: set() for one in days}
    for left in days:
        for right in map(DocumentId, near[left]):
            if keeps_company(left, right, near):
                found[left].add(right)
                found[right].add(left)
    return found


def _days(documents: Iterable[Document]) -> dict[DocumentId, date | None]:
    shelf = order_documents(tuple(documents))
    return {one.id: shelf.date_of(one.id) for one in shelf.documents}


def _lie_near(left: date | None, right: date | None) -> bool:
    return (left is None) == (right is None) and are_near(left, right)


def _sums(documents: Iterable[Document]) -> dict[DocumentId, dict[DocumentId, int]]:
    """For each document those near to it in their words, and how near."""
    told = {one.id: telling_words(weights_of(one)) for one in documents}
    found: dict[DocumentId, dict[DocumentId, int]] = {one: {} for one in told}
    for left, right in combinations(told, 2):
        shared = told[left].keys() & told[right].keys()
        total = sum(told[left][word] * told[right][word] for word in shared)
        if total >= CLOSE:
            found[left][right] = found[right][left] = total
    return found


def _revised_under(documents: Iterable[Document]) -> Iterator[Judgement]:
    """Which document revises which: other bytes under one address."""
    by_address: dict[str, list[Document]] = {}
    for one in documents:
        if one.address is not None:
            by_address.setdefault(one.address, []).append(one)
    for same in by_address.values():
        for old, new in pairwise(sorted(same, key=turn_of)):
            yield revising(new.id, old.id)
