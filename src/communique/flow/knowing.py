"""Facts about persons over the whole record: who bears a name."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from communique.catalog.tables import Tables
from communique.flow.standing import Pages
from communique.model.codec import from_json, to_json
from communique.model.contents import Judgement
from communique.model.judged import Judged
from communique.model.readings import Actor
from communique.model.vocabulary import ActorKind
from communique.resolve.actors.actors import shared_id
from communique.resolve.actors.facts import who_is_who
from communique.resolve.actors.people import (
    Bearing,
    Named,
    NameNode,
    NodeKey,
    decisions_on_people,
    join_people,
    may_be_one,
    node_key,
    nodes_of,
)
from communique.store.bodies import canonical, loads
from communique.store.engine import Looked, Writer
from communique.store.shelves import Row

MET, NAMES, WORDS = "actors_met", "names", "name_words"
WHOLE = "="
"""Marks all words of a name together, so that equal names of two states are found."""


def node_of(actor: Actor) -> str:
    """Under what an actor of a document is looked for: a name with its state, or its id."""
    if actor.kind is not ActorKind.PERSON:
        return shared_id(actor)
    state, words = node_key(actor)
    return f"{state or ''}|{' '.join(words)}"


def key_of(node: str) -> NodeKey:
    """The name and state that such a text stands for."""
    state, _, words = node.partition("|")
    return state or None, tuple(words.split())


def text_of(key: NodeKey) -> str:
    """The text that stands for a name and its state."""
    state, words = key
    return f"{state or ''}|{' '.join(words)}"


@dataclass(frozen=True, slots=True)
class Known:
    """Documents in which a name is another person's now, and actors that look otherwise."""

    documents: frozenset[str]
    actors: frozenset[str]


def know(
    writer: Writer,
    pages: Pages,
    documents: Collection[str],
    judgements: tuple[Judgement, ...],
    touched: Collection[Judgement],
    tables: Tables,
) -> Known:
    """Enter the actors of documents as they are read; returns what changed by it."""
    old = list(writer.rows_among(MET, "document", documents))
    new = [row for one in sorted(documents) for row in _rows(pages, one)]
    writer.drop(MET, "document", documents)
    writer.put(MET, new)
    nodes = {str(one["node"]) for one in (*old, *new) if one["is_person"]}
    others = {str(one["node"]) for one in (*old, *new) if not one["is_person"]}
    nodes |= _judged(writer, touched)
    known = _Knowing(writer, judgements, tables).settle(nodes)
    return Known(known.documents, known.actors | others)


def _rows(pages: Pages, document: str) -> Iterator[Row]:
    page = pages.of(document)
    for one in page.reading.actors if page else ():
        yield {
            "document": document,
            "node": node_of(one),
            "is_person": int(one.kind is ActorKind.PERSON),
            "json": canonical(to_json(one)).decode(),
        }


def _judged(log: Looked, judgements: Iterable[Judgement]) -> set[str]:
    """The names that these judgements speak of."""
    subjects = {one for made in judgements for one in made.subjects if one.startswith("p-")}
    return {str(one["node"]) for one in log.rows_among(NAMES, "id", subjects)}


def named_among(log: Looked, actors: Iterable[Actor]) -> dict[NodeKey, Named]:
    """Who bears the names of these actors."""
    nodes = {node_of(one) for one in actors if one.kind is ActorKind.PERSON}
    return _named(log.rows_among(NAMES, "node", nodes))


def _named(rows: Iterable[Row]) -> dict[NodeKey, Named]:
    return {key_of(str(one["node"])): Named(str(one["person"]), str(one["name"])) for one in rows}


def actors_met(log: Looked, nodes: Iterable[str]) -> Iterator[tuple[str, Actor, int]]:
    """What documents have of these actors, and how many documents."""
    for node, written, count in log.counted(MET, "node", nodes):
        yield node, from_json(loads(written.encode()), Actor), count


