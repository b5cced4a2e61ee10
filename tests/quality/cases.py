"""The set ``cases``: the project's own, by phenomenon and by status, and their mirrors."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.cases.results import Outcome, Share
from tests.cases.runner import CAST, run_cases
from tests.quality.counting import share
from tests.quality.figures import Measure, Result
from tests.quality.shared import DataMissing, digest_of_files

NAME = "cases"
PLACE = CAST.parent
FILES = (CAST, PLACE / "mirror.toml", PLACE / "others.toml", PLACE / "texts")
LEAST_BY_STATUS = 0.95
OF_TIME = ("date", "time")


class CasesUnsound(Exception):
    """A case is not written as the notation wants it."""


def measure() -> Result:
    """Read all cases and their mirrors; raises CasesUnsound where one cannot be read."""
    outcome = run_cases(mirrors=True)
    if outcome.problems:
        raise CasesUnsound("; ".join(outcome.problems))
    rate = f"{(len(outcome.cases) + len(outcome.mirrors)) / outcome.seconds:.1f} documents/s"
    figures = dict(figures_of(outcome)) | dict(by_name("status", outcome.by_status))
    figures |= dict(by_name("phenomenon", outcome.by_phenomenon))
    own = (*status_measures(outcome.by_status), *phenomenon_measures(outcome.by_phenomenon))
    return Result(NAME, figures, rate, digest_of_files(_there()), measures=own)


def _there() -> Iterator[Path]:
    for path in FILES:
        if not path.exists():
            raise DataMissing(path)
        yield path


def figures_of(outcome: Outcome) -> Iterator[tuple[str, float | None]]:
    """The figures over all cases."""
    yield "cases passed", _value(outcome.all)
    yield "traps without a contact", _value(outcome.traps)
    yield "dates and times", _value(_together(outcome.by_check, OF_TIME))
    alike = len(outcome.mirrors) - len(outcome.unlike)
    yield "mirrors like their case", share(alike, len(outcome.mirrors))


def _together(checks: Mapping[str, Share], kinds: Iterable[str]) -> Share:
    found = [checks[one] for one in kinds if one in checks]
    return Share(sum(one.passed for one in found), sum(one.total for one in found))


def _value(one: Share) -> float | None:
    return share(one.passed, one.total)


def by_name(kind: str, told: Mapping[str, Share]) -> Iterator[tuple[str, float | None]]:
    """The shares of a table as figures."""
    for name, one in told.items():
        yield f"{kind} {name}", _value(one)


def status_measures(told: Mapping[str, Share]) -> Iterator[Measure]:
    """A measure for each status: of the contacts expected with it, those recorded with it."""
    for name, one in told.items():
        says = f"of {one.total} contacts expected as {name}, those recorded so"
        yield Measure(NAME, f"status {name}", says, least=LEAST_BY_STATUS)


def phenomenon_measures(told: Mapping[str, Share]) -> Iterator[Measure]:
    """A measure for each phenomenon: the cases of its file that pass whole."""
    for name, one in told.items():
        yield Measure(
            NAME, f"phenomenon {name}", f"of {one.total} cases, those passed", gated=False
        )
