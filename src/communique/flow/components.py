"""What follows from the threads that hang together, and from nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.catalog.tables import Tables
from communique.compare import compare, contents_of
from communique.flow.reaching import facts_among
from communique.flow.standing import Page, Pages, problem_of
from communique.model.contents import Contents, Judgement
from communique.model.passages import DocumentId
from communique.resolve import resolve_within
from communique.resolve.contacts.contacts import with_label
from communique.resolve.documents import rank_of
from communique.resolve.threads import Thread, part_of
from communique.store.engine import Looked
from communique.store.places import Places, places_in


@dataclass(frozen=True, slots=True)
class Component:
    """What is derived of threads that hang together, and where it stands in the record.

    Documents, their problems and the runs between them stand in the component of their leads.
    """

    name: str
    contents: Contents
    places: Places
    texts: Mapping[str, str]


class Components:
    """Derives components one by one."""

    def __init__(
        self, log: Looked, pages: Pages, judgements: tuple[Judgement, ...], tables: Tables
    ) -> None:
        self._log, self._pages, self._tables = log, pages, tables
        self._judgements = judgements

    def derived(self, wanted: Mapping[str, Sequence[Thread]]) -> Iterator[Component]:
        """What follows from each of these components."""
        for name, threads in wanted.items():
            yield self._derived(name, threads)

    def _derived(self, name: str, threads: Sequence[Thread]) -> Component:
        by_document: dict[DocumentId, list[Thread]] = {}
        for one in threads:
            by_document.setdefault(one.document, []).append(one)
        pages = [page for about in by_document if (page := self._pages.of(about))]
        resolved = resolve_within(
            tuple(one.document for one in pages),
            tuple(part_of(one.reading, by_document[one.document.id]) for one in pages),
            self._named_in(threads),
            self._tables,
            facts_among(self._log, self._pages, tuple(by_document), self._judgements),
        )
        contents = contents_of(resolved, compare(resolved), {})
        leads = [one for one in pages if any(t.is_lead for t in by_document[one.document.id])]
        ranks = {one.document.id: rank_of(one.document) for one in pages}
        return Component(
            name=name,
            contents=_with_leads(contents, leads),
            places=places_in(contents, ranks, _claims_in(pages, ranks)),
            texts={one.document.id: one.document.text for one in leads},
        )

    def _named_in(self, threads: Sequence[Thread]) -> tuple[Judgement, ...]:
        """The judgements that name something in these threads."""
        if not self._judgements:
            return ()
        held = self._log.rows_among("holds", "thread", (one.id for one in threads))
        blocks = {str(one["block"]) for one in held}
        return tuple(one for one in self._judgements if f"judged:{one.id}" in blocks)


def _claims_in(pages: Sequence[Page], ranks: Mapping[DocumentId, str]) -> dict[str, str]:
    """The places of all claims: by document, then as they were read."""
    return {
        claim.id: f"{ranks[one.document.id]}.{at:05}"
        for one in pages
        for at, claim in enumerate(one.reading.claims)
    }


def _with_leads(contents: Contents, leads: Sequence[Page]) -> Contents:
    """The contents as part of the record: documents, runs and problems are those of the leads."""
    known = {one.document.id for one in leads}
    formats = {one.id for one in contents.formats}
    conflicts = tuple(problem_of(one) for page in leads for one in page.conflicts)
    return replace(
        contents,
        documents=tuple(one for one in contents.documents if one.id in known),
        shared_runs=tuple(one for one in contents.shared_runs if known.issuperset(one.documents)),
        contacts=tuple(with_label(one, one.label) for one in contents.contacts),
        # What is found of a format follows from all of its names, wherever they stand.
        findings=tuple(one for one in contents.findings if one.about not in formats),
        offers=tuple(one for one in contents.offers if one.left not in formats),
        stories=tuple(
            one
            for one in contents.stories
            if known.issuperset(member.document for member in one.members)
        ),
        relations=tuple(one for one in contents.relations if known.issuperset(one.documents)),
        judgements=(),
        problems=(*contents.problems, *conflicts),
    )
