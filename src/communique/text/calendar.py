"""From words that count from a day ("last week", "on Tuesday") to a date as EDTF.

What such words mean is kept as a short string, so that an undated document can be placed later:

============================  ==================================================================
``day:-1``                    a day counted from the anchor; ``days:-1:0`` from one to another
``weekday:2:past``            Monday is 1. ``past`` and ``future`` include the anchor's own day,
                              ``before`` and ``after`` do not; ``near`` is within three days;
                              ``last`` passes over the day before the anchor too, which nobody
                              calls "last Tuesday"
``weekday:2:week:-1``         that day in a week counted from the anchor's
``week-of:A``                the week in which another of these, or a date, lies
``monthday:28:past``          a day of a month that is not named; ``monthday:28:month:-1`` in a
                              month counted from the anchor's
``weekend:past``              Saturday and Sunday
``week:-1`` ``month:+1``      a week, month or year counted from the anchor's
``year:0``
``week:0:early``              from its beginning to the anchor; ``late`` from the anchor to its end
``date:08-24:past``           a day without its year; ``date:08-24:year:-1`` in a counted year
``month-of:9:future``         a month without its year; ``month-of:9:year:-1`` in a counted year
``season:22:past``            an EDTF season (21 spring to 24 winter) without its year
``duration-back:P2D``         so long ago; ``duration-on:P2D`` so long from now
``past:P2W`` ``coming:P2W``   within so long before, or after
``recent`` ``soon``           at some time up to the anchor, or from it on
``stretch`` ``long-ago``      a stretch of time, or a time, of which no end is known;
                              ``stretch:PXD`` of so many days, nobody says how many
``present``                   now, of which no day follows
``then``                      a time that the text tells and does not date
``A+P1D`` ``A-P1D``           so long after or before another of these
``A/B``                       from one to another
============================  ==================================================================
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from communique.text.intervals import days_of

_SHIFTED = re.compile(r"(.+)([+-])(P\d+[DWMY])\Z")
_DURATION = re.compile(r"P(?:T(\d+)[HMS]|(\d+)([DWMY]))")
_DAYS_OF_WEEK = 7


def settle(relative: str, anchor: date) -> str | None:
    """What the words mean on a day, as EDTF; None where no date follows from them."""
    try:
        return _settled(relative, anchor)
    except (ValueError, OverflowError):
        return None  # the calendar ends, or has no such day


def _settled(relative: str, anchor: date) -> str | None:
    if "/" in relative:
        return _range(relative, anchor)
    if shifted := _SHIFTED.match(relative):
        first, last = days_of(_settled(shifted[1], anchor))
        if first is None or first != last:
            return None
        return _counted(first, shifted[3], 1 if shifted[2] == "+" else -1)
    name, *rest = relative.split(":")
    rule = _RULES.get(name)
    return None if rule is None else rule(rest, anchor)


def _range(relative: str, anchor: date) -> str | None:
    """From one to another; a week is put between two weekdays that would run backwards."""
    left, right = relative.split("/")
    (first, _), (_, last) = days_of(_settled(left, anchor)), days_of(_settled(right, anchor))
    if first is None or last is None:
        return None
    if first > last and left.startswith("weekday:"):
        is_ahead = left.endswith(("future", "after"))
        first, last = (first, _moved(last, 7)) if is_ahead else (_moved(first, -7), last)
    if first > last:
        return None
    if left.startswith("month-of:"):
        return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"
    return _span(first, last)


def _day(rest: list[str], anchor: date) -> str:
    return _moved(anchor, int(rest[0])).isoformat()


def _days(rest: list[str], anchor: date) -> str:
    return _span(_moved(anchor, int(rest[0])), _moved(anchor, int(rest[1])))


def _weekday(rest: list[str], anchor: date) -> str:
    number, how = int(rest[0]), rest[1]
    if how == "last":
        return nearest_weekday(number, "past", _moved(anchor, -2)).isoformat()
    if how == "week":
        monday = _monday(anchor) + timedelta(weeks=int(rest[2]))
        return _moved(monday, number - 1).isoformat()
    return nearest_weekday(number, how, anchor).isoformat()


def nearest_weekday(number: int, how: str, anchor: date) -> date:
    """The day with this number (Monday is 1) on the side of the anchor that ``how`` names."""
    ahead = (number - anchor.isoweekday()) % _DAYS_OF_WEEK
    if how == "future":
        return _moved(anchor, ahead)
    if how == "after":
        return _moved(anchor, ahead or _DAYS_OF_WEEK)
    if how == "near" and ahead <= _DAYS_OF_WEEK // 2:
        return _moved(anchor, ahead)
    behind = (_DAYS_OF_WEEK - ahead) % _DAYS_OF_WEEK
    return _moved(anchor, -(behind or _DAYS_OF_WEEK) if how == "before" else -behind)


def _monthday(rest: list[str], anchor: date) -> str:
    number, how = int(rest[0]), rest[1]
    if how == "month":
        month = anchor.year * 12 + anchor.month - 1 + int(rest[2])
        return date(month // 12, month % 12 + 1, number).isoformat()
    months = range(anchor.year * 12 + anchor.month - 3, anchor.year * 12 + anchor.month + 2)
    made = (_made(month // 12, month % 12 + 1, number) for month in months)
    return _chosen([(day, day) for day in made if day], how, anchor)[0].isoformat()


def _weekend(rest: list[str], anchor: date) -> str:
    how = rest[0]
    if how in ("future", "after"):
        saturday = nearest_weekday(6, "after" if how == "after" else "future", anchor)
    else:
        # On a Sunday, "at the weekend" means the one that has not ended yet.
        saturday = nearest_weekday(6, "past", anchor)
    return _span(saturday, _moved(saturday, 1))


def _week(rest: list[str], anchor: date) -> str:
    monday = _monday(anchor) + timedelta(weeks=int(rest[0]))
    return _cut(monday, _moved(monday, 6), rest[1:], anchor)


def _week_of(rest: list[str], anchor: date) -> str | None:
    inner = ":".join(rest)
    first, _ = days_of(inner if inner[0].isdigit() else _settled(inner, anchor))
    return None if first is None else _week(["0"], first)


def _month(rest: list[str], anchor: date) -> str:
    months = anchor.year * 12 + anchor.month - 1 + int(rest[0])
    return _whole_month(months // 12, months % 12 + 1, rest[1:], anchor)


def _year(rest: list[str], anchor: date) -> str:
    year = anchor.year + int(rest[0])
    if rest[1:]:
        return _cut(date(year, 1, 1), date(year, 12, 31), rest[1:], anchor)
    return date(year, 1, 1).isoformat()[:4]


def _whole_month(year: int, month: int, part: list[str], anchor: date) -> str:
    if part:
        last = date(year, month, monthrange(year, month)[1])
        return _cut(date(year, month, 1), last, part, anchor)
    return date(year, month, 1).isoformat()[:7]


def _cut(first: date, last: date, part: list[str], anchor: date) -> str:
    """The interval, or the part of it before or after the anchor."""
    if part == ["early"] and first <= anchor <= last:
        return _span(first, anchor)
    if part == ["late"] and first <= anchor <= last:
        return _span(anchor, last)
    return _span(first, last)


def _date(rest: list[str], anchor: date) -> str:
    month, day = (int(one) for one in rest[0].split("-"))
    if rest[1] == "year":
        return date(anchor.year + int(rest[2]), month, day).isoformat()
    days = [made for year in _years(anchor, 4) if (made := _made(year, month, day))]
    return _chosen([(day, day) for day in days], rest[1], anchor)[0].isoformat()


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None  # 29 February


def _month_of(rest: list[str], anchor: date) -> str:
    month = int(rest[0])
    if rest[1] == "year":
        return f"{anchor.year + int(rest[2]):04}-{month:02}"
    spans = [
        (date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        for year in _years(anchor, 1)
    ]
    return _chosen(spans, rest[1], anchor)[0].isoformat()[:7]


def _season(rest: list[str], anchor: date) -> str:
    if rest[1] == "year":
        return f"{anchor.year + int(rest[2]):04}-{rest[0]}"
    spans: dict[tuple[date, date], str] = {}
    for year in _years(anchor, 1):
        first, last = days_of(f"{year:04}-{rest[0]}")
        if first is not None and last is not None:
            spans[first, last] = f"{year:04}-{rest[0]}"
    return spans[_chosen(list(spans), rest[1], anchor)]


def _years(anchor: date, reach: int) -> range:
    return range(max(1, anchor.year - reach), min(9998, anchor.year + reach) + 1)


def _chosen(spans: list[tuple[date, date]], how: str, anchor: date) -> tuple[date, date]:
    """The span on the side of the anchor that ``how`` names, the nearest one."""
    if how == "past":
        return max(span for span in spans if span[0] <= anchor)
    if how == "before":
        return max(span for span in spans if span[1] < anchor)
    if how == "future":
        return min(span for span in spans if span[1] >= anchor)
    if how == "after":
        return min(span for span in spans if span[0] > anchor)
    return min(spans, key=lambda span: (abs((span[0] - anchor).days), span))


def _back(rest: list[str], anchor: date) -> str | None:
    return _counted(anchor, rest[0], -1)


def _on(rest: list[str], anchor: date) -> str | None:
    return _counted(anchor, rest[0], 1)


def _counted(anchor: date, duration: str, sign: int) -> str | None:
    """So long before or after a day, as coarse as the unit."""
    met = _DURATION.match(duration)
    if met is None:
        return None
    if met[1]:
        return anchor.isoformat() if int(met[1]) < 24 else _counted(anchor, "P1D", sign)
    count, unit = sign * int(met[2]), met[3]
    if unit == "D":
        return _moved(anchor, count).isoformat()
    if unit == "W":
        return _week([str(count)], anchor)
    return _month([str(count)], anchor) if unit == "M" else _year([str(count)], anchor)


def _past(rest: list[str], anchor: date) -> str | None:
    return _stretched(rest[0], anchor, -1)


def _coming(rest: list[str], anchor: date) -> str | None:
    return _stretched(rest[0], anchor, 1)


def _stretched(duration: str, anchor: date, sign: int) -> str | None:
    met = _DURATION.match(duration)
    if met is None:
        return None
    if met[1]:
        other = _moved(anchor, sign * (-(-int(met[1]) // 24)))
    elif met[3] in "DW":
        other = _moved(anchor, sign * int(met[2]) * (_DAYS_OF_WEEK if met[3] == "W" else 1))
    else:
        months = sign * int(met[2]) * (12 if met[3] == "Y" else 1)
        whole = anchor.year * 12 + anchor.month - 1 + months
        year, month = whole // 12, whole % 12 + 1
        other = date(year, month, min(anchor.day, monthrange(year, month)[1]))
    return _span(min(anchor, other), max(anchor, other))


def _recent(rest: list[str], anchor: date) -> str:
    return f"../{anchor.isoformat()}"


def _soon(rest: list[str], anchor: date) -> str:
    return f"{anchor.isoformat()}/.."


def _moved(day: date, days: int) -> date:
    return day + timedelta(days=days)


def _monday(day: date) -> date:
    return _moved(day, 1 - day.isoweekday())


def _span(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


_RULES = {
    "day": _day,
    "days": _days,
    "weekday": _weekday,
    "monthday": _monthday,
    "weekend": _weekend,
    "week": _week,
    "week-of": _week_of,
    "month": _month,
    "year": _year,
    "date": _date,
    "month-of": _month_of,
    "season": _season,
    "duration-back": _back,
    "duration-on": _on,
    "past": _past,
    "coming": _coming,
    "recent": _recent,
    "soon": _soon,
}
