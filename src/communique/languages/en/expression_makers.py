"""What a row of the grammar of times makes of the words that it met."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from communique.languages.en.amounts import and_a_half, iso_duration, number_of
from communique.languages.en.times import day_of, months, tables, units, weekdays

TENSE = "tense"
"""Stands in a relative meaning for the direction that the tense of a verb gives."""

Made = dict[str, str] | None
"""The parts of an expression by name: ``edtf``, ``relative``, ``duration`` or ``shift``."""

_DAYS_OF_WEEK = 7


@dataclass(frozen=True, slots=True)
class Given:
    """What a row's pattern met: the words, and the named groups that hold something."""

    words: str
    groups: dict[str, str]
    relative: str | None

    def get(self, *names: str) -> str | None:
        """The first of these groups that holds something."""
        return next((self.groups[name] for name in names if name in self.groups), None)

    def numbered(self, name: str) -> str | None:
        """A group, or the same of another branch of the pattern: ``unit``, ``unit2`` …"""
        return self.get(name, *(f"{name}{place}" for place in range(2, 5)))

    def month(self, name: str = "month") -> int:
        """The number of a month that is named or in digits, 0 where none is given."""
        word = (self.groups.get(name) or "").lower().rstrip(".")
        return int(word) if word.isdigit() else months().get(word, 0)

    def weekday(self, name: str = "weekday") -> int:
        """The number of a weekday; Monday is 1."""
        return weekdays()[self.groups[name].lower()]

    def direction(self) -> str:
        """The direction that a word beside the time gives, else that of the tense."""
        found: str = tables()["directions"].get((self.get("direction") or "").lower(), TENSE)
        return found

    def shift(self, name: str) -> str:
        """How many units on from the anchor's own, with its sign."""
        return f"{tables()['shifts'][self.groups[name].lower()]:+d}"

    def count(self) -> int | None:
        """The number given, 1 where there is none, None where it cannot be read."""
        return number_of(self.numbered("number") or "one")


def made(row: str, given: Given) -> Made:
    """What a row that ``means`` this makes of the words, None where they come to nothing."""
    return _MAKERS[row](given)


def _relative_to(meaning: str) -> Made:
    return {"relative": meaning}


def _day(given: Given) -> Made:
    for place in ("", "2", "3"):
        if f"day{place}" in given.groups:
            year = given.get(f"year{place}")
            return _one_day(given, given.month(f"month{place}"), given.groups[f"day{place}"], year)
    return None


def _one_day(given: Given, month: int, day: str, year: str | None) -> Made:
    if year:
        edtf = day_of(year, str(month), day)
        return None if edtf is None else {"edtf": edtf}
    if day_of("2000", str(month), day) is None:
        return None
    how = f"year:{given.shift('year_shift')}" if given.get("year_shift") else TENSE
    return _relative_to(f"date:{month:02}-{int(day):02}:{how}")


def _days(given: Given) -> Made:
    if _is_gap(given):
        return None
    last_month = given.month("month2") or given.month()
    first = _one_day(given, given.month(), given.groups["day"], given.get("year", "year2"))
    last = _one_day(given, last_month, given.groups["day2"], given.get("year2", "year"))
    return _joined(first, last)


def _is_gap(given: Given) -> bool:
    """Whether "and" or a stroke joins two days that do not follow one another."""
    if not _is_pair(given) or given.get("month2"):
        return False
    return int(given.groups["day2"]) - int(given.groups["day"]) != 1


def _is_pair(given: Given) -> bool:
    """Whether a word joins two days that may or may not make one stretch."""
    spans = given.words.split()[0].lower() in tables()["spanning"]["words"]
    return not spans and given.get("joint", "joint2") in tables()["pairing"]["words"]


def _joined(first: Made, last: Made) -> Made:
    if first is None or last is None or first.keys() != last.keys():
        return None
    return {name: f"{first[name]}/{last[name]}" for name in first}


def _week_of(given: Given) -> Made:
    month = given.month() or given.month("month2")
    found = _one_day(given, month, given.numbered("day") or "", given.get("year"))
    if found is None:
        return None
    return _relative_to(f"week-of:{found.get('edtf') or found.get('relative')}")


def _monthday(given: Given) -> Made:
    how = f"month:{given.shift('month_shift')}" if given.get("month_shift") else TENSE
    return _relative_to(f"monthday:{int(given.groups['day'])}:{how}")


def _monthdays(given: Given) -> Made:
    if _is_gap(given):
        return None
    days = (int(given.groups[name]) for name in ("day", "day2"))
    return _relative_to("/".join(f"monthday:{day}:{TENSE}" for day in days))


