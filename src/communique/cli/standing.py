"""Commands on where states stand: positions, labels of relations, missions, works between them."""

from communique.cli.options import (
    DEFAULT_RECORD,
    BodyOption,
    DyadOption,
    FormatOption,
    OutputFormat,
    RecordOption,
    SinceOption,
    SortOption,
    StateOption,
    UntilOption,
)

JSON = OutputFormat.JSON


def positions(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    dyad: DyadOption = None,
    body: BodyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List positions: where states, bodies and groups stand, since when, and on whose word."""
    from dataclasses import replace

    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.asked import positions_listed
    from communique.record.choosing import named_part
    from communique.record.narrowing import Asked
    from communique.views.naming import Naming
    from communique.views.stands import positions_table

    asked = Asked(state, dyad, body, None, None, since, until)
    with opened(record) as kept:
        part = named_part(kept)
        found = positions_listed(kept, Naming(part), asked, sort)
    if output is JSON:
        print_json("positions", found)
    else:
        print_table(positions_table(replace(part, positions=found), Naming(part)))


def remarks(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    body: BodyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List remarks: what sides said that belongs to no contact at hand."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.asked import remarks_listed
    from communique.record.choosing import named_part
    from communique.record.narrowing import Asked
    from communique.views.naming import Naming
    from communique.views.stands import remarks_table

    asked = Asked(state, None, body, None, None, since, until)
    with opened(record) as kept:
        naming = Naming(named_part(kept))
        found = remarks_listed(kept, naming, asked, sort)
    if output is JSON:
        print_json("remarks", found)
    else:
        print_table(remarks_table(found, naming))


def labels(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    dyad: DyadOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List labels: what relations of two are called, by which side, first and last."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.asked import labels_listed
    from communique.record.choosing import named_part
    from communique.record.narrowing import Asked
    from communique.views.naming import Naming
    from communique.views.stands import labels_table

    asked = Asked(state, dyad, None, None, None, since, until)
    with opened(record) as kept:
        naming = Naming(named_part(kept))
        found = labels_listed(kept, naming, asked, sort)
    if output is JSON:
        print_json("labels", found)
    else:
        print_table(labels_table(found, naming))


def presence(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List presence: diplomatic missions reported open or closed, where and when."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.asked import presence_listed
    from communique.record.choosing import named_part
    from communique.record.narrowing import Asked
    from communique.views.naming import Naming
    from communique.views.stands import presence_table

    asked = Asked(state, None, None, None, None, since, until)
    with opened(record) as kept:
        naming = Naming(named_part(kept))
        found = presence_listed(kept, naming, asked, sort)
    if output is JSON:
        print_json("presence", found)
    else:
        print_table(presence_table(found, naming))


def projects(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    dyad: DyadOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List projects: named works between states, and what was undertaken about them."""
    from dataclasses import replace

    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.asked import projects_listed
    from communique.record.choosing import named_part
    from communique.record.narrowing import Asked
    from communique.views.naming import Naming
    from communique.views.stands import projects_table

    with opened(record) as kept:
        part = named_part(kept)
        found = projects_listed(kept, Naming(part), Asked(state, dyad), sort)
    if output is JSON:
        print_json("projects", found)
    else:
        print_table(projects_table(replace(part, projects=found), Naming(part)))
