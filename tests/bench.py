"""Speed and memory, measured: ``python -m tests.bench`` prints the table of the docs.

Reading everything whole and reading behind a first look are each timed in a process of their own,
over the same texts. Our own code is timed beside spaCy alone: the same components over the same
blocks in the same batches, in one process, in processor time, so that what else the machine does
weighs on neither. Memory is the peak of a fresh process. Times of commands are medians.
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.mission.seeds import SHARED

if TYPE_CHECKING:
    from communique.model.documents import Document

POOL = SHARED / "benchmarks" / "news" / "pool.jsonl"
STORIES = SHARED / "benchmarks" / "stories" / "ecbplus_docs.jsonl"
KILO = 1024


def articles(count: int) -> Iterator[dict[str, Any]]:
    """Articles of the pool; past its end they come again, each with a line of its own."""
    rows = [json.loads(line) for line in POOL.read_text(encoding="utf-8").splitlines()]
    for number in range(count):
        row = rows[number % len(rows)]
        again = number // len(rows)
        if again:
            mark = {"text": f"{row['text']}\n\nCopy {again}.", "url": f"{row['url']}#{again}"}
            row = row | mark
        yield row


def write_articles(path: Path, count: int) -> Path:
    """A file of articles, one JSON object a line."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in articles(count))
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


def extents_of(folder: Path) -> Extents:
    """Read the pool and the stories whole and behind a first look, each by a process of its own."""
    runs = {extent: _reading_process(folder, extent) for extent in ("whole", "contacts")}
    told = {extent: json.loads(run.communicate()[0]) for extent, run in runs.items()}
    whole, seen = told["whole"], told["contacts"]
    accounts = set(whole["accounts"])
    return Extents(
        documents=whole["documents"],
        whole_seconds=whole["seconds"],
        seconds=seen["seconds"],
        contacts=len(accounts),
        lost=len(accounts - set(seen["accounts"])),
        read=seen["documents"] - seen["passed"],
    )


