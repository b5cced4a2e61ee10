"""Commands that ask: contacts, the grid of one, why, what is owed, registers, search."""

import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.options import (
    DEFAULT_RECORD,
    BodyOption,
    DyadOption,
    FormatOption,
    FormOption,
    OutputFormat,
    RecordOption,
    SinceOption,
    StateOption,
    StatusOption,
    UntilOption,
)

if TYPE_CHECKING:
    from communique.record import Record

ContactArgument = Annotated[str, typer.Argument(help="A contact: its label or id.")]
MaybeContact = Annotated[str | None, typer.Argument(help="Only those of this contact.")]
JSON = OutputFormat.JSON


def contacts(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    dyad: DyadOption = None,
    body: BodyOption = None,
    form: FormOption = None,
    status: StatusOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: Annotated[str, typer.Option(help="By date, label, reports or origins.")] = "date",
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List contacts: who dealt with whom, when, how, on how many accounts."""
    from communique.cli.choosing import chosen
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.views.lists import labels_table

    with opened(record) as kept:
        wanted = chosen(kept.actors(), state, dyad, body, form, status, since, until, sort)
        found = tuple(kept.contacts(**wanted))
    if output is JSON:
        print_json("contacts", found)
    else:
        print_table(labels_table(found))


def show(
    contact: ContactArgument,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Show one contact: what each side says, how strongly, from which original."""
    from communique.cli.opening import opened
    from communique.cli.output import print_object, print_page, print_table
    from communique.model.codec import to_json
    from communique.views.grid import contact_page
    from communique.views.lists import findings_table
    from communique.views.naming import Naming

    with opened(record) as kept:
        part = kept.part(contact)
    if output is JSON:
        print_object(to_json(part))
        return
    print_page(contact_page(part.contacts[0], part))
    if part.findings:
        print_table(findings_table(part.findings, Naming(part)))


def why(
    asked: Annotated[
        str,
        typer.Argument(
            help="A contact, a contact and an aspect or words of a point (LABEL#date, "
            "LABEL#channel), or the id of a claim, undertaking or other entry."
        ),
    ],
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Show on whose word something stands: passages, speakers, rules."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_page
    from communique.views.registers import why_page

    with opened(record) as kept:
        found = kept.why(asked)
    if output is JSON:
        print_json("claims", found.claims)
    else:
        print_page(why_page(found.claims, found.part, asked))


def due(
    record: RecordOption = DEFAULT_RECORD,
    as_of: Annotated[
        str | None, typer.Option("--asof", help="The day from which to look (2021-08-27).")
    ] = None,
    state: StateOption = None,
    dyad: DyadOption = None,
    body: BodyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List what is owed: scheduled contacts, and undertakings that are open."""
    from communique.cli.choosing import day_of, owed
    from communique.cli.opening import opened
    from communique.cli.output import print_object, print_table
    from communique.model.codec import to_json
    from communique.views.lists import due_table
    from communique.views.naming import Naming

    asked = day_of(as_of, "--asof")
    with opened(record) as kept:
        part = owed(kept, state=state, dyad=dyad, body=body, since=since, until=until)
    if output is JSON:
        print_object(
            {
                "undertakings": [to_json(one) for one in part.undertakings],
                "scheduled": [to_json(one) for one in part.contacts],
            }
        )
        return
    day = asked or datetime.datetime.now(datetime.UTC).date().isoformat()
    print_table(due_table(part, Naming(part), day))


def channels(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    dyad: DyadOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List channels: standing lines of consultation, and who says that they exist."""
    from communique.cli.choosing import has_states
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.views.registers import channels_table

    with opened(record) as kept:
        naming = _naming(kept)
        keep = has_states(naming, state, dyad)
        found = tuple(one for one in kept.channels() if keep(one.parties))
    if output is JSON:
        print_json("channels", found)
    else:
        print_table(channels_table(found, naming))


def channel(
    name: Annotated[str, typer.Argument(help="A channel: its label or id.")],
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Show one channel: its names, its steps, who says it exists and who does not."""
    from dataclasses import replace

    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_page
    from communique.views.registers import channel_page

    with opened(record) as kept:
        found = kept.channel(name)
        part = replace(_everything_named(kept), claims=kept.why(found.id).claims)
    if output is JSON:
        print_json("channels", (found,))
    else:
        print_page(channel_page(found, part))


def format_(
    name: Annotated[
        str | None, typer.Argument(help="A format or body: label, code or name; all if left out.")
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Show formats and bodies as venues: names, members, what is to be carried out in them."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_page, print_table
    from communique.views.registers import format_page, formats_table

    with opened(record) as kept:
        found = tuple(kept.formats()) if name is None else (_format_named(kept, name),)
        part = _everything_named(kept)
    if output is JSON:
        print_json("formats", found)
    elif name is None:
        print_table(formats_table(found, _naming_of(part)))
    else:
        print_page(format_page(found[0], part))


def positions(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    body: BodyOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List positions: where states, bodies and groups stand, and on whose word."""
    from dataclasses import replace

    from communique.cli.choosing import has_states
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.views.registers import positions_table

    with opened(record) as kept:
        part = _everything_named(kept)
        keep = has_states(_naming_of(part), state or body, None)
        found = tuple(one for one in kept.positions() if keep(one.holder))
    if output is JSON:
        print_json("positions", found)
    else:
        print_table(positions_table(replace(part, positions=found), _naming_of(part)))


def origins(
    contact: MaybeContact = None,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List originals and repeated runs of words: which accounts are one text."""
    from communique.cli.opening import opened
    from communique.cli.output import print_object, print_table
    from communique.model.codec import to_json
    from communique.views.registers import originals_table, shared_runs_table

    with opened(record) as kept:
        part = kept.contents() if contact is None else kept.part(contact)
    if output is JSON:
        print_object(
            {
                "originals": [to_json(one) for one in part.originals],
                "shared_runs": [to_json(one) for one in part.shared_runs],
            }
        )
        return
    print_table(originals_table(part.originals, _naming_of(part)))
    print_table(shared_runs_table(part, _naming_of(part)))


def gaps(
    contact: MaybeContact = None,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List the accounts that one should hold and does not, with whom to ask."""
    from dataclasses import replace

    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.views.lists import gaps_table

    with opened(record) as kept:
        found = tuple(kept.gaps(contact=contact))
        part = replace(_everything_named(kept), gaps=found, contacts=tuple(kept.contacts()))
    if output is JSON:
        print_json("gaps", found)
    else:
        print_table(gaps_table(part, _naming_of(part)))


def problems(
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List what could not be read, and leads to other documents that were not read."""
    from dataclasses import replace

    from communique.cli.opening import opened
    from communique.cli.output import print_object, print_table
    from communique.model.codec import to_json
    from communique.views.lists import leads_table, problems_table

    with opened(record) as kept:
        part = replace(_everything_named(kept), problems=tuple(kept.problems()))
    if output is JSON:
        leads = [to_json(lead) for one in part.documents for lead in one.leads]
        print_object({"problems": [to_json(one) for one in part.problems], "leads": leads})
        return
    print_table(problems_table(part, _naming_of(part)))
    print_table(leads_table(part, _naming_of(part)))


def search(
    words: Annotated[list[str], typer.Argument(help="Words that a passage must hold.")],
    record: RecordOption = DEFAULT_RECORD,
    limit: Annotated[int, typer.Option(min=1, help="How many passages at most.")] = 50,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Search the texts of all documents."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.views.lists import hits_table

    with opened(record) as kept:
        found = tuple(kept.search(" ".join(words), limit=limit))
        naming = _naming(kept)
    if output is JSON:
        print_json("passages", found)
    else:
        print_table(hits_table(found, naming))


def documents(
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List the documents that are kept, with their dates and on what these rest."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.views.lists import documents_table

    with opened(record) as kept:
        found = tuple(kept.documents())
    if output is JSON:
        print_json("documents", found)
    else:
        print_table(documents_table(found))


def _everything_named(kept: "Record") -> Any:
    """The record's actors, documents and undertakings, without the claims they rest on."""
    from communique.cli.choosing import named_part

    return named_part(kept)


def _naming(kept: "Record") -> Any:
    return _naming_of(_everything_named(kept))


def _naming_of(part: Any) -> Any:
    from communique.views.naming import Naming

    return Naming(part)


def _format_named(kept: "Record", name: str) -> Any:
    from communique.errors import NotInRecord

    wanted = name.casefold()
    for one in kept.formats():
        names = (one.label, one.id, one.body or "", one.name, *(seen for seen, _ in one.names))
        if wanted in {known.casefold() for known in names}:
            return one
    raise NotInRecord(name, kind="format")
