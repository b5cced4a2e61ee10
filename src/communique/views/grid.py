"""What did each side say: the accounts of one contact side by side."""

from collections.abc import Mapping
from dataclasses import replace

from communique.model.contents import ClaimEntry, Contact, Contents, Offer, Point, Valued
from communique.model.readings import ClaimId
from communique.model.vocabulary import CellState, Sharing, Status
from communique.text.durations import duration_named
from communique.views.columns import (
    Answer,
    answer_cell,
    columns_of,
    heading,
    point_cell,
    told_in_full,
)
from communique.views.linked import joined, linked, put_together
from communique.views.naming import Naming, cut, day_named, party_name, quoted
from communique.views.tables import Page, Table


def contact_page(contact: Contact, part: Contents) -> Page:
    """One contact: who, when, how; the grid; what it means; what is missing; possible matches."""
    naming = Naming(part)
    return Page(
        heading=(_title(contact), _facts(contact, naming)),
        tables=(_grid(contact, naming),),
        notes=(
            *_meaning(contact),
            *_same_texts(contact, naming),
            *_relations(part, naming),
            *_offers(contact, part),
        ),
    )


def _title(contact: Contact) -> str:
    return " – ".join(
        party_name(replace(one, name=f"{one.name}, {one.office}"))
        if one.office and (one.state or one.body)
        else party_name(one)
        for one in contact.parties
    )


def _facts(contact: Contact, naming: Naming) -> str:
    claims = naming.claims

    def shown(value: Valued) -> str:
        documents = dict.fromkeys(
            naming.document(claims[one].passage.document) for one in value.claims if one in claims
        )
        sides = {claims[one].attribution.side for one in value.claims if one in claims} - {None}
        basis = f"{value.basis}; " if value.basis else ""
        on = ", ".join(documents)
        return f"{duration_named(value.value)} ({basis}{on}{'' if sides else ', outlets’ words'})"

    def aspect(name: str, values: tuple[Valued, ...]) -> str:
        told = " or ".join(shown(one) for one in values)
        return f"{name}: {told or 'not stated'}"

    facts = [
        aspect("form", contact.form),
        aspect("means", contact.means),
        f"date: {' or '.join(_dated(one) for one in contact.date) or 'not stated'}",
        aspect("place", contact.place),
        aspect("duration", contact.duration),
        aspect("initiator", contact.initiator),
    ]
    if any(one.value != Status.HELD for one in contact.status):
        facts.insert(0, aspect("status", contact.status))
    return " · ".join(one for one in facts if one != "place: not stated")


def _dated(value: Valued) -> str:
    return day_named(value.value) + (f" ({value.basis})" if value.basis else "")


ANSWERED = ("means", "date", "place", "duration", "initiator", "route")
"""The questions that have a row of their own where an account answers them."""


def _grid(contact: Contact, naming: Naming) -> Table:
    columns, full = columns_of(contact, naming), told_in_full(contact, naming)
    rows = [
        (name, *(answer_cell(one, told, full, naming) for one in columns))
        for name in ANSWERED
        if (told := _told(getattr(contact, name), naming.claims))
    ]
    rows += [
        (_named(point), *(point_cell(one, point.cells, naming) for one in columns))
        for point in contact.points
    ]
    return Table(
        ("", *(heading(one, naming) for one in columns)),
        tuple(rows),
        empty="Nothing was read of what was said in it.",
        folded=True,
    )


def _named(point: Point) -> str:
    return f"{cut(point.words)}\n{point.aspect} · {point.verdict}"


def _told(values: tuple[Valued, ...], claims: Mapping[ClaimId, ClaimEntry]) -> list[Answer]:
    """Each value with the original or side that gives it, and in which words."""
    return [
        Answer(
            duration_named(value.value) if value.value[:1] == "P" else day_named(value.value),
            claims[one].attribution.original or claims[one].attribution.side,
            claims[one].passage,
        )
        for value in values
        for one in value.claims
        if one in claims
    ]


def _meaning(contact: Contact) -> tuple[str, ...]:
    states = {cell.state for point in contact.points for cell in point.cells}
    notes = []
    if CellState.NOT_QUOTED in states:
        notes.append(
            "“not quoted”: only excerpts of that original are held. Add its full text to learn "
            f"whether it is silent: communique gaps {contact.label}"
        )
    if CellState.SILENT in states:
        notes.append("“silent”: the full text is held, and does not say it.")
    return tuple(notes)


def _same_texts(contact: Contact, naming: Naming) -> tuple[str, ...]:
    return tuple(
        put_together(
            "Same text, one origin: ",
            joined(
                " and ",
                (put_together(naming.original(one), " (", naming.held(one), ")") for one in group),
            ),
        )
        for group in contact.origins
        if len(group) > 1
    )


def _relations(part: Contents, naming: Naming) -> tuple[str, ...]:
    """Which documents are copies or carry one official text; who only quotes alike is left out."""
    return tuple(
        put_together(
            f"{one.kind.value.capitalize()}: ",
            joined(" and ", map(naming.document, one.documents)),
            f" ({one.reason})",
        )
        for one in part.relations
        if one.kind is not Sharing.QUOTATION
    )


def _offers(contact: Contact, part: Contents) -> tuple[str, ...]:
    offers = [one for one in part.offers if contact.id in (one.about, one.right)]
    return tuple(
        put_together(
            "Possible match, for you to decide: ",
            _matched(one),
            f" ({one.reason}{_to_decide(one)})",
        )
        for one in offers
    )


def _to_decide(offer: Offer) -> str:
    """How to decide on a claim and its original, on two points or two contacts: by their ids."""
    kinds = {offer.left[:2], offer.right[:2]}
    if "q-" not in kinds and not (kinds <= {"u-", "t-"} or kinds == {"c-"}):
        return ""
    return f"; communique same {offer.left} {offer.right}, or different"


def _matched(offer: Offer) -> str:
    return joined(
        " ~ ", (linked(quoted(cut(passage.exact)), passage) for passage in offer.passages)
    )