def _reading_process(folder: Path, extent: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.bench", "--extent", extent, str(folder / extent)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def read_to_extent(extent: str, record_path: str) -> None:
    """Read the pool and the stories and print what it took and found as JSON."""
    import communique
    from communique.model.vocabulary import PASSED_OVER

    with communique.open_record(Path(record_path)) as record:
        start = time.process_time()
        record.read([POOL, STORIES], whole=extent == "whole")
        seconds = time.process_time() - start
        contents = record.contents()
    accounts = [account.id for contact in contents.contacts for account in contact.accounts]
    passed = sum(one.code in PASSED_OVER for one in contents.problems)
    found = {"seconds": seconds, "documents": len(contents.documents), "passed": passed}
    print(json.dumps(found | {"accounts": accounts}))


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
    from communique.catalog.tables import load_tables
    from communique.extract.page import Page
    from communique.extract.reading import read_page
    from communique.extract.times import find_times
    from communique.flow.naming import names_in
    from communique.languages.en import parse

    tables, model = load_tables(), parse.load_model()
    names = partial(names_in, tables)
    chosen = pages_with_contact(pages)
    texts = [
        one.text[block.span.start : block.span.end]
        for one in chosen
        for block in one.blocks
        if block.kind.is_account
    ]
    for document, sentences in parse.parse(chosen[:2], names):
        read_page(Page(document, sentences, tables), "bench")
    start = time.process_time()
    tokens = sum(len(parsed) for parsed in model.pipe(texts, batch_size=parse.BATCH))
    alone = time.process_time() - start
    times = 0.0
    start = time.process_time()
    for document, sentences in parse.parse(chosen, names):
        page = Page(document, sentences, tables)
        read_page(page, "bench")
        before = time.process_time()
        find_times(page)
        times += time.process_time() - before
    ours = time.process_time() - start - times
    return Rates(tokens, sum(len(one) for one in texts), alone, ours, times)


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


def peak_of_reading(folder: Path, count: int) -> float:
    """The peak memory in MB of a fresh process that reads so many articles."""
    path = write_articles(folder / f"peak-{count}.jsonl", count)
    command = [
        sys.executable,
        "-m",
        "tests.bench",
        "--read",
        str(path),
        str(folder / f"{count}.db"),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout) / KILO


def seconds_of(arguments: Sequence[str], folder: Path, runs: int = 5) -> float:
    """The median time of a command as a whole process, after one that is not counted."""
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "communique", *arguments],
            check=True,
            capture_output=True,
            cwd=folder,
            env=os.environ | {"PYTHONPATH": ""},
        )
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def read_only(path: str, record_path: str) -> None:
    """Read one file and print the peak memory of this process in kB."""
    import communique

    with communique.open_record(Path(record_path)) as record:
        record.read([Path(path)])
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def table(extents: Extents, rates: Rates, peaks: dict[int, float], times: dict[str, float]) -> str:
    """The figures as a table of the docs."""
    small, large = sorted(peaks)
    slope = (peaks[large] - peaks[small]) / (large - small) * KILO
    gain = extents.whole_seconds / extents.seconds
    lost = 100 * extents.lost / max(extents.contacts, 1)
    rows = [
        *(
            (f"{name}, documents a processor second", f"{extents.documents / seconds:.1f}", "")
            for name, seconds in (
                ("reading everything whole", extents.whole_seconds),
                ("reading behind a first look", extents.seconds),
            )
        ),
        ("a first look makes reading faster", f"{gain:.1f} times", "≥ 3"),
        (
            f"contacts lost by it, of {extents.contacts:,}",
            f"{extents.lost:,} ({lost:.1f} %)",
            "≤ 1 %",
        ),
        (f"documents read whole, of {extents.documents:,}", f"{extents.read:,}", ""),
        ("spaCy alone, tokens a processor second", f"{rates.tokens / rates.alone:,.0f}", ""),
        (
            f"our own code on top of spaCy, pages about contacts ({rates.tokens:,} tokens)",
            f"{100 * (rates.ours / rates.alone - 1):.0f} %",
            "≤ 25 %",
        ),
        (
            "times, characters a second after the parse",
            f"{rates.characters / rates.times:,.0f}",
            "≥ 100,000",
        ),
        *((f"peak memory, {n:,} articles, MB", f"{mb:,.0f}", "≤ 1,200") for n, mb in peaks.items()),
        ("slope of the peak, kB an article", f"{slope:.0f}", ""),
        *(
            (f"`{name}`, seconds", f"{value:.2f}", limit)
            for name, value, limit in (
                ("communique --help", times["help"], "≤ 0.30"),
                (f"communique show, {large:,} documents", times["show"], "≤ 1.00 at 1,000"),
            )
        ),
    ]
    lines = ["| What | Figure | Wanted |", "|---|---|---|"]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows])


def main(arguments: Sequence[str]) -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--read", nargs=2, metavar=("FILE", "RECORD"), help=argparse.SUPPRESS)
    parser.add_argument("--extent", nargs=2, metavar=("EXTENT", "RECORD"), help=argparse.SUPPRESS)
    parser.add_argument("--pages", type=int, default=60, help="how many pages about contacts")
    parser.add_argument("--articles", type=int, default=500, help="how many articles are timed")
    parser.add_argument("--most", type=int, default=2000, help="how many articles for the slope")
    options = parser.parse_args(arguments)
    if options.read:
        read_only(*options.read)
        return 0
    if options.extent:
        read_to_extent(*options.extent)
        return 0
    if not POOL.is_file():
        print("the pool of articles is not beside this checkout: nothing to measure")
        return 1
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        extents = extents_of(folder)
        rates = rates_on_contacts(options.pages)
        peaks = {n: peak_of_reading(folder, n) for n in (options.articles, options.most)}
        times = {
            "help": seconds_of(["--help"], folder),
            "show": seconds_of_show(folder, options.most),
        }
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores\n"
    )
    print(table(extents, rates, peaks, times))
    return 0


def seconds_of_show(folder: Path, count: int) -> float:
    """The time of ``show`` on the record that was read for its peak."""
    import communique

    with communique.open_record(folder / f"{count}.db") as record:
        label = next(iter(record.contacts())).label
    return seconds_of(["show", label, "--record", f"{count}.db"], folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
