"""What is looked at together, and which of its documents and accounts are of one thing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from communique.catalog.tables import Tables
from communique.model.contents import Judgement, SharedRun
from communique.model.documents import Document
from communique.model.passages import DocumentId
from communique.model.readings import Reading
from communique.resolve.actors.actors import Actors, resolve_actors
from communique.resolve.actors.facts import Facts
from communique.resolve.contacts.contacts import contact_id
from communique.resolve.contacts.gathering import Gathering, Unsure
from communique.resolve.contacts.joining import decisions_on_accounts, gather
from communique.resolve.contacts.labels import Codes, codes_of
from communique.resolve.contacts.outlines import outlines_of
from communique.resolve.contacts.placing import Placement, place_undated, settle_reading
from communique.resolve.contacts.ties import Ties
from communique.resolve.contacts.weighing import Scales
from communique.resolve.documents import Shelf, order_documents
from communique.resolve.runs import find_runs
from communique.resolve.stories.grouping import Bounds
from communique.resolve.stories.sheets import Linker, sheets_of
from communique.resolve.stories.stories import May, Stories, decisions_on_stories, find_stories


@dataclass(frozen=True, slots=True)
class Given:
    """What is looked at together, in the order of the record, and what is known beforehand."""

    shelf: Shelf
    readings: tuple[Reading, ...]
    judgements: tuple[Judgement, ...]
    tables: Tables
    facts: Facts
    actors: Actors
    runs: tuple[SharedRun, ...]
    codes: Codes


@dataclass(frozen=True, slots=True)
class Joined:
    """The stories and contacts that documents tell of, and the readings with days inferred."""

    stories: Stories
    readings: tuple[Reading, ...]
    gatherings: list[Gathering]
    unsure: list[Unsure]
    placed: Mapping[DocumentId, Placement]
    contact_of: Mapping[str, str]
    """For each account the contact that it tells of."""

    @property
    def companies(self) -> Iterable[list[DocumentId]]:
        """The documents of each contact, and of each story."""
        for one in self.gatherings:
            yield [each.document for each in one.members]
        for places in self.stories.groups:
            yield [self.stories.sheets[place].document for place in places]


def given(
    documents: tuple[Document, ...],
    readings: tuple[Reading, ...],
    judgements: tuple[Judgement, ...],
    tables: Tables,
    facts: Facts,
) -> Given:
    """What is given, put in order; readings of documents that are not given are left out."""
    shelf = order_documents(documents, facts.labels)
    decided = tuple(sorted(judgements, key=_decided_at))
    held = [one for one in readings if one.document in shelf.places]
    ordered = tuple(sorted(held, key=lambda one: (shelf.places[one.document], one.run)))
    actors = resolve_actors(ordered, tables, decided, facts.named)
    return Given(shelf, ordered, decided, tables, facts, actors, find_runs(shelf), codes_of(tables))


def _decided_at(one: Judgement) -> tuple[str, str]:
    """Sorts judgements by when they were made; those of the software come first, by their ids."""
    return one.made_at, "" if one.made_at else one.id


def join(given: Given) -> Joined:
    """The accounts joined twice: as they are, and again once undated documents are placed."""
    stories = _stories_of(given)
    ties = Ties(given.runs, stories.closeness, stories.home)
    gatherings, unsure = _gathered(given, given.readings, ties, {})
    placed = place_undated(gatherings, ties, given.shelf.labels)
    if not placed:
        return Joined(stories, given.readings, gatherings, unsure, {}, _contact_of(gatherings))
    settled = tuple(
        settle_reading(one, placed[one.document]) if one.document in placed else one
        for one in given.readings
    )
    gatherings, unsure = _gathered(given, settled, ties, placed)
    return Joined(stories, settled, gatherings, unsure, placed, _contact_of(gatherings))


def _stories_of(given: Given) -> Stories:
    facts = given.facts
    sheets = sheets_of(given.shelf, given.readings, given.actors, given.tables, facts.lying)
    linker = Linker(given.codes.places)
    may = May(sheets, linker, decisions_on_stories(given.judgements))
    return find_stories(sheets, linker.links(sheets), facts.company, may, Bounds())


def _gathered(
    given: Given,
    readings: tuple[Reading, ...],
    ties: Ties,
    placed: Mapping[DocumentId, Placement],
) -> tuple[list[Gathering], list[Unsure]]:
    anchors: dict[DocumentId, date] = {key: one.anchor for key, one in placed.items()}
    reasons = {key: one.reason for key, one in placed.items()}
    states = {one.code: one for one in given.tables.states}
    outlines = outlines_of(readings, given.actors, given.shelf, anchors, states)
    scales = Scales(ties, given.shelf.labels, reasons)
    return gather(outlines, decisions_on_accounts(given.judgements), scales)


def _contact_of(gatherings: Iterable[Gathering]) -> dict[str, str]:
    return {
        member.account.id: contact_id(one.ordered()[0].account.id)
        for one in gatherings
        for member in one.members
    }
