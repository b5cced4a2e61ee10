"""What is the same over all documents, worked out afresh in one canonical order."""

from collections.abc import Iterable, Sequence

from communique.catalog.tables import Tables
from communique.languages.en.comparing import load_comparing
from communique.model.contents import (
    ActorEntry,
    ClaimEntry,
    Contact,
    Judgement,
    ProblemEntry,
)
from communique.model.derived import Resolved
from communique.model.documents import Document
from communique.model.readings import Reading
from communique.model.vocabulary import ActorKind
from communique.resolve.actors.actors import Actors
from communique.resolve.actors.facts import Facts
from communique.resolve.contacts.contacts import Ground, build_contacts
from communique.resolve.contacts.joining import decisions_on_accounts
from communique.resolve.contacts.offering import offers_of
from communique.resolve.documents import document_entries
from communique.resolve.joined import Given, Joined, given, join
from communique.resolve.originals.attributed import attributed
from communique.resolve.originals.originals import (
    Originals,
    Setting,
    is_official,
    resolve_originals,
)
from communique.resolve.originals.relations import Relations, relations_among
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
from communique.resolve.runs import longest_runs
from communique.resolve.stories.stories import (
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
    known = given(documents, readings, judgements, tables, facts)
    joined = join(known)
    relations = _relations_of(known, joined)
    originals = _originals_of(known, joined, relations)
    claims = _claims_of(known, joined, originals)
    ground = Ground(
        _by_account(joined.readings, claims),
        originals.by_id,
        known.actors,
        known.shelf,
        known.codes,
        relations.first,
        frozenset(facts.revised.values()),
    )
    contacts = build_contacts(joined.gatherings, ground)
    told = _told(known, joined, claims, ground, contacts)
    channels = resolve_channels(told)
    undertakings = follow_undertakings(resolve_undertakings(told, channels), told)
    reasons = {key: one.reason for key, one in joined.placed.items()}
    decided = decisions_on_accounts(known.judgements)
    return Resolved(
        kept=known.shelf.documents,
        documents=document_entries(known.shelf, reasons, facts.revised),
        actors=_telling(known.actors, claims, originals),
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
        runs=known.runs,
        shared_runs=longest_runs(known.runs),
        stories=story_entries(joined.stories, known.shelf.labels, joined.contact_of),
        relations=relations.entries,
        offers=offers_of(joined.unsure, joined.contact_of, contacts, decided),
        judgements=known.judgements,
        problems=_problems(joined.readings),
        states={one.code: one.names[0] for one in tables.states if one.names},
    )


def _relations_of(known: Given, joined: Joined) -> Relations:
    """What documents of one contact or story share."""
    official = frozenset(one.id for one in known.shelf.documents if is_official(one))
    return relations_among(
        joined.companies, known.runs, known.shelf, official, known.tables.outlets
    )


def _originals_of(known: Given, joined: Joined, relations: Relations) -> Originals:
    """The originals on which the accounts rest."""
    setting = Setting(
        joined.contact_of,
        known.actors,
        known.shelf,
        known.runs,
        relations,
        known.tables,
        known.judgements,
    )
    return resolve_originals(joined.readings, setting)


def _claims_of(known: Given, joined: Joined, originals: Originals) -> tuple[ClaimEntry, ...]:
    """All claims, in the order of the record, each with its contact and its original."""
    contact_of = joined.contact_of
    claims = tuple(
        claim_entry(claim, one.run, contact_of.get(claim.account or ""), known.actors, originals)
        for one in joined.readings
        for claim in one.claims
    )
    return attributed(claims, originals.by_id, known.judgements)


def _told(
    known: Given,
    joined: Joined,
    claims: tuple[ClaimEntry, ...],
    ground: Ground,
    contacts: Iterable[Contact],
) -> Told:
    """What the registers draw from."""
    by_id = {one.id: one for one in contacts}
    shelf = known.shelf
    return Told(
        claims=claims,
        units=_units(joined.readings, known.actors),
        contact_of=joined.contact_of,
        contacts=by_id,
        originals=ground.originals,
        actors=known.actors,
        moments=Moments(by_id, shelf),
        nearness=Nearness.of(load_comparing().lexicon, shelf.documents, known.runs),
        place=ground.place,
        tables=known.tables,
        judgements=known.judgements,
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
