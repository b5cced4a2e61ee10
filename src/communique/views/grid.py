"""What did each side say: the accounts of one contact side by side."""

from communique.model.contents import Cell, Contact, Contents, Offer, Point, Valued
from communique.model.vocabulary import CellState, Sharing, Status
from communique.views.naming import Naming, day_named, duration_named, party_name, quoted
from communique.views.tables import Page, Table

LONGEST_WORDS = 60
"""How many characters of the words used a cell shows; the passage itself is whole in ``why``."""


def contact_page(contact: Contact, part: Contents) -> Page:
    """One contact: who, when, how; the grid; what it means; what is missing; possible matches."""
    naming = Naming(part)
    return Page(
        heading=(_title(contact), _facts(contact, part, naming)),
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
        f"{one.name}, {one.office} ({one.state or one.body})"
        if one.office and (one.state or one.body)
        else party_name(one)
        for one in contact.parties
    )


def _facts(contact: Contact, part: Contents, naming: Naming) -> str:
    claims = {one.id: one for one in part.claims}

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


def _grid(contact: Contact, naming: Naming) -> Table:
    originals = [one for one in _columns(contact) if one in naming.originals]
    outlets = [one for one in _columns(contact) if one not in naming.originals]
    columns = ("", *(f"{naming.original(one)}\n{naming.held(one)}" for one in originals))
    if outlets:
        columns += ("outlets’ own voice",)
    rows = tuple(_row(point, originals, outlets, naming) for point in contact.points)
    return Table(columns, rows, empty="Nothing was read of what was said in it.")


def _columns(contact: Contact) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cell.column for point in contact.points for cell in point.cells))


def _row(point: Point, originals: list[str], outlets: list[str], naming: Naming) -> tuple[str, ...]:
    cells = {cell.column: cell for cell in point.cells}
    row = [f"{_cut(point.words)} · {point.verdict.value}"]
    row += [_said(cells[one]) if one in cells else CellState.NOT_QUOTED for one in originals]
    if outlets:
        saying = [one for one in outlets if one in cells and cells[one].words]
        row.append(", ".join(naming.document(one) for one in saying) or "–")
    return tuple(row)


def _said(cell: Cell) -> str:
    if not cell.words:
        return cell.state.value
    words = quoted(_cut(cell.words[0].exact))
    if cell.carried_over:
        return f"{words} (carried over)"
    return words if cell.state is CellState.SAYS else f"{cell.state.value}: {words}"


def _cut(words: str) -> str:
    words = " ".join(words.split())
    if len(words) <= LONGEST_WORDS:
        return words
    return words[:LONGEST_WORDS].rsplit(" ", 1)[0] + " …"


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
        "Same text, one origin: "
        + " and ".join(f"{naming.original(one)} ({naming.held(one)})" for one in group)
        for group in contact.origins
        if len(group) > 1
    )


def _relations(part: Contents, naming: Naming) -> tuple[str, ...]:
    """Which documents are copies or carry one official text; who only quotes alike is left out."""
    return tuple(
        f"{one.kind.value.capitalize()}: {' and '.join(map(naming.document, one.documents))} "
        f"({one.reason})"
        for one in part.relations
        if one.kind is not Sharing.QUOTATION
    )


def _offers(contact: Contact, part: Contents) -> tuple[str, ...]:
    offers = [one for one in part.offers if one.about == contact.id]
    return tuple(
        f"Possible match, for you to decide: {_matched(one)} ({one.reason}{_to_decide(one)})"
        for one in offers
    )


def _to_decide(offer: Offer) -> str:
    """How to say that a claim comes from an original, or does not: by their ids."""
    ids = f"{offer.left} {offer.right}"
    return f"; communique same {ids}, or different" if offer.left[:2] == "q-" else ""


def _matched(offer: Offer) -> str:
    return " ~ ".join(quoted(_cut(passage.exact)) for passage in offer.passages)