def _month(given: Given) -> Made:
    month = given.month()
    if year := given.get("year"):
        return {"edtf": f"{year}-{month:02}"}
    if given.get("year_shift"):
        return _relative_to(f"month-of:{month}:year:{given.shift('year_shift')}")
    return _relative_to(f"month-of:{month}:{given.direction()}")


def _months(given: Given) -> Made:
    first, last = given.month(), given.month("month2")
    year, year2 = given.get("year", "year2"), given.get("year2", "year")
    if year and year2:
        return {"edtf": f"{year}-{first:02}/{year2}-{last:02}"}
    return _relative_to(f"month-of:{first}:{TENSE}/month-of:{last}:{TENSE}")


def _year(given: Given) -> Made:
    return {"edtf": given.groups["year"]}


def _years(given: Given) -> Made:
    first, last = given.groups["year"], given.groups["year2"]
    last = first[:2] + last if len(last) == 2 else last
    return {"edtf": f"{first}/{last}"} if first < last else None


def _part_of_year(given: Given) -> Made:
    name = given.get("short") or f"{given.get('ordinal')} {given.get('part')}"
    months_of: list[int] | None = tables()["parts_of_year"].get(name.lower())
    if months_of is None:
        return None
    year = given.numbered("year")
    return {"edtf": f"{year}-{months_of[0]:02}/{year}-{months_of[1]:02}"}


def _decade(given: Given) -> Made:
    if year := given.get("year"):
        return {"edtf": f"{year}X"}
    tens = given.get("tens") or str(tables()["decades"][given.groups["named"].lower()])
    return {"edtf": f"19{tens}X"}


def _century(given: Given) -> Made:
    named = given.get("named")
    number = tables()["centuries"][named.lower()] if named else int(given.groups["number"])
    return {"edtf": f"{number - 1}XX"}


def _weekday(given: Given) -> Made:
    number = weekdays()[(given.numbered("weekday") or "").lower()]
    if given.get("week_shift"):
        return _relative_to(f"weekday:{number}:week:{given.shift('week_shift')}")
    return _relative_to(f"weekday:{number}:{_weekday_direction(given)}")


def _weekday_direction(given: Given) -> str:
    word = (given.get("direction") or "").lower()
    found: str = tables()["weekday_directions"].get(word) or given.direction()
    return found


def _week_on(given: Given) -> Made:
    """A weekday some weeks after the next of its name: "Friday week"."""
    number = weekdays()[(given.numbered("weekday") or "").lower()]
    named = given.numbered("weeks")
    weeks = given.count() if named is None else tables()["weeks"][named.lower()]
    if weeks is None:
        return None
    return _relative_to(f"weekday:{number}:future+P{weeks * _DAYS_OF_WEEK}D")


def _weekdays(given: Given) -> Made:
    first, last = given.weekday(), given.weekday("weekday2")
    if first == last or (_is_pair(given) and (last - first) % _DAYS_OF_WEEK != 1):
        return None
    if given.get("week_shift"):
        how = f"week:{given.shift('week_shift')}"
        return _relative_to(f"weekday:{first}:{how}/weekday:{last}:{how}")
    how = _weekday_direction(given)
    return _relative_to(f"weekday:{first}:{how}/weekday:{last}:{how}")


def _night(given: Given) -> Made:
    """A night from one day into the next."""
    if given.get("into"):
        number = given.weekday()
        return _relative_to(f"weekday:{number}:{TENSE}-P1D/weekday:{number}:{TENSE}")
    number = weekdays()[(given.get("weekday", "weekday3") or "").lower()]
    return _relative_to(f"weekday:{number}:{TENSE}/weekday:{number}:{TENSE}+P1D")


def _relative(given: Given) -> Made:
    return _relative_to(given.relative or "")


def _unit(given: Given) -> Made:
    unit = given.groups["unit"].lower()
    part = {"earlier": ":early", "later": ":late"}.get((given.get("part") or "").lower(), "")
    # A month and a year are as coarse as the words; a week has no name of its own to keep.
    return _relative_to(f"{unit}:{given.shift('shift')}{part if unit == 'week' else ''}")


def _counted_unit(given: Given) -> Made:
    side: int = tables()["sides_of_unit"][given.groups["side"].lower()]
    return _relative_to(f"{given.groups['unit'].lower()}:{side:+d}")


def _weekend(given: Given) -> Made:
    return _relative_to(f"weekend:{given.direction()}")


def _season(given: Given) -> Made:
    season = tables()["seasons"][given.groups["season"].lower()]
    if year := given.get("year"):
        return {"edtf": f"{year}-{season}"}
    if given.get("year_shift"):
        return _relative_to(f"season:{season}:year:{given.shift('year_shift')}")
    return _relative_to(f"season:{season}:{given.direction()}")


