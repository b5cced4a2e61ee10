"""The small words that pages run onto names, and verbs that look like the first part of one."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def joining_words() -> tuple[str, ...]:
    """Words in small letters, in the order of the table."""
    return tuple(_table()["joining"])


@cache
def opening_verbs() -> dict[str, str]:
    """Verbs that open a sentence in "-ing" and may be taken for a name, with their lemmas."""
    return dict(_table()["opening"])


@cache
def deeds_of_headlines() -> dict[str, str]:
    """Verbs in "-s" that headlines have before a noun of contact, with their lemmas."""
    return dict(_table()["deeds"])


@cache
def prefixes() -> frozenset[str]:
    """Prefixes that stand before the hyphen of a verb and may be taken for the verb."""
    return frozenset(_table()["prefixes"])


@cache
def participles() -> dict[str, str]:
    """Words in "-ing" that are taken for another sort: their lemma, or that they lead to a noun."""
    return dict(_table()["participles"])


@cache
def _opening_day() -> re.Pattern[str]:
    return re.compile(_table()["opening_day"]["pattern"])


def ends_of_opening_days(text: str) -> tuple[int, ...]:
    """Where a day that opens a sentence runs into a name: "On 25 August President Dan met"."""
    return tuple(met.end() for met in _opening_day().finditer(text))


@cache
def _table() -> dict[str, Any]:
    text = files("communique.languages.en").joinpath("mending.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
