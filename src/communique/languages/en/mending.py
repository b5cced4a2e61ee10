"""The small words that pages run onto names, and verbs that look like the first part of one."""

import re
from functools import cache

from communique.languages.en.cues import table


@cache
def joining_words() -> tuple[str, ...]:
    """Words in small letters, in the order of the table."""
    return tuple(table("mending")["joining"])


@cache
def opening_verbs() -> dict[str, str]:
    """Verbs that open a sentence in "-ing" and may be taken for a name, with their lemmas."""
    return dict(table("mending")["opening"])


@cache
def deeds_of_headlines() -> dict[str, str]:
    """Verbs in "-s" that headlines have before a noun of contact, with their lemmas."""
    return dict(table("mending")["deeds"])


@cache
def prefixes() -> frozenset[str]:
    """Prefixes that stand before the hyphen of a verb and may be taken for the verb."""
    return frozenset(table("mending")["prefixes"])


@cache
def participles() -> dict[str, str]:
    """Words in "-ing" that are taken for another sort: their lemma, or that they lead to a noun."""
    return dict(table("mending")["participles"])


@cache
def _opening_day() -> re.Pattern[str]:
    return re.compile(table("mending")["opening_day"]["pattern"])


def ends_of_opening_days(text: str) -> tuple[int, ...]:
    """Where a day that opens a sentence runs into a name: "On 25 August President Dan met"."""
    return tuple(met.end() for met in _opening_day().finditer(text))
