"""The words of time of English news, from ``times.toml``: dates as pages print them."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from communique.languages.en.cues import table


@dataclass(frozen=True, slots=True)
class Zone:
    """One reading of an abbreviation of a time zone: ``offset`` from UTC as EDTF writes it."""

    name: str
    offset: str
    means: str
    states: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date of publication as a page prints it.

    ``edtf`` is the day, or the minute with the zone where the page gives one. ``start`` and ``end``
    are its place in the line. ``zone`` is the abbreviation met, ``readings`` what it may mean, the
    one taken first.
    """

    edtf: str
    start: int
    end: int
    zone: str | None = None
    readings: tuple[Zone, ...] = ()


def tables() -> dict[str, Any]:
    """All of ``times.toml``."""
    return table("times")


def months() -> dict[str, int]:
    """Names and abbreviations of months in lower case, with their number."""
    table: dict[str, int] = tables()["months"]
    return table


def weekdays() -> dict[str, int]:
    """Names and abbreviations of weekdays in lower case; Monday is 1."""
    table: dict[str, int] = tables()["weekdays"]
    return table


def numbers() -> dict[str, int]:
    """Number words in lower case, with their value."""
    table: dict[str, int] = tables()["numbers"]
    return table


def units() -> dict[str, str]:
    """Words for units of time in lower case, with a count and the letter of ISO 8601."""
    table: dict[str, str] = tables()["units"]
    return table


@cache
def nouns_of_time() -> frozenset[str]:
    """Words for a day, a part of it or a longer time, in lower case: "morning", "week"."""
    return frozenset(
        {
            *units(),
            *weekdays(),
            *tables()["times_of_day"]["words"],
        }
    )


@cache
def zones() -> dict[str, tuple[Zone, ...]]:
    """For each abbreviation of a time zone what it may mean, the usual one first."""
    found: dict[str, list[Zone]] = {}
    for row in tables()["zone"]:
        one = Zone(
            name=row["name"],
            offset=row["offset"],
            means=row["means"],
            states=tuple(row.get("states", ())),
            words=tuple(row.get("words", ())),
        )
        found.setdefault(one.name, []).append(one)
    return {name: tuple(readings) for name, readings in found.items()}


def filled(pattern: str) -> str:
    """The pattern with the names of classes of words and of shapes in braces put in.

    ``{Month}`` and ``{Weekday}`` are written as names are, with a capital or in capitals.
    """
    classes = {name: _any_of(tables()[table]) for name, table in _CLASSES}
    classes |= tables()["shapes"]
    classes["Month"] = _any_of(_as_names(months()))
    classes["Weekday"] = _any_of(_as_names({one: 0 for one in weekdays() if one.endswith("day")}))
    while re.search(_BRACED, pattern):
        pattern = re.sub(_BRACED, lambda match: classes[match.group(1)], pattern)
    return pattern


_BRACED = r"\{([a-zA-Z_]+)\}"


def _as_names(words: dict[str, int]) -> dict[str, int]:
    return {form: 0 for word in words for form in (word.title(), word.upper())}


_CLASSES = (("month", "months"), ("weekday", "weekdays"), ("number", "numbers"), ("unit", "units"))


def _any_of(words: dict[str, Any]) -> str:
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


@cache
def _stamps() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(filled(row["pattern"]), re.IGNORECASE) for row in tables()["stamp"])


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(filled(tables()["stamp_time"]["pattern"]))


def stamp_in(line: str, state: str | None = None) -> Stamp | None:
    """The first date of publication that a line gives; ``state`` is that of the outlet, if known.

    >>> stamp_in("(Published 4 March 2019, 23:01 GMT)").edtf
    '2019-03-04T23:01Z'
    """
    matches = [match for one in _stamps() if (match := one.search(line))]
    for match in sorted(matches, key=lambda one: one.start()):
        day = day_of(match["year"], match["month"], match["day"])
        if day is not None:
            return _with_time(line, match, day, state)
    return None


def day_of(year: str, month: str, day: str) -> str | None:
    """The day as EDTF, or None where the calendar has no such day; the month in words or digits."""
    number = int(month) if month.isdigit() else months()[month.lower().rstrip(".")]
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def _with_time(line: str, match: re.Match[str], day: str, state: str | None) -> Stamp:
    bare = Stamp(day, match.start(), match.end())
    inside = match.groupdict().get("hour")
    clock = _clock().search(line, match.start("hour") if inside else match.end())
    if clock is None or clock.start() - match.end() > 16:
        clock = None if inside else _clock().search(line, 0, match.start())
        if clock is None or match.start() - clock.end() > 6:
            return bare
    hour = int(clock["hour"] or clock["bare"])
    half = (clock["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        half = ""
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    readings = _readings(clock["zone"], line, state)
    offset = clock["offset"] or (readings[0].offset if readings else "")
    if offset and offset != "Z" and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    moment = f"{day}T{hour:02}:{clock['minute'] or '00'}{offset}"
    start, end = min(match.start(), clock.start()), max(match.end(), clock.end())
    return Stamp(moment, start, end, clock["zone"] if readings else None, readings)


def _readings(name: str | None, line: str, state: str | None) -> tuple[Zone, ...]:
    readings = zones().get(name or "", ())
    lower = line.lower()

    def rank(zone: Zone) -> int:
        return 0 if any(word in lower for word in zone.words) else 1 if state in zone.states else 2

    return tuple(sorted(readings, key=rank))


@cache
def _agos() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"], re.IGNORECASE) for row in tables()["stamp_relative"])


def is_clock(line: str) -> bool:
    """Whether a line is a time of day and no more: "14:05 GMT"."""
    return _clock().fullmatch(line.strip()) is not None


@cache
def words_beside_days() -> frozenset[str]:
    """Words, in lower case, that may stand in a heading that is a day: zones, weekdays and such."""
    named = (one.lower() for one in zones())
    return frozenset({*named, *weekdays(), *tables()["beside_day"]["words"]})


def is_relative_stamp(line: str) -> bool:
    """Whether a page says only how long ago it was published ("4 days ago")."""
    return any(one.search(line) for one in _agos())
