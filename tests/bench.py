"""Speed and memory, measured: ``python -m tests.bench`` prints the table of the docs.

Reading is timed beside spaCy alone: the same components over the same blocks in the same batches,
in the same process and run, by turns, in processor time, so that what else the machine does weighs
on neither. Memory is the peak of a fresh process. Figures are medians.
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
from pathlib import Path
from typing import Any

from tests.mission.seeds import SHARED

POOL = SHARED / "benchmarks" / "news" / "pool.jsonl"
ROUNDS = 2
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


def reading_rates(folder: Path, count: int) -> tuple[float, float, int]:
    """Tokens a second of spaCy alone and of reading, medians by turns; and how many tokens."""
    import communique
    from communique.intake import take_in
    from communique.languages.en import parse

    path = write_articles(folder / "articles.jsonl", count)
    model = parse.load_model()
    texts = [
        one.document.text[block.span.start : block.span.end]
        for one in take_in([path])
        if hasattr(one, "document")
        for block in one.document.blocks
        if block.kind.is_account and one.document.language == "en"
    ]
    alone, ours, tokens = [], [], 0
    for number in range(ROUNDS):
        start = time.process_time()
        tokens = sum(len(parsed) for parsed in model.pipe(texts, batch_size=parse.BATCH))
        alone.append(tokens / (time.process_time() - start))
        start = time.process_time()
        with communique.open_record(folder / f"speed-{number}.db") as record:
            record.read([path])
        ours.append(tokens / (time.process_time() - start))
    return statistics.median(alone), statistics.median(ours), tokens


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


def table(rates: tuple[float, float, int], peaks: dict[int, float], times: dict[str, float]) -> str:
    """The figures as a table of the docs."""
    alone, ours, tokens = rates
    small, large = sorted(peaks)
    slope = (peaks[large] - peaks[small]) / (large - small) * KILO
    rows = [
        ("spaCy alone, tokens a processor second", f"{alone:,.0f}", ""),
        ("reading into a record, tokens a processor second", f"{ours:,.0f}", ""),
        (f"reading beside spaCy alone ({tokens:,} tokens)", f"{ours / alone:.2f}", "≥ 0.60"),
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
    parser.add_argument("--articles", type=int, default=500, help="how many articles are timed")
    parser.add_argument("--most", type=int, default=2000, help="how many articles for the slope")
    options = parser.parse_args(arguments)
    if options.read:
        read_only(*options.read)
        return 0
    if not POOL.is_file():
        print("the pool of articles is not beside this checkout: nothing to measure")
        return 1
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        rates = reading_rates(folder, options.articles)
        peaks = {n: peak_of_reading(folder, n) for n in (options.articles, options.most)}
        times = {
            "help": seconds_of(["--help"], folder),
            "show": seconds_of_show(folder, options.most),
        }
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores\n"
    )
    print(table(rates, peaks, times))
    return 0


def seconds_of_show(folder: Path, count: int) -> float:
    """The time of ``show`` on the record that was read for its peak."""
    import communique

    with communique.open_record(folder / f"{count}.db") as record:
        label = next(iter(record.contacts())).label
    return seconds_of(["show", label, "--record", f"{count}.db"], folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
