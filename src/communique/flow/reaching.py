"""Which parts of the record hang together, before and after something changed."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.catalog.tables import Tables
from communique.flow.accompanying import company_in
from communique.flow.batches import in_batches
from communique.flow.knowing import named_among
from communique.flow.lying import lying_among
from communique.flow.shelving import revised_among
from communique.flow.standing import Pages
from communique.model.codec import from_json, to_json
from communique.model.contents import Judgement
from communique.model.passages import DocumentId
from communique.resolve.actors.facts import Facts
from communique.resolve.parts import Parts
from communique.resolve.reach import MOST_DOCUMENTS, WITHIN, WORDS, Hold, holds_of, meet_by
from communique.resolve.threads import Thread
from communique.store.bodies import canonical, loads
from communique.store.engine import HeldBy, Looked, Writer
from communique.store.shelves import Row

THREADS, HOLDS = "threads", "holds"
AND = " "


@dataclass(frozen=True, slots=True)
class Reached:
    """What changed: components that are no more, and those that take their place.

    Each new one is a name with its threads; components whose threads and facts are the same are in
    neither.
    """

    gone: frozenset[str]
    made: dict[str, tuple[Thread, ...]]


def facts_among(
    log: Looked, pages: Pages, documents: Collection[str], judgements: Iterable[Judgement]
) -> Facts:
    """What these documents must know of the rest of the record."""
    shelf = log.rows_among("shelf", "document", documents)
    met = (one for about in documents if (page := pages.of(about)) for one in page.reading.actors)
    return Facts(
        labels={DocumentId(str(one["document"])): str(one["label"]) for one in shelf},
        revised=revised_among(log, documents, judgements),
        named=named_among(log, met),
        company=company_in(log, documents),
        lying=lying_among(log, documents),
    )


class Reaching:
    """The threads of a record while they are put together anew."""

    def __init__(
        self, writer: Writer, pages: Pages, tables: Tables, judgements: tuple[Judgement, ...]
    ) -> None:
        self.writer, self.pages, self.tables = writer, pages, tables
        self.judgements = judgements

    def reach(self, documents: Collection[str]) -> Reached:
        """Put these documents' threads in their places, and say what changed with them."""
        changed: set[str] = set()
        turned: set[str] = set()
        new: dict[str, Row] = {}
        for some in in_batches(documents):
            old = list(self._threads("document", some))
            changed.update(str(one["component"]) for one in old)
            common = self._common(str(one["id"]) for one in old)
            self.writer.drop(HOLDS, "thread", (str(one["id"]) for one in old))
            self.writer.drop(THREADS, "document", some)
            made = {row["id"]: row for row in self._enter(some)}
            rows = self.writer.rows_among(HOLDS, "block", common ^ self._common(made))
            turned.update(str(one["thread"]) for one in rows)
            new |= made
        turned_in = {str(one["component"]) for one in self._threads("id", turned)} - {""}
        return self._replaced(changed, turned_in, new)

    def _common(self, threads: Iterable[str]) -> frozenset[str]:
        """The words that these threads hold and that so many documents have that they join none."""
        return self.writer.widespread(threads, WORDS, MOST_DOCUMENTS)

    def _threads(self, column: str, values: Iterable[str]) -> Iterator[Row]:
        return self.writer.rows_among(THREADS, column, values)

    def _enter(self, documents: Collection[str]) -> Iterator[Row]:
        """Write down the holds of documents; gives the rows of their threads."""
        pages = [page for one in documents if (page := self.pages.of(one))]
        met = (actor for page in pages for actor in page.reading.actors)
        named = named_among(self.writer, met)
        company = company_in(self.writer, documents)
        lying = lying_among(self.writer, documents)
        rows: list[Row] = []
        for page in pages:
            facts = Facts({page.document.id: ""}, {}, named, company, lying)
            found = holds_of(page.document, page.reading, self.tables, facts, self.judgements)
            rows += (_hold(one, hold) for one, has in found.items() for hold in has)
            yield from map(_row, found)
        self.writer.put(HOLDS, rows)

    def _replaced(self, changed: set[str], turned: set[str], new: Mapping[str, Row]) -> Reached:
        """Put together anew what hung together before, and all that hangs with it now.

        Components that changed are derived anew whatever hangs together in them.
        """
        held = self._held(changed | turned) | dict.fromkeys(new, "")
        groups = {min(one): one for one in self._put_together(held).groups()}
        sizes = Counter(held.values())
        same = {
            name
            for name, members in groups.items()
            if name not in changed
            and sizes[name] == len(members)
            and all(held[one] == name for one in members)
        }
        made = {name: members for name, members in groups.items() if name not in same}
        for name, members in made.items():
            for one in members:
                if one not in new and held[one] != name:
                    self.writer.change(THREADS, "id", one, {"component": name})
        name_of = {one: name for name, members in made.items() for one in members}
        self.writer.put(THREADS, [row | {"component": name_of[one]} for one, row in new.items()])
        gone = (set(sizes) | changed | turned) - same - {""}
        return Reached(frozenset(gone), self._in_order(made))

    def _in_order(self, made: Collection[str]) -> dict[str, tuple[Thread, ...]]:
        found: dict[str, list[Thread]] = {name: [] for name in sorted(made)}
        for row in self._threads("component", made):
            found[str(row["component"])].append(_thread(row))
        return {name: tuple(sorted(of, key=lambda one: one.id)) for name, of in found.items()}

    def _held(self, components: Iterable[str]) -> dict[str, str]:
        """The threads of these components."""
        rows = self._threads("component", components)
        return {str(one["id"]): str(one["component"]) for one in rows}

    def _put_together(self, held: dict[str, str]) -> Parts:
        """Join the threads held with all that they meet; what is met is held from then on."""
        parts = Parts(held)
        waiting = set(held)
        while waiting:
            for some in in_batches(waiting):
                self._join_near(some, parts)
            met = set(parts.names()).difference(held)
            near = {str(one["component"]) for one in self._threads("id", met)}
            waiting = set(more := self._held(near))
            held |= more
            parts.add(more)
        return parts

    def _join_near(self, threads: Collection[str], parts: Parts) -> None:
        """Join threads with all that they meet."""
        for one, other in self.writer.near_holds(threads, self._common(threads), WITHIN):
            pair = one.thread, other.thread
            # What hangs together already is not asked about again.
            if not parts.has_joined(*pair) and meet_by(_meant(one), _meant(other)):
                parts.add(pair)
                parts.join(*pair)


def _row(one: Thread) -> Row:
    written = canonical(to_json(one)).decode()
    return {"id": one.id, "document": one.document, "component": "", "json": written}


def _thread(row: Row) -> Thread:
    return from_json(loads(str(row["json"]).encode()), Thread)


def _hold(thread: Thread, one: Hold) -> Row:
    return {
        "thread": thread.id,
        "document": thread.document,
        "block": one.block,
        "is_open": int(one.is_open),
        "first": one.first,
        "last": one.last,
        "give": one.give,
        "form": one.form,
        "words": None if one.words is None else AND.join(one.words),
    }


def _meant(row: HeldBy) -> Hold:
    words = None if row.words is None else tuple(row.words.split(AND))
    return Hold(row.block, row.first, row.last, row.give, row.form, words)
