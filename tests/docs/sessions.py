"""The sessions in the documentation, run as they stand: what is shown is what is printed.

A block of a page that is fenced as ``console`` holds commands after ``$`` and what they print. The
blocks of one page are one session, in a new folder beside a copy of the examples. A command may
end with ``| head -N``; a backslash at the end of a line carries it on. Digests, which hang on the
time of taking in and on every table, are shown as ``…``; so are ids of decisions and their day.

``python -m tests.docs.sessions --write`` writes what is printed now into the pages.
"""

import contextlib
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.acceptance.running import EXAMPLES, ROOT, run_here

PAGES = (
    ROOT / "README.md",
    ROOT / "examples" / "README.md",
    *sorted((ROOT / "docs" / "guide").glob("*.md")),
    ROOT / "docs" / "reference" / "commands.md",
)
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b|(?<=\d\+)[0-9a-f]{12}\b|(?<=\b[jnwx]-)[0-9a-f]{16}\b")
_HEAD = re.compile(r"(.*?)(?:\s*\|\s*head -(\d+))?", re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A command as written, and what is printed after it."""

    command: str
    output: str


def has_sessions(page: Path) -> bool:
    """Whether there is anything to run on a page."""
    return _BLOCK.search(page.read_text(encoding="utf-8")) is not None


def shown_on(page: Path) -> list[Step]:
    """The commands of a page with what the page says they print."""
    text = page.read_text(encoding="utf-8")
    return [step for block in _BLOCK.findall(text) for step in _steps(block)]


def printed_for(steps: list[Step]) -> list[Step]:
    """The same commands with what they print, run one after the other in a new folder."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(EXAMPLES, "examples")
        return printed_here(steps)


def printed_here(steps: list[Step]) -> list[Step]:
    """The same commands with what they print in this folder."""
    return [Step(one.command, _printed(one.command)) for one in steps]


def rewritten(page: Path) -> str:
    """The text of a page with what its commands print now."""
    text = page.read_text(encoding="utf-8")
    printed = iter(printed_for(shown_on(page)))

    def block(match: re.Match[str]) -> str:
        steps = [next(printed) for _ in _steps(match[1])]
        written = "\n".join(f"$ {one.command}\n{one.output}" for one in steps)
        return f"```console\n{written}```"

    return _BLOCK.sub(block, text)


def _steps(block: str) -> Iterator[Step]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        match = re.match(r"((?:[^\n]*\\\n)*[^\n]*\n)(.*)", part, re.DOTALL)
        assert match is not None
        yield Step(match[1].rstrip("\n"), match[2].rstrip("\n") + "\n" if match[2].strip() else "")


def _printed(command: str) -> str:
    match = _HEAD.fullmatch(command)
    assert match is not None
    program, *arguments = shlex.split(match[1].replace("\\\n", " "))
    if program != "communique":
        raise ValueError(f"met {command!r} in a session: expected a command of communique")
    # The record and the tables are those that the page names, as for a reader who has set nothing.
    ran = run_here(*arguments, record=None, tables=None)
    lines = [line.rstrip() for line in (ran.out + ran.err).strip("\n").splitlines()]
    kept = lines[: int(match[2])] if match[2] else lines
    today = datetime.now(UTC).date().isoformat()
    return "".join(f"{_DIGEST.sub('…', line).replace(today, '…')}\n" for line in kept)


def main(arguments: list[str]) -> int:
    """Say which pages are out of date, or bring them up to date; the exit code says if any was."""
    stale = 0
    for page in filter(has_sessions, PAGES):
        new = rewritten(page)
        if new != page.read_text(encoding="utf-8"):
            stale += 1
            print(page.relative_to(ROOT))
            if "--write" in arguments:
                page.write_text(new, encoding="utf-8")
    return 0 if "--write" in arguments else min(stale, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
