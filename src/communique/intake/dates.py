"""When a document was published, on what basis, or that nothing says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from communique.intake.about import About
from communique.languages.en.expression_makers import TENSE
from communique.languages.en.expressions import expressions_in
from communique.languages.en.times import Stamp, is_relative_stamp, stamp_in
from communique.model.documents import Block
from communique.model.passages import Span
from communique.model.times import When
from communique.model.vocabulary import BlockKind

_Problems = tuple[tuple[str, str, Span | None], ...]
_WORDS = re.compile(r"[^\W\d_]+")
_BESIDES = 3
"""Words beside a date at most: a weekday, a place."""


@dataclass(frozen=True, slots=True)
class Published:
    """The date of publication, or None, with what could not be made out: code, message, place."""

    when: When | None
    problems: _Problems = ()


def published(text: str, blocks: tuple[Block, ...], about: About) -> Published:
    """When the document was published: as told, else as its own lines say."""
    told = Published(None)
    if about.date is not None:
        told = _as_told(about.date, about.basis or "metadata")
    if told.when is not None and told.when.edtf is not None:
        return told
    printed = _as_printed(text, blocks, told.problems)
    return Published(printed.when or told.when, printed.problems)


def is_day(line: str) -> bool:
    """Whether a line gives a day of a year and besides it at most a weekday or a place."""
    stamp = stamp_in(line)
    if stamp is None:
        return False
    besides = _WORDS.findall(f"{line[: stamp.start]} {line[stamp.end :]}")
    return len(besides) <= _BESIDES and all(one[0].isupper() for one in besides)


def _as_printed(text: str, blocks: tuple[Block, ...], problems: _Problems) -> Published:
    for block, basis in _lines(blocks):
        words = text[block.span.start : block.span.end]
        stamp = stamp_in(words)
        if stamp is not None:
            when = When(stamp.edtf, basis, words)
            return Published(when, (*problems, *_zone_problem(stamp, block.span)))
    return Published(None, problems)


def _as_told(date: str, basis: str) -> Published:
    stamp = stamp_in(date)
    if stamp is not None:
        return Published(When(stamp.edtf, basis, date), _zone_problem(stamp, None))
    try:
        moment = parsedate_to_datetime(date)
    except ValueError:
        why = "says only how long ago" if is_relative_stamp(date) else "names no day of a year"
        message = f"{basis}: {date!r} {why}; expected for instance 2019-03-04: give the date"
        return Published(_without_year(date, basis), (("date-unreadable", message, None),))
    edtf = moment.isoformat(timespec="minutes").replace("+00:00", "Z")
    return Published(When(edtf, basis, date))


def _without_year(date: str, basis: str) -> When | None:
    """A day that is told without its year, which the text may give: "September 3"."""
    days = [one.relative or "" for one in expressions_in(date)]
    if len(days) != 1 or not days[0].startswith("date:"):
        return None
    return When(None, basis, date, days[0].replace(TENSE, "near"))


def _lines(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, str]]:
    """The blocks that may give the date, the best first, each with its basis."""
    for kind in (BlockKind.PUBLISHED, BlockKind.DATE_LINE, BlockKind.UPDATED):
        for at, block in enumerate(blocks):
            if block.kind is kind:
                yield block, _basis(kind, at, len(blocks))


def _basis(kind: BlockKind, at: int, count: int) -> str:
    place = "leading line" if at == 0 else "last line" if at == count - 1 else None
    return place or {BlockKind.DATE_LINE: "dateline"}.get(kind, f"line '{kind.value}'")


def _zone_problem(stamp: Stamp, span: Span | None) -> _Problems:
    if len(stamp.readings) < 2:
        return ()
    taken, *others = stamp.readings
    also = ", ".join(f"{one.means} ({one.offset})" for one in others)
    message = f"{stamp.zone} was read as {taken.means} ({taken.offset}); it may also mean {also}"
    return (("zone-ambiguous", message, span),)
