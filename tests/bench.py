"""Speed and memory, measured: ``python -m tests.bench`` prints the table of the docs.

All times are processor time, and what is compared takes turns in one process, so that what else
the machine does weighs on both alike: reading everything whole and behind a first look, over the
same texts; spaCy alone and all of ours, the same components over the same blocks in the same
batches. Memory is the peak of a fresh process whose record grows.
"""

import argparse
import json
import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.model.vocabulary import PASSED_OVER
from tests.adding import SIZES, WHOLE, rows_of_adding
from tests.mission.seeds import SHARED
from tests.paging import rows_of_pages

if TYPE_CHECKING:
    from communique.catalog.tables import Tables
    from communique.model.documents import Document

POOL = SHARED / "benchmarks" / "news" / "pool.jsonl"
STORIES = SHARED / "benchmarks" / "stories" / "ecbplus_docs.jsonl"
KILO = 1024
SLICE = 100
"""Documents read by turns whole and behind a first look."""
TURN = 8
"""Pages read by turns by spaCy alone and by all of ours."""
STARTS = 7
PARTS = ("look", "own", "memory", "start", "adding", "pages")
RECORD = "grown.db"
STATES = ("Russia", "China", "Iran", "Turkey", "France", "Germany", "India", "Japan", "Egypt")
_STATE = re.compile(rf"\b(?:{'|'.join(STATES)})\b")


def articles(count: int) -> Iterator[dict[str, Any]]:
    """Articles of the pool and the stories; past their end they come again with other states."""
    rows = [json.loads(line) for line in every_line()]
    for number in range(count):
        row = rows[number % len(rows)]
        again = number // len(rows)
        if again:
            row = row | {"text": _exchanged(row["text"], again), "id": f"{row.get('id')}-{again}"}
            row |= {"url": f"{row['url']}#{again}"} if row.get("url") else {}
        yield row


def every_line() -> list[str]:
    """The lines of the pool, then those of the stories."""
    return [line for path in (POOL, STORIES) for line in path.read_text("utf-8").splitlines()]


def _exchanged(text: str, shift: int) -> str:
    """The text with the name of another state for each of some states."""
    others = {name: STATES[(at + shift) % len(STATES)] for at, name in enumerate(STATES)}
    return _STATE.sub(lambda met: others[met[0]], text)


def write_articles(path: Path, first: int, last: int) -> Path:
    """A file of articles from one number up to another, one JSON object a line."""
    with path.open("w", encoding="utf-8") as out:
        rows = islice(articles(last), first, None)
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return path


@dataclass(frozen=True, slots=True)
class Extents:
    """What reading whole and reading behind a first look took and found, over the same texts."""

    documents: int
    whole_seconds: float
    seconds: float
    contacts: int
    lost: int
    read: int


@dataclass(frozen=True, slots=True)
class Slice:
    """What one reading of some documents took and found."""

    seconds: float
    documents: int
    passed: int
    accounts: frozenset[str]


def extents_of(folder: Path, share: int) -> Extents:
    """Read every so-manieth slice of the pool and the stories whole and behind a first look.

    The two take turns, and turns at going first, in one process.
    """
    lines = every_line()
    found: dict[bool, list[Slice]] = {True: [], False: []}
    for number, start in enumerate(range(0, len(lines), SLICE * share)):
        path = folder / f"slice-{number}.jsonl"
        path.write_text("\n".join(lines[start : start + SLICE]) + "\n", encoding="utf-8")
        if not number:
            _slice(path, folder / "warm.db", whole=True)
        for whole in (True, False) if number % 2 else (False, True):
            found[whole].append(_slice(path, folder / f"{number}-{whole}.db", whole=whole))
    accounts = frozenset().union(*(one.accounts for one in found[True]))
    seen = frozenset().union(*(one.accounts for one in found[False]))
    documents = sum(one.documents for one in found[False])
    return Extents(
        documents=documents,
        whole_seconds=sum(one.seconds for one in found[True]),
        seconds=sum(one.seconds for one in found[False]),
        contacts=len(accounts),
        lost=len(accounts - seen),
        read=documents - sum(one.passed for one in found[False]),
    )


def _slice(path: Path, record_path: Path, *, whole: bool) -> Slice:
    import communique

    with communique.open_record(record_path) as record:
        start = time.process_time()
        record.read([path], whole=whole)
        seconds = time.process_time() - start
        contents = record.contents()
    return Slice(
        seconds=seconds,
        documents=len(contents.documents),
        passed=sum(one.code in PASSED_OVER for one in contents.problems),
        accounts=frozenset(a.id for contact in contents.contacts for a in contact.accounts),
    )


