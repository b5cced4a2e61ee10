"""The command that shows a record in a browser."""

from getpass import getuser
from typing import Annotated

import typer

from communique.cli.options import DEFAULT_RECORD, RecordOption

PORT = 8765
HOST = "127.0.0.1"
"""The only host that is bound: there are no users yet to tell apart, and nothing to let them in."""


def serve(
    record: RecordOption = DEFAULT_RECORD,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")
    ] = PORT,
    write: Annotated[
        bool, typer.Option("--write", help="Let people decide and add; else it is only read.")
    ] = False,
    author: Annotated[
        str,
        typer.Option(
            "--author",
            envvar="COMMUNIQUE_AUTHOR",
            help="Under whose name the log keeps what is decided; else who is signed in here.",
        ),
    ] = "",
) -> None:
    """Show the record in a browser, on this machine alone; with --write, decide and add there."""
    from communique.cli.opening import opened
    from communique.cli.output import print_line
    from communique.errors import NotPossible

    try:
        from communique.server.serving import bound, run
        from communique.server.terms import Terms
    except ModuleNotFoundError as missing:
        raise NotPossible(
            f"serving needs {missing.name}, which is not installed: "
            "install communique[server] instead of communique"
        ) from missing
    with opened(record) as kept:
        # What is wrong with the record is told, and what is left to do is done, before it is shown.
        kept.state()
    with bound(HOST, port) as listening:
        at = listening.getsockname()[1]
        is_open = " and can be written" if write else ""
        print_line(f"{record} is shown{is_open} at http://{HOST}:{at}/ until you press Ctrl-C.")
        run(record, listening, Terms(author=(author or getuser()) if write else None))
