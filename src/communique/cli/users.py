"""Commands on who may sign in where a record is served: ``users add``, ``list`` and so on."""

import getpass
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import DEFAULT_RECORD, FormatOption, OutputFormat, RecordOption
from communique.cli.serving import with_server
from communique.cli.showing import shown

NameArgument = Annotated[str, typer.Argument(help="The name under which they sign in.")]


class RoleOption(StrEnum):
    """What a user may do."""

    READER = "reader"
    EDITOR = "editor"


def add(
    name: NameArgument,
    role: Annotated[
        RoleOption, typer.Option(help="reader looks, editor decides and adds too.")
    ] = RoleOption.READER,
    at_proxy: Annotated[
        bool, typer.Option("--at-proxy", help="Without a password: they sign in at a proxy.")
    ] = False,
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Let somebody in; the password is asked for, or read from standard input."""
    path = _file(record)
    from communique.server.admission import users
    from communique.server.admission.visitors import Role

    users.add(path, name, Role(role.value), None if at_proxy else _password())
    print(shown(f"{name} may sign in as {role.value}; kept in {path}"))


def list_(record: RecordOption = DEFAULT_RECORD, output: FormatOption = OutputFormat.TABLE) -> None:
    """List the users with their roles."""
    path = _file(record)
    from communique.cli.output import print_object, print_table
    from communique.server.admission.users import users_in
    from communique.views.tables import Table

    found = users_in(path).values()
    told = [(one.name, one.role.value, "here" if one.digest else "at a proxy") for one in found]
    if output is OutputFormat.JSON:
        keys = ("name", "role", "signs_in")
        print_object({"users": [dict(zip(keys, one, strict=True)) for one in told]})
        return
    print_table(Table(("Name", "Role", "Signs in"), tuple(told), empty="There are no users."))


def remove(name: NameArgument, record: RecordOption = DEFAULT_RECORD) -> None:
    """Let somebody in no more, at once; what they decided stays under their name."""
    path = _file(record)
    from communique.server.admission import users

    users.remove(path, name)
    print(shown(f"{name} is no user any more"))


def password(name: NameArgument, record: RecordOption = DEFAULT_RECORD) -> None:
    """Give somebody a new password, asked for or read from standard input; sessions end."""
    path = _file(record)
    from communique.server.admission import users

    users.change_password(path, name, _password())
    print(shown(f"{name} has a new password"))


def _file(name: str) -> Path:
    """The file of the users of a record that is there."""
    from communique.cli.opening import file_of
    from communique.errors import NoRecord

    record = file_of(name)
    if not record.is_file():
        raise NoRecord(record)
    with_server()
    from communique.server.admission.users import users_beside

    return users_beside(record)


def _password() -> str:
    """A password typed twice, or the first line of standard input."""
    from communique.errors import NotPossible

    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != typed:
        raise NotPossible("the two passwords differ: nothing was changed")
    return typed
