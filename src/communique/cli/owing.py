"""Commands on what is owed: list it, close what was met, score how far."""

import datetime
import io
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.deciding import tell_judged
from communique.cli.options import (
    DEFAULT_RECORD,
    AuthorOption,
    BodyOption,
    DyadOption,
    FormatOption,
    FormOption,
    OutputFormat,
    ReasonOption,
    RecordOption,
    SinceOption,
    SortOption,
    StateOption,
    UntilOption,
)

if TYPE_CHECKING:
    from communique.model.contents import Contents

UndertakingArgument = Annotated[
    str, typer.Argument(help="An undertaking by its id (communique due shows it).")
]


def due(
    record: RecordOption = DEFAULT_RECORD,
    as_of: Annotated[
        str | None, typer.Option("--asof", help="The day from which to look (2021-08-27).")
    ] = None,
    state: StateOption = None,
    dyad: DyadOption = None,
    body: BodyOption = None,
    form: FormOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: SortOption = None,
    ics: Annotated[
        bool, typer.Option("--ics", help="As a calendar (RFC 5545), for programs that keep one.")
    ] = False,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """List what is owed: scheduled contacts, undertakings open or repeated, and those closed."""
    from communique.cli.opening import opened
    from communique.cli.output import print_object, print_table
    from communique.model.codec import to_json
    from communique.record.asked import closers_called
    from communique.record.choosing import check, day_of, named_part
    from communique.record.narrowing import Asked, owed
    from communique.text.intervals import days_of
    from communique.views.naming import Naming
    from communique.views.owing import DUE_ORDERS, due_tables, scheduled

    today = datetime.datetime.now(datetime.UTC).date()
    day = day_of(as_of, "asof") or today.isoformat()
    check("sort", sort, DUE_ORDERS)
    asked = Asked(state, dyad, body, form, None, since, until)
    with opened(record) as kept:
        naming = Naming(named_part(kept))
        part = owed(kept, naming, asked)
        labels = closers_called(kept, part.undertakings)
    if ics:
        _print_calendar(part, days_of(day)[0] or today)
    elif output is OutputFormat.JSON:
        listed = {"undertakings": part.undertakings, "scheduled": scheduled(part)}
        print_object({name: [to_json(one) for one in found] for name, found in listed.items()})
    else:
        for table in due_tables(part, naming, labels, day, sort or "date"):
            print_table(table)


def _print_calendar(part: "Contents", day: datetime.date) -> None:
    from communique.exports.ics import write_ics

    if isinstance(sys.stdout, io.TextIOWrapper):
        # The lines of a calendar end in a return and a line feed on every system.
        sys.stdout.reconfigure(newline="")
    sys.stdout.write(write_ics(part, day))


def close(
    undertaking: UndertakingArgument,
    by: Annotated[
        str, typer.Option("--by", help="The contact or document that met it, by label or id.")
    ],
    reason: ReasonOption,
    author: AuthorOption,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Decide that an undertaking was met by a contact or a document; what it repeats with it."""
    from communique.cli.opening import opened

    with opened(record) as kept:
        made = kept.close_undertaking(undertaking, by=by, reason=reason, author=author)
    tell_judged(f"{undertaking}: closed by {by}", made, output)


def score(
    undertaking: UndertakingArgument,
    score: Annotated[
        str,
        typer.Argument(
            help="+1: complied with in full; 0: in part, or in work; -1: not, or acted against."
        ),
    ],
    reason: ReasonOption,
    author: AuthorOption,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Decide how far an undertaking was complied with, on the scale of the G7 Research Group."""
    from communique.cli.opening import opened

    with opened(record) as kept:
        made = kept.score_undertaking(undertaking, score, reason=reason, author=author)
    tell_judged(f"{undertaking}: scored {score}", made, output)
