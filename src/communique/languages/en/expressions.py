"""Wordings of time in English sentences: where they stand and what they mean before an anchor.

The grammar is data, ``times.toml``; here its rows become values. A meaning whose direction hangs on
the tense of a verb holds the mark TENSE in its place (see ``text/calendar.py`` for the rest).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from communique.languages.en.times import (
    day_of,
    filled,
    months,
    numbers,
    tables,
    units,
    weekdays,
)

TENSE = "tense"
_WORD = re.compile(r"[A-Za-z]+|\d+")


@dataclass(frozen=True, slots=True)
class Expression:
    """A wording of time at [start, end) of a sentence.

    At least one of the three is given: ``edtf`` for a date that needs no anchor, ``relative`` for
    one that does, ``duration`` for a length of time. ``shift`` (``+P1D``) counts from another time
    of the text. ``row`` is the meaning of the row that read it.
    """

    start: int
    end: int
    row: str
    edtf: str | None = None
    relative: str | None = None
    duration: str | None = None
    shift: str | None = None


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A row of the grammar, with a text that it must read, and one that it must not."""

    means: str
    needs: str
    relative: str | None
    pattern: re.Pattern[str]
    matches: str
    gives: str
    counter: str


@cache
def time_rows() -> tuple[TimeRow, ...]:
    """The rows of the grammar, in the order in which they go before one another."""
    return tuple(
        TimeRow(
            means=row["means"],
            needs=row["needs"],
            relative=row.get("relative"),
            pattern=re.compile(filled(row["pattern"])),
            matches=row["matches"],
            gives=row["gives"],
            counter=row["not"],
        )
        for row in tables()["time"]
    )


@dataclass(frozen=True, slots=True)
class NameRow:
    """Words that look like a time and are a name, a number or an age."""

    pattern: re.Pattern[str]
    matches: str
    counter: str


@cache
def name_rows() -> tuple[NameRow, ...]:
    """The names, numbers and ages that are never read as times."""
    return tuple(
        NameRow(re.compile(filled(row["pattern"])), row["matches"], row["not"])
        for row in tables()["name"]
    )


@cache
def planning_words() -> frozenset[str]:
    """Lemmas of verbs and adjectives whose complement lies ahead."""
    return frozenset(tables()["planning"]["words"])


@cache
def prepositions(sending: str) -> frozenset[str]:
    """Prepositions in lower case: ``back_from``, ``on_to`` or ``not_yet`` (see times.toml)."""
    return frozenset(tables()[sending]["words"])


@cache
def ahead_words() -> frozenset[str]:
    """Modal verbs, in lower case, that put what they govern ahead."""
    return frozenset(tables()["ahead"]["words"])


@cache
def _classes() -> dict[str, str]:
    """For each word that may begin a time the class that it calls up."""
    found = dict.fromkeys(tables()["deictic"]["words"], "deictic")
    found |= dict.fromkeys(weekdays(), "weekday")
    found |= dict.fromkeys(months(), "month")
    return found | dict.fromkeys(units(), "unit")


def classes_in(sentence: str) -> frozenset[str]:
    """The classes of words of time that a sentence holds."""
    known = _classes()
    found: set[str] = set()
    for word in _WORD.findall(sentence):
        if word.isdigit():
            if len(word) == 4:
                found |= {"year", "decade"}
        elif (name := known.get(word.lower())) is not None:
            found.add(name)
    return frozenset(found)


def expressions_in(sentence: str) -> tuple[Expression, ...]:
    """The wordings of time in a sentence, in order; of two that overlap the longer one."""
    classes = classes_in(sentence)
    if not classes:
        return ()
    found = [
        (one, place)
        for place, row in enumerate(time_rows())
        if row.needs in classes
        for match in row.pattern.finditer(sentence)
        if (one := _expression(row, match)) is not None
    ]
    if not found:
        return ()
    taken = [match.span() for row in name_rows() for match in row.pattern.finditer(sentence)]
    kept: list[Expression] = []
    for one, _ in sorted(found, key=lambda pair: (pair[0].start - pair[0].end, pair[1])):
        if all(one.end <= start or end <= one.start for start, end in taken):
            kept.append(one)
            taken.append((one.start, one.end))
    return tuple(sorted(kept, key=lambda one: one.start))


