"""What two documents share: words in a row, and what they are about."""

from collections.abc import Collection, Sequence

from communique.model.contents import SharedRun
from communique.model.passages import DocumentId
from communique.resolve.documents import Shelf
from communique.resolve.runs import longest_runs
from communique.text.weights import Weights, closeness, weigh


class Ties:
    """Asks of pairs of documents what they share, and works each answer out once."""

    def __init__(self, shelf: Shelf, runs: Sequence[SharedRun], stop: Collection[str]) -> None:
        self._documents = shelf.documents
        self._places = shelf.places
        self._longest = {frozenset(one.documents): one.words for one in longest_runs(runs)}
        self._stop = stop
        self._weights: dict[DocumentId, Weights] = {}
        self._closeness: dict[tuple[frozenset[DocumentId], frozenset[str]], float] = {}

    def words(self, left: DocumentId, right: DocumentId) -> int:
        """The words of the longest run that both have, 0 if none is long."""
        return self._longest.get(frozenset((left, right)), 0)

    def closeness(self, left: DocumentId, right: DocumentId, without: frozenset[str]) -> float:
        """How near they are in what they are about, 0 to 1, outside the furniture of the pages.

        ``without`` are words in small letters that count in neither.
        """
        asked = (frozenset((left, right)), without)
        if asked not in self._closeness:
            met = closeness(self._weighed(left), self._weighed(right), without)
            self._closeness[asked] = met
        return self._closeness[asked]

    def _weighed(self, document: DocumentId) -> Weights:
        if document not in self._weights:
            met = self._documents[self._places[document]]
            spans = [one.span for one in met.blocks if one.kind.is_account]
            self._weights[document] = weigh(met.text, spans, self._stop)
        return self._weights[document]
