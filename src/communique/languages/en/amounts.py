"""Numbers in English words, and lengths of time as ISO 8601 writes them."""

import re

from communique.languages.en.times import numbers, tables

_HALVES = {"H": (60, 30, "min"), "D": (24, 12, "H"), "Y": (12, 6, "M"), "M": (30, 15, "D")}
"""For a unit how many of a smaller one it has, how many its half has, and which one that is."""


def number_of(words: str) -> int | None:
    """The value of a number in digits or words ("twenty-five", "a couple of"), or None."""
    if words.isdigit():
        return int(words)
    known = numbers()
    low = words.lower()
    if low in known:
        return known[low]
    parts = re.split(r"[ -]", low)
    if parts[0] in tables()["leading"]["words"] and known.get(parts[1]) != _HUNDRED:
        parts = parts[1:]
    total = 0
    for word in parts:
        if word not in known:
            return None
        by_hundreds = known[word] == _HUNDRED and total > 0
        total = total * _HUNDRED if by_hundreds else total + known[word]
    return total or None


_HUNDRED = 100


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


def and_a_half(count: int, unit: str) -> str | None:
    """The duration of a number of units and a half, None for units that are not halved so.

    >>> and_a_half(3, "H")
    'PT3H30M'
    """
    if unit not in _HALVES:
        return None
    whole, part, smaller = _HALVES[unit]
    return iso_duration(count * whole + part, smaller)
