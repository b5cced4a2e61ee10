"""The set ``attribution``: PolNeAR, the part for development.

Words are counted as letters and digits in a row. The content of an attribution is found by overlap
when ours shares a word with it, one of ours is right when it shares a word with a wanted one, and
the speaker is right when the words that introduce ours share a word with the wanted source, or the
speaker's family name stands in it. So lenient a match needs the length beside it: the median of
words of ours by words wanted, over what is found. Half in common asks for an intersection of at
least half of the union; exact for the same words. Citron's own overlap metric is the F1 over words.

The set counts what somebody is said to think or want as well as what he says; so do we, who keep
the two apart (``speeches`` and ``views``).
"""

import json
import re
import statistics
import tempfile
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from communique.extract.actors.cast import find_cast
from communique.extract.page import Page
from communique.extract.speech.speeches import find_speeches
from communique.extract.times import find_times
from communique.model.vocabulary import AttributionMode
from tests.quality.counting import Counts, share
from tests.quality.figures import Result
from tests.quality.parsed import Clock, pages_in
from tests.quality.shared import BENCHMARKS, digest_of_files, rows_in

PLACE = BENCHMARKS / "attribution" / "polnear_dev.jsonl"
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution: the places of the words of its content and source, and the source's names."""

    content: frozenset[int]
    source: frozenset[int]
    names: frozenset[str]
    is_indirect: bool = False


class Words:
    """The words of a text by their place."""

    def __init__(self, text: str) -> None:
        self._found = [(one.start(), one.end()) for one in _WORD.finditer(text)]
        self._starts = [start for start, _ in self._found]
        self._text = text

    def within(self, spans: Iterable[Sequence[int]]) -> frozenset[int]:
        """The places of the words that lie in some spans, at least in part."""
        found: set[int] = set()
        for start, end in spans:
            at = bisect_left(self._starts, start)
            if at and self._found[at - 1][1] > start:
                at -= 1
            while at < len(self._starts) and self._starts[at] < end:
                found.add(at)
                at += 1
        return frozenset(found)

    def named(self, places: Iterable[int]) -> frozenset[str]:
        """The words at some places, in lower case."""
        return frozenset(
            self._text[start:end].lower() for start, end in (self._found[one] for one in places)
        )


@dataclass(slots=True)
class SpeechScore:
    """Counts over texts."""

    words: Counts = field(default_factory=Counts)
    found: int = 0
    half: int = 0
    exact: int = 0
    indirect: int = 0
    wanted: int = 0
    wanted_indirect: int = 0
    right: int = 0
    told: int = 0
    speakers: int = 0
    sourced: int = 0
    lengths: list[float] = field(default_factory=list)

    def add(self, wanted: Sequence[Said], told: Sequence[Said]) -> None:
        """Count one text."""
        gold, ours = _all(wanted), _all(told)
        both = len(gold & ours)
        self.words += Counts(both, len(ours) - both, len(gold) - both)
        self.wanted += len(wanted)
        self.wanted_indirect += sum(one.is_indirect for one in wanted)
        self.told += len(told)
        self.right += sum(bool(one.content & gold) for one in told)
        for one in wanted:
            best = max(told, key=lambda other: _likeness(one, other), default=None)
            if best is not None and one.content & best.content:
                self._add_found(one, best)

    def _add_found(self, wanted: Said, told: Said) -> None:
        likeness = _likeness(wanted, told)
        self.found += 1
        self.indirect += wanted.is_indirect
        self.half += likeness >= 0.5
        self.exact += likeness == 1
        self.lengths.append(len(told.content) / len(wanted.content))
        if wanted.source:
            self.sourced += 1
            self.speakers += bool(wanted.source & told.source or wanted.names & told.names)

    def figures(self) -> dict[str, float | None]:
        """The figures by name, shares in hundredths as the peers give them."""
        return {
            "content F1 over words": _percent(self.words.f1),
            "found by overlap": _percent(share(self.found, self.wanted)),
            "found by overlap, indirect": _percent(share(self.indirect, self.wanted_indirect)),
            "precision by overlap": _percent(share(self.right, self.told)),
            "length, ours by wanted": statistics.median(self.lengths) if self.lengths else None,
            "right speaker of those found": _percent(share(self.speakers, self.sourced)),
            "found with half in common": _percent(share(self.half, self.wanted)),
            "found exactly": _percent(share(self.exact, self.wanted)),
        }


def _all(said: Iterable[Said]) -> frozenset[int]:
    return frozenset().union(*(one.content for one in said))


def _likeness(left: Said, right: Said) -> float:
    return len(left.content & right.content) / len(left.content | right.content)


def _percent(figure: float | None) -> float | None:
    return None if figure is None else 100 * figure


def measure() -> Result:
    """Find who says what in the texts."""
    rows = {row["id"]: row for row in rows_in(PLACE)}
    score, clock = SpeechScore(), Clock()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("".join(_written(row) for row in rows.values()), encoding="utf-8")
        for page in pages_in([path], clock):
            row = rows[str(page.document.address)]
            words = Words(row["text"])
            wanted = [_wanted(one, words) for one in row["attributions"]]
            score.add([one for one in wanted if one.content], said_in(page, words))
    seconds = clock.parse + clock.steps
    rate = f"{len(rows) / seconds:.1f} documents/s"
    return Result("attribution", score.figures(), rate, digest_of_files([PLACE]))


def _written(row: dict[str, Any]) -> str:
    return json.dumps({"url": row["id"], "text": row["text"]}, ensure_ascii=False) + "\n"


def _wanted(row: dict[str, Any], words: Words) -> Said:
    source = words.within(row["source"])
    is_indirect = row["quote_type"] == "indirect"
    return Said(words.within(row["content"]), source, words.named(source), is_indirect)


def said_in(page: Page, words: Words) -> list[Said]:
    """What our steps of reading put on somebody's word or mind; halves of one are one."""
    cast = find_cast(page)
    names = {one.key: one.name for one in cast.actors}
    found: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    spoken: dict[tuple[object, ...], tuple[frozenset[int], frozenset[str]]] = {}
    met = find_speeches(page, cast, find_times(page))
    for at, one in enumerate((*met.speeches, *met.views)):
        told = one.attribution
        is_apart = told.wording is None or told.mode is AttributionMode.CARRIED_OVER
        key = (at,) if is_apart or told.wording is None else (told.wording.span, told.speaker)
        found.setdefault(key, []).append((one.span.start, one.span.end))
        place = [] if told.wording is None else [(told.wording.start, told.wording.end)]
        last = [] if told.speaker is None else names.get(told.speaker, "").lower().split()[-1:]
        spoken.setdefault(key, (words.within(place), frozenset(last)))
    made = [Said(words.within(spans), *spoken[key]) for key, spans in found.items()]
    return [one for one in made if one.content]
