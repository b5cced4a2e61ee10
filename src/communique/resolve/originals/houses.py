"""Which house of a state, which person or which agency a text comes from."""

from functools import cache

from communique.catalog.tables import Tables
from communique.languages.en.comparing import Comparing
from communique.languages.en.titles import title_at
from communique.model.readings import Original
from communique.model.vocabulary import ActorKind


class Branches:
    """Which house of a state an original comes from, by who issued it and how it is named."""

    def __init__(self, tables: Tables, comparing: Comparing) -> None:
        self._cues = comparing.issuers
        self._seated = next((one.branch for one in comparing.issuers if one.has_seat), "")
        self._seats = _seats(tables)
        self._known: dict[str, str] = {}
        self._agencies = _agencies(tables)

    def of(self, original: Original, issuer: str | None, kind: ActorKind | None) -> str:
        """The house, the person for a person's own words, the agency, or "" if nothing tells."""
        wording = original.issuer_wording
        if original.side is None:
            return self._agency(wording)
        for cue in self._cues:
            if cue.pattern.search(wording):
                return cue.branch
        folded = f" {wording.casefold()} "
        if any(f" {seat} " in folded for seat in self._seats.get(original.side, ())):
            return self._seated
        if issuer is None and _is_leader(wording):
            return self._seated
        return issuer if issuer and kind is ActorKind.PERSON else ""

    def _agency(self, wording: str) -> str:
        words = wording.casefold().replace("’", "'")
        if words not in self._known:
            padded = f" {words} "
            named = [shown for name, shown in self._agencies.items() if f" {name} " in padded]
            self._known[words] = min(named, key=lambda one: (-len(one), one), default=words)
        return self._known[words]


@cache
def _seats(tables: Tables) -> dict[str, tuple[str, ...]]:
    """By the code of a state the names of its seats of power, without its capitals."""
    return {
        one.code: tuple(name.casefold() for name in one.metonyms if name not in one.capitals)
        for one in tables.states
    }


@cache
def _agencies(tables: Tables) -> dict[str, str]:
    """The names of outlets by all of their names, in small letters."""
    return {name.casefold(): one.name for one in tables.outlets for name in (one.name, *one.names)}


def _is_leader(wording: str) -> bool:
    """Whether a page is headed by a leader's bare title: "President of Ruvia"."""
    title = title_at(wording.lower().split(), 0)
    return title is not None and title.title.is_leader
