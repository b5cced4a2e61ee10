"""The plain notation: a record, or any part of it, as text that people read and diffs show.

``docs/reference/plain.md`` describes it. What is written is read back without loss.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any, get_args, get_origin

from communique.exports.inline import (
    Inline,
    Names,
    NotPlain,
    arms_of,
    fields_of,
    is_left_out,
    kind_of,
    make,
    quoted,
    write_inline,
)
from communique.exports.remarks import Remarks
from communique.model.contents import (
    SCHEMA,
    AccountEntry,
    Cell,
    Contact,
    Contents,
    DocumentEntry,
    Point,
)
from communique.model.registers import ChannelEntry, FormatEntry

INDENT = "  "
WIDTH = 14
"""Columns of a field's name: values stand below one another."""
HEADINGS: dict[Any, str] = dict.fromkeys(
    (DocumentEntry, Contact, ChannelEntry, FormatEntry), "label"
)
"""The field that heads an entry where it is not the first one."""
BLOCKS = (AccountEntry, Point, Cell)
"""Values inside an entry that are written over several lines."""
_KEY = re.compile(r'"(?:[^"\\]|\\.)*"|[A-Za-z_]+')
WORDS: dict[str, str] = {
    "documents": "document",
    "actors": "actor",
    "contacts": "contact",
    "originals": "original",
    "claims": "claim",
    "undertakings": "undertaking",
    "positions": "position",
    "channels": "channel",
    "formats": "format",
    "labels": "label",
    "presence": "presence",
    "projects": "project",
    "shared_runs": "shared-run",
    "stories": "story",
    "relations": "relation",
    "findings": "finding",
    "offers": "offer",
    "gaps": "gap",
    "judgements": "judgement",
    "problems": "problem",
}
"""For each part of the contents the word that begins an entry of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line with the lines that stand deeper below it."""

    number: int
    text: str
    below: tuple["Line", ...]

    @property
    def name(self) -> str:
        """The first word."""
        return self.text.partition(" ")[0]

    @property
    def rest(self) -> str:
        """What follows the first word."""
        return self.text.partition(" ")[2].strip()


def write_plain(contents: Contents) -> str:
    """The contents, or the part that they are, in the plain notation."""
    names, remarks = _names_of(contents), Remarks.of(contents)
    lines = [contents.schema]
    if contents.version:
        lines += ["", "version", *_version_lines(contents.version)]
    for part, word in WORDS.items():
        for one in getattr(contents, part):
            lines += ["", *_block(word, one, names, remarks, 0)]
    return "\n".join(lines) + "\n"


def read_plain(text: str) -> Contents:
    """The contents that a text in the plain notation holds; raises NotPlain with the line."""
    first, *entries = _tree(text)
    if first.name != SCHEMA:
        raise NotPlain(f"expected {SCHEMA}, met {first.name!r}", first.number)
    kinds = {name: get_args(hint)[0] for name, hint in fields_of(Contents) if name in WORDS}
    names = _names_in(entries)
    parts: dict[str, list[Any]] = {part: [] for part in WORDS}
    by_word = {word: part for part, word in WORDS.items()}
    version: dict[str, Any] = {}
    for line in entries:
        if line.name == "version":
            version = dict(_version_entry(one) for one in line.below)
        elif line.name in by_word:
            part = by_word[line.name]
            parts[part].append(_read_block(line, kinds[part], names))
        else:
            expected = ", ".join(by_word)
            raise NotPlain(f"expected one of {expected}; met {line.name!r}", line.number)
    made = {part: tuple(found) for part, found in parts.items()}
    return Contents(schema=SCHEMA, version=version, **made)


def _names_of(contents: Contents) -> Names:
    labels: dict[str, list[str]] = {}
    for one in contents.documents:
        labels.setdefault(one.label, []).append(one.id)
    # A label that looks like an id, or that two documents have, would not lead back to one.
    held = {label: ids[0] for label, ids in labels.items() if len(ids) == 1}
    usable = {label: key for label, key in held.items() if not label.startswith("d-")}
    return Names({key: label for label, key in usable.items()}, usable)


def _version_lines(version: dict[str, Any]) -> Iterator[str]:
    for key in sorted(version):
        written = json.dumps(version[key], sort_keys=True)
        name = key if _KEY.fullmatch(key) and not key.startswith('"') else quoted(key)
        yield f"{INDENT}{name:{WIDTH - 1}} {written}"


def _heading_of(kind: Any) -> str:
    return HEADINGS.get(kind) or fields_of(kind)[0][0]


