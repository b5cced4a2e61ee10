"""Readable names of contacts: ``2021-08-24-in-ru-call``, ``by-2021-08-25-cn-ru-call``."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from communique.catalog.tables import Tables
from communique.languages.en.comparing import load_comparing
from communique.model.vocabulary import GATHERINGS, Status
from communique.text.intervals import SEASONS, days_of

MOST_PARTIES = 4
"""Parties that a readable name spells out before it says how many more there are."""
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


class Codes:
    """Short codes of parties for readable names: two letters for states, else the name itself."""

    def __init__(self, tables: Tables) -> None:
        self._short = {one.code: one.alpha2.lower() for one in tables.states}
        self.places = _places(tables)

    def of(self, unit: str) -> str:
        """The code of one state, body, group or person in small letters."""
        return self._short.get(unit) or slug(unit.partition(":")[2] or unit)

    def joined(self, units: Iterable[str]) -> str:
        """The codes in the order of the alphabet, states first, joined by hyphens."""
        units = set(units)
        states = sorted(self.of(one) for one in units if one in self._short)
        others = sorted(self.of(one) for one in units if one not in self._short)
        codes = [*states, *others]
        if len(codes) > MOST_PARTIES:
            codes = [*codes[:MOST_PARTIES], f"and-{len(codes) - MOST_PARTIES}"]
        return "-".join(codes)


# Tables are put in order once, not for every part of a record.
@lru_cache(maxsize=4)
def codes_of(tables: Tables) -> Codes:
    """The short codes of the parties that some tables know."""
    return Codes(tables)


def _places(tables: Tables) -> dict[str, str]:
    """Names of states, capitals and seats of power, folded, and the code of the state; behind the
    code stands a full stop where the name is the state's own.
    """
    places: dict[str, str] = {}
    for state in tables.states:
        for seat in (*state.capitals, *state.metonyms):
            folded = seat.casefold()
            places.setdefault(folded, state.code)
            places.setdefault(folded.removeprefix("the "), state.code)
        for name in state.names:
            places[name.casefold()] = f"{state.code}."
    return places


def slug(words: str) -> str:
    """Small letters and digits of some words, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_SLUG.sub("-", plain).strip("-")


def contact_label(
    units: frozenset[str],
    bodies: frozenset[str],
    form: str | None,
    status: str | None,
    edtf: str | None,
    codes: Codes,
) -> str:
    """The readable name of a contact: when, who, what."""
    parties = bodies if bodies and form in GATHERINGS else units
    return "-".join(filter(None, (_date_part(status, edtf), codes.joined(parties), form)))


def _date_part(status: str | None, edtf: str | None) -> str:
    if status == Status.ONGOING:
        return "ongoing"
    if edtf is None:
        return "undated"
    if edtf.startswith("../"):
        last = days_of(edtf)[1]
        return f"by-{last.isoformat()}" if last else "undated"
    start = edtf.partition("/")[0]
    year, _, season = start.partition("-")
    return f"{year}-{SEASONS[season]}" if season in SEASONS else slug(start) or "undated"


def number_labels(labels: Iterable[str]) -> list[str]:
    """The labels, from the second of its name on with ``-2``, ``-3``."""
    taken: dict[str, int] = {}
    numbered = []
    for label in labels:
        taken[label] = taken.get(label, 0) + 1
        numbered.append(label if taken[label] == 1 else f"{label}-{taken[label]}")
    return numbered


def topic_slug(topic: str, places: Mapping[str, str]) -> str:
    """The one or two words that a topic is about: a state named in it, else its last words."""
    folded = f" {' '.join(slug(topic).split('-'))} "
    named = [shown for name, shown in places.items() if f" {name} " in folded]
    if named:
        return slug(max(named, key=len))
    articles = load_comparing().articles
    last = slug(topic).split("-")[-2:]
    return "-".join(one for one in last if one not in articles)
