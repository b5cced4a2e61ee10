"""Contacts along time: a line for each group of parties, a mark for each contact."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from communique.model.contents import Contact
from communique.model.vocabulary import Status
from communique.pictures.drawing import Chart
from communique.text.intervals import days_of
from communique.views.lists import is_ahead
from communique.views.naming import codes_of, how_of, sides_heard, when_of

MOST_LINES = 40
"""Lines of a picture: those of the groups with the most contacts."""
NAMED = 3
"""Parties that are named at the head of a line; of more, how many they are."""
A_ROW, WIDTH, A_MARK = 20, 720, 14
"""The height of a row, the width of the picture, and that of a mark with a gap, in pixels."""
BETWEEN = "\N{INVISIBLE SEPARATOR}"
"""Stands between the name of a line and the number of the row: a line may need several."""
FIRST_ROW = f"split(datum.value, '{BETWEEN}')[1] == '0' ? split(datum.value, '{BETWEEN}')[0] : ''"
"""The name of a line stands at the first of its rows."""
A_MONTH = 31
"""Days of the longest stretch that the picture must show whole."""
LEGEND = (
    "filled: two sides or more are heard · hollow: one side, or outlets alone",
    "diamond: planned or proposed · cross: did not come about, or is denied",
    "bar: on one of these days · triangle: by this day, or from it on",
)
"""What the marks mean."""
CAME_ABOUT = {Status.HELD.value, Status.ONGOING.value}


def timeline(contacts: Iterable[Contact], address: Callable[[Contact], str]) -> Chart:
    """The chart of these contacts; ``address`` gives where the mark of a contact leads.

    Contacts without any day are left out, and so are those beyond the ``MOST_LINES`` groups with
    the most contacts: what is not drawn stands in the list beside the picture.
    """
    marks = _marks(contacts, address)
    reach = _reach(marks) if marks else (date.min, date.min)
    time = {"type": "utc", "domain": [one.isoformat() for one in reach] if marks else []}
    across = {
        "field": "from",
        "type": "temporal",
        "title": f"{reach[0]} to {reach[1]}",
        "scale": time,
        "axis": {"labelOverlap": "greedy", "labelSeparation": 8},
    }
    down = {
        "field": "row",
        "type": "nominal",
        "title": None,
        "sort": _set_in_rows(marks, reach),
        "axis": {"labelExpr": FIRST_ROW, "ticks": False, "grid": True},
    }
    told = {name: {"field": name} for name in ("description", "tooltip", "href")}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {"text": "Contacts by day", "subtitle": list(LEGEND)},
        "width": WIDTH,
        "height": {"step": A_ROW},
        "data": {"values": marks},
        "encoding": {"x": across, "y": down, **told},
        "layer": [
            {
                "transform": [{"filter": "datum.to != null"}],
                "mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.5, "clip": True},
                "encoding": {"x2": {"field": "to"}},
            },
            {
                "mark": {"type": "point", "size": 70, "strokeWidth": 1.8, "clip": True},
                "encoding": {
                    "shape": {"field": "shape", "type": "nominal", "scale": None},
                    "fill": {"field": "fill", "type": "nominal", "scale": None},
                },
            },
        ],
    }


def _marks(contacts: Iterable[Contact], address: Callable[[Contact], str]) -> list[dict[str, Any]]:
    """The marks of the contacts that are drawn, line by line as the first of each line happened."""
    dated = [one for one in contacts if _days(one) != (None, None)]
    counted = Counter(line_of(one) for one in dated)
    lines = {line for line, _ in counted.most_common(MOST_LINES)}
    marks = [_mark(one, address(one)) for one in dated if line_of(one) in lines]
    return sorted(marks, key=lambda one: (one["from"], one["line"], one["href"]))


def line_of(contact: Contact) -> str:
    """The name of the line on which a contact stands: its states and bodies, sorted."""
    codes = sorted(codes_of(contact))
    more = len(codes) - NAMED
    return " – ".join(codes[:NAMED]) + (f" and {more} more" if more > 0 else "")


def _days(contact: Contact) -> tuple[date | None, date | None]:
    """The first and the last day on which any account puts the contact."""
    found: Sequence[tuple[date | None, date | None]] = [days_of(one.value) for one in contact.date]
    firsts = [first for first, _ in found]
    lasts = [last for _, last in found]
    return (
        min((one for one in firsts if one), default=None) if None not in firsts else None,
        max((one for one in lasts if one), default=None) if None not in lasts else None,
    )


def _mark(contact: Contact, address: str) -> dict[str, Any]:
    first, last = _days(contact)
    start = first or last
    assert start is not None
    is_long = first is not None and last is not None and first != last
    told = ", ".join(_told(contact))
    return {
        "line": line_of(contact),
        "from": start.isoformat(),
        "to": _later(last, timedelta(days=1)).isoformat() if is_long and last else None,
        "days": (last - first).days if is_long and first and last else 0,
        "shape": _shape(contact, has_first=first is not None, has_last=last is not None),
        "fill": "currentColor" if len(contact.sides) > 1 else "transparent",
        "description": told,
        "tooltip": told,
        "href": address,
    }


def _later(day: date, by: timedelta) -> date:
    """A day by so much later, or the last or first one that there is."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min


def _reach(marks: Sequence[dict[str, Any]]) -> tuple[date, date]:
    """The days that are drawn: all that are known to the day or month, and a little around them."""
    exact = [one for one in marks if one["days"] <= A_MONTH] or marks
    first = min(date.fromisoformat(one["from"]) for one in exact)
    last = max(date.fromisoformat(one["to"] or one["from"]) for one in exact)
    around = max((last - first) // 40, timedelta(days=2))
    return _later(first, -around), _later(last, around)


def _set_in_rows(marks: Sequence[dict[str, Any]], reach: tuple[date, date]) -> list[str]:
    """Give every mark a row of its line in which it covers no other; the rows from the top."""
    apart = (reach[1] - reach[0]) * A_MARK / WIDTH
    ends: dict[str, list[date]] = {}
    for one in marks:
        start = max(date.fromisoformat(one["from"]), reach[0])
        end = _later(max(date.fromisoformat(one["to"] or one["from"]), start), apart)
        rows = ends.setdefault(one["line"], [])
        at = next((at for at, taken in enumerate(rows) if taken < start), len(rows))
        rows[at : at + 1] = [end]
        one["row"] = f"{one['line']}{BETWEEN}{at}"
    return [f"{line}{BETWEEN}{at}" for line, rows in ends.items() for at in range(len(rows))]


def _told(contact: Contact) -> Iterator[str]:
    yield when_of(contact)
    yield " – ".join(codes_of(contact))
    yield how_of(contact)
    yield " or ".join(one.value for one in contact.status)
    yield f"sides heard: {sides_heard(contact)}"


def _shape(contact: Contact, *, has_first: bool, has_last: bool) -> str:
    if is_ahead(contact):
        return "diamond"
    if not any(one.value in CAME_ABOUT for one in contact.status):
        return "cross"
    if not has_first:
        return "triangle-left"
    return "circle" if has_last else "triangle-right"
