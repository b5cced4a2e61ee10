"""The options that several commands share, each declared once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_RECORD = "communique.db"


class OutputFormat(StrEnum):
    """What a command prints: tables for people, JSON for programs."""

    TABLE = "table"
    JSON = "json"


RecordOption = Annotated[
    str,
    typer.Option(
        "--record",
        "-r",
        metavar="PATH",
        envvar="COMMUNIQUE_RECORD",
        help="The file that holds the record, or the address at which it is served.",
        show_default=True,
    ),
]
FormatOption = Annotated[
    OutputFormat, typer.Option("--format", "-f", help="Tables for people or JSON for programs.")
]
TablesOption = Annotated[
    Path | None,
    typer.Option(
        "--tables",
        envvar="COMMUNIQUE_TABLES",
        help="A file of your own states, bodies, office-holders and outlets (TOML).",
    ),
]
StateOption = Annotated[
    str | None, typer.Option("--state", help="Only those with this state (code or name).")
]
DyadOption = Annotated[
    str | None, typer.Option("--dyad", help="Only those of two states: IND,RUS (codes or names).")
]
BodyOption = Annotated[
    str | None, typer.Option("--body", help="Only those with this body (its code).")
]
FormOption = Annotated[
    str | None, typer.Option("--form", help="Only contacts of this form: call, meeting, visit …")
]
StatusOption = Annotated[
    str | None, typer.Option("--status", help="Only contacts of this status: held, planned …")
]
HeardOption = Annotated[
    str | None, typer.Option("--heard", help="Only contacts on which this side is heard.")
]
StrengthOption = Annotated[
    str | None,
    typer.Option("--strength", help="Only contacts in which something is said so: agreed …"),
]
SinceOption = Annotated[
    str | None, typer.Option("--since", help="Only those on or after this day (2021-08-24).")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", help="Only those on or before this day (2021-08-24).")
]
SortOption = Annotated[
    str | None,
    typer.Option("--sort", help="In which order; an unknown one is answered with those known."),
]
AuthorOption = Annotated[
    str,
    typer.Option(
        "--author", envvar="COMMUNIQUE_AUTHOR", help="Who decides this, as kept in the log."
    ),
]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why, in words that others can read.")]