def _holiday(given: Given) -> Made:
    day: str = tables()["holidays"][given.groups["holiday"].lower().replace("’", "'")]
    if year := given.get("year"):
        return {"edtf": f"{year}-{day}"}
    return _relative_to(f"date:{day}:{TENSE}")


def _vague(given: Given) -> Made:
    """So many days, nobody says how many."""
    unit = units()[given.groups["unit"].lower()]
    return _relative_to(f"stretch:{_some(unit)}")


def _some_after(given: Given) -> Made:
    side = tables()["sides_of_then"][given.groups["side"].lower()]
    return _relative_to(f"then{side}{_some(units()[given.groups['unit'].lower()])}")


def _some(unit: str) -> str:
    named = unit.lstrip("0123456789")
    return f"PTX{named[0].upper()}" if named in ("S", "H", "min") else f"PX{named}"


def _counted(given: Given) -> str | None:
    """The duration of the number and unit given, ISO 8601; one unit where no number is given."""
    word = (given.numbered("unit") or "").lower()
    unit = units().get(word) or ("D" if word in tables()["times_of_day"]["words"] else None)
    count = given.count()
    return None if unit is None or count is None else iso_duration(count, unit)


def _from_now(name: str) -> Callable[[Given], Made]:
    def make(given: Given) -> Made:
        duration = _counted(given)
        return None if duration is None else _relative_to(f"{name}:{duration}")

    return make


def _in(given: Given) -> Made:
    """A point ahead or a length of time: the verb must tell."""
    duration = _counted(given)
    if duration is None:
        return None
    return {"relative": f"duration-on:{duration}", "duration": duration}


def _ago(given: Given) -> Made:
    if given.numbered("half") is None:
        return _from_now("duration-back")(given)
    unit = units()[(given.numbered("unit") or "").lower()]
    whole = 0 if given.get("half3") else given.count()
    half = None if whole is None else and_a_half(whole, unit)
    return None if half is None else _relative_to(f"duration-back:{half}")


def _ago_today(given: Given) -> Made:
    """So long before this very day, or before the last day of that name."""
    duration = _counted(given)
    met = re.match(r"P(\d+)([DW])\Z", duration or "")
    if met is None:
        return None if duration is None else _relative_to(f"duration-back:{duration}")
    days = int(met[1]) * (_DAYS_OF_WEEK if met[2] == "W" else 1)
    if word := given.get("weekday", "weekday2"):
        return _relative_to(f"weekday:{weekdays()[word.lower()]}:past-P{days}D")
    return _relative_to(f"day:{tables()['ago_from'][given.groups['day'].lower()] - days}")


def _from_then(sign: str) -> Callable[[Given], Made]:
    def make(given: Given) -> Made:
        duration = _counted(given)
        return None if duration is None else {"shift": f"{sign}{duration}"}

    return make


def _same(given: Given) -> Made:
    return {"shift": "+P0D"}


def _duration(given: Given) -> Made:
    if named := given.get("span"):
        return {"duration": tables()["spans"][named.lower()]}
    unit = units().get((given.get("unit") or "hour").lower(), "")
    count = given.count() if "number2" not in given.groups else number_of(given.groups["number"])
    if count is None:
        return None
    if given.get("half", "tenth"):
        half = and_a_half(count, unit)
        return None if half is None else {"duration": half}
    if given.get("number2"):
        more = number_of(given.groups["number2"])
        return None if more is None else {"duration": iso_duration(count * 60 + more, "min")}
    return {"duration": iso_duration(count, unit)}


_MAKERS: dict[str, Callable[[Given], Made]] = {
    "day": _day,
    "days": _days,
    "week_of": _week_of,
    "monthday": _monthday,
    "monthdays": _monthdays,
    "month": _month,
    "months": _months,
    "year": _year,
    "years": _years,
    "part_of_year": _part_of_year,
    "decade": _decade,
    "century": _century,
    "weekday": _weekday,
    "week_on": _week_on,
    "weekdays": _weekdays,
    "night": _night,
    "relative": _relative,
    "unit": _unit,
    "counted_unit": _counted_unit,
    "weekend": _weekend,
    "season": _season,
    "holiday": _holiday,
    "vague": _vague,
    "some_after": _some_after,
    "stretch": lambda given: {"relative": "stretch"},
    "past": _from_now("past"),
    "coming": _from_now("coming"),
    "in": _in,
    "ago": _ago,
    "ago_today": _ago_today,
    "on": _from_now("duration-on"),
    "after": _from_then("+"),
    "before": _from_then("-"),
    "same": _same,
    "duration": _duration,
}
