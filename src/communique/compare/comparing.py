"""The accounts of each contact set side by side, aspect by aspect."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.compare.aliases import channel_aliases, format_aliases
from communique.compare.details import detail_findings
from communique.compare.gaps import gaps_of
from communique.compare.ground import Ground, ground_of
from communique.compare.matters import matter_findings
from communique.compare.names import name_findings
from communique.compare.offers import (
    counterpart_offers,
    near_offers,
    origin_offers,
    passage_offers,
    undecided,
    verbatim_offers,
)
from communique.compare.points import point_of
from communique.compare.quotes import drift_findings
from communique.compare.rows import Row, rows_of
from communique.compare.sides import channel_sides, one_side_only
from communique.compare.strengths import lost_attributions, strength_findings
from communique.compare.tensions import tension_findings
from communique.compare.values import value_findings
from communique.compare.variants import variant_findings
from communique.model.contents import Contact, Finding, Offer
from communique.model.derived import Compared, Resolved


def compare(resolved: Resolved) -> Compared:
    """How the accounts of each contact stand to one another, and what is missing.

    Findings come by weight, the weightiest first; offers and gaps in the order of the contacts.
    """
    ground = ground_of(resolved)
    contacts: list[Contact] = []
    findings: list[Finding] = []
    offers: list[Offer] = [*resolved.offers]
    for contact in resolved.contacts:
        rows = rows_of(contact, ground)
        contacts.append(replace(contact, points=tuple(point_of(row, ground) for row in rows)))
        findings += value_findings(contact, ground)
        findings += _of_rows(rows, ground)
        offers += near_offers(rows, ground)
        offers += counterpart_offers(rows, ground)
        offers += passage_offers(contact, ground)
        for row in rows:
            offers += origin_offers(row, ground)
    findings += _over_contacts(ground)
    offers += verbatim_offers(ground)
    offers += channel_aliases(ground)
    offers += format_aliases(resolved.formats, resolved.judgements)
    return Compared(
        contacts=tuple(contacts),
        findings=tuple(sorted(_once(findings), key=lambda one: (-one.weight, one.id))),
        offers=tuple(undecided(offers, resolved.judgements)),
        gaps=tuple(gap for contact in resolved.contacts for gap in gaps_of(contact, ground)),
    )


def _of_rows(rows: Iterable[Row], ground: Ground) -> Iterator[Finding]:
    for row in rows:
        yield from one_side_only(row, ground)
        yield from strength_findings(row, ground)
        yield from lost_attributions(row, ground)
        yield from detail_findings(row, ground)
        yield from variant_findings(row, ground)


def _over_contacts(ground: Ground) -> Iterator[Finding]:
    for channel in ground.resolved.channels:
        found = channel_sides(channel, ground)
        if found is not None:
            yield found
    yield from name_findings(ground)
    yield from drift_findings(ground)
    yield from matter_findings(ground)
    yield from tension_findings(ground)


def _once(findings: Iterable[Finding]) -> Iterable[Finding]:
    return {one.id: one for one in findings}.values()
