"""The line before the first words of an English dispatch: where and on what day it was sent."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from communique.languages.en.times import day_of, filled, tables


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day that a dateline gives: whole, or only month and day (``08-25``); and its words."""

    month_day: str
    day: date | None
    words: str


def dateline_in(text: str) -> Dateline | None:
    """The dateline with which a text begins, None where it has none or names no day.

    >>> dateline_in("VELAN, Aug 25 (Karsinform) - The president left.").month_day
    '08-25'
    """
    met = _pattern().match(text)
    if met is None:
        return None
    given = {name.rstrip("234"): met.span(name) for name, one in met.groupdict().items() if one}
    month, number, year = (text[slice(*given.get(one, (0, 0)))] for one in ("month", "day", "year"))
    edtf = day_of(year or "2000", month, number)
    if edtf is None:
        return None
    words = text[min(one for one, _ in given.values()) : max(one for _, one in given.values())]
    return Dateline(edtf[5:], date.fromisoformat(edtf) if year else None, words)


def day_in_address(address: str) -> date | None:
    """The day that a web address names, as many outlets give the day of first publication.

    >>> day_in_address("https://herald.example/2031/03/04/world/talks.html")
    datetime.date(2031, 3, 4)
    """
    met = _address().search(address)
    if met is None:
        return None
    edtf = day_of(met["year"], met["month"], met["day"])
    return None if edtf is None else date.fromisoformat(edtf)


@cache
def _address() -> re.Pattern[str]:
    return re.compile(filled(tables()["address"]["pattern"]), re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(filled(tables()["dateline"]["pattern"]))


@cache
def _file_picture() -> re.Pattern[str]:
    return re.compile(tables()["file_picture"]["pattern"])


def is_file_picture(words: str) -> bool:
    """Whether words describe a picture from the files, which dates nothing that is news."""
    return _file_picture().search(words) is not None
