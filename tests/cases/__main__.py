"""``python -m tests.cases``: reads the cases and prints what passes and what does not."""

import argparse
import json
import sys
from collections.abc import Iterator

from tests.cases.results import CaseResult, Outcome
from tests.cases.runner import run_cases


def main() -> int:
    """Read the cases asked for; the exit code is 1 when their notation is not sound."""
    parser = argparse.ArgumentParser(prog="python -m tests.cases", description=__doc__)
    parser.add_argument("phenomena", nargs="*", help="names of files; all where none is given")
    parser.add_argument("--mirrors", action="store_true", help="read the mirrored cases too")
    parser.add_argument("--failing", action="store_true", help="print the cases that fail")
    parser.add_argument("--case", help="the name of one case, which is printed whole")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    asked = parser.parse_args()
    outcome = run_cases(asked.phenomena, name=asked.case, mirrors=asked.mirrors)
    if asked.format == "json":
        print(json.dumps(as_json(outcome), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_text(outcome, failing=asked.failing, whole=asked.case is not None)))
    for problem in outcome.problems:
        print(problem, file=sys.stderr)
    return 1 if outcome.problems else 0


def as_text(outcome: Outcome, *, failing: bool, whole: bool) -> Iterator[str]:
    """The outcome in lines for reading."""
    mirrored = outcome.mirrors_by_phenomenon
    for name, share in outcome.by_phenomenon.items():
        beside = f"  mirrors {mirrored[name]}" if mirrored else ""
        yield f"{name:32} {share!s:>8}  {share.value:6.1%}{beside}"
    yield f"{'all':32} {outcome.all!s:>8}  {outcome.all.value:6.1%}"
    yield f"{'traps without a contact':32} {outcome.traps!s:>8}  {outcome.traps.value:6.1%}"
    for title, table in (("status", outcome.by_status), ("check", outcome.by_check)):
        yield ""
        for name, share in table.items():
            yield f"{title + ' ' + name:32} {share!s:>8}  {share.value:6.1%}"
    for one in outcome.cases:
        if whole or (failing and not one.passed):
            yield from _shown(one, "")
    for case, mirror in outcome.unlike:
        if whole or failing:
            yield from _shown(mirror, f", mirror of one that {_passes(case)}")
    yield ""
    yield f"{outcome.seconds:.1f} s"


def _passes(one: CaseResult) -> str:
    return "passes" if one.passed else "fails"


def _shown(one: CaseResult, beside: str) -> Iterator[str]:
    yield ""
    yield f"=== {one.case.phenomenon}: {one.case.name} ({_passes(one)}{beside})"
    for word in ("dated", "title", "outlet"):
        value = getattr(one.case, word)
        if value is not None:
            yield f"{word} {value}"
    yield one.case.text
    yield from (f"  recorded: {line}" for line in one.contacts)
    yield from (f"  - {line}" for line in one.differences)


def as_json(outcome: Outcome) -> dict[str, object]:
    """The outcome as plain data."""

    def shares(name: str) -> dict[str, list[int]]:
        return {key: [one.passed, one.total] for key, one in getattr(outcome, name).items()}

    return {
        "all": [outcome.all.passed, outcome.all.total],
        "traps": [outcome.traps.passed, outcome.traps.total],
        "phenomena": shares("by_phenomenon"),
        "mirrors": shares("mirrors_by_phenomenon"),
        "statuses": shares("by_status"),
        "checks": shares("by_check"),
        "cases": [_result_json(one) for one in outcome.cases],
        "mirrored": [_result_json(one) for one in outcome.mirrors],
        "problems": list(outcome.problems),
        "seconds": round(outcome.seconds, 1),
    }


def _result_json(one: CaseResult) -> dict[str, object]:
    return {
        "phenomenon": one.case.phenomenon,
        "name": one.case.name,
        "passed": one.passed,
        "contacts": list(one.contacts),
        "differences": list(one.differences),
    }


if __name__ == "__main__":
    sys.exit(main())
