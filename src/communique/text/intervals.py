"""Dates as coarse as the text, as intervals of days: what EDTF covers, and when dates meet."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
_YEAR = re.compile(r"(\d{4})\Z")
_DECADE = re.compile(r"(\d{3})X\Z")
_CENTURY = re.compile(r"(\d{2})XX\Z")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""Months of the EDTF seasons, north of the equator; winter is cut at the end of its year."""
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
"""What the EDTF seasons are called."""


@lru_cache(maxsize=65536)
def days_of(edtf: str | None) -> tuple[date | None, date | None]:
    """The first and last day that an EDTF string covers; None where it is open or unreadable.

    Read are days, instants (their day), months, seasons, years, decades ``199X``, centuries
    ``19XX``, and intervals of these, open at either end with ``..`` (ISO 8601-2:2019, level 1).
    """
    if not edtf:
        return None, None
    if "/" in edtf:
        left, _, right = edtf.partition("/")
        return _plain_days(left)[0], _plain_days(right)[1]
    return _plain_days(edtf)


def _plain_days(edtf: str) -> tuple[date | None, date | None]:
    edtf = edtf.rstrip("?~%")
    try:
        if met := _DAY.match(edtf):
            day = date(int(met[1]), int(met[2]), int(met[3]))
            return day, day
        if met := _MONTH.match(edtf):
            return _months(int(met[1]), int(met[2]))
        for pattern, span in ((_YEAR, 1), (_DECADE, 10), (_CENTURY, 100)):
            if met := pattern.match(edtf):
                first = int(met[1]) * span
                return date(first, 1, 1), date(first + span - 1, 12, 31)
    except ValueError:
        return None, None
    return None, None


def _months(year: int, month: int) -> tuple[date, date]:
    first, last = _SEASONS.get(month, (month, month))
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def day_of(edtf: str | None) -> date | None:
    """The one day that an EDTF string names, or None when it is coarser."""
    first, last = days_of(edtf)
    return first if first is not None and first == last else None


def covers(coarse: str | None, fine: str | None) -> bool:
    """Whether every day of the second lies within the first; an open end covers all beyond it."""
    low, high = days_of(coarse)
    first, last = days_of(fine)
    if low is None and high is None:
        return False
    starts = low is None or (first is not None and low <= first)
    ends = high is None or (last is not None and last <= high)
    return starts and ends


def meet(left: str | None, right: str | None) -> bool:
    """Whether two times can be one: they share a day, or one of them is not known."""
    (a, b), (c, d) = days_of(left), days_of(right)
    if (a is None and b is None) or (c is None and d is None):
        return True
    return (a is None or d is None or a <= d) and (c is None or b is None or c <= b)
