"""The notation of cases: files of texts and their records, read into values and written again.

A file that is not sound is told of with the file, the line, what was met and what was expected;
the other cases of it are read.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.errors import CommuniqueError
from tests.cases.lines import Unsound, Words, add_detail, add_line
from tests.cases.values import Case, Expected
from tests.cases.writing import record_lines

TEXTS = Path(__file__).parent / "texts"
HEADS = ("dated", "title", "outlet")
_OPENS = "=== "
_PARTS = "---"
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?)?)?)?")


class NotationUnsound(CommuniqueError):
    """Files of cases that cannot be read as they stand; the message lists every place."""


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of a folder, file by file, and what is wrong in their notation."""

    cases: tuple[Case, ...]
    problems: tuple[str, ...]


def read_cases(folder: Path, words: Words) -> Cases:
    """All cases of a folder in the order of the files' names; ``words`` are the names allowed."""
    cases: list[Case] = []
    problems: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        read = read_text(path.read_text(encoding="utf-8"), path.stem, words)
        cases += read.cases
        problems += read.problems
    return Cases(tuple(cases), tuple(problems))


def sound_cases(folder: Path, words: Words) -> tuple[Case, ...]:
    """All cases of a folder; raises NotationUnsound when a line of them is not sound."""
    read = read_cases(folder, words)
    if read.problems:
        raise NotationUnsound("\n".join(read.problems))
    return read.cases


def read_text(text: str, phenomenon: str, words: Words) -> Cases:
    """The cases of one file."""
    cases: dict[str, Case] = {}
    problems: list[str] = []
    for block in _blocks(text.splitlines()):
        try:
            case = _case(block, phenomenon, words)
            _check_name(case, cases)
            cases[case.name] = case
        except Unsound as one:
            problems.append(f"{phenomenon}.txt, line {one.line}: {one.message}")
    return Cases(tuple(cases.values()), tuple(problems))


def _check_name(case: Case, others: Collection[str]) -> None:
    if case.name in others:
        met = f"met the name {case.name!r} a second time"
        raise Unsound(case.line, f"{met}; expected a name of its own")


Line = tuple[int, str]


def _blocks(lines: Sequence[str]) -> Iterator[list[Line]]:
    """The lines of each case with their numbers; what stands before the first is a heading."""
    block: list[Line] = []
    for number, line in enumerate(lines, 1):
        if line.startswith(_OPENS):
            if block:
                yield block
            block = [(number, line)]
        elif block:
            block.append((number, line))
        elif line.strip() and not line.startswith("#"):
            yield [(number, line)]
    if block:
        yield block


def _case(block: list[Line], phenomenon: str, words: Words) -> Case:
    number, opening = block[0]
    name = opening.removeprefix(_OPENS).strip()
    if not opening.startswith(_OPENS) or not name:
        raise Unsound(number, f"met {opening!r}; expected '=== ' and a name, or a line with #")
    parted = [at for at, (_, line) in enumerate(block) if line.rstrip() == _PARTS]
    if len(parted) != 1:
        raise Unsound(number, f"met {len(parted)} lines '---' in {name!r}; expected one")
    head, body = _head(block[1 : parted[0]])
    text = "\n".join(line.rstrip() for _, line in body).strip("\n")
    if not text.strip():
        raise Unsound(number, f"met no text in {name!r}; expected an empty line and then the text")
    expected = _record(block[parted[0] + 1 :], words, text)
    if expected == Expected():
        raise Unsound(number, f"met no record in {name!r}; expected at least 'nothing'")
    return Case(
        phenomenon=phenomenon,
        name=name,
        text=text,
        expected=expected,
        dated=head.get("dated"),
        title=head.get("title"),
        outlet=head.get("outlet"),
        line=number,
    )


def _head(lines: list[Line]) -> tuple[dict[str, str], list[Line]]:
    """The head of a case, and the lines behind the empty line that ends it."""
    head: dict[str, str] = {}
    for at, (number, line) in enumerate(lines):
        if not line.strip():
            return head, lines[at + 1 :]
        word, _, value = line.strip().partition(" ")
        if word not in HEADS or word in head or not value:
            expected = ", ".join(HEADS)
            raise Unsound(number, f"met {line!r}; expected one of {expected}, or an empty line")
        if word == "dated" and not _DAY.fullmatch(value):
            raise Unsound(number, f"met the date {value!r}; expected for instance 2031-03-05")
        head[word] = value.strip()
    return head, []


def _record(lines: list[Line], words: Words, text: str) -> Expected:
    expected = Expected()
    open_part: str | None = None
    for number, line in lines:
        if not line.strip():
            continue
        if line[0].isspace():
            expected = add_detail(expected, open_part, number, line.strip(), words)
        else:
            expected, open_part = add_line(expected, number, line.strip(), words, text)
    return expected


def written(case: Case) -> str:
    """A case in notation again."""
    head = [f"{word} {value}" for word in HEADS if (value := getattr(case, word)) is not None]
    lines = [f"{_OPENS}{case.name}", *head, "", case.text, "", _PARTS]
    return "\n".join([*lines, *record_lines(case.expected)]) + "\n"