@dataclass(frozen=True, slots=True)
class Rates:
    """Processor seconds over pages about contacts: spaCy alone, ours with it, times alone."""

    tokens: int
    characters: int
    alone: float
    ours: float
    times: float


def rates_on_contacts(pages: int) -> Rates:
    """Time spaCy alone, and reading around the same components, on pages that tell of a contact."""
    import spacy

    from communique.catalog.tables import load_tables
    from communique.languages.en import parse

    # As it comes: what we do to look words up faster is part of what is ours.
    tables, model = load_tables(), spacy.load(parse.PACKAGE)
    chosen = pages_with_contact(pages)
    texts = _texts(chosen)
    _ours(chosen[:2], tables)
    turns = [chosen[at : at + TURN] for at in range(0, len(chosen), TURN)]
    told = [
        (_alone(turn, model), _ours(turn, tables))
        if at % 2
        else (_ours(turn, tables), _alone(turn, model))[::-1]
        for at, turn in enumerate(turns)
    ]
    return Rates(
        tokens=sum(alone[1] for alone, _ in told),
        characters=sum(len(one) for one in texts),
        alone=sum(alone[0] for alone, _ in told),
        ours=sum(ours for _, (ours, _) in told),
        times=sum(times for _, (_, times) in told),
    )


def _texts(pages: list["Document"]) -> list[str]:
    return [
        one.text[block.span.start : block.span.end]
        for one in pages
        for block in one.blocks
        if block.kind.is_account
    ]


def _alone(pages: list["Document"], model: Any) -> tuple[float, int]:
    """Processor seconds of spaCy alone over some pages, and how many tokens they have."""
    from communique.languages.en.parse import BATCH

    start = time.process_time()
    with model.memory_zone():
        tokens = sum(len(parsed) for parsed in model.pipe(_texts(pages), batch_size=BATCH))
    return time.process_time() - start, tokens


def _ours(pages: list["Document"], tables: "Tables") -> tuple[float, float]:
    """Processor seconds of reading some pages, spaCy's among them; and of times once more."""
    from communique.extract.page import Page
    from communique.extract.reading import read_page
    from communique.extract.times import find_times
    from communique.flow.naming import names_in
    from communique.languages.en.parse import parse

    times = 0.0
    start = time.process_time()
    for document, sentences in parse(pages, partial(names_in, tables)):
        page = Page(document, sentences, tables)
        read_page(page, "bench")
        before = time.process_time()
        find_times(page)
        times += time.process_time() - before
    return time.process_time() - start - times, times


def pages_with_contact(most: int) -> list["Document"]:
    """The first pages of the pool that a first look reads whole."""
    from communique.catalog.tables import load_tables
    from communique.flow.looking import look_over
    from communique.flow.run import Run
    from communique.intake import take_in
    from communique.intake.values import Taken

    run = Run(load_tables(), "bench", lambda: datetime.now(UTC), lambda _: None)
    taken = [one.document for one in take_in([POOL]) if isinstance(one, Taken)]
    found: list[Document] = []
    while taken and len(found) < most:
        batch, taken = taken[:32], taken[32:]
        passed = look_over(batch, run)
        found += [one for one in batch if one.id not in passed and one.language == "en"]
    return found[:most]


@dataclass(frozen=True, slots=True)
class Growth:
    """Peak memory in MB by the number of articles held; seconds of reading and deriving all."""

    peaks: dict[int, float]
    reading: float
    deriving: float


def growth_of(folder: Path, sizes: Sequence[int]) -> Growth:
    """Let a fresh process read articles into one record, and look at its peak at each size."""
    parts = [
        write_articles(folder / f"articles-{last}.jsonl", first, last)
        for first, last in pairwise((0, *sizes))
    ]
    command = [sys.executable, "-m", "tests.bench", "--grow", str(folder / RECORD)]
    done = subprocess.run([*command, *map(str, parts)], check=True, capture_output=True, text=True)
    told = json.loads(done.stdout)
    return Growth(
        {size: peak / KILO for size, peak in zip(sizes, told["peaks"], strict=True)},
        told["reading"],
        told["deriving"],
    )


