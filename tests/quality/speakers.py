"""Whose words are whose, in the attributions of ``benchmarks/contacts``.

A wanted attribution is found when one of our speeches covers at least half of its words, and its
speaker agrees: the last word of the speaker's name stands in what we say of ours (names, chain, the
words that introduce the speech), or the speaker or original wanted names the state, or the outlet,
that we take to speak.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.catalog.naming import OF_OUTLETS, OF_STATES, find_namings, folded
from communique.catalog.tables import Tables
from communique.extract.actors.cast import find_cast
from communique.extract.page import Cast, Page, Speech
from communique.extract.speech.speeches import find_speeches
from communique.extract.times import find_times
from communique.model.passages import Span
from tests.quality.counting import share
from tests.quality.parsed import Clock, pages_in

HALF = 0.5
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch of text on somebody's word: all words we have for who, and the state if any."""

    span: Span
    words: str
    side: str | None


def found_attributions(paths: Sequence[Path], gold: Mapping[str, Any]) -> float | None:
    """The share of the wanted attributions of all documents that are found."""
    found = count = 0
    for page in pages_in(paths, Clock()):
        spoken = tuple(spoken_in(page))
        for one in gold[Path(page.document.name).stem]["attributions"]:
            count += 1
            found += is_found(one, spoken, page.tables)
    return share(found, count)


def spoken_in(page: Page) -> Iterator[Spoken]:
    """What stands on somebody's word in a page."""
    cast = find_cast(page)
    for one in find_speeches(page, cast, find_times(page)).speeches:
        yield Spoken(one.span, words_for(one, cast), one.attribution.side)


def words_for(speech: Speech, cast: Cast) -> str:
    """All words that a speech's speaker goes by."""
    told = speech.attribution
    words = list(told.chain)
    if told.wording is not None:
        words.append(told.wording.exact)
    for actor in cast.actors:
        if actor.key == told.speaker:
            words += [actor.name, *actor.names]
    return " ".join(words)


def is_found(wanted: Mapping[str, Any], spoken: Iterable[Spoken], tables: Tables) -> bool:
    """Whether an attribution of the gold is among what is spoken."""
    claim = Span(wanted["claim"]["start"], wanted["claim"]["end"])
    return any(
        _shared(one.span, claim) >= HALF * (claim.end - claim.start)
        and speakers_agree(wanted["speaker"], wanted["original"] or "", one, tables)
        for one in spoken
    )


def _shared(left: Span, right: Span) -> int:
    return max(0, min(left.end, right.end) - max(left.start, right.start))


def speakers_agree(speaker: str, original: str, spoken: Spoken, tables: Tables) -> bool:
    """Whether a speaker, as the gold names it, is the one of a speech."""
    names = _WORD.findall(folded(speaker).lower())
    if names and names[-1] in _WORD.findall(folded(spoken.words).lower()):
        return True
    wanted = find_namings(tables, f"{speaker}; {original}")
    if spoken.side is not None and spoken.side in {one.code(*OF_STATES) for one in wanted}:
        return True
    ours = {one.code(*OF_OUTLETS) for one in find_namings(tables, spoken.words)} - {None}
    return bool(ours & {one.code(*OF_OUTLETS) for one in wanted})
