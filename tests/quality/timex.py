"""Our times in the terms of TIMEX3: extent, and value.

TIMEX3 (TimeML 1.2.1) leaves prepositions out of the extent, gives weeks, weekends and seasons names
of their own (``2013-W12``, ``2013-W12-WE``, ``2013-SP``), writes a stretch of counted length as a
duration even where it is anchored ("the past two years", "two years before": ``P2Y``), keeps
"early" and "late" out of the value, and has names for times without a date (``PRESENT_REF``,
``PAST_REF`` and ``FUTURE_REF``).
"""

import re
from datetime import date, timedelta

from communique.model.times import TimeMention

SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
PRESENT = re.compile(r"(?:right |just |even |until )?now|currently|at present|at the moment", re.I)
PREPOSITION = re.compile(
    r"(?:for|over|in|during|throughout|within|across|through|on|at|by|since|until|till|from|before"
    r"|after|as of|around|about|between)\s+",
    re.IGNORECASE,
)
TRAILING = re.compile(r"\s+(?:before|after)$", re.IGNORECASE)
SHIFT = re.compile(r".[+-](P(?:\d+|T?X)[DWMYHS])\Z")
COUNTED = ("past", "coming", "stretch")
_WEEK = timedelta(days=6)
_WEEKEND = timedelta(days=1)


def extent_of(time: TimeMention) -> tuple[int, int]:
    """The place of a time as TIMEX3 marks it: without a preposition at either end."""
    words = time.passage.exact
    head, tail = PREPOSITION.match(words), TRAILING.search(words)
    start = time.passage.start + (head.end() if head else 0)
    return start, time.passage.start + (tail.start() if tail else len(words))


def value_of(time: TimeMention) -> str | None:
    """The value of a time as TIMEX3 writes it; None where it has none there."""
    if time.duration is not None:
        return time.duration
    relative = time.when.relative or ""
    name, _, rest = relative.partition(":")
    if PRESENT.fullmatch(time.passage.exact):
        return "PRESENT_REF"
    if name in COUNTED:
        return rest or None
    if name in ("recent", "long-ago"):
        return "PAST_REF"
    if name == "soon":
        return "FUTURE_REF"
    if TRAILING.search(time.passage.exact) and (shift := SHIFT.search(relative)):
        return shift[1]
    if time.when.edtf is None:
        return None
    return _dated(time.when.edtf, relative)


def _dated(edtf: str, relative: str) -> str:
    first, slash, last = edtf.partition("/")
    if slash:
        return _between(first, last, relative)
    if edtf[5:] in SEASONS:
        return f"{edtf[:4]}-{SEASONS[edtf[5:]]}"
    return edtf.rstrip("X~?%")


def _between(first: str, last: str, relative: str) -> str:
    name, _, rest = relative.partition(":")
    if ".." in (first, last):
        return last if first == ".." else first
    if name in ("month", "year", "month-of") and rest:
        # "early this month" is a part of it in EDTF and the month itself in TIMEX3.
        return first[:7] if name.startswith("month") else first[:4]
    begin, end = _day(first), _day(last)
    if begin is None or end is None:
        return first
    year, week, weekday = begin.isocalendar()
    if end - begin == _WEEK and weekday == 1:
        return f"{year}-W{week:02}"
    if end - begin == _WEEKEND and weekday == 6:
        return f"{year}-W{week:02}-WE"
    return first


def _day(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf[:10])
    except ValueError:
        return None