def grow(record_path: str, parts: Sequence[str]) -> None:
    """Read files into one record and print the peak memory after each, in kB, as JSON."""
    import communique

    peaks = []
    with communique.open_record(Path(record_path)) as record:
        start = time.process_time()
        for path in parts:
            record.read([Path(path)])
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        reading = time.process_time() - start
        start = time.process_time()
        record.rebuild()
        deriving = time.process_time() - start
    print(json.dumps({"peaks": peaks, "reading": reading, "deriving": deriving}))


def start_of(*command: str) -> float:
    """The least processor time that a command takes as a whole process, of several runs."""
    times = []
    for _ in range(STARTS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


Row = tuple[str, str, str]


def rows_of_extents(extents: Extents) -> list[Row]:
    """What a first look gains and loses."""
    lost = 100 * extents.lost / max(extents.contacts, 1)
    per = {"whole": extents.whole_seconds, "behind a first look": extents.seconds}
    return [
        *(
            (f"read {how}, documents a processor second", f"{extents.documents / took:.1f}", "")
            for how, took in per.items()
        ),
        (
            "a first look makes reading faster",
            f"{extents.whole_seconds / extents.seconds:.2f} times",
            "≥ 3",
        ),
        (
            f"contacts lost by it, of {extents.contacts:,}",
            f"{extents.lost} ({lost:.1f} %)",
            "≤ 1 %",
        ),
        (f"documents read whole behind it, of {extents.documents:,}", f"{extents.read:,}", ""),
    ]


def rows_of_rates(rates: Rates) -> list[Row]:
    """What our own code costs beside spaCy alone."""
    about = f"pages about contacts ({rates.tokens:,} tokens)"
    speed = rates.characters / rates.times
    return [
        ("spaCy alone, tokens a processor second", f"{rates.tokens / rates.alone:,.0f}", ""),
        (
            f"our own code on top of it, {about}",
            f"{100 * (rates.ours / rates.alone - 1):.0f} %",
            "≤ 25 %",
        ),
        (
            "times, characters a processor second after the parse",
            f"{speed:,.0f} ({speed * rates.alone / rates.characters:.0f} times spaCy alone)",
            "≥ 100,000",
        ),
    ]


def rows_of_growth(growth: Growth) -> list[Row]:
    """What a record that grows costs in memory, and to derive anew."""
    small, large = min(growth.peaks), max(growth.peaks)
    slope = (growth.peaks[large] - growth.peaks[small]) / (large - small) * KILO
    return [
        *(
            (f"peak memory, {count:,} articles, MB", f"{peak:,.0f}", "≤ 1,200")
            for count, peak in growth.peaks.items()
        ),
        ("slope of the peak, kB an article", f"{slope:.0f}", ""),
        (
            f"deriving all of {large:,} articles anew, of the time of reading them",
            f"{100 * growth.deriving / growth.reading:.0f} %",
            "",
        ),
    ]


def rows_of_starts() -> list[Row]:
    """What it takes to begin."""
    bare, ours = start_of("-c", "pass"), start_of("-m", "communique", "--help")
    return [
        ("`communique --help`, processor seconds", f"{ours:.2f}", "≤ 0.30"),
        ("the same beside a bare Python", f"{ours / bare:.1f} times", ""),
    ]


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for, everything unless told, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--grow", nargs="+", help=argparse.SUPPRESS)
    parser.add_argument("--pages", type=int, default=60, help="how many pages about contacts")
    parser.add_argument("--share", type=int, default=1, help="time every so-manieth slice only")
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 800, 2000])
    parser.add_argument(
        "--whole", action="store_true", help="add to a record of 100,000 documents as well"
    )
    parser.add_argument("--only", choices=PARTS, action="append")
    options = parser.parse_args(arguments)
    if options.grow:
        grow(options.grow[0], options.grow[1:])
        return 0
    if not POOL.is_file() and not set(options.only or PARTS) <= {"adding", "pages"}:
        print("the pool of articles is not beside this checkout: nothing to measure")
        return 1
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        parts: dict[str, Callable[[], list[Row]]] = {
            "look": lambda: rows_of_extents(extents_of(folder, options.share)),
            "own": lambda: rows_of_rates(rates_on_contacts(options.pages)),
            "memory": lambda: rows_of_growth(growth_of(folder, options.sizes)),
            "start": rows_of_starts,
            "adding": lambda: rows_of_adding(WHOLE if options.whole else SIZES),
            "pages": rows_of_pages,
        }
        rows = [row for name in options.only or parts for row in parts[name]()]
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores\n"
    )
    print("\n".join(("| What | Figure | Wanted |", "|---|---|---|")))
    print("\n".join(f"| {' | '.join(row)} |" for row in rows))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
