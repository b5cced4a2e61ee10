"""Commands that take in: ``read``, and ``tables`` for what is known before reading."""

import sys
from typing import Annotated

import typer

from communique.cli.options import (
    DEFAULT_RECORD,
    FormatOption,
    OutputFormat,
    RecordOption,
    TablesOption,
)
from communique.cli.showing import shown

PARTLY = 1
"""The exit code when something was refused and the rest was read."""


def read(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, patterns, or - for standard input.")
    ],
    record: RecordOption = DEFAULT_RECORD,
    outlet: Annotated[str | None, typer.Option(help="Who published these documents.")] = None,
    date: Annotated[str | None, typer.Option(help="Their date (2021-08-24).")] = None,
    kind: Annotated[
        str | None, typer.Option(help="Their kind: article, dispatch, readout, release …")
    ] = None,
    side: Annotated[
        str | None, typer.Option(help="The state or body that issued them (IND, UN).")
    ] = None,
    limit: Annotated[
        int, typer.Option(min=1, help="The largest file taken in, in megabytes.")
    ] = 20,
    whole: Annotated[
        bool, typer.Option("--whole", help="Read texts without a sign of a contact too.")
    ] = False,
    tables: TablesOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Read documents into the record, and show who dealt with whom."""
    from communique.catalog.tables import load_tables
    from communique.cli.opening import opened
    from communique.cli.output import print_object, print_page
    from communique.intake.values import MEGABYTE, Options
    from communique.model.codec import to_json
    from communique.record.comparing import held_before, read_told, touching
    from communique.record.describing import about_given
    from communique.views.changes import changed_by_reading

    known = None if side is None else load_tables(tables)
    about = about_given(outlet, date, kind, side, tables=known)
    with opened(record, tables=tables, create=True) as kept:
        position = kept.position()
        before = held_before(kept) if output is OutputFormat.TABLE else None
        summary = kept.read(paths, Options(about=about, limit=limit * MEGABYTE), whole=whole)
        contents = kept.contents()
    met = set(summary.documents)
    if output is OutputFormat.JSON:
        print_object(
            {
                "taken": list(summary.taken),
                "known": [*summary.known, *summary.met_again],
                "refused": [to_json(one) for one in summary.refused],
                "documents": [to_json(one) for one in contents.documents if one.id in met],
                "contacts": [to_json(one) for one in touching(contents, met).contacts],
            }
        )
    else:
        print_page(read_told(contents, summary))
        if before is not None:
            print_page(changed_by_reading(before, contents, position))
    for one in summary.refused:
        print(f"communique: {shown(one.path)}: {shown(one.message)}", file=sys.stderr)
    if summary.refused:
        raise typer.Exit(PARTLY)


def tables(
    kind: Annotated[
        str | None,
        typer.Argument(
            help="states, bodies, groups, formats, tenures or outlets; all if left out."
        ),
    ] = None,
    search: Annotated[str | None, typer.Option(help="Only rows that hold these words.")] = None,
    tables: TablesOption = None,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Show what is known before reading: states, bodies, office-holders, outlets."""
    from communique.catalog.tables import load_tables
    from communique.cli.output import print_object, print_table
    from communique.errors import NotPossible
    from communique.model.codec import to_json
    from communique.views.known import KINDS, known_table

    if kind is not None and kind not in KINDS:
        raise NotPossible(f"no table {kind!r}: expected one of {', '.join(KINDS)}")
    loaded = load_tables(tables)
    shown = KINDS if kind is None else (kind,)
    if output is OutputFormat.JSON:
        rows = {one: [to_json(row) for row in getattr(loaded, one)] for one in shown}
        print_object({"digest": loaded.digest} | rows)
        return
    for one in shown:
        print_table(known_table(one, getattr(loaded, one), search))
