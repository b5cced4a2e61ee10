"""Lists: documents, contacts, what to look at first, what is missing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from communique.model.contents import Contact, Contents, DocumentEntry, Finding, Gap, Offer
from communique.model.passages import Passage
from communique.model.vocabulary import NO_CONTACT, NO_SIGN, FindingType, Status
from communique.views.linked import Thing, joined, linked, put_together
from communique.views.naming import (
    Naming,
    cut,
    how_of,
    parties_named,
    quoted,
    sides_heard,
    when_of,
)
from communique.views.tables import Table

FIRST_LOOKS = 7
"""How many findings "look at these first" shows."""


def documents_table(documents: Iterable[DocumentEntry]) -> Table:
    """The documents with their dates and on what these rest."""
    rows = tuple(
        (
            linked(one.label, Thing("documents", one.id)),
            _published(one),
            _basis(one),
            one.outlet or "–",
        )
        for one in documents
    )
    return Table(("Document", "Date", "Basis", "Outlet"), rows, keep=("Document", "Date"))


def _published(entry: DocumentEntry) -> str:
    return entry.published.edtf if entry.published and entry.published.edtf else "undated"


def _basis(entry: DocumentEntry) -> str:
    if entry.placed_by:
        return entry.placed_by
    return entry.published.basis if entry.published else "–"


def offers_table(offers: Iterable[Offer], labels: Mapping[str, str]) -> Table:
    """Possible matches, each with its reason; ``labels`` are those of the contacts they are on."""
    rows = tuple(
        (
            linked(labels[one.about], Thing("contacts", one.about)) if one.about else "–",
            joined("\n", (linked(quoted(cut(at.exact)), at) for at in one.passages)),
            one.reason,
        )
        for one in offers
    )
    return Table(("On", "Words", "Why"), rows, empty="Nothing is left to decide.")


AHEAD = (Status.PLANNED, Status.PROPOSED)
"""What an account puts ahead of it, in the order in which it is listed."""


def contacts_tables(contacts: Iterable[Contact], *, labels: bool = False) -> tuple[Table, ...]:
    """What came about or came to nothing, and below it what was only planned or offered.

    An invitation is no dealing yet: nobody should read it among those that were held.
    """
    told: list[Contact] = []
    ahead: list[Contact] = []
    for one in contacts:
        (ahead if is_ahead(one) else told).append(one)
    ahead.sort(key=lambda one: max(AHEAD.index(Status(value.value)) for value in one.status))
    draw = labels_table if labels else contacts_table
    listed = [draw(told)] if told or not ahead else []
    if ahead:
        listed.append(replace(draw(ahead), title="Planned or proposed"))
    return tuple(listed)


def is_ahead(contact: Contact) -> bool:
    """Whether no account has more than a plan, an offer or an invitation."""
    return bool(contact.status) and all(one.value in AHEAD for one in contact.status)


def contacts_table(contacts: Iterable[Contact]) -> Table:
    """Who dealt with whom, when, how; reports, origins and sides heard."""
    rows = tuple(_contact_row(one) for one in contacts)
    columns = ("When", "Who", "How", "Status", "Reports", "Origins", "Sides heard")
    return Table(columns, rows, keep=("When", "Status", "Reports", "Origins"))


def _contact_row(contact: Contact) -> tuple[str, ...]:
    return (
        when_of(contact),
        linked(parties_named(contact.parties), Thing("contacts", contact.label)),
        how_of(contact),
        " / ".join(one.value for one in contact.status),
        str(contact.reports),
        str(len(contact.origins)) if contact.origins else "none",
        sides_heard(contact),
    )


def labels_table(contacts: Iterable[Contact]) -> Table:
    """Contacts with the names by which they are asked for."""
    base = contacts_table(contacts)
    labels = tuple(linked(one.label, Thing("contacts", one.label)) for one in contacts)
    rows = tuple((label, *row) for label, row in zip(labels, base.rows, strict=True))
    return Table(("Contact", *base.columns), rows, keep=("Contact", *base.keep))


ORDERED = (
    "The weightiest of each kind, then the rest: what one account denies, a channel that one side "
    "alone names, words that go further than their origin, days and statuses that clash."
)
"""How "look at these first" is ordered, in the words in which it is told."""


def first_looks(findings: Iterable[Finding], naming: Naming, most: int = FIRST_LOOKS) -> Table:
    """What a reader should look at first: the weightiest finding of each type, then the rest.

    Both are in the order of weight, equal weights in the order of ids, so that many findings of
    one type leave room for the others.
    """
    chosen = one_of_each_type_first(findings)[:most]
    rows = tuple(
        (
            str(number),
            one.type.value,
            linked(one.reason, None if one.contact is None else Thing("contacts", one.contact)),
            joined(", ", dict.fromkeys(naming.document(p.document) for p in one.passages)),
        )
        for number, one in enumerate(chosen, 1)
    )
    return Table(
        ("", "Finding", "Why", "Documents"),
        rows,
        title="Look at these first",
        notes=(ORDERED,),
        keep=("", "Documents"),
        empty="No finding: nothing differs between the accounts held.",
    )


def one_of_each_type_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by weight and id, those that are the first of their type before all others."""
    ranked = sorted(findings, key=lambda one: (-one.weight, one.id))
    first: dict[FindingType, str] = {}
    for one in ranked:
        first.setdefault(one.type, one.id)
    return sorted(ranked, key=lambda one: first[one.type] != one.id)


