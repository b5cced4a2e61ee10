"""What adding a document costs, by how many the record holds: ``python -m tests.adding 200 2000``.

The record is made of synthetic documents with their readings; what reading itself costs is left
out. Each measurement is a fresh process, so that the peak of its memory is that of one size.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean, median
from unittest.mock import patch

from communique.flow.deriving import derive
from communique.flow.run import Run
from communique.flow.standing import Page, Pages
from communique.store.engine import Store
from communique.store.sqlite import open_store, shape_of_tables
from tests import synthetic

SIZES = (2_000, 20_000)
WHOLE = (*SIZES, 100_000)
"""With the largest, which takes half an hour of the processor to make."""
ADDED = 60
"""Documents added one at a time, of which the mean is taken."""
TOGETHER = 500
"""Documents entered in one transaction while the record is made."""


@dataclass(frozen=True, slots=True)
class Adding:
    """Processor seconds for one document, the mean and the median, and megabytes at the peak.

    ``making`` are the processor seconds for each document of a derivation of all from nothing.
    """

    documents: int
    seconds: float
    middle: float
    making: float
    peak: float


def run() -> Run:
    """An execution over the synthetic world."""
    return Run(synthetic.tables(), "1.0", lambda: synthetic.NOON, lambda _: None)


def make(path: Path, documents: int) -> float:
    """Make a record of so many documents; gives the seconds that deriving it took.

    What was entered is kept at hand and not read back, which takes as long again.
    """
    store = open_store(path)
    held: dict[str, Page] = {}
    for batch in synthetic.in_batches(0, documents, TOGETHER):
        with store.writing() as writer:
            for document, reading in batch:
                synthetic.enter(writer, document, reading)
                held[document.id] = Page(document, reading, ())
    start = time.process_time()
    with patch.object(Pages, "of", lambda _, document: held.get(document)):
        derive(store, run(), shape_of_tables())
    seconds = time.process_time() - start
    store.close()
    return seconds


def add(store: Store, number: int) -> float:
    """The seconds that it takes to enter one document and derive what it can reach."""
    document, reading = synthetic.page(number)
    start = time.process_time()
    with store.writing() as writer:
        synthetic.enter(writer, document, reading)
    derive(store, run(), shape_of_tables())
    return time.process_time() - start


def add_to(path: Path, documents: int, making: float) -> Adding:
    """Add documents to a record that is there."""
    store = open_store(path)
    add(store, documents)
    taken = [add(store, documents + 1 + at) for at in range(ADDED)]
    store.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Adding(documents, mean(taken), median(taken), making / documents, peak)


def adding_to(documents: int) -> Adding:
    """The same, the record made in one process and added to in another."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "synthetic.db")
        making = float(_told("make", path, str(documents)))
        return Adding(**json.loads(_told("add", path, str(documents), str(making))))


def _told(*arguments: str) -> str:
    command = [sys.executable, "-m", "tests.adding", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def rows_of_adding(sizes: tuple[int, ...] = SIZES) -> list[tuple[str, str, str]]:
    """What adding costs in the smallest and the largest record."""
    met = [adding_to(one) for one in sizes]
    rows = [(_what(one), _figures(one), "") for one in met]
    small, large = met[0], met[-1]
    ratios = (
        large.seconds / small.seconds,
        large.middle / small.middle,
        large.peak / small.peak,
    )
    times = ", ".join(f"{one:.2f}" for one in ratios) + " times"
    of = f"mean and median time, and peak, at {large.documents:,}, of those at {small.documents:,}"
    return [*rows, (of, times, "≤ 1.5 times")]


def _what(one: Adding) -> str:
    costs = "processor ms, mean and median; peak MB; deriving all from nothing, ms a document"
    return f"adding one document to {one.documents:,} synthetic ones: {costs}"


def _figures(one: Adding) -> str:
    mean_and_middle = f"{one.seconds * 1000:.0f}, {one.middle * 1000:.0f}"
    return f"{mean_and_middle}; {one.peak:.0f}; {one.making * 1000:.1f}"


if __name__ == "__main__":
    what, where, *rest = sys.argv[1:]
    if what == "make":
        print(make(Path(where), int(rest[0])))
    elif what == "add":
        print(json.dumps(asdict(add_to(Path(where), int(rest[0]), float(rest[1])))))
    else:
        print(*rows_of_adding((int(what), int(where))), sep="\n")
