"""The derived tables as the union of components, and what several of these make up together."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from communique.catalog.tables import Tables
from communique.compare import (
    format_aliases,
    format_findings,
    formats_decided,
    formats_joined,
)
from communique.flow.components import Component
from communique.flow.knowing import actors_met, named_among
from communique.flow.standing import refused
from communique.model.codec import from_json, to_json
from communique.model.contents import ActorEntry, Contact, Judgement
from communique.model.registers import ChannelEntry, FormatEntry
from communique.model.vocabulary import JudgementKind
from communique.resolve.actors.actors import other_entry, person_entry
from communique.resolve.actors.people import nodes_of, people_named
from communique.resolve.contacts.contacts import with_label
from communique.resolve.contacts.labels import number_labels
from communique.resolve.registers.merging import KINDS, merged, merged_by_a_person
from communique.store.bodies import canonical
from communique.store.engine import Log, Writer
from communique.store.past import refusals_of
from communique.store.places import Places
from communique.store.shelves import OTHER, Row, given_names, row_of, rows_of
from communique.store.tables import LINKS, PARTS

ACTORS, PIECES, FINDINGS, FORMATS, OFFERS = "actors", "pieces", "findings", "formats", "offers"
OWN = tuple(one for one in (*PARTS, *LINKS) if one not in (*KINDS, ACTORS, "judgements"))
"""The tables whose rows belong to one component each."""
NUMBERED = ("contacts", "channels")
TOGETHER = 200
"""Rows written down together."""
DECIDED = ""
"""Stands for the component of what no document gives alone: judgements, refusals, offers of
formats."""
NOWHERE = Places({}, {}, {})


class Union:
    """Puts components in their places, and keeps what they make up together in step."""

    def __init__(
        self, writer: Writer, tables: Tables, judgements: tuple[Judgement, ...] = ()
    ) -> None:
        self._writer, self._tables, self._judgements = writer, tables, judgements
        self._formats = formats_joined(formats_decided(judgements))
        self._keys: set[tuple[str, str]] = set()
        self._plain: set[tuple[str, str]] = set()
        self._waiting: dict[str, list[Row]] = {}
        self._names: list[tuple[str, str]] = []

    def take_away(self, components: Collection[str]) -> None:
        """Delete all that these components gave."""
        for one in self._writer.rows_among(PIECES, "component", components):
            self._keys.add((str(one["part"]), str(one["key"])))
        for name in NUMBERED:
            for one in self._writer.rows_among(name, "component", components):
                self._plain.add((name, str(one["plain"])))
        for name in (*OWN, PIECES):
            self._writer.drop(name, "component", components)

    def put(self, made: Component) -> None:
        """Write down what a component gives."""
        for name, rows in rows_of(made.contents, made.texts, made.places):
            if name in OWN:
                self._add(name, [one | {"component": made.name} for one in rows])
            if name in NUMBERED:
                self._plain.update((name, str(one["plain"])) for one in rows)
        pieces = list(_pieces(made))
        self._add(PIECES, pieces)
        self._keys.update((str(one["part"]), str(one["key"])) for one in pieces)
        self._names += given_names(made.contents)

    def _add(self, name: str, rows: list[Row]) -> None:
        """Write rows down, many together: a statement costs more than a row."""
        waiting = self._waiting.setdefault(name, [])
        waiting += rows
        if len(waiting) >= TOGETHER:
            self._writer.put(name, waiting)
            waiting.clear()

    def settle(
        self, actors: Iterable[str], decided: Iterable[Judgement] = ()
    ) -> tuple[tuple[str, str], ...]:
        """Bring in step what components make up together, and what was ``decided`` of it; returns
        the names of contacts.
        """
        for name, rows in self._waiting.items():
            self._writer.put(name, rows)
        for one in decided:
            if one.kind == JudgementKind.FORMAT:
                self._keys.update((FORMATS, label) for label in one.subjects)
        groups = {(part, self._joined(part, key)) for part, key in self._keys if part != ACTORS}
        for part, keys in sorted(groups):
            self._merge(part, keys)
        if any(part == FORMATS for part, _ in groups):
            self._offer_formats()
        self._show_actors({*actors, *(key for part, key in self._keys if part == ACTORS)})
        for name, plain in sorted(self._plain):
            self._number(name, plain)
        return tuple(self._names)

    def _joined(self, part: str, key: str) -> tuple[str, ...]:
        """The keys of the pieces of one entry: a person may have joined formats."""
        return self._formats.get(key, (key,)) if part == FORMATS else (key,)

    def _merge(self, part: str, keys: tuple[str, ...]) -> None:
        rows = [
            row for key in keys for row in self._writer.rows(PIECES, {"part": part, "key": key})
        ]
        found = sorted(rows, key=lambda one: (str(one["place"]), str(one["component"])))
        old = list(self._writer.rows_among(part, "place", keys))
        self._writer.drop(part, "place", keys)
        entry = None
        if found:
            entry = merged([from_json(json.loads(one["json"]), KINDS[part]) for one in found])
            if len({row["key"] for row in found}) > 1:
                entry = merged_by_a_person(entry)
            self._writer.put(part, [row_of(part, str(found[0]["key"]), entry, {})])
        if part == FORMATS:
            self._find(entry, [str(one["id"]) for one in old])

    def _offer_formats(self) -> None:
        """Write down which formats may be one under two names, among all that there are."""
        self._writer.drop(OFFERS, "component", (DECIDED,))
        formats = sorted(self._writer.rows(FORMATS), key=lambda one: str(one["place"]))
        held = (from_json(json.loads(str(one["json"])), FormatEntry) for one in formats)
        offers = format_aliases(held, self._judgements)
        rows = (
            row_of(OFFERS, NOWHERE.of(OFFERS, at, one), one, {}) for at, one in enumerate(offers)
        )
        self._writer.put(OFFERS, [one | {"component": DECIDED} for one in rows])

    def _find(self, entry: FormatEntry | None, old: Iterable[str]) -> None:
        """Write down what is found of a format over all of its names."""
        self._writer.drop(FINDINGS, "about", old)
        found = () if entry is None else tuple(format_findings(entry))
        rows = (row_of(FINDINGS, NOWHERE.of(FINDINGS, 0, one), one, {}) for one in found)
        self._writer.put(FINDINGS, list(rows))

    def _show_actors(self, actors: Collection[str]) -> None:
        self._writer.drop(ACTORS, "id", actors)
        shown = (one for one in sorted(actors) if self._is_shown(one))
        entries = [self._actor(one) for one in shown]
        places = (NOWHERE.of(ACTORS, 0, one) for one in entries)
        self._writer.put(
            ACTORS,
            [row_of(ACTORS, at, one, {}) for at, one in zip(places, entries, strict=True)],
        )

    def _is_shown(self, actor: str) -> bool:
        """Whether any component shows the actor."""
        return self._writer.first_of(PIECES, {"part": ACTORS, "key": actor}) is not None

    def _actor(self, actor: str) -> ActorEntry:
        names = {str(one["node"]) for one in self._writer.rows_among("names", "person", (actor,))}
        met = [(one, count) for _, one, count in actors_met(self._writer, names or (actor,))]
        if not names:
            return other_entry(actor, met, self._tables)
        named = named_among(self._writer, (one for one, _ in met))
        [person] = people_named(nodes_of(met, self._tables).values(), named)
        return person_entry(person, self._tables)

    def _number(self, name: str, plain: str) -> None:
        """Number all of one plain name in the order of the record."""
        rows = sorted(self._writer.rows(name, {"plain": plain}), key=lambda one: str(one["place"]))
        labels = number_labels(plain for _ in rows)
        for row, label in zip(rows, labels, strict=True):
            if row["label"] != label:
                made = self._labelled(name, row, label)
                written = canonical(to_json(made)).decode("utf-8", "replace")
                self._writer.change(name, "id", row["id"], {"label": label, "json": written})
                if isinstance(made, Contact) and made.accounts:
                    self._names.append((label, made.accounts[0].id))

    def _labelled(self, name: str, row: Row, label: str) -> Contact | ChannelEntry:
        held = json.loads(row["json"])
        if name != "contacts":
            return replace(from_json(held, ChannelEntry), label=label)
        contact = replace(from_json(held, Contact), label=row["plain"])
        names = self._writer.rows("contact_names", {"contact": contact.id})
        others = tuple(str(one["name"]) for one in names if one["rank"] == OTHER)
        return with_label(replace(contact, other_labels=others), label)

    def write_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Write down what people decided."""
        self._replace("judgements", judgements)

    def write_refusals(self, log: Log) -> None:
        """Write down what was refused and not read since."""
        refusals = refusals_of(log)
        names = (one.name for one in refusals)
        held = {str(one["name"]) for one in self._writer.rows_among("documents", "name", names)}
        self._replace("problems", refused(refusals, held))

    def _replace(self, part: str, entries: Iterable[Any]) -> None:
        self._writer.drop(part, "component", (DECIDED,))
        rows = (row_of(part, NOWHERE.of(part, at, one), one, {}) for at, one in enumerate(entries))
        self._writer.put(part, [one | {"component": DECIDED} for one in rows])


def _pieces(made: Component) -> Iterator[Row]:
    own = {"component": made.name}
    for part in KINDS:
        for at, one in enumerate(getattr(made.contents, part)):
            key = made.places.of(part, at, one)
            place = made.places.claims[one.claims[0]]
            written = canonical(to_json(one)).decode("utf-8", "replace")
            yield {"part": part, "key": key, "place": place, "json": written} | own
    for one in made.contents.actors:
        yield {"part": ACTORS, "key": one.id, "place": "", "json": ""} | own
