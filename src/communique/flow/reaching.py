"""Which parts of the record hang together, before and after something changed."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.catalog.tables import Tables
from communique.flow.knowing import named_among
from communique.flow.shelving import revised_among
from communique.flow.standing import Pages
from communique.model.codec import from_json, to_json
from communique.model.contents import Judgement
from communique.model.passages import DocumentId
from communique.resolve.actors.facts import Facts
from communique.resolve.reach import MOST_DOCUMENTS, WORDS, Hold, holds_of, meet_by
from communique.resolve.threads import Parts, Thread
from communique.store.bodies import canonical, loads
from communique.store.engine import Looked, Writer
from communique.store.shelves import Row

THREADS, HOLDS = "threads", "holds"
AND = " "


TOGETHER = 100
"""Documents whose holds are worked out together."""


def in_batches(documents: Collection[str]) -> Iterator[list[str]]:
    """The documents in order, some at a time."""
    ordered = sorted(documents)
    for start in range(0, len(ordered), TOGETHER):
        yield ordered[start : start + TOGETHER]


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
        old = list(self.writer.rows_among(THREADS, "document", documents))
        blocks = self._word_blocks(one["id"] for one in old)
        common = self.writer.widespread(blocks, MOST_DOCUMENTS)
        self.writer.drop(HOLDS, "thread", (str(one["id"]) for one in old))
        self.writer.drop(THREADS, "document", documents)
        new = {row["id"]: row for some in in_batches(documents) for row in self._enter(some)}
        blocks |= self._word_blocks(new)
        changed = common ^ self.writer.widespread(blocks, MOST_DOCUMENTS)
        turned = self.writer.rows_among(HOLDS, "block", changed)
        threads = {str(one["thread"]) for one in turned}
        changed_in = {str(one["component"]) for one in old}
        turned_in = {str(one["component"]) for one in self._threads("id", threads)} - {""}
        return self._replaced(changed_in, turned_in, new)

    def _word_blocks(self, threads: Iterable[str]) -> set[str]:
        rows = self.writer.rows_among(HOLDS, "thread", threads)
        return {block for one in rows if (block := str(one["block"])).startswith(WORDS)}

    def _threads(self, column: str, values: Iterable[str]) -> Iterator[Row]:
        return self.writer.rows_among(THREADS, column, values)

    def _enter(self, documents: Collection[str]) -> Iterator[Row]:
        """Write down the holds of documents; gives the rows of their threads."""
        pages = [page for one in documents if (page := self.pages.of(one))]
        met = (actor for page in pages for actor in page.reading.actors)
        named = named_among(self.writer, met)
        rows: list[Row] = []
        for page in pages:
            facts = Facts({page.document.id: ""}, {}, named)
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
            common = self.writer.widespread(self._word_blocks(waiting), MOST_DOCUMENTS)
            pairs = {
                (str(one["thread"]), str(other["thread"]))
                for one, other in self.writer.near_holds(waiting, common)
                if meet_by(_as_hold(one), _as_hold(other))
            }
            met = {other for _, other in pairs if other not in held}
            near = {str(one["component"]) for one in self._threads("id", met)}
            waiting = set(more := self._held(near))
            held |= more
            parts.add(more)
            for one, other in pairs:
                parts.join(one, other)
        return parts


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
        "first": one.first,
        "last": one.last,
        "give": one.give,
        "form": one.form,
        "words": None if one.words is None else AND.join(one.words),
    }


def _as_hold(row: Row) -> Hold:
    words = row["words"]
    return Hold(
        block=row["block"],
        first=row["first"],
        last=row["last"],
        give=row["give"],
        form=row["form"],
        words=None if words is None else tuple(words.split(AND)),
    )
