"""Who deals with whom: states and bodies joined by their contacts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, pi, sin
from typing import Any

from communique.model.contents import Contact
from communique.model.vocabulary import Status
from communique.pictures.drawing import Chart
from communique.views.linked import Thing, linked
from communique.views.naming import by_date, codes_of, when_of
from communique.views.tables import Table

GATHERING = 4
"""Parties up to whom each two are taken to have dealt with each other; of more no one says so."""
MOST_ACTORS = 48
"""States and bodies of a picture: those with the most contacts."""
SIZE, ROOM = 560, 1.5
"""The size of the picture in pixels, and how far it reaches, the ring being 1."""
LEGEND = (
    "thickness: contacts held or going on",
    "line: both sides are heard · dashed: one side alone · dotted: outlets alone",
)
"""What the lines mean."""
DASHES: tuple[tuple[float, float], ...] = ((1.5, 4), (7, 4), (1, 0))
"""How a tie is drawn of which none, one or both of the sides are heard."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two states, bodies or groups that dealt with each other.

    ``heard`` are those of the two that are heard on any of the contacts; ``is_dyad`` says that
    both have codes by which they can be asked for.
    """

    pair: tuple[str, str]
    contacts: tuple[Contact, ...]
    heard: tuple[str, ...]
    is_dyad: bool


def ties_of(contacts: Iterable[Contact]) -> tuple[Tie, ...]:
    """The ties of contacts that were held or go on, those with the most contacts first.

    A gathering of more than ``GATHERING`` parties makes no tie: it says of no two that they dealt
    with each other.
    """
    of: dict[tuple[str, str], list[Contact]] = defaultdict(list)
    coded: set[str] = set()
    for one in contacts:
        if any(value.value in (Status.HELD, Status.ONGOING) for value in one.status):
            coded.update(party.state or party.body or "" for party in one.parties)
            codes = sorted(codes_of(one))
            for first, second in combinations(codes if len(codes) <= GATHERING else (), 2):
                of[first, second].append(one)
    made = [
        Tie(pair, tuple(dealt), _heard(pair, dealt), coded.issuperset(pair))
        for pair, dealt in of.items()
    ]
    return tuple(sorted(made, key=lambda one: (-len(one.contacts), one.pair)))


def _heard(pair: tuple[str, str], contacts: Iterable[Contact]) -> tuple[str, ...]:
    sides = {side for one in contacts for side in one.sides}
    return tuple(one for one in pair if one in sides)


def ties_table(ties: Iterable[Tie]) -> Table:
    """The ties as a table: what the picture shows, and no less."""
    rows = tuple(
        (
            linked(" – ".join(one.pair), _dyad(one)),
            str(len(one.contacts)),
            ", ".join(one.heard) or "none, outlets only",
            when_of(max(one.contacts, key=_day)),
        )
        for one in ties
    )
    columns = ("Who", "Contacts", "Sides heard", "Latest")
    return Table(columns, rows, keep=("Contacts",), empty="No two dealt with each other.")


def _dyad(tie: Tie) -> Thing | None:
    return Thing("dyads", ",".join(tie.pair)) if tie.is_dyad else None


def _day(contact: Contact) -> tuple[bool, str]:
    """Sorts contacts by day, those without one first."""
    day, _ = by_date(contact)
    return day != "~", day


def network(ties: Sequence[Tie], address: Callable[[str], str]) -> Chart:
    """The chart of these ties; ``address`` gives where the name of a state or body leads.

    All stand on a ring, so that no name covers another; of more than ``MOST_ACTORS`` those with the
    most contacts.
    """
    around = _around(ties)
    angles = {code: 2 * pi * at / len(around) for at, code in enumerate(around)}
    drawn = [one for one in ties if angles.keys() >= set(one.pair)]
    actors = [_actor(code, angle, address(code)) for code, angle in angles.items()]
    free = {"type": "quantitative", "axis": None, "scale": {"domain": [-ROOM, ROOM]}}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {"text": "Who deals with whom", "subtitle": list(LEGEND)},
        "width": SIZE,
        "height": SIZE,
        "encoding": {"x": {"field": "x", **free}, "y": {"field": "y", **free}},
        "layer": [
            *(_lines(drawn, angles, heard, dash) for heard, dash in enumerate(DASHES)),
            {
                "data": {"values": actors},
                "mark": {"type": "circle", "size": 60, "opacity": 1},
                "encoding": {"href": {"field": "href"}, "description": {"field": "name"}},
            },
            *(_names(actors, align, turn) for align, turn in (("left", 0), ("right", 180))),
        ],
    }


def _around(ties: Iterable[Tie]) -> list[str]:
    """The states and bodies in the order of the ring: whoever deals most stand side by side."""
    weights: Counter[str] = Counter()
    near: dict[str, Counter[str]] = defaultdict(Counter)
    for tie in ties:
        for one, other in (tie.pair, tie.pair[::-1]):
            weights[one] += len(tie.contacts)
            near[one][other] = len(tie.contacts)
    left = {code for code, _ in weights.most_common(MOST_ACTORS)}
    order: list[str] = []
    while left:
        beside = near[order[-1]] if order else Counter()
        order.append(max(left, key=lambda code: (beside[code], weights[code], code)))
        left.discard(order[-1])
    return order


def _actor(code: str, angle: float, address: str) -> dict[str, Any]:
    """A point of the ring; names on its left half are turned so that they can be read."""
    is_left = cos(angle) < -1e-9
    degrees = -angle * 180 / pi + (180 if is_left else 0)
    place = {"x": round(cos(angle), 4), "y": round(sin(angle), 4)}
    side = "right" if is_left else "left"
    return {"name": code, **place, "angle": round(degrees, 2), "side": side, "href": address}


def _names(actors: Iterable[dict[str, Any]], align: str, turn: int) -> dict[str, Any]:
    return {
        "data": {"values": [one for one in actors if one["side"] == align]},
        "mark": {"type": "text", "align": align, "dx": -10 if turn else 10, "fontWeight": 600},
        "encoding": {
            "text": {"field": "name"},
            "angle": {"field": "angle", "type": "quantitative", "scale": None},
            "href": {"field": "href"},
        },
    }


def _lines(
    ties: Iterable[Tie], angles: dict[str, float], heard: int, dash: tuple[float, float]
) -> dict[str, Any]:
    """The ties of which so many sides are heard."""
    values = []
    for tie in ties:
        if len(tie.heard) == heard:
            start, end = (angles[code] for code in tie.pair)
            places = {"x": cos(start), "y": sin(start), "x2": cos(end), "y2": sin(end)}
            sides = ", ".join(tie.heard) or "none"
            told = f"{' – '.join(tie.pair)}: contacts {len(tie.contacts)}, sides heard {sides}"
            values.append({**places, "contacts": len(tie.contacts), "told": told})
    thick = {"type": "sqrt", "domainMin": 1, "range": [1.2, 9]}
    return {
        "data": {"values": values},
        "mark": {"type": "rule", "strokeDash": list(dash), "opacity": 0.6},
        "encoding": {
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "strokeWidth": {
                "field": "contacts",
                "type": "quantitative",
                "scale": thick,
                "legend": None,
            },
            "description": {"field": "told"},
            "tooltip": {"field": "told"},
        },
    }
