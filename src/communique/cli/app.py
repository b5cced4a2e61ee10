"""The application: which commands there are, and what their exit codes mean.

0: done. 1: done in part (something was refused, or does not hold). 2: the command was not
understood, or cannot be done with these arguments. 3: the record or a file cannot be used. 4: not
in the record. 130: interrupted; what was read until then is kept.
"""

import os
import signal
import sys
from typing import Annotated

import typer

from communique.cli import (
    asking,
    deciding,
    keeping,
    listing,
    owing,
    reading,
    serving,
    standing,
    users,
)
from communique.cli.showing import shown
from communique.errors import CommuniqueError, NotInRecord, NotPossible

NOT_UNDERSTOOD, UNUSABLE, NOT_THERE, INTERRUPTED = 2, 3, 4, 130


def make_app() -> typer.Typer:
    """The application with all its commands, in the order in which a new user meets them."""
    app = typer.Typer(
        name="communique",
        help="Who dealt with whom, on whose word, where the accounts part, and what is owed.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=True,
        rich_markup_mode=None,
    )
    app.callback()(_options)
    for command in (
        reading.read,
        asking.contacts,
        asking.show,
        asking.why,
        owing.due,
        owing.close,
        owing.score,
        listing.channels,
        listing.channel,
        listing.format_,
        standing.positions,
        standing.remarks,
        standing.labels,
        standing.presence,
        standing.projects,
        listing.origins,
        listing.stories,
        listing.gaps,
        listing.problems,
        asking.changes,
        asking.search,
        asking.documents,
        serving.serve,
        keeping.diff,
        deciding.same,
        deciding.different,
        deciding.correct,
        deciding.withdraw,
        deciding.note,
        deciding.judgements,
        reading.tables,
        keeping.verify,
        keeping.rebuild,
        keeping.backup,
        keeping.purge,
    ):
        # "-1" is a score, and no option.
        settings = {"ignore_unknown_options": True} if command is owing.score else None
        app.command(command.__name__.rstrip("_"), context_settings=settings)(command)
    exports = typer.Typer(
        help="Write the record in a shape for other programs.", no_args_is_help=True
    )
    exports.command("json")(keeping.export_json)
    exports.command("plain")(keeping.export_plain)
    exports.command("schema")(keeping.export_schema)
    app.add_typer(exports, name="export")
    team = typer.Typer(help="Who may sign in where the record is served.", no_args_is_help=True)
    for one in (users.add, users.list_, users.remove, users.password):
        team.command(one.__name__.rstrip("_"))(one)
    app.add_typer(team, name="users")
    return app


def run() -> None:
    """Run the command line; what is wrong in a call is told in a line on standard error."""
    if hasattr(signal, "SIGPIPE"):
        # A pager that has had enough ends us in silence, as it does any filter.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        _run_and_flush()
    except NotInRecord as error:
        _fail(str(error), NOT_THERE)
    except NotPossible as error:
        _fail(str(error), NOT_UNDERSTOOD)
    except CommuniqueError as error:
        _fail(str(error), UNUSABLE)
    except KeyboardInterrupt:
        _fail("interrupted; what was read until now is kept: the same command goes on", INTERRUPTED)
    except OSError as error:
        _fail(_told(error), UNUSABLE)


def _told(error: OSError) -> str:
    if error.filename:
        return f"cannot use {error.filename}: {error.strerror}; name another file or folder"
    _drop_output()
    return f"cannot write the output: {error.strerror}; make room, or send it elsewhere"


def _run_and_flush() -> None:
    try:
        make_app()()
    finally:
        # What is still to be written is written where its failure can be told.
        sys.stdout.flush()


def _drop_output() -> None:
    """Send what could not be written nowhere, so that leaving does not try it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str, code: int) -> None:
    print(f"communique: {shown(message)}", file=sys.stderr)
    sys.exit(code)


def _print_version(wanted: bool) -> None:
    if wanted:
        from communique.version import __version__

        print(__version__)
        raise typer.Exit


def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Print the version and leave.",
            is_eager=True,
            callback=_print_version,
        ),
    ] = False,
) -> None:
    """Options of the application itself; the version is printed before anything else is read."""


__all__ = ["make_app", "run"]
