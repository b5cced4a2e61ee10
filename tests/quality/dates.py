"""EDTF dates as the scorer of the contacts compares them: compatible, or the same."""

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_QUALIFIED = re.compile(r"[~?%]")
OPEN = ("", "..")


def days_between(edtf: str | None) -> tuple[date, date]:
    """The first and the last day that a date may mean; all days where it says none."""
    if not edtf or edtf in OPEN:
        return date.min, date.max
    first, slash, last = edtf.partition("/")
    if not slash:
        last = first
    return _day(first, last=False) or date.min, _day(last, last=True) or date.max


def _day(edtf: str, *, last: bool) -> date | None:
    met = _DATE.match(plain(edtf))
    if met is None:
        return None
    year = int(met[1])
    month = int(met[2]) if met[2] else (12 if last else 1)
    try:
        day = int(met[3]) if met[3] else (monthrange(year, month)[1] if last else 1)
        return date(year, month, day)
    except ValueError:
        return None


def plain(edtf: str | None) -> str:
    """The date without its marks of doubt."""
    return _QUALIFIED.sub("", edtf or "").strip()


def compatible(left: str | None, right: str | None) -> bool:
    """Whether two dates may mean one day; a date that is not told fits any."""
    if not left or not right:
        return True
    (first, last), (begin, end) = days_between(left), days_between(right)
    return first <= end and begin <= last


def is_given(edtf: str | None) -> bool:
    """Whether a date is told at all and is more than an upper bound."""
    return bool(edtf) and not str(edtf).startswith("../")
