"""The gate: every set is read and scored, one table is printed, and floors are held."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.quality import (
    attribution,
    cases,
    contacts,
    coreference,
    events,
    origins,
    pages,
    stories,
    times,
)
from tests.quality.figures import Result, Row, as_json, plain_table, rows
from tests.quality.floors import (
    CHANGELOG,
    FLOORS,
    Floors,
    as_toml,
    faults,
    floors_in,
    lowered,
    noted,
    raised,
    undercut,
)
from tests.quality.gold import TextChanged
from tests.quality.look import HalfClosed, look
from tests.quality.page import PAGE, page_of
from tests.quality.shared import DataMissing

SETS: dict[str, Callable[[], Result]] = {
    "pages": pages.measure_pages,
    "cases": cases.measure,
    "others": pages.measure_others,
    "stories": stories.measure,
    "coreference": coreference.measure,
    "attribution": attribution.measure,
    "contacts": contacts.measure,
    "origins": origins.measure,
    "plv": events.measure_plv,
    "plover": events.measure_plover,
    "times": times.measure,
}
"""The sets, those that take longest first."""
UNSOUND, UNMEASURED = 1, 2
"""Exit codes: a figure is under its floor; nothing could be measured."""


def run(names: Sequence[str], jobs: int) -> list[Result]:
    """Measure the sets, so many at a time, each in a process of its own."""
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(measured, [one for one in SETS if one in names]))


def measured(name: str) -> Result:
    """The result of one set."""
    return SETS[name]()


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=SETS, metavar="SET", help=f"of {', '.join(SETS)}"
    )
    parser.add_argument("--jobs", type=int, default=2, help="sets measured at a time (2)")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--write", action="store_true", help=f"draw {PAGE.name} from this run")
    parser.add_argument("--raise-floors", action="store_true", help="pin what was reached")
    parser.add_argument("--lower-floor", nargs=2, metavar=("SET", "MEASURE"))
    parser.add_argument("--reason", default="", help="why a floor is lowered, for the changelog")
    parser.add_argument(
        "--look", metavar="WHAT", help="show half A of the blind gold, or contacts, page by page"
    )
    parser.add_argument("--page", default="", help="with --look: pages whose address holds this")
    options = parser.parse_args(arguments)
    if options.lower_floor:
        name = options.lower_floor[0]
        if not options.reason.strip():
            parser.error("--lower-floor wants a --reason, which goes into the changelog")
        if name not in SETS:
            parser.error(f"no set {name!r}: expected one of {', '.join(SETS)}")
        options.only = [name]
    if options.write and options.only:
        parser.error("--write draws the page from a run of all sets: leave --only away")
    return options


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and compare with the floors."""
    options = options_of(arguments)
    if options.look:
        return show_pages(options.look, options.page)
    begin = time.monotonic()
    try:
        results = run(options.only or list(SETS), options.jobs)
    except (DataMissing, TextChanged, cases.CasesUnsound) as met:
        print(f"the gate could not measure: {met}", file=sys.stderr)
        return UNMEASURED
    floors: Floors = floors_in()
    if options.lower_floor:
        floors = lower(results[0], floors, options.lower_floor[1], options.reason)
    if options.raise_floors:
        floors = raise_all(results, floors)
    lines = list(rows(results, by_measure(floors)))
    seconds = time.monotonic() - begin
    show(lines, seconds, options.format)
    if options.write:
        PAGE.write_text(page_of(lines), encoding="utf-8")
    return verdict(results, floors)


def by_measure(floors: Floors) -> Mapping[tuple[str, str], float]:
    """The floors by set and measure."""
    return {(name, key): one for name, part in floors.items() for key, one in part.floors.items()}


def show(lines: Sequence[Row], seconds: float, form: str) -> None:
    """Print the table."""
    if form == "json":
        print(json.dumps(as_json(lines), ensure_ascii=False, indent=2))
    else:
        print(plain_table(lines))
        print(f"\n{seconds:.0f} seconds")


def raise_all(results: Sequence[Result], floors: Floors) -> Floors:
    """Pin what was reached, but nothing of a set of which a figure is under its floor."""
    sound = [
        one for one in results if one.set not in floors or not any(undercut(one, floors[one.set]))
    ]
    made = raised(sound, floors)
    FLOORS.write_text(as_toml(made), encoding="utf-8")
    return made


def lower(result: Result, floors: Floors, name: str, reason: str) -> Floors:
    """Lower one floor to its figure, and say so in the changelog."""
    try:
        made, what = lowered(result, floors, name)
        changelog = noted(CHANGELOG.read_text(encoding="utf-8"), what, reason)
    except ValueError as met:
        print(f"nothing was lowered: {met}", file=sys.stderr)
        return floors
    FLOORS.write_text(as_toml(made), encoding="utf-8")
    CHANGELOG.write_text(changelog, encoding="utf-8")
    return made


def verdict(results: Sequence[Result], floors: Floors) -> int:
    """Say what is under its floor; the exit code."""
    met = list(faults(results, floors))
    for one in met:
        print(f"fails: {one}", file=sys.stderr)
    return UNSOUND if met else 0


def show_pages(what: str, part: str) -> int:
    """Print what was missed, false or different, page by page."""
    try:
        for line in look(what, part):
            print(line)
    except (HalfClosed, DataMissing, TextChanged) as refused:
        print(refused, file=sys.stderr)
        return UNMEASURED
    return 0