def findings_table(findings: Iterable[Finding], naming: Naming) -> Table:
    """Findings with every passage they rest on."""
    rows = tuple(
        (
            one.type.value,
            one.reason,
            joined(
                "\n",
                (put_together(naming.place(p), f" {quoted(p.exact)}") for p in one.passages),
            ),
        )
        for one in findings
    )
    return Table(("Finding", "Why", "Words"), rows, empty="No finding.")


def gaps_table(gaps: Iterable[Gap], labels: Mapping[str, str], naming: Naming) -> Table:
    """The accounts one should hold and does not, with whom to ask.

    ``labels`` are those of the contacts, by id.
    """
    rows = tuple(
        (
            linked(labels.get(one.contact, one.contact), Thing("contacts", one.contact)),
            naming.code(one.side) if one.side else "–",
            one.issuer or "–",
            one.wanted,
            one.reason,
        )
        for one in gaps
    )
    columns = ("Contact", "Side", "Issuer", "Wanted", "Why")
    return Table(columns, rows, keep=("Contact", "Side"), empty="No gap known.")


def problems_table(part: Contents, naming: Naming) -> Table:
    """What could not be read, and how many texts were passed over: of one alone, why."""
    counts = Counter(one.code for one in part.problems)
    counted = tuple(code for code in WHY_PASSED_OVER if counts[code] > 1)
    rows = [
        (
            naming.document(one.document) if one.document else "–",
            one.code,
            one.message,
            naming.place(one.passage) if one.passage else "–",
        )
        for one in part.problems
        if one.code not in counted
    ]
    rows += [
        ("–", code, f"{counts[code]:,} documents: {WHY_PASSED_OVER[code]}", "–") for code in counted
    ]
    columns = ("Document", "Problem", "What was met", "Place")
    return Table(columns, tuple(rows), empty="No problem.")


WHY_PASSED_OVER = {
    NO_SIGN: "no word of contact stands near two parties; kept, and not parsed "
    "(read --whole reads them)",
    NO_CONTACT: "the sentences that might have told of a contact tell of none; kept, and the rest "
    "not parsed (read --whole reads them)",
}
"""What the codes of documents that were passed over mean, in the order in which they are shown."""


def leads_table(part: Contents, naming: Naming) -> Table:
    """Headlines of other documents, kept to be fetched and never read as evidence."""
    rows = tuple(
        (naming.place(passage), passage.exact)
        for document in part.documents
        for passage in document.leads
    )
    return Table(("Place", "Lead not read"), rows, empty="No lead.")


def hits_table(hits: Iterable[Passage], naming: Naming) -> Table:
    """Passages that a search found, with their places."""
    rows = tuple((naming.place(one), " ".join(one.exact.split())) for one in hits)
    return Table(("Place", "Words"), rows, keep=("Place",), empty="Nothing found.")
