"""The sets ``plover`` and ``plv``: sentences with an event of PLOVER, its source and its target.

Only rows between two states or bodies say anything about communique: the names of source and target
must name two different ones in our tables. A row is a consultation (CONSULT) or agreement (AGREE)
as the gold says. Ours is a consultation when a contact between the two is told whose form is one by
the crosswalk of forms, an agreement when they sign, or when one of them is told to have agreed to
something, the other taking part or not. The sentences are read each as a document of its own.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.catalog.forms import load_forms
from communique.catalog.naming import OF_BODIES, OF_STATES, find_namings
from communique.model.contents import Contents
from communique.model.vocabulary import Form, UndertakingKind
from tests.quality.counting import Counts
from tests.quality.figures import Result
from tests.quality.reading import Read, Text, read_texts
from tests.quality.shared import BENCHMARKS, digest_of_files, rows_in
from tests.quality.told import party_code, tables, told_in, whole_of

PLOVER = BENCHMARKS / "events" / "plover_gsr.jsonl"
PLV = BENCHMARKS / "events" / "plv.jsonl"
CONSULT, AGREE = "CONSULT", "AGREE"
CODES = {"JAP": "JPN"}
"""Codes of the set that are not those of ISO 3166."""


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence, the two it is between, and what the gold says it is."""

    name: str
    text: str
    between: frozenset[str]
    root: str


def measure_plover() -> Result:
    """The sentences of the codebook."""
    return _measured("plover", PLOVER, tuple(_of_plover(rows_in(PLOVER))))


def measure_plv() -> Result:
    """The sentences of PLV."""
    return _measured("plv", PLV, tuple(_of_plv(rows_in(PLV))))


def _of_plover(rows: Iterator[dict[str, Any]]) -> Iterator[Event]:
    for row in rows:
        codes = {CODES.get(one["code"], one["code"]) for one in (*row["source"], *row["target"])}
        between = frozenset(codes & {one.code for one in tables().states})
        if len(between) == 2:
            yield Event(row["id"], row["text"], between, row["event"])


def _of_plv(rows: Iterator[dict[str, Any]]) -> Iterator[Event]:
    for row in rows:
        between = frozenset(
            code for code in (actor_code(row["source"]), actor_code(row["target"])) if code
        )
        if len(between) == 2:
            yield Event(row["id"], row["text"], between, row["gold_root"])


def actor_code(words: str) -> str | None:
    """The first state or body that the words for an actor name."""
    for one in find_namings(tables(), words):
        code = one.code(*OF_STATES) or one.code(*OF_BODIES)
        if code:
            return whole_of(code)
    return None


def _measured(name: str, path: Path, events: Sequence[Event]) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        read = read_texts([Text(one.name, one.text) for one in events], Path(folder))
    told = roots_told(read, events)
    figures: dict[str, float | None] = {}
    for roots in ((CONSULT,), (AGREE,), (CONSULT, AGREE)):
        counts = Counts()
        for event in events:
            wanted = event.root in roots
            ours = any(one in told[event.name] for one in roots)
            counts += Counts(wanted and ours, ours and not wanted, wanted and not ours)
        figures[f"{' or '.join(roots)} F1"] = counts.f1
        figures[f"{' or '.join(roots)} precision"] = counts.precision
    figures["rows"] = len(events)
    return Result(name, figures, read.rate, digest_of_files([path]))


def roots_told(read: Read, events: Sequence[Event]) -> dict[str, set[str]]:
    """For each sentence the roots of PLOVER that our record tells between the two."""
    found: dict[str, set[str]] = {one.name: set() for one in events}
    between = {one.name: one.between for one in events}
    consulting = {form for form, entry in load_forms().items() if entry.plover.event == CONSULT}
    for name, contacts in told_in(read.contents, read.names).items():
        for one in contacts:
            if between[name] <= one.parties:
                found[name] |= {CONSULT} if one.form in consulting else set()
                found[name] |= {AGREE} if one.form == Form.SIGNING else set()
    for name, parties in _agreeing(read.contents, read.names):
        if parties & between[name]:
            found[name].add(AGREE)
    return found


def _agreeing(contents: Contents, names: Mapping[str, str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Who agreed to something, and in which text."""
    states = {one.id: one.state or one.id for one in contents.actors}
    for one in contents.undertakings:
        if one.kind is UndertakingKind.AGREEMENT:
            parties = frozenset(party_code(states.get(by, by)) for by in one.by)
            for passage in one.passages:
                yield names[passage.document], parties
