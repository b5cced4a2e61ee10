"""Facts about documents over the whole record: which of them keep company."""

from collections.abc import Collection, Iterable, Mapping, Set

from communique.flow.batches import in_batches
from communique.flow.standing import Page, Pages
from communique.model.passages import DocumentId
from communique.resolve.contacts.days import NEAR
from communique.resolve.documents import order_documents
from communique.resolve.stories.company import (
    CLOSE,
    NEAREST,
    by_nearness,
    keeps_company,
    nearest,
    telling_words,
)
from communique.resolve.stories.sheets import weights_of
from communique.store.engine import Looked, Writer
from communique.store.shelves import Row
from communique.store.tables import UNDATED

TELLING, COMPANY = "telling", "company"
Pair = tuple[str, str]


def accompany(writer: Writer, pages: Pages, documents: Collection[str]) -> set[str]:
    """Put documents among those near them; returns those that keep other company now."""
    return _Accompanying(writer).settle(pages, documents)


def company_in(log: Looked, documents: Collection[str]) -> dict[DocumentId, set[DocumentId]]:
    """The company that each of these documents keeps."""
    found: dict[DocumentId, set[DocumentId]] = {}
    for row in _rows_about(log, documents):
        if row["is_kept"]:
            one, other = DocumentId(row["document"]), DocumentId(row["other"])
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


def _rows_about(log: Looked, documents: Collection[str]) -> list[Row]:
    """What is known of those to which these documents are near, and of those near to these."""
    near = log.rows_among(COMPANY, "document", documents)
    return [*near, *log.rows_among(COMPANY, "other", documents)]


class _Accompanying:
    """Documents while it is worked out anew to which others they are nearest."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.kept: set[Pair] = set()
        """The pairs that kept company before."""

    def settle(self, pages: Pages, documents: Collection[str]) -> set[str]:
        """Work out with whom these documents, and all near them, keep company from now on."""
        own = set(documents)
        touched = self._take_away(own)
        self.writer.drop(TELLING, "document", own)
        for some in in_batches(own):
            self._tell(page for one in some if (page := pages.of(one)))
        for one in sorted(own):
            touched |= self._pushed(one, self._place(one), own)
        others = touched - own
        self._take_away(others)
        for one in sorted(others):
            self._place(one)
        now = {pair for some in in_batches(own | others) for pair in self._keep(some)}
        return {one for pair in self.kept ^ now for one in pair}

    def _take_away(self, documents: Collection[str]) -> set[str]:
        """Forget to which others documents are nearest; returns those that are near to them."""
        rows = _rows_about(self.writer, documents)
        self.kept.update(_pair(one) for one in rows if one["is_kept"])
        self.writer.drop(COMPANY, "document", documents)
        return {str(one["document"]) for one in rows}

    def _tell(self, pages: Iterable[Page]) -> None:
        """Write down the telling words of documents."""
        rows = []
        for page in pages:
            about = page.document.id
            day = order_documents((page.document,), {about: ""}).date_of(about)
            own = {"document": about, "day": UNDATED if day is None else day.toordinal()}
            told = telling_words(weights_of(page.document))
            rows += [own | {"word": word, "weight": weight} for word, weight in told.items()]
        self.writer.put(TELLING, rows)

    def _place(self, document: str) -> dict[str, int]:
        """Write down to which others a document is nearest; returns all that it is near to."""
        near = self.writer.near_documents(document, NEAR, CLOSE)
        kept = {"document": document, "is_kept": 0}
        rows = [kept | {"other": one, "shared": near[one]} for one in sorted(nearest(near))]
        self.writer.put(COMPANY, rows)
        return near

    def _pushed(self, document: str, near: Mapping[str, int], own: Set[str]) -> set[str]:
        """Those, besides our own, to which a document is among the nearest."""
        held: dict[str, list[tuple[int, str]]] = {one: [] for one in near if one not in own}
        for row in self.writer.rows_among(COMPANY, "document", held):
            held[row["document"]].append(by_nearness((row["other"], row["shared"])))
        return {
            one
            for one, its in held.items()
            if len(its) < NEAREST or by_nearness((document, near[one])) < max(its)
        }

    def _keep(self, documents: Collection[str]) -> set[Pair]:
        """Write down with whom documents keep company; returns all such pairs of theirs."""
        rows = _rows_about(self.writer, documents)
        near: dict[str, set[str]] = {one: set() for row in rows for one in _pair(row)}
        whole = list(self.writer.rows_among(COMPANY, "document", near))
        for row in whole:
            near[row["document"]].add(row["other"])
        keeps = {pair: int(keeps_company(*pair, near)) for pair in map(_pair, rows)}
        made = [row | {"is_kept": keeps.get(_pair(row), row["is_kept"])} for row in whole]
        turned = {one["document"] for one, row in zip(made, whole, strict=True) if one != row}
        self.writer.drop(COMPANY, "document", turned)
        self.writer.put(COMPANY, [one for one in made if one["document"] in turned])
        return {pair for pair, kept in keeps.items() if kept}


def _pair(row: Row) -> Pair:
    one, other = sorted((str(row["document"]), str(row["other"])))
    return one, other
