"""The mirror of a case: the same text and record with other states, people, outlets and years.

Rows of ``cast.toml`` stand against rows of ``mirror.toml`` in the same order, names against names;
``others.toml`` adds people without an office in the tables. All is replaced at once, the longest
words first, in head, text and record alike.

Years go back by six: 2031 becomes 2025, which has the same calendar, so that weekdays stay true.
Where a full date of the case would fall on another weekday six years before (there are two leap
days between 2024 and early 2030), the case goes back by 28 years, after which the calendar always
repeats. Decades ("the 1990s", ``199X``) stay. The tenures of the mirrored tables go back alike.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from communique.catalog.tables import Tables, load_tables
from tests.cases.values import (
    Case,
    Detail,
    Expected,
    ExpectedContact,
    ExpectedOriginal,
    ExpectedParty,
    ExpectedUndertaking,
)

HERE = Path(__file__).parent
CAST, MIRROR, OTHERS = (HERE / f"{name}.toml" for name in ("cast", "mirror", "others"))
NEAR, FAR = 6, 28
"""Years that a case goes back by: the calendar repeats after 28, and from 2031 also after 6."""
_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_YEAR = re.compile(r"(?<![\d#$€£])(19|20)\d{2}(?!\d|X|s\b|,\d|\s?(?:GMT|UTC|hours))")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})([-–/])(\d{2})(?![\d-])")
_LEAP_DAY = re.compile(r"29(?:th)? (?:of )?Feb|Feb(?:ruary|\.)? 29|02-29")
_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_WORDED = re.compile(
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{'|'.join(_MONTHS)})[a-z.]* (?P<y>\d{{4}})"
    rf"|(?P<m2>{'|'.join(_MONTHS)})[a-z.]* (?P<d2>\d{{1,2}}),? (?P<y2>\d{{4}})"
    r"|(?P<d3>\d{1,2})[./](?P<m3>\d{1,2})[./](?P<y3>\d{4})"
)


def mirror_of(case: Case) -> Case:
    """The case under the replacement."""
    mirror = Mirror(years_back(case))
    head = (case.dated, case.title, case.outlet)
    dated, title, outlet = (None if one is None else mirror.text(one) for one in head)
    return replace(
        case,
        text=mirror.text(case.text),
        dated=dated,
        title=title,
        outlet=outlet,
        expected=mirror.expected(case.expected),
    )


def years_back(case: Case) -> int:
    """By how many years a case goes back, so that every day of it keeps its weekday."""
    told = "\n".join((case.dated or "", case.text, *_values(case.expected)))
    days = [*_days(told), *_worded_days(told)]
    is_same = all(one.weekday() == _back(one, NEAR) for one in days)
    return NEAR if is_same and not _LEAP_DAY.search(told) else FAR


def _values(expected: Expected) -> Iterator[str]:
    """The dates of a record."""
    for contact in expected.contacts or ():
        yield contact.date or ""
    yield from (one.value or "" for one in expected.times)
    yield from (one.due or "" for one in expected.undertakings)


def _days(told: str) -> Iterator[date]:
    for found in _DAY.finditer(told):
        yield from _day(*(int(one) for one in found.groups()))


def _worded_days(told: str) -> Iterator[date]:
    for found in _WORDED.finditer(told):
        day = int(found["d"] or found["d2"] or found["d3"])
        named = found["m"] or found["m2"]
        month = _MONTHS.index(named) + 1 if named else int(found["m3"])
        yield from _day(int(found["y"] or found["y2"] or found["y3"]), month, day)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return


def _back(day: date, years: int) -> int | None:
    """The weekday so many years before, None where there is no such day."""
    try:
        return day.replace(year=day.year - years).weekday()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Mirror:
    """The replacement of one case: words for words, and so many years back."""

    years: int

    def text(self, text: str) -> str:
        """A text under the replacement."""
        words = _words()
        pattern = _pattern()

        def replaced(found: re.Match[str]) -> str:
            article, met = found["article"], found["name"]
            word = words[met]
            if article is None:
                return word
            return f"{_article(article, word)} {word}"

        return self._dated(pattern.sub(replaced, text))

    def _dated(self, text: str) -> str:
        text = _YEARS.sub(self._two_years, text)
        return _YEAR.sub(lambda found: str(int(found[0]) - self.years), text)

    def _two_years(self, found: re.Match[str]) -> str:
        """ "2030-31" is two years, the second told by its end; the first is replaced with years."""
        first, second = int(found[1]), int(found[3])
        if (first + 1) % 100 != second:
            return found[0]
        return f"{first}{found[2]}{(second - self.years) % 100:02}"

    def party(self, party: ExpectedParty) -> ExpectedParty:
        """A party under the replacement."""
        unit = _codes().get(party.unit) or self.text(party.unit)
        return ExpectedParty(unit, None if party.person is None else self.text(party.person))

    def expected(self, expected: Expected) -> Expected:
        """A record under the replacement."""
        contacts = expected.contacts
        return replace(
            expected,
            contacts=None if contacts is None else tuple(map(self._contact, contacts)),
            sayings=tuple(
                replace(
                    one,
                    speaker=None if one.speaker is None else self.party(one.speaker),
                    words=self.text(one.words),
                )
                for one in expected.sayings
            ),
            originals=tuple(
                replace(one, unit=self.party(ExpectedParty(one.unit)).unit)
                for one in expected.originals
            ),
            issued=self._issued(expected.issued),
            times=tuple(
                replace(one, words=self.text(one.words), value=self._value(one.value))
                for one in expected.times
            ),
            undertakings=tuple(map(self._undertaking, expected.undertakings)),
            positions=tuple(
                replace(one, holders=self._parties(one.holders), words=self.text(one.words))
                for one in expected.positions
            ),
            channels=tuple(
                replace(one, parties=self._parties(one.parties), words=self.text(one.words))
                for one in expected.channels
            ),
            entries=tuple(
                replace(one, parties=self._parties(one.parties), words=self.text(one.words))
                for one in expected.entries
            ),
        )

    def _issued(self, issued: ExpectedOriginal | None) -> ExpectedOriginal | None:
        if issued is None:
            return None
        return replace(issued, unit=self.party(ExpectedParty(issued.unit)).unit)

    def _parties(self, parties: tuple[ExpectedParty, ...]) -> tuple[ExpectedParty, ...]:
        return tuple(map(self.party, parties))

    def _value(self, value: str | None) -> str | None:
        """A date under the replacement; a length of time is none."""
        return value if value is None or value.startswith("P") else self._dated(value)

    def _contact(self, contact: ExpectedContact) -> ExpectedContact:
        return replace(
            contact,
            date=self._value(contact.date),
            parties=self._parties(contact.parties),
            details=tuple(map(self._detail, contact.details)),
        )

    def _detail(self, detail: Detail) -> Detail:
        if detail.aspect == "initiator":
            unit, _, person = detail.value.partition(" ")
            return replace(detail, value=f"{_codes().get(unit, unit)} {self.text(person)}".strip())
        if detail.aspect in ("place", "topic"):
            return replace(detail, value=self.text(detail.value))
        return detail

    def _undertaking(self, one: ExpectedUndertaking) -> ExpectedUndertaking:
        return replace(
            one,
            by=self._parties(one.by),
            words=self.text(one.words),
            to=None if one.to is None else self.party(one.to),
            due=self._value(one.due),
        )


def _article(article: str, word: str) -> str:
    """The article as it stands before the word: "an Omdari" but "a Jaziri"."""
    made = "an" if word[0] in "AEIOU" else "a"
    return made.upper() if len(article) > 1 and article.isupper() else article[0] + made[1:]


Rows = list[dict[str, Any]]


@cache
def mirror_tables(years: int) -> Tables:
    """The tables that ship, with the mirrored states and people, their tenures so far back."""
    tables = load_tables(MIRROR)
    own = set(_codes().values())
    tenures = tuple(
        replace(one, since=_moved(one.since, years) or "", until=_moved(one.until, years))
        if one.state in own
        else one
        for one in tables.tenures
    )
    return replace(tables, tenures=tenures, digest=f"{tables.digest[:-2]}{years:02}")


def _moved(day: str | None, years: int) -> str | None:
    return None if day is None else f"{int(day[:4]) - years}{day[4:]}"


@cache
def _file(path: Path) -> dict[str, Rows]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _codes() -> dict[str, str]:
    """The codes of states and bodies, each with the one that stands for it."""
    return {
        old["code"]: new["code"]
        for kind in ("state", "body")
        for old, new in zip(_file(CAST)[kind], _file(MIRROR)[kind], strict=True)
    }


@cache
def _pattern() -> re.Pattern[str]:
    """Any word that is replaced, with the indefinite article before it."""
    longest = sorted(_words(), key=len, reverse=True)
    words = "|".join(re.escape(one) for one in longest)
    # A page may glue two lines ("metKarsovian"): there a capital begins a word.
    edge = r"(?<![A-Z])(?<![a-z](?=[a-z]))"
    article = r"(?:(?<!\w)(?P<article>[Aa]|[Aa]n|AN) )?"
    return re.compile(rf"{article}{edge}(?P<name>{words})(?![a-z]|(?<=[A-Z]{{2}})[A-Z])")


@cache
def _words() -> dict[str, str]:
    """Every word that is replaced, and its replacement, in the ways in which texts write it."""
    found: dict[str, str] = {}
    for old, new in _pairs():
        for left, right in _spellings(old, new):
            found.setdefault(left, right)
    return found


def _pairs() -> Iterator[tuple[str, str]]:
    """Names and what they are replaced by, whole names before parts of names."""
    for kind in ("state", "body", "group", "outlet"):
        for row, other in zip(_file(CAST)[kind], _file(MIRROR)[kind], strict=True):
            for field in ("names", "adjectives", "people", "capitals", "metonyms"):
                yield from zip(row.get(field, ()), other.get(field, ()), strict=True)
    yield from _codes().items()
    people = list(_people())
    yield from ((old.name, new.name) for old, new in people)
    for old, new in people:
        yield from _parts(old, new)


@dataclass(frozen=True, slots=True)
class _Person:
    """A person of a cast; ``family_first`` where the family name stands before the given name."""

    name: str
    family_first: bool

    @property
    def given(self) -> str:
        return self._words[1 if self.family_first else 0]

    @property
    def family(self) -> str:
        return self._words[0 if self.family_first else 1]

    @property
    def _words(self) -> tuple[str, str]:
        first, _, last = self.name.partition(" ")
        return first, last


def _people() -> Iterator[tuple[_Person, _Person]]:
    tenures = list(zip(_file(CAST)["tenure"], _file(MIRROR)["tenure"], strict=True))
    for old, new in tenures:
        yield _Person(old["person"], "family" in old), _Person(new["person"], "family" in new)
    # The others of a state carry their names in the order of its office-holders.
    family_first = {old["state"] for old, _ in tenures if "family" in old}
    for code, row in _others().items():
        is_first = code in family_first
        for left, right in zip(row["cast"], row["mirror"], strict=True):
            yield _Person(left, is_first), _Person(right, is_first)


@cache
def _others() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(OTHERS.read_text(encoding="utf-8"))


def _parts(old: _Person, new: _Person) -> Iterator[tuple[str, str]]:
    """A person by family name alone, by initial and family name, and by given name."""
    if not old.family_first:
        for mark in (". ", "."):
            yield f"{old.given[0]}{mark}{old.family}", f"{new.given[0]}{mark}{new.family}"
    yield old.family, new.family
    if old.family.startswith("al-"):
        yield old.family[3:], new.family.removeprefix("al-")
    yield old.given, new.given


def _spellings(old: str, new: str) -> Iterator[tuple[str, str]]:
    """A name as it stands, in capitals, opening a sentence, and as addresses write it."""
    yield old, new
    if len(old) > 3:
        yield old.upper(), new.upper()
    if old[0].islower():
        yield old[0].upper() + old[1:], new[0].upper() + new[1:]
    if len(old) > 5:
        written, other = old.replace(" ", ""), new.replace(" ", "")
        yield written, other
        yield written.lower(), other.lower()


def words_replaced() -> Sequence[tuple[str, str]]:
    """Every word that is replaced with its replacement, for tests."""
    return tuple(_words().items())
