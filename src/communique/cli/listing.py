"""Commands that list registers: channels, formats, positions, origins, stories, gaps, problems."""

from typing import TYPE_CHECKING, Annotated, Any

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

if TYPE_CHECKING:
    from communique.model.contents import Contact, Contents
    from communique.record import Record

MaybeContact = Annotated[str | None, typer.Argument(help="Only those of this contact.")]
JSON = OutputFormat.JSON


def channels(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    dyad: DyadOption = None,
    body: BodyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List channels: standing lines of consultation, and who says that they exist."""
    from communique.cli.lists import Listed, print_list
    from communique.record.asked import channels_listed
    from communique.record.narrowing import Asked
    from communique.views.registers import channels_table

    asked = Asked(state, dyad, body, None, None, since, until)
    print_list(Listed("channels", channels_listed, channels_table), record, asked, sort, output)


def channel(
    name: Annotated[str, typer.Argument(help="A channel: its label or id.")],
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Show one channel: its names, its steps, who says it exists and who does not."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_page
    from communique.record.asked import called_in, channel_told
    from communique.views.registers import channel_page

    with opened(record) as kept:
        found = kept.channel(name)
        part = channel_told(kept, _naming(kept), found)
        labels = called_in(kept, (found,))
    if output is JSON:
        print_json("channels", (found,))
    else:
        print_page(channel_page(found, part, labels))


def format_(
    name: Annotated[
        str | None, typer.Argument(help="A format or body: label, code or name; all if left out.")
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    dyad: DyadOption = None,
    body: BodyOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Show formats and bodies as venues: names, members, what is to be carried out in them."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_page, print_table
    from communique.record.asked import called_in, format_told, formats_listed
    from communique.record.narrowing import Asked
    from communique.views.registers import format_page, formats_table

    with opened(record) as kept:
        part = _everything_named(kept)
        naming = _naming_of(part)
        asked = Asked(state, dyad, body)
        listed = formats_listed(kept, naming, asked, sort)
        found = listed if name is None else (_format_named(kept, name),)
        if name is not None:
            part = format_told(kept, naming, found[0])
        labels = called_in(kept, found)
    if output is JSON:
        print_json("formats", found)
    elif name is None:
        print_table(formats_table(found, naming))
    else:
        print_page(format_page(found[0], part, labels))


def origins(
    contact: MaybeContact = None,
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
    """List originals, copies and repeated runs of words: which accounts are one text."""
    from dataclasses import replace

    from communique.cli.opening import opened
    from communique.cli.output import print_object, print_table
    from communique.model.codec import to_json
    from communique.model.times import edtf_of
    from communique.record.narrowing import Asked, contacts_asked, day_first, in_order
    from communique.views.registers import (
        originals_table,
        relations_table,
        shared_runs_table,
    )

    asked = Asked(state, dyad, body, form, status, since, until, heard, strength)
    orders = {
        "date": lambda one: day_first(edtf_of(one.date)),
        "side": lambda one: (one.side is None, one.side or ""),
    }
    with opened(record) as kept:
        part = kept.contents() if contact is None else kept.part(contact)
        if asked.is_of_anything:
            part = _told_in(part, contacts_asked(kept, asked))
        part = replace(part, originals=in_order(part.originals, sort, orders))
    if output is JSON:
        print_object(
            {
                "originals": [to_json(one) for one in part.originals],
                "relations": [to_json(one) for one in part.relations],
                "shared_runs": [to_json(one) for one in part.shared_runs],
            }
        )
        return
    print_table(originals_table(part.originals, _naming_of(part)))
    print_table(relations_table(part, _naming_of(part)))
    print_table(shared_runs_table(part, _naming_of(part)))


def stories(
    document: Annotated[
        str | None, typer.Argument(help="Only the story that this document carries.")
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List stories: documents that carry one piece of news, each with the reason."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.asked import stories_listed
    from communique.record.narrowing import Asked
    from communique.views.registers import stories_table

    asked = Asked(None, None, None, None, None, since, until)
    with opened(record) as kept:
        found = stories_listed(kept, asked, sort, document)
        contacts = {one.id: one.label for one in kept.contacts()}
        naming = _naming(kept)
    if output is JSON:
        print_json("stories", found)
    else:
        print_table(stories_table(found, contacts, naming))


def gaps(
    contact: MaybeContact = None,
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
    """List the accounts that one should hold and does not, with whom to ask."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.asked import gaps_listed
    from communique.record.narrowing import Asked
    from communique.views.lists import gaps_table

    asked = Asked(state, dyad, body, form, status, since, until, heard, strength)
    with opened(record) as kept:
        found = gaps_listed(kept, asked, sort, contact)
        naming, labels = _naming(kept), kept.labels_of({one.contact for one in found})
    if output is JSON:
        print_json("gaps", found)
    else:
        print_table(gaps_table(found, labels, naming))


def problems(
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
    """List what could not be read, and leads to other documents that were not read."""
    from dataclasses import replace

    from communique.cli.opening import opened
    from communique.cli.output import print_object, print_table
    from communique.model.codec import to_json
    from communique.record.narrowing import Asked, documents_asked, in_order
    from communique.views.lists import leads_table, problems_table

    asked = Asked(state, dyad, body, form, status, since, until, heard, strength)
    with opened(record) as kept:
        part = replace(_everything_named(kept), problems=tuple(kept.problems()))
        if asked.is_of_anything:
            part = _problems_of(part, documents_asked(kept, asked))
    places = {one.id: at for at, one in enumerate(part.documents)}
    orders = {
        "document": lambda one: places.get(one.document, len(places)),
        "problem": lambda one: one.code,
    }
    part = replace(part, problems=in_order(part.problems, sort, orders))
    if output is JSON:
        leads = [to_json(lead) for one in part.documents for lead in one.leads]
        print_object({"problems": [to_json(one) for one in part.problems], "leads": leads})
        return
    print_table(problems_table(part, _naming_of(part)))
    print_table(leads_table(part, _naming_of(part)))


def _told_in(part: "Contents", contacts: "tuple[Contact, ...]") -> "Contents":
    """The originals that these contacts rest on, and the runs of words between their documents."""
    from dataclasses import replace

    accounts = [account for one in contacts for account in one.accounts]
    named = {str(one) for account in accounts for one in account.originals}
    told = {one.document for one in accounts}
    return replace(
        part,
        originals=tuple(one for one in part.originals if one.id in named),
        relations=tuple(one for one in part.relations if told.issuperset(one.documents)),
        shared_runs=tuple(one for one in part.shared_runs if told.issuperset(one.documents)),
    )


def _problems_of(part: "Contents", documents: frozenset[str]) -> "Contents":
    """The problems in these documents, and the leads that stand in them."""
    from dataclasses import replace

    return replace(
        part,
        documents=tuple(one for one in part.documents if one.id in documents),
        problems=tuple(one for one in part.problems if one.document in documents),
    )


def _everything_named(kept: "Record") -> Any:
    """The record's actors, documents and undertakings, without the claims they rest on."""
    from communique.record.choosing import named_part

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
