"""What is the same over all documents, worked out afresh in one canonical order."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from communique.catalog.tables import Tables
from communique.languages.en.comparing import load_comparing
from communique.model.contents import (
    ActorEntry,
    ClaimEntry,
    Judgement,
    ProblemEntry,
)
from communique.model.derived import Resolved
from communique.model.documents import Document
from communique.model.passages import DocumentId
from communique.model.readings import Reading
from communique.model.vocabulary import ActorKind
from communique.resolve.actors.actors import Actors, resolve_actors
from communique.resolve.actors.facts import Facts
from communique.resolve.contacts.contacts import Ground, build_contacts, contact_id
from communique.resolve.contacts.gathering import Gathering, Unsure
from communique.resolve.contacts.joining import decisions_on_accounts, gather
from communique.resolve.contacts.labels import codes_of
from communique.resolve.contacts.offering import offers_of
from communique.resolve.contacts.outlines import outlines_of
from communique.resolve.contacts.placing import Placement, place_undated, settle_reading
from communique.resolve.contacts.ties import Ties
from communique.resolve.contacts.weighing import Scales
from communique.resolve.documents import Shelf, document_entries, order_documents
from communique.resolve.originals.attributed import attributed
from communique.resolve.originals.originals import (
    Originals,
    Setting,
    is_official,
    resolve_originals,
)
from communique.resolve.originals.relations import relations_among
from communique.resolve.registers.following import follow_undertakings
from communique.resolve.registers.formats import resolve_formats
from communique.resolve.registers.lines import resolve_channels
from communique.resolve.registers.moments import Moments
from communique.resolve.registers.registers import (
    resolve_labels,
    resolve_positions,
    resolve_presence,
    resolve_projects,
)
from communique.resolve.registers.told import Told
from communique.resolve.registers.undertakings import resolve_undertakings
from communique.resolve.runs import find_runs, longest_runs
from communique.resolve.stories.grouping import Bounds
from communique.resolve.stories.sheets import Linker, sheets_of
from communique.resolve.stories.stories import (
    May,
    decisions_on_stories,
    find_stories,
    story_entries,
)
from communique.resolve.values import actors_in, claim_entry
from communique.text.nearness import Nearness


def resolve_within(
    documents: tuple[Document, ...],
    readings: tuple[Reading, ...],
    judgements: tuple[Judgement, ...],
    tables: Tables,
    facts: Facts,
) -> Resolved:
    """What is the same over these documents, by what was read in them and what people decided.

    Nothing outside of them bears on it but the facts. Contacts and channels have their plain names:
    they are numbered over the whole record. The result does not depend on the order of the
    arguments' members, except that of judgements made at one instant, which come in the order in
    which people decided. Readings of documents that are not given are left out.
    """
    shelf = order_documents(documents, facts.labels)
    judgements = _in_turn(judgements)
    readings = _ordered(readings, shelf)
    runs = find_runs(shelf)
    actors = resolve_actors(readings, tables, judgements, facts.named)
    codes = codes_of(tables)
    sheets, linker = sheets_of(shelf, readings, actors, tables, facts.lying), Linker(codes.places)
    may = May(sheets, linker, decisions_on_stories(judgements))
    stories = find_stories(sheets, linker.links(sheets), facts.company, may, Bounds())
    ties = Ties(runs, stories.closeness, stories.home)
    readings, gatherings, unsure, placed = _join(readings, actors, shelf, ties, tables, judgements)
    contact_of: dict[str, str] = {
        member.account.id: contact_id(one.ordered()[0].account.id)
        for one in gatherings
        for member in one.members
    }
    relations = relations_among(
        (
            *([one.document for one in each.members] for each in gatherings),
            *([sheets[place].document for place in each] for each in stories.groups),
        ),
        runs,
        shelf,
        frozenset(one.id for one in shelf.documents if is_official(one)),
        tables.outlets,
    )
    originals = resolve_originals(
        readings, Setting(contact_of, actors, shelf, runs, relations, tables, judgements)
    )
    claims = tuple(
        claim_entry(claim, one.run, contact_of.get(claim.account or ""), actors, originals)
        for one in readings
        for claim in one.claims
    )
    claims = attributed(claims, originals.by_id, judgements)
    ground = Ground(
        _by_account(readings, claims),
        originals.by_id,
        actors,
        shelf,
        codes,
        relations.first,
        frozenset(facts.revised.values()),
    )
    contacts = build_contacts(gatherings, ground)
    by_id = {one.id: one for one in contacts}
    told = Told(
        claims=claims,
        units=_units(readings, actors),
        contact_of=contact_of,
        contacts=by_id,
        originals=originals.by_id,
        actors=actors,
        moments=Moments(by_id, shelf),
        nearness=Nearness.of(load_comparing().lexicon, shelf.documents, runs),
        place=ground.place,
        tables=tables,
        judgements=judgements,
    )
    channels = resolve_channels(told)
    undertakings = follow_undertakings(resolve_undertakings(told, channels), told)
    return Resolved(
        kept=shelf.documents,
        documents=document_entries(
            shelf, {key: one.reason for key, one in placed.items()}, facts.revised
        ),
        actors=_telling(actors, claims, originals),
        contacts=contacts,
        originals=originals.entries,
        claims=claims,
        undertakings=undertakings,
        positions=resolve_positions(told),
        channels=channels,
        formats=resolve_formats(told, undertakings),
        labels=resolve_labels(told),
        presence=resolve_presence(told),
        projects=resolve_projects(told, undertakings),
        runs=runs,
        shared_runs=longest_runs(runs),
        stories=story_entries(stories, shelf.labels, contact_of),
        relations=relations.entries,
        offers=offers_of(unsure, contact_of, contacts, decisions_on_accounts(judgements)),
        judgements=judgements,
        problems=_problems(readings),
        states={one.code: one.names[0] for one in tables.states if one.names},
    )


def _telling(
    actors: Actors, claims: Iterable[ClaimEntry], originals: Originals
) -> tuple[ActorEntry, ...]:
    """The actors who act for somebody, hold an office, or appear in a claim: no mere bystanders."""
    named: set[str] = {one.issuer for one in originals.entries if one.issuer}
    for claim in claims:
        named.update(actors_in(claim.value))
        if claim.attribution.speaker:
            named.add(claim.attribution.speaker)
    return tuple(
        one
        for one in actors.entries
        if one.kind is not ActorKind.PERSON or one.state or one.offices or one.id in named
    )


def _in_turn(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    return tuple(sorted(judgements, key=_decided_at))


def _decided_at(one: Judgement) -> tuple[str, str]:
    """Sorts judgements by when they were made; those of the software come first, by their ids."""
    return one.made_at, "" if one.made_at else one.id


def _ordered(readings: Iterable[Reading], shelf: Shelf) -> tuple[Reading, ...]:
    held = [one for one in readings if one.document in shelf.places]
    return tuple(sorted(held, key=lambda one: (shelf.places[one.document], one.run)))


def _join(
    readings: tuple[Reading, ...],
    actors: Actors,
    shelf: Shelf,
    ties: Ties,
    tables: Tables,
    judgements: tuple[Judgement, ...],
) -> tuple[tuple[Reading, ...], list[Gathering], list[Unsure], dict[DocumentId, Placement]]:
    """The accounts joined twice: as they are, and again once undated documents are placed."""
    decisions = decisions_on_accounts(judgements)
    states = {one.code: one for one in tables.states}
    outlines = outlines_of(readings, actors, shelf, {}, states)
    gatherings, unsure = gather(outlines, decisions, Scales(ties, shelf.labels, {}))
    placed = place_undated(gatherings, ties, shelf.labels)
    if not placed:
        return readings, gatherings, unsure, {}
    settled = tuple(
        settle_reading(one, placed[one.document]) if one.document in placed else one
        for one in readings
    )
    outlines = outlines_of(settled, actors, shelf, _anchors(placed), states)
    reasons = {key: one.reason for key, one in placed.items()}
    gatherings, unsure = gather(outlines, decisions, Scales(ties, shelf.labels, reasons))
    return settled, gatherings, unsure, placed


def _anchors(placed: Mapping[DocumentId, Placement]) -> dict[DocumentId, date]:
    return {key: one.anchor for key, one in placed.items()}


def _by_account(
    readings: Iterable[Reading], claims: Sequence[ClaimEntry]
) -> dict[str, list[ClaimEntry]]:
    found: dict[str, list[ClaimEntry]] = {}
    told = (claim for one in readings for claim in one.claims)
    for claim, entry in zip(told, claims, strict=True):
        if claim.account is not None:
            found.setdefault(claim.account, []).append(entry)
    return found


def _units(readings: Iterable[Reading], actors: Actors) -> dict[str, tuple[str, ...]]:
    """For each claim the states, bodies and groups that its value is about."""
    return {
        claim.id: actors.units_of(one.document, actors_in(claim.value))
        for one in readings
        for claim in one.claims
    }


def _problems(readings: Iterable[Reading]) -> tuple[ProblemEntry, ...]:
    return tuple(
        ProblemEntry(one.document, problem.code, problem.message, problem.passage)
        for one in readings
        for problem in one.problems
    )
