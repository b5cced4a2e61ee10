"""Facts about documents over the whole record: which of them keep company."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from communique.flow.batches import in_batches
from communique.model.passages import DocumentId
from communique.resolve.contacts.days import NEAR
from communique.resolve.stories.company import CLOSE, NEAREST, keeps_company, nearest
from communique.store.engine import Looked, Writer
from communique.store.shelves import Row

COMPANY = "company"
Pair = tuple[str, str]


def accompany(writer: Writer, documents: Collection[str]) -> set[str]:
    """Put documents among those near them; returns those that keep other company now."""
    return _Accompanying(writer).settle(documents)


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

    def settle(self, documents: Collection[str]) -> set[str]:
        """Work out with whom these documents, and all near them, keep company from now on."""
        own = set(documents)
        lost = self._take_away(own)
        pushed: dict[str, dict[str, int]] = defaultdict(dict)
        for one in sorted(own):
            for other, shared in self._place(one).items():
                if other not in own:
                    pushed[other][one] = shared
        self._remember(pushed)
        turned = {one for one in sorted(pushed) if self._push(one, pushed[one])}
        # Only who had as many near as are counted may have others that were not counted.
        full = {one for one, size in lost.items() if size == NEAREST}
        self.writer.drop(COMPANY, "document", full)
        for one in sorted(full):
            self._place(one)
        now = {pair for some in in_batches(own | turned | set(lost)) for pair in self._keep(some)}
        return {one for pair in self.kept ^ now for one in pair}

    def _take_away(self, own: Collection[str]) -> Counter[str]:
        """Forget to which others documents are nearest, and which others to them.

        Returns these others, each with the number of those that were nearest to it.
        """
        near = {str(one["document"]) for one in self.writer.rows_among(COMPANY, "other", own)}
        self._remember((*own, *near))
        others = self.writer.rows_among(COMPANY, "document", near.difference(own))
        lost = Counter(str(one["document"]) for one in others)
        for column in ("document", "other"):
            self.writer.drop(COMPANY, column, own)
        return lost

    def _remember(self, documents: Collection[str]) -> None:
        """Remember with whom documents kept company."""
        rows = _rows_about(self.writer, documents)
        self.kept.update(_pair(one) for one in rows if one["is_kept"])

    def _place(self, document: str) -> dict[str, int]:
        """Write down to which others a document is nearest; returns all that it is near to."""
        near = self.writer.near_documents(document, NEAR, CLOSE)
        self._write(document, near)
        return near

    def _push(self, document: str, near: dict[str, int]) -> bool:
        """Count more documents among those near one; returns whether its nearest are others now."""
        rows = self.writer.rows_among(COMPANY, "document", (document,))
        old = {str(one["other"]): int(one["shared"]) for one in rows}
        if nearest(old | near) == old.keys():
            return False
        self.writer.drop(COMPANY, "document", (document,))
        self._write(document, old | near)
        return True

    def _write(self, document: str, near: Mapping[str, int]) -> None:
        kept = {"document": document, "is_kept": 0}
        rows = [kept | {"other": one, "shared": near[one]} for one in sorted(nearest(near))]
        self.writer.put(COMPANY, rows)

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
