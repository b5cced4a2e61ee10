"""Where documents lie in time: undated ones beside the dated one nearest to them in its words.

So they keep company about one time alone, and tie nothing together that is years apart.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from heapq import nsmallest

from communique.flow.batches import in_batches
from communique.flow.standing import Page, Pages
from communique.model.passages import DocumentId
from communique.resolve.actors.facts import Lying
from communique.resolve.documents import order_documents
from communique.resolve.stories.company import CLOSE, FEW, by_nearness, telling_words
from communique.resolve.stories.sheets import weights_of
from communique.store.engine import Looked, Writer
from communique.store.shelves import Row
from communique.store.tables import NOWHERE, UNDATED

TELLING, LYING = "telling", "lying"


def lie(writer: Writer, pages: Pages, documents: Collection[str]) -> set[str]:
    """Put documents about the days where they lie; returns the others that lie elsewhere now."""
    return _Lying(writer).settle(pages, documents) - set(documents)


def lying_among(log: Looked, documents: Collection[str]) -> dict[DocumentId, Lying]:
    """Where those of these documents lie that are undated."""
    found: dict[str, list[Row]] = defaultdict(list)
    for one in log.rows_among(LYING, "document", documents):
        found[one["document"]].append(one)
    return {DocumentId(one): _lying(rows) for one, rows in found.items()}


class _Lying:
    """Undated documents while it is worked out anew beside which dated ones they lie."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.left: set[str] = set()
        """The others that lay beside one of the documents: they are laid anew."""
        self.moved: set[str] = set()

    def settle(self, pages: Pages, documents: Collection[str]) -> set[str]:
        """Tell what these documents tell, and lay the undated; returns those that moved."""
        rows = self.writer.rows_among(LYING, "beside", documents)
        self.left = {str(one["document"]) for one in rows}.difference(documents)
        for name in (TELLING, LYING):
            self.writer.drop(name, "document", documents)
        undated = {one for some in in_batches(documents) for one in self._enter(pages, some)}
        for some in in_batches(undated):
            self._tell((page, UNDATED) for one in some if (page := pages.of(one)))
        for one in sorted(undated | self.left):
            self._lay(one)
        return self.moved

    def _enter(self, pages: Pages, documents: Iterable[str]) -> set[str]:
        """Enter those of the documents that have a day; returns those that have none."""
        met = [page for one in documents if (page := pages.of(one))]
        dated = [(page, day) for page in met if (day := _day_of(page)) is not None]
        self._tell(dated)
        for page, day in dated:
            self._draw(page.document.id, day)
        return {page.document.id for page in met if _day_of(page) is None}

    def _tell(self, pages: Iterable[tuple[Page, int]]) -> None:
        """Write down the telling words of documents, each under a day."""
        rows = []
        for page, day in pages:
            own = {"document": page.document.id, "day": day}
            told = telling_words(weights_of(page.document))
            rows += [own | {"word": word, "weight": weight} for word, weight in told.items()]
        self.writer.put(TELLING, rows)

    def _draw(self, document: str, day: int) -> None:
        """Lay beside a dated document the undated ones to which it is among the nearest."""
        near = self.writer.near_at_any_time(document, CLOSE, dated=True)
        held: dict[str, list[Row]] = {one: [] for one in near.keys() - self.left}
        for row in self.writer.rows_among(LYING, "document", held):
            held[row["document"]].append(row)
        for one, rows in sorted(held.items()):
            own = _lain(one, (document, near[one]), day)
            if own in _best((*rows, own)):
                self._move(one, rows, (*rows, own))

    def _lay(self, document: str) -> None:
        """Lay an undated document beside the dated ones that are nearest to it."""
        near = self.writer.near_at_any_time(document, CLOSE, dated=False)
        undated = {str(one["document"]) for one in self.writer.rows_among(LYING, "document", near)}
        dated = ((one, its) for one, its in near.items() if one not in undated)
        best = nsmallest(FEW, dated, key=by_nearness)
        old = tuple(self.writer.rows_among(LYING, "document", (document,)))
        self._move(document, old, [_lain(document, one, self._day(one[0])) for one in best])

    def _day(self, document: str) -> int:
        """The day under which the words of a dated document stand."""
        return int(next(self.writer.rows_among(TELLING, "document", (document,)))["day"])

    def _move(self, document: str, old: Sequence[Row], new: Sequence[Row]) -> None:
        """Let an undated document lie elsewhere; it stays among all that are undated."""
        best = _best(new)
        if best == _best(old) and old:
            return
        told = list(self.writer.rows_among(TELLING, "document", (document,)))
        words = [one for one in told if one["day"] == UNDATED]
        day = best[0]["day"] if best else NOWHERE
        moved = [one | {"day": day} for one in words]
        # One that never lay anywhere, as most do that are laid, has nothing to be taken away.
        if len(told) > len(words):
            self.writer.drop(LYING, "document", (document,))
            self.writer.drop(TELLING, "document", (document,))
            moved += words
        self.writer.put(LYING, best)
        self.writer.put(TELLING, moved)
        self.moved.add(document)


def _lain(document: str, beside: tuple[str, int], day: int) -> Row:
    return {"document": document, "beside": beside[0], "shared": beside[1], "day": day}


def _best(rows: Iterable[Row]) -> list[Row]:
    """The nearest of those beside which a document may lie, the very nearest first."""
    return nsmallest(FEW, rows, key=lambda one: by_nearness((one["beside"], one["shared"])))


def _lying(rows: Iterable[Row]) -> Lying:
    best = _best(rows)
    beside = frozenset(DocumentId(one["beside"]) for one in best)
    return Lying(date.fromordinal(best[0]["day"]), beside)


def _day_of(page: Page) -> int | None:
    about = page.document.id
    day = order_documents((page.document,), {about: ""}).date_of(about)
    return None if day is None else day.toordinal()
