"""A body as texts tell of it: who was at its sessions, who its members are."""

from collections import defaultdict
from collections.abc import Iterable

from communique.model.contents import Contact, PartyEntry
from communique.model.registers import FormatEntry
from communique.views.linked import Thing, joined, linked, put_together
from communique.views.naming import Naming, quoted, values_named
from communique.views.tables import Table

NOT_TOLD = "not told"


def attendance_table(contacts: Iterable[Contact], body: str) -> Table:
    """Who is named at the contacts of a body: at which, what became of each, by what means.

    Means are those that are told of the person alone, in a line for each contact.
    """
    met: dict[str, list[tuple[Contact, PartyEntry]]] = defaultdict(list)
    for contact in contacts:
        for party in contact.parties:
            if body not in (party.actor, party.body):
                met[party.actor].append((contact, party))
    rows = tuple(_row(actor, among) for actor, among in met.items())
    columns = ("Who", "For", "Named at", "By")
    return Table(
        columns, rows, title="Who was there or was to be, as told", empty="Nobody is named."
    )


def _row(actor: str, among: list[tuple[Contact, PartyEntry]]) -> tuple[str, ...]:
    party = among[0][1]
    named = ", ".join(filter(None, (party.name, party.office)))
    means = [", ".join(one.value for one in told.means) or NOT_TOLD for _, told in among]
    return (
        linked(named, Thing("actors", actor)),
        party.state or party.body or "–",
        joined("\n", (_session(one) for one, _ in among)),
        NOT_TOLD if set(means) == {NOT_TOLD} else "\n".join(means),
    )


def _session(contact: Contact) -> str:
    status = values_named(contact.status)
    return put_together(linked(contact.label, Thing("contacts", contact.label)), f": {status}")


def members_table(entry: FormatEntry | None, naming: Naming) -> Table:
    """Who is named as a member, and in which words."""
    rows = tuple(
        (naming.codes((one,)), naming.place(passage), quoted(passage.exact))
        for one, passage in (entry.member_passages if entry is not None else ())
    )
    return Table(("Member", "Where", "Words"), rows, title="Members", empty="None is named.")


def standing_of(entry: FormatEntry) -> str:
    """Who names a body as a venue, and its members that no text names, in one line."""
    background = ", ".join(entry.background_members)
    told = f"named by {', '.join(entry.said_by) or 'outlets only'}"
    return told + (f" · members by background, not in a text: {background}" if background else "")
