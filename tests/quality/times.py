"""The set ``times``: TempEval-3, platinum, the half for development.

Definitions of TempEval-3 (UzZaman and others, 2013): a time is found strictly when its extent is
the very one, relaxed when it overlaps; the F1 of values is the relaxed F1 times the share of times
found relaxed whose value is the very one.
"""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from communique.extract.times import find_times
from communique.languages.en.expressions import name_rows, time_rows
from tests.quality.counting import Counts, share
from tests.quality.figures import Result
from tests.quality.parsed import Clock, pages_in
from tests.quality.shared import BENCHMARKS, digest_of_files, rows_in
from tests.quality.timex import extent_of, value_of

PLACE = BENCHMARKS / "time" / "tempeval3_platinum_dev.jsonl"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time of a text: extent and value."""

    start: int
    end: int
    value: str | None

    def overlaps(self, other: "Timex") -> bool:
        """Whether two times share words."""
        return self.start < other.end and other.start < self.end


@dataclass(slots=True)
class TimeScore:
    """Counts over texts."""

    strict: Counts = field(default_factory=Counts)
    relaxed: Counts = field(default_factory=Counts)
    values: int = 0

    def add(self, wanted: Sequence[Timex], told: Sequence[Timex]) -> None:
        """Count one text; each time is paired once at most, in the order of the text."""
        places = {(one.start, one.end) for one in wanted}
        same = sum((one.start, one.end) in places for one in told)
        self.strict += Counts(same, len(told) - same, len(wanted) - same)
        pairs = pairs_of(wanted, told)
        self.relaxed += Counts(len(pairs), len(told) - len(pairs), len(wanted) - len(pairs))
        self.values += sum(one.value == other.value for one, other in pairs)

    def figures(self) -> dict[str, float | None]:
        """The F1 of extents and of values."""
        rightly = share(self.values, self.relaxed.right)
        f1 = self.relaxed.f1
        value = None if rightly is None or f1 is None else f1 * rightly
        return {"strict F1": self.strict.f1, "relaxed F1": f1, "value F1": value}


def pairs_of(wanted: Sequence[Timex], told: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """The times that overlap, the first with the first."""
    waiting = list(told)
    pairs: list[tuple[Timex, Timex]] = []
    for one in wanted:
        other = next((each for each in waiting if each.overlaps(one)), None)
        if other is not None:
            waiting.remove(other)
            pairs.append((one, other))
    return pairs


def measure() -> Result:
    """Find the times of the texts, and say how fast they are found after the parse."""
    rows = {row["id"]: row for row in rows_in(PLACE)}
    score, clock, characters = TimeScore(), Clock(), 0
    # The grammar is compiled once in a process, whatever the number of texts.
    _ = time_rows(), name_rows()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("".join(_written(row) for row in rows.values()), encoding="utf-8")
        for page in pages_in([path], clock):
            row = rows[str(page.document.address)]
            told = [Timex(*extent_of(one), value_of(one)) for one in find_times(page)]
            score.add([_wanted(one) for one in row["timexes"]], told)
            characters += len(page.document.text)
    rate = characters / clock.steps
    figures = score.figures() | {"characters a second after the parse": rate}
    return Result("times", figures, f"{rate:,.0f} characters/s", digest_of_files([PLACE]))


def _written(row: dict[str, Any]) -> str:
    told = {"url": row["id"], "title": row["title"], "date": row["dct"], "text": row["text"]}
    return json.dumps(told, ensure_ascii=False) + "\n"


def _wanted(row: dict[str, Any]) -> Timex:
    return Timex(row["start"], row["end"], row["value"])
