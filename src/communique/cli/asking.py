"""Commands that ask: contacts, the grid of one, why, documents, search."""

import datetime
from typing import Annotated

import typer

from communique.cli.options import (
    DEFAULT_RECORD,
    BodyOption,
    DyadOption,
    FormatOption,
    FormOption,
    HeardOption,
    OutputFormat,
    RecordOption,
    SinceOption,
    SortOption,
    StateOption,
    StatusOption,
    StrengthOption,
    UntilOption,
)

ContactArgument = Annotated[str, typer.Argument(help="A contact: its label or id.")]
JSON = OutputFormat.JSON


def contacts(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    dyad: DyadOption = None,
    body: BodyOption = None,
    form: FormOption = None,
    status: StatusOption = None,
    heard: HeardOption = None,
    strength: StrengthOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: Annotated[str, typer.Option(help="By date, latest, label, reports or origins.")] = "date",
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List contacts: who dealt with whom, when, how; those only planned or proposed below."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.narrowing import Asked, contacts_asked
    from communique.views.lists import contacts_tables

    asked = Asked(state, dyad, body, form, status, since, until, heard, strength)
    with opened(record) as kept:
        found = contacts_asked(kept, asked, sort)
    if output is JSON:
        print_json("contacts", found)
    else:
        for table in contacts_tables(found, labels=True):
            print_table(table)


def show(
    contact: ContactArgument,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Show one contact: what each side says, how strongly, from which original."""
    from communique.cli.opening import opened
    from communique.cli.output import print_line, print_object, print_page, print_table
    from communique.model.codec import to_json
    from communique.views.grid import contact_page
    from communique.views.lists import findings_table
    from communique.views.naming import Naming

    with opened(record) as kept:
        part = kept.part(contact)
        notes = kept.notes(contact)
    if output is JSON:
        print_object(to_json(part))
        return
    print_page(contact_page(part.contacts[0], part))
    if part.findings:
        print_table(findings_table(part.findings, Naming(part)))
    for note in notes:
        print_line(f"note by {note.author}, {note.made_at[:10]}: {note.words}")


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


def changes(
    since: Annotated[
        str | None,
        typer.Option(help="A day (2021-08-24), or the number of an entry of the log; today."),
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List what is new, gone or told otherwise since a day, or since an entry of the log."""
    from communique.cli.opening import opened
    from communique.cli.output import print_object, print_table
    from communique.model.codec import to_json
    from communique.views.changes import changes_table

    day = since or datetime.datetime.now(datetime.UTC).date().isoformat()
    with opened(record) as kept:
        found = kept.changes(day)
    if output is JSON:
        print_object({"since": day, "changes": [to_json(one) for one in found]})
    else:
        print_table(changes_table(found))


def search(
    words: Annotated[list[str], typer.Argument(help="Words that a passage must hold.")],
    record: RecordOption = DEFAULT_RECORD,
    limit: Annotated[int, typer.Option(min=1, help="How many passages at most.")] = 50,
    state: StateOption = None,
    dyad: DyadOption = None,
    body: BodyOption = None,
    form: FormOption = None,
    status: StatusOption = None,
    heard: HeardOption = None,
    strength: StrengthOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Search the texts of all documents."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.asked import hits_listed
    from communique.record.choosing import named_part
    from communique.record.narrowing import Asked
    from communique.views.lists import hits_table
    from communique.views.naming import Naming

    asked = Asked(state, dyad, body, form, status, since, until, heard, strength)
    with opened(record) as kept:
        naming = Naming(named_part(kept))
        found = hits_listed(kept, naming, " ".join(words), asked, sort, limit)
    if output is JSON:
        print_json("passages", found)
    else:
        print_table(hits_table(found, naming))


def documents(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    dyad: DyadOption = None,
    body: BodyOption = None,
    form: FormOption = None,
    status: StatusOption = None,
    heard: HeardOption = None,
    strength: StrengthOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List the documents that are kept, with their dates and on what these rest."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.asked import documents_listed
    from communique.record.narrowing import Asked
    from communique.views.lists import documents_table

    asked = Asked(state, dyad, body, form, status, since, until, heard, strength)
    with opened(record) as kept:
        found = documents_listed(kept, asked, sort)
    if output is JSON:
        print_json("documents", found)
    else:
        print_table(documents_table(found))
