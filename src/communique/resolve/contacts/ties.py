"""What two documents share: words in a row, what they are about, a story."""

from collections.abc import Mapping, Sequence, Set

from communique.model.contents import SharedRun
from communique.model.passages import DocumentId
from communique.resolve.runs import longest_runs

Pair = frozenset[DocumentId]


class Ties:
    """Asks of pairs of documents what they share.

    ``closeness`` is that of the pairs that are linked, ``home`` the story of each document that is
    not alone in its own.
    """

    def __init__(
        self,
        runs: Sequence[SharedRun],
        closeness: Mapping[Pair, float],
        home: Mapping[DocumentId, int],
    ) -> None:
        self._longest = {frozenset(one.documents): one.words for one in longest_runs(runs)}
        self._closeness = closeness
        self._home = home
        self._linked: dict[DocumentId, set[DocumentId]] = {}
        for pair in (*self._longest, *closeness):
            for one in pair:
                self._linked.setdefault(one, set()).update(pair - {one})

    def linked_to(self, document: DocumentId) -> Set[DocumentId]:
        """The documents with which one shares words in a row, or what it is about."""
        return self._linked.get(document, set())

    def words(self, left: DocumentId, right: DocumentId) -> int:
        """The words of the longest run that both have, 0 if none is long."""
        return self._longest.get(frozenset((left, right)), 0)

    def closeness(self, left: DocumentId, right: DocumentId) -> float:
        """How near they are in what they are about, 0 to 1; 0 where nothing links them."""
        return self._closeness.get(frozenset((left, right)), 0.0)

    def are_one_story(self, left: DocumentId, right: DocumentId) -> bool:
        """Whether both carry one story."""
        return left == right or (left in self._home and self._home[left] == self._home.get(right))