def _block(name: str, value: Any, names: Names, remarks: Remarks, depth: int) -> Iterator[str]:
    kind = kind_of(value)
    heading = _heading_of(kind)
    # The id of a document is written in full where the document is entered.
    own = Names() if kind is DocumentEntry else names
    first = write_inline(getattr(value, heading), dict(fields_of(kind))[heading], own)
    margin = INDENT * depth
    yield f"{margin}{name} {first}"
    for remark in remarks.above(value):
        yield f"{margin}{INDENT}# {remark}"
    for field, hint in fields_of(kind):
        if field != heading:
            yield from _field(field, getattr(value, field), hint, names, remarks, depth + 1, kind)


def _field(
    name: str, value: Any, hint: Any, names: Names, remarks: Remarks, depth: int, kind: Any
) -> Iterator[str]:
    if is_left_out(value):
        return
    item = _repeated(hint)
    if item is None:
        own = Names() if kind is DocumentEntry and name == "id" else names
        yield _line(name, write_inline(value, hint, own), None, depth)
        return
    for one in value:
        if type(one) in BLOCKS:
            yield from _block(name, one, names, remarks, depth)
        else:
            yield _line(name, write_inline(one, item, names), remarks.beside(one), depth)


def _repeated(hint: Any) -> Any:
    """The hint of the items of a list that takes a line for each, or None for one line."""
    for arm in arms_of(hint):
        if get_origin(arm) is tuple and get_args(arm)[-1] is Ellipsis:
            item = get_args(arm)[0]
            if any(is_dataclass(one) or get_origin(one) is tuple for one in arms_of(item)):
                return item
    return None


def _line(name: str, written: str, remark: str | None, depth: int) -> str:
    line = f"{INDENT * depth}{name:{WIDTH - 1}} {written}"
    return line if remark is None else f"{line}  # {remark}"


def _tree(text: str) -> list[Line]:
    waiting: list[tuple[int, str, list[Line]]] = []
    roots: list[Line] = []
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        spaces = len(line) - len(line.lstrip(" "))
        depth, odd = divmod(spaces, len(INDENT))
        if odd or depth > len(waiting):
            raise NotPlain(f"expected a margin of two spaces a level, met {spaces}", number)
        while len(waiting) > depth:
            _close(waiting, roots)
        waiting.append((number, stripped, []))
    while waiting:
        _close(waiting, roots)
    if not roots:
        raise NotPlain(f"expected {SCHEMA}, met nothing")
    return roots


def _close(waiting: list[tuple[int, str, list[Line]]], roots: list[Line]) -> None:
    number, text, below = waiting.pop()
    (waiting[-1][2] if waiting else roots).append(Line(number, text, tuple(below)))


def _names_in(entries: Iterable[Line]) -> Names:
    ids: dict[str, list[str]] = {}
    for line in entries:
        if line.name == WORDS["documents"]:
            label = _inline(line, str, Names())
            for one in line.below:
                if one.name == "id":
                    ids.setdefault(label, []).append(_inline(one, str, Names()))
    single = {label: found[0] for label, found in ids.items() if len(found) == 1}
    return Names({}, {label: key for label, key in single.items() if not label.startswith("d-")})


def _read_block(line: Line, kind: Any, names: Names) -> Any:
    hints = dict(fields_of(kind))
    heading = _heading_of(kind)
    found: dict[str, Any] = {heading: _inline(line, hints[heading], names)}
    for one in line.below:
        if one.name not in hints:
            expected = ", ".join(hints)
            raise NotPlain(f"expected one of {expected}; met {one.name!r}", one.number)
        item = _repeated(hints[one.name])
        if item is not None:
            block = next((arm for arm in arms_of(item) if arm in BLOCKS), None)
            read = _inline(one, item, names) if block is None else _read_block(one, block, names)
            found[one.name] = (*found.get(one.name, ()), read)
        elif one.name in found:
            raise NotPlain(f"expected {one.name} once, met it twice", one.number)
        else:
            own = Names() if kind is DocumentEntry and one.name == "id" else names
            found[one.name] = _inline(one, hints[one.name], own)
    try:
        return make(kind, found)
    except NotPlain as problem:
        raise NotPlain(problem.message, line.number) from None


def _inline(line: Line, hint: Any, names: Names) -> Any:
    try:
        return Inline(line.rest, names).read(hint)
    except NotPlain as problem:
        raise NotPlain(problem.message, line.number) from None


def _version_entry(line: Line) -> tuple[str, Any]:
    met = _KEY.match(line.text)
    try:
        key = met[0] if met else ""
        return json.loads(key) if key.startswith('"') else key, json.loads(line.text[len(key) :])
    except ValueError:
        raise NotPlain(f"expected JSON, met {line.rest[:40]!r}", line.number) from None
