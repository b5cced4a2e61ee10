"""What a run over the cases gives: checks by case, and the shares that passed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tests.cases.values import Case


@dataclass(frozen=True, slots=True)
class Check:
    """One question that a case asks of its record: what was expected and what was met."""

    kind: str
    """contacts, parties, persons, form, status, date, a detail (means, place …), said, time …"""
    expected: str
    met: str
    passed: bool
    of: str | None = None
    """The expected status for checks of contacts, else None."""

    @property
    def difference(self) -> str:
        """What is not as expected, in one line."""
        return f"{self.kind}: expected {self.expected}; met {self.met}"


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case, the checks made on it, and the contacts that its record holds."""

    case: Case
    checks: tuple[Check, ...]
    contacts: tuple[str, ...]

    @property
    def differences(self) -> tuple[str, ...]:
        """What is not as expected, a line each."""
        return tuple(one.difference for one in self.checks if not one.passed)

    @property
    def passed(self) -> bool:
        """Whether everything is as expected."""
        return all(one.passed for one in self.checks)

    @property
    def key(self) -> tuple[str, str]:
        """The file and name of the case."""
        return self.case.phenomenon, self.case.name


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    passed: int
    total: int

    @property
    def value(self) -> float:
        """The share between 0 and 1; 1 of none."""
        return self.passed / self.total if self.total else 1.0

    def __str__(self) -> str:
        return f"{self.passed}/{self.total}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The results of a run: the cases, and their mirrors where these were asked for.

    ``mirrors`` are in the order of ``cases``. ``problems`` are lines of the notation that could
    not be read; ``seconds`` the time that reading and checking took.
    """

    cases: tuple[CaseResult, ...]
    mirrors: tuple[CaseResult, ...]
    problems: tuple[str, ...]
    seconds: float

    @property
    def all(self) -> Share:
        """The cases passed."""
        return share_of(self.cases)

    @property
    def by_phenomenon(self) -> dict[str, Share]:
        """The cases passed in each file."""
        return _by_file(self.cases)

    @property
    def mirrors_by_phenomenon(self) -> dict[str, Share]:
        """The mirrors passed in each file."""
        return _by_file(self.mirrors)

    @property
    def by_status(self) -> dict[str, Share]:
        """Of the contacts expected with each status, those recorded with it."""
        return shares(
            (one.of, one.passed) for one in self._checks() if one.kind == "status" and one.of
        )

    @property
    def by_check(self) -> dict[str, Share]:
        """Of the questions of each kind, those answered as expected."""
        return shares((one.kind, one.passed) for one in self._checks())

    @property
    def traps(self) -> Share:
        """The traps that yield no contact, of all traps."""
        traps = [one for one in self.cases if one.case.is_trap]
        return Share(sum(not one.contacts for one in traps), len(traps))

    @property
    def unlike(self) -> tuple[tuple[CaseResult, CaseResult], ...]:
        """Cases and their mirrors of which one passes and the other does not."""
        pairs = zip(self.cases, self.mirrors, strict=bool(self.mirrors))
        return tuple(pair for pair in pairs if pair[0].passed != pair[1].passed)

    def _checks(self) -> Iterable[Check]:
        return (check for one in self.cases for check in one.checks)


def share_of(results: Iterable[CaseResult]) -> Share:
    """How many of the cases passed."""
    passed = [one.passed for one in results]
    return Share(sum(passed), len(passed))


def shares(told: Iterable[tuple[str, bool]]) -> dict[str, Share]:
    """For each name how many of how many passed, in the order of the names."""
    passed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for name, is_right in told:
        total[name] += 1
        passed[name] += is_right
    return {name: Share(passed[name], total[name]) for name in sorted(total)}


def _by_file(results: Iterable[CaseResult]) -> dict[str, Share]:
    return shares((one.case.phenomenon, one.passed) for one in results)
