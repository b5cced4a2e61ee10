"""The command that shows a record in a browser."""

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
) -> None:
    """Show the record in a browser, on this machine alone; it is only read."""
    from communique.cli.opening import opened
    from communique.cli.output import print_line
    from communique.errors import NotPossible

    try:
        from communique.server.serving import bound, run
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
        print_line(f"{record} is shown at http://{HOST}:{at}/ until you press Ctrl-C.")
        run(record, listening)
