"""Commands on where states stand: positions, labels of relations, missions, works between them."""

from typing import Any

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

    from communique.cli.lists import Listed, print_list
    from communique.record.asked import positions_listed
    from communique.record.narrowing import Asked
    from communique.views.naming import Naming
    from communique.views.stands import positions_table
    from communique.views.tables import Table

    def table(found: tuple[Any, ...], naming: Naming) -> Table:
        return positions_table(replace(naming.contents, positions=found), naming)

    asked = Asked(state, dyad, body, None, None, since, until)
    print_list(Listed("positions", positions_listed, table), record, asked, sort, output)


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
    from communique.cli.lists import Listed, print_list
    from communique.record.asked import remarks_listed
    from communique.record.narrowing import Asked
    from communique.views.stands import remarks_table

    asked = Asked(state, None, body, None, None, since, until)
    print_list(Listed("remarks", remarks_listed, remarks_table), record, asked, sort, output)


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
    from communique.cli.lists import Listed, print_list
    from communique.record.asked import labels_listed
    from communique.record.narrowing import Asked
    from communique.views.stands import labels_table

    asked = Asked(state, dyad, None, None, None, since, until)
    print_list(Listed("labels", labels_listed, labels_table), record, asked, sort, output)


def presence(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List presence: diplomatic missions reported open or closed, where and when."""
    from communique.cli.lists import Listed, print_list
    from communique.record.asked import presence_listed
    from communique.record.narrowing import Asked
    from communique.views.stands import presence_table

    asked = Asked(state, None, None, None, None, since, until)
    print_list(Listed("presence", presence_listed, presence_table), record, asked, sort, output)


def projects(
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    dyad: DyadOption = None,
    sort: SortOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List projects: named works between states, and what was undertaken about them."""
    from dataclasses import replace

    from communique.cli.lists import Listed, print_list
    from communique.record.asked import projects_listed
    from communique.record.narrowing import Asked
    from communique.views.naming import Naming
    from communique.views.stands import projects_table
    from communique.views.tables import Table

    def table(found: tuple[Any, ...], naming: Naming) -> Table:
        return projects_table(replace(naming.contents, projects=found), naming)

    asked = Asked(state, dyad)
    print_list(Listed("projects", projects_listed, table), record, asked, sort, output)
