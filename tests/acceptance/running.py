"""The command line as a user runs it: a process of its own, with a record and tables."""

import contextlib
import io
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from communique import cli

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
TABLES = EXAMPLES / "tables.toml"
WIDTH = 100
SECONDS = 120


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str


def environment(record: Path | None, tables: Path | None = TABLES) -> dict[str, str]:
    """The environment of a user who set the record and the tables once, and nothing else."""
    kept = {name: at for name, at in os.environ.items() if not name.startswith("COMMUNIQUE_")}
    here = {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    told = {"COMMUNIQUE_RECORD": record, "COMMUNIQUE_TABLES": tables}
    own = {name: str(path) for name, path in told.items() if path is not None}
    drawn = {"COLUMNS": str(WIDTH), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    return kept | here | own | drawn


def started(
    *arguments: str | Path, record: Path, module: str = "communique", takes: bool = False
) -> subprocess.Popen[str]:
    """A command that goes on while the test does, and takes what is typed if that is wanted."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=ROOT,
        env=environment(record),
        stdin=subprocess.PIPE if takes else None,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> Ran:
    """What a command came to that was started before."""
    out, err = process.communicate(timeout=SECONDS)
    return Ran(process.returncode, out, err)


def run_here(*arguments: str | Path, record: Path | None, tables: Path | None = TABLES) -> Ran:
    """Run a command to its end in this process, which loads everything only once."""
    out, err = io.StringIO(), io.StringIO()
    words = ["communique", *map(str, arguments)]
    before = signal.getsignal(signal.SIGPIPE)
    with (
        mock.patch.dict(os.environ, environment(record, tables), clear=True),
        mock.patch.object(sys, "argv", words),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = 0
        try:
            cli.run()
        except SystemExit as leaving:
            code = int(leaving.code or 0)
    signal.signal(signal.SIGPIPE, before)
    return Ran(code, out.getvalue(), err.getvalue())


def run(*arguments: str | Path, record: Path, module: str = "communique") -> Ran:
    """Run a command to its end."""
    return ended(started(*arguments, record=record, module=module))
