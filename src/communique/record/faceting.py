"""What documents that were found tell of, counted: by what a search can be narrowed further."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from communique.model.contents import Contact
from communique.record.narrowing import strengths_of
from communique.record.record import Record
from communique.text.intervals import days_of

SHOWN = 8
"""Answers of a facet that are shown: those of most documents."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One question that narrows a search, and its answers with how many documents give each.

    ``narrows`` are the filters that take an answer: for a month both its ends.
    """

    name: str
    narrows: tuple[str, ...]
    answers: tuple[tuple[str, int], ...]


def facets_of(kept: Record, documents: Iterable[str]) -> tuple[Facet, ...]:
    """The facets of these documents, from the contacts of which they tell."""
    among = frozenset(documents)
    told = tuple(kept.contacts_of(among))
    return tuple(
        Facet(name, narrows, _counted(told, among, answers))
        for name, (narrows, answers) in QUESTIONS.items()
    )


def _counted(
    contacts: Iterable[Contact], among: frozenset[str], answers: Callable[[Contact], Iterable[str]]
) -> tuple[tuple[str, int], ...]:
    documents: dict[str, set[str]] = {}
    for contact in contacts:
        of = among.intersection(account.document for account in contact.accounts)
        for answer in answers(contact):
            documents.setdefault(answer, set()).update(of)
    counts = Counter({answer: len(found) for answer, found in documents.items()})
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:SHOWN])


def _months(contact: Contact) -> Iterator[str]:
    for one in contact.date:
        first, last = days_of(one.value)
        if first and last and (first.year, first.month) == (last.year, last.month):
            yield first.isoformat()[:7]


QUESTIONS: dict[str, tuple[tuple[str, ...], Callable[[Contact], Iterable[str]]]] = {
    "state": (("state",), lambda one: (p.state for p in one.parties if p.state)),
    "form": (("form",), lambda one: (value.value for value in one.form)),
    "status": (("status",), lambda one: (value.value for value in one.status)),
    "month": (("since", "until"), _months),
    "side heard": (("heard",), lambda one: one.sides),
    "strength": (("strength",), strengths_of),
}
"""What can be asked further, and where a contact answers it."""