class _Knowing:
    """Names while it is worked out anew who bears them."""

    def __init__(self, writer: Writer, judgements: tuple[Judgement, ...], tables: Tables) -> None:
        self.writer = writer
        self.judgements = judgements
        self.decided: Judged = decisions_on_people(judgements)
        self.tables = tables

    def settle(self, touched: Collection[str]) -> Known:
        """Work out who bears these names and all on which they bear."""
        before = _named(self.writer.rows_among(NAMES, "node", touched))
        gone = self._enter(touched)
        near = self._near(touched, gone)
        before |= _named(self.writer.rows_among(NAMES, "node", near))
        after = who_is_who(join_people(self._nodes(near).values(), self.judgements))
        changed = [text_of(key) for key in after if before.get(key) != after[key]]
        for key in map(key_of, changed):
            who = {"person": after[key].id, "name": after[key].name}
            self.writer.change(NAMES, "node", text_of(key), who)
        seen = {text_of(key) for key in (before.keys() | after.keys())} & {*changed, *touched}
        persons = {
            named[key].id for named in (before, after) for key in map(key_of, seen) if key in named
        }
        rows = self.writer.rows_among(MET, "node", changed)
        return Known(frozenset(str(one["document"]) for one in rows), frozenset(persons))

    def _nodes(self, texts: Iterable[str]) -> dict[NodeKey, NameNode]:
        met = ((one, count) for _, one, count in actors_met(self.writer, texts))
        return nodes_of(met, self.tables)

    def _enter(self, touched: Collection[str]) -> set[str]:
        """Enter names that are new, and forget those that no document has any more."""
        known = {str(one["node"]) for one in self.writer.rows_among(NAMES, "node", touched)}
        nodes = {text_of(key): node for key, node in self._nodes(touched).items()}
        gone = known - set(nodes)
        new = {text: node for text, node in nodes.items() if text not in known}
        for name in (NAMES, WORDS):
            self.writer.drop(name, "node", gone)
        rows = ({"node": text, "id": one.id, "person": "", "name": ""} for text, one in new.items())
        self.writer.put(NAMES, list(rows))
        words = ({"word": word, "node": text} for text in new for word in _words(text))
        self.writer.put(WORDS, list(words))
        return gone

    def _near(self, touched: Collection[str], gone: Collection[str]) -> set[str]:
        """The names that could be one person's with these, and with those, and so on."""
        found: set[str] = set()
        # What a name that is gone kept apart or together is looked at too.
        waiting = {one: Bearing(key_of(one), "") for one in gone}
        waiting |= self._bearings(self.writer.rows_among(NAMES, "node", touched))
        found.update(waiting)
        while waiting:
            near = self._bearings(self._candidates(waiting.values()))
            waiting = {
                text: one
                for text, one in near.items()
                if text not in found and self._bears(one, waiting.values())
            }
            found.update(waiting)
        return found - set(gone)

    def _bears(self, one: Bearing, others: Iterable[Bearing]) -> bool:
        return any(may_be_one(one, other, self.decided) for other in others)

    def _bearings(self, rows: Iterable[Row]) -> dict[str, Bearing]:
        return {str(one["node"]): Bearing(key_of(str(one["node"])), str(one["id"])) for one in rows}

    def _candidates(self, waiting: Iterable[Bearing]) -> Iterator[Row]:
        """Names that share a word with these, are the tables' for one person, or were judged."""
        bearing = list(waiting)
        words = {word for one in bearing for word in _words(text_of(one.key))}
        rows = self.writer.rows_among(WORDS, "word", words)
        yield from self.writer.rows_among(NAMES, "node", {str(one["node"]) for one in rows})
        ids = {one.id for one in bearing}
        judged = {each for pair in self.decided.same for each in pair if not ids.isdisjoint(pair)}
        yield from self.writer.rows_among(NAMES, "id", (ids | judged) - {""})


def _words(text: str) -> set[str]:
    words = key_of(text)[1]
    return {*words, WHOLE + " ".join(words)}