def _expression(row: TimeRow, match: re.Match[str]) -> Expression | None:
    given = _Given({name: value for name, value in match.groupdict().items() if value})
    start, end = match.span()
    words = match.group()
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if words.endswith(".") and words.rstrip(".").split()[-1].lower() not in _abbreviations():
        end -= 1
    made = _MAKERS[row.means](given, row)
    if made is None:
        return None
    name, value = made
    return Expression(start, end, row.means, **{name: value})


@cache
def _abbreviations() -> frozenset[str]:
    """The names of months that a full stop may shorten: those that a longer name begins with."""
    return frozenset(
        one for one in months() if any(name != one and name.startswith(one) for name in months())
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """The named groups of a match that hold something."""

    groups: dict[str, str]

    def get(self, *names: str) -> str | None:
        return next((self.groups[name] for name in names if name in self.groups), None)

    def month(self, name: str = "month") -> int:
        return months()[self.groups[name].lower().rstrip(".")] if name in self.groups else 0

    def direction(self) -> str:
        word = (self.get("direction") or "").lower()
        found: str = tables()["directions"].get(word, TENSE)
        return found

    def shift(self, name: str) -> str:
        return f"{tables()['shifts'][self.groups[name].lower()]:+d}"


_Made = tuple[str, str] | None


def _day(given: _Given, row: TimeRow) -> _Made:
    month = given.get("month") or ""
    number = int(month) if month.isdigit() else given.month()
    return _one_day(given, number, given.get("day") or "", given.get("year"))


def _one_day(given: _Given, month: int, day: str, year: str | None) -> _Made:
    if year:
        edtf = day_of(year, str(month), day)
        return None if edtf is None else ("edtf", edtf)
    if day_of("2000", str(month), day) is None:
        return None
    how = f"year:{given.shift('year_shift')}" if given.get("year_shift") else TENSE
    return "relative", f"date:{month:02}-{int(day):02}:{how}"


def _days(given: _Given, row: TimeRow) -> _Made:
    last_month = given.month("month2") or given.month()
    last_year = given.get("year2", "year")
    first = _one_day(given, given.month(), given.get("day") or "", given.get("year", "year2"))
    last = _one_day(given, last_month, given.get("day2") or "", last_year)
    if first is None or last is None or first[0] != last[0]:
        return None
    return first[0], f"{first[1]}/{last[1]}"


def _month(given: _Given, row: TimeRow) -> _Made:
    month = given.month()
    if year := given.get("year"):
        return "edtf", f"{year}-{month:02}"
    if given.get("year_shift"):
        return "relative", f"month-of:{month}:year:{given.shift('year_shift')}"
    return "relative", f"month-of:{month}:{given.direction()}"


def _year(given: _Given, row: TimeRow) -> _Made:
    return "edtf", given.groups["year"]


def _years(given: _Given, row: TimeRow) -> _Made:
    first, last = given.groups["year"], given.groups["year2"]
    last = first[:2] + last if len(last) == 2 else last
    return ("edtf", f"{first}/{last}") if first < last else None


def _decade(given: _Given, row: TimeRow) -> _Made:
    return "edtf", f"{given.groups['year']}X"


def _century(given: _Given, row: TimeRow) -> _Made:
    return "edtf", f"{int(given.groups['number']) - 1}XX"


def _weekday(given: _Given, row: TimeRow) -> _Made:
    number = weekdays()[given.groups["weekday"].lower()]
    if given.get("week_shift"):
        return "relative", f"weekday:{number}:week:{given.shift('week_shift')}"
    return "relative", f"weekday:{number}:{given.direction()}"


def _weekdays(given: _Given, row: TimeRow) -> _Made:
    first, last = (weekdays()[given.groups[name].lower()] for name in ("weekday", "weekday2"))
    return "relative", f"weekday:{first}:{TENSE}/weekday:{last}:{TENSE}"


def _relative(given: _Given, row: TimeRow) -> _Made:
    return "relative", row.relative or ""


def _unit(given: _Given, row: TimeRow) -> _Made:
    part = {"earlier": ":early", "later": ":late"}.get((given.get("part") or "").lower(), "")
    return "relative", f"{given.groups['unit'].lower()}:{given.shift('shift')}{part}"


def _weekend(given: _Given, row: TimeRow) -> _Made:
    return "relative", f"weekend:{given.direction()}"


def _season(given: _Given, row: TimeRow) -> _Made:
    season = tables()["seasons"][given.groups["season"].lower()]
    if year := given.get("year"):
        return "edtf", f"{year}-{season}"
    return "relative", f"season:{season}:{given.direction()}"


def _counted(given: _Given) -> str | None:
    """The duration of the number and unit given, ISO 8601; one unit where no number is given."""
    unit = units().get((given.get("unit", "unit2", "unit3") or "").lower())
    count = number_of(given.get("number", "number2") or "one")
    return None if unit is None or count is None else iso_duration(count, unit)


def _from_now(name: str) -> Callable[[_Given, TimeRow], _Made]:
    def make(given: _Given, row: TimeRow) -> _Made:
        duration = _counted(given)
        return None if duration is None else ("relative", f"{name}:{duration}")

    return make


def _from_then(sign: str) -> Callable[[_Given, TimeRow], _Made]:
    def make(given: _Given, row: TimeRow) -> _Made:
        duration = _counted(given)
        return None if duration is None else ("shift", f"{sign}{duration}")

    return make


def _same(given: _Given, row: TimeRow) -> _Made:
    return "shift", "+P0D"


def _duration(given: _Given, row: TimeRow) -> _Made:
    if named := given.get("span"):
        return "duration", tables()["spans"][named.lower()]
    unit = units().get((given.get("unit") or "hour").lower(), "")
    count = number_of(given.get("number") or "one")
    if count is None:
        return None
    if given.get("half"):
        return _and_a_half(count, unit)
    if given.get("number2"):
        more = number_of(given.groups["number2"])
        return None if more is None else ("duration", iso_duration(count * 60 + more, "min"))
    return "duration", iso_duration(count, unit)


def _and_a_half(count: int, unit: str) -> _Made:
    half = {"H": (60, 30, "min"), "D": (24, 12, "H"), "Y": (12, 6, "M")}.get(unit)
    if half is None:
        return None
    whole, part, smaller = half
    return "duration", iso_duration(count * whole + part, smaller)


def number_of(words: str) -> int | None:
    """The value of a number in digits or words ("twenty-five", "a hundred"), or None."""
    if words.isdigit():
        return int(words)
    known = numbers()
    total = 0
    parts = re.split(r"[ -]", words.lower())
    if len(parts) > 1 and parts[0] in ("a", "an") and known.get(parts[1]) != 100:
        parts = parts[1:]  # "a two-day visit"
    for word in parts:
        if word in ("of", "couple", "dozen", "half"):
            continue
        if word not in known:
            return None
        total = total * 100 if known[word] == 100 and total else total + known[word]
    return total or None


def iso_duration(count: int, unit: str) -> str:
    """An ISO 8601 duration; minutes beyond an hour are given as hours and minutes.

    ``unit`` is ``S``, ``min``, ``H``, ``D``, ``W``, ``M``, ``Y`` or one of these with a count.

    >>> iso_duration(90, "min")
    'PT1H30M'
    """
    factor = re.match(r"\d+", unit)
    if factor:
        return iso_duration(count * int(factor.group()), unit[factor.end() :])
    if unit == "min":
        hours, minutes = divmod(count, 60)
        return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    return f"PT{count}{unit}" if unit in ("H", "S") else f"P{count}{unit}"


_MAKERS: dict[str, Callable[[_Given, TimeRow], _Made]] = {
    "day": _day,
    "days": _days,
    "month": _month,
    "year": _year,
    "years": _years,
    "decade": _decade,
    "century": _century,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "relative": _relative,
    "unit": _unit,
    "weekend": _weekend,
    "season": _season,
    "stretch": lambda given, row: ("relative", "stretch"),
    "past": _from_now("past"),
    "coming": _from_now("coming"),
    "ago": _from_now("duration-back"),
    "on": _from_now("duration-on"),
    "after": _from_then("+"),
    "before": _from_then("-"),
    "same": _same,
    "duration": _duration,
}
