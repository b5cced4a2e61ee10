"""The command line on a record that is served elsewhere."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli.app import make_app
from communique.errors import NotPossible

pytestmark = pytest.mark.slow
CALL = "2031-05-13-xks-xvd-call"


def said(record: str, *words: str) -> str:
    done = CliRunner().invoke(make_app(), [*words, "--record", record], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("contacts", "--state", "XVD"),
        ("contacts", "--heard", "XKS", "--format", "json"),
        ("show", CALL),
        ("why", f"{CALL}#date"),
        ("due",),
        ("channels",),
        ("format",),
        ("positions",),
        ("origins",),
        ("stories",),
        ("gaps",),
        ("problems",),
        ("search", "consultations", "--sort", "date"),
        ("documents", "--form", "call"),
        ("judgements",),
        ("changes", "--since", "5"),
        ("export", "plain"),
    ],
)
def test_commands_that_look_say_the_same(
    examples_file: Path, address: str, command: tuple[str, ...]
) -> None:
    assert said(address, *command) == said(str(examples_file), *command)


@pytest.mark.parametrize(
    "command", [("verify",), ("rebuild",), ("serve",), ("read", "x.txt", "--tables", "own.toml")]
)
def test_commands_that_need_the_file_say_so(address: str, command: tuple[str, ...]) -> None:
    with pytest.raises(NotPossible):
        said(address, *command)
