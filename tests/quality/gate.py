"""The gate: every set is read and scored, one table is printed, and floors are held."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.quality import attribution, contacts, events, pages, times
from tests.quality.figures import Result, plain_table, rows
from tests.quality.gold import TextChanged
from tests.quality.look import HalfClosed, look
from tests.quality.shared import DataMissing

SETS: dict[str, Callable[[], Result]] = {
    "pages": pages.measure_pages,
    "contacts": contacts.measure,
    "others": pages.measure_others,
    "attribution": attribution.measure,
    "plv": events.measure_plv,
    "plover": events.measure_plover,
    "times": times.measure,
}
"""The sets, those that take longest first."""


def run(names: Sequence[str], jobs: int) -> list[Result]:
    """Measure the sets, so many at a time, each in a process of its own."""
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(measured, [one for one in SETS if one in names]))


def measured(name: str) -> Result:
    """The result of one set."""
    return SETS[name]()


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=SETS, metavar="SET")
    parser.add_argument("--jobs", type=int, default=2, help="sets measured at a time")
    parser.add_argument("--look", metavar="HALF", help="show half A of the blind gold by page")
    options = parser.parse_args(arguments)
    if options.look:
        return show_half(options.look)
    begin = time.monotonic()
    try:
        results = run(options.only or list(SETS), options.jobs)
    except DataMissing as missing:
        print(f"nothing was measured: {missing}", file=sys.stderr)
        return 2
    print(plain_table(list(rows(results, {}))))
    print(f"\n{time.monotonic() - begin:.0f} seconds")
    return 0


def show_half(half: str) -> int:
    """Print what was missed, false or different in each page of a half."""
    try:
        for line in look(half):
            print(line)
    except (HalfClosed, DataMissing, TextChanged) as refused:
        print(refused, file=sys.stderr)
        return 2
    return 0
