"""The command that shows a record in a browser."""

import getpass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import DEFAULT_RECORD, RecordOption

if TYPE_CHECKING:
    from communique.server.admission.terms import Terms

PORT = 8765
HOST = "127.0.0.1"


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
            help="Who decides, as kept in the log, where nobody signs in; else your login here.",
        ),
    ] = "",
    users: Annotated[
        bool, typer.Option("--users", help="Let in only users, who sign in (users add).")
    ] = False,
    header: Annotated[
        str | None,
        typer.Option("--trust-header", help="The header in which a proxy says who asks."),
    ] = None,
    proxy: Annotated[
        list[str] | None,
        typer.Option("--proxy", help="The address of a proxy whose word counts; repeatable."),
    ] = None,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen at; elsewhere who asks is known.")
    ] = HOST,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", help="A further name under which it answers; repeatable."),
    ] = None,
) -> None:
    """Show the record in a browser; with --write, decide there and add documents."""
    from communique.cli.opening import file_of, opened
    from communique.cli.output import print_line

    file = file_of(record)
    with_server()
    from communique.server.admission.terms import HOSTS, Terms, check_terms
    from communique.server.admission.users import users_beside
    from communique.server.serving import bound, run

    terms = Terms(
        writes=write,
        author=_author(author) if write and not users and header is None else "",
        hosts=(*HOSTS, host, *(name or ())),
        users=users_beside(file) if users or header else None,
        signs_in=users,
        header=header,
        proxies=tuple(proxy or ()),
    )
    check_terms(terms, host)
    _check_users(terms, file)
    with opened(record) as kept:
        # What is wrong with the record is told, and what is left to do is done, before it is shown.
        kept.state()
    with bound(host, port) as listening:
        at = listening.getsockname()[1]
        is_open = " and can be written" if write else ""
        print_line(f"{record} is shown{is_open} at http://{host}:{at}/ until you press Ctrl-C.")
        run(file, listening, terms)


def with_server() -> None:
    """Raise NotPossible if what a server needs is not installed."""
    from communique.errors import NotPossible

    try:
        for one in ("communique.server.serving", "python_multipart"):
            import_module(one)
    except ModuleNotFoundError as missing:
        raise NotPossible(
            f"serving needs {missing.name}, which is not installed: "
            "install communique[server] instead of communique"
        ) from missing


def _author(given: str) -> str:
    from communique.errors import NotPossible

    try:
        return given or getpass.getuser()
    except (KeyError, OSError) as error:
        raise NotPossible("nobody is signed in here: say with --author who decides") from error


def _check_users(terms: "Terms", record: Path) -> None:
    """Raise NotPossible if people are to sign in, and nobody can."""
    from communique.errors import NotPossible
    from communique.server.admission.users import users_in

    users = users_in(terms.users) if terms.users is not None else {}
    if terms.signs_in and not any(one.digest for one in users.values()):
        raise NotPossible(
            f"nobody can sign in: add a user first, communique users add NAME --record {record}"
        )
