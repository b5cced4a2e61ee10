"""Whether two claims speak of one thing: their content words, and the words they share in a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.languages.en.comparing import Comparing, load_comparing
from communique.model.contents import ClaimEntry, SharedRun
from communique.model.passages import DocumentId, Passage
from communique.resolve.documents import Shelf
from communique.text.runs import words_of
from communique.text.wording import Wordings, likeness, overlap

ENOUGH = 0.5
"""Share of the content words of the shorter wording that the longer must have."""
ALIKE = 0.6
"""Share of the content words of both (Dice) from which lone words suffice."""
MOST_OF_RUN = 6
"""Words of a shared run inside both passages from which they are one wording."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """Judges nearness by the words of one language and the runs found between documents."""

    comparing: Comparing
    wordings: Wordings
    shelf: Shelf
    runs: Mapping[tuple[DocumentId, DocumentId], tuple[SharedRun, ...]]

    @classmethod
    def of(cls, shelf: Shelf, runs: Sequence[SharedRun]) -> "Nearness":
        """Nearness over these documents and runs."""
        comparing = load_comparing()
        between: dict[tuple[DocumentId, DocumentId], tuple[SharedRun, ...]] = {}
        for run in runs:
            between[run.documents] = (*between.get(run.documents, ()), run)
        return cls(comparing, Wordings(comparing.lexicon), shelf, between)

    def content(self, words: str, without: frozenset[str] = frozenset()) -> frozenset[str]:
        """The content words, without those that every wording of the contact has."""
        found = self.wordings.content(words)
        return found - without or found

    def names(self, names: Sequence[str]) -> frozenset[str]:
        """The content words of names: they say who, not what."""
        return frozenset().union(*(self.wordings.content(name) for name in names))

    def is_one_object(self, left: str, right: str, without: frozenset[str] = frozenset()) -> bool:
        """Whether two wordings tell of one object: most words of the shorter, two at the least."""
        mine, other = self.content(left, without), self.content(right, without)
        shared = mine & other
        if len(shared) >= 2:
            return overlap(mine, other) >= ENOUGH
        return bool(shared) and likeness(mine, other) >= ALIKE

    def share_words(self, left: Passage, right: Passage) -> bool:
        """Whether one long run of equal words lies inside both passages."""
        pair = (left.document, right.document)
        for run in (*self.runs.get(pair, ()), *self.runs.get(pair[::-1], ())):
            here = run.passages if run.documents == pair else run.passages[::-1]
            if min(_shared(left, here[0]), _shared(right, here[1])) >= MOST_OF_RUN:
                return True
        return False

    def are_apart(self, left: ClaimEntry, right: ClaimEntry) -> bool:
        """Whether one sentence gives the two claims as two things."""
        if left.passage.document != right.passage.document or left.passage == right.passage:
            return False
        return not self.shelf.sentence_ends_between(left.passage, right.passage)


def _shared(passage: Passage, run: Passage) -> int:
    start, end = max(passage.start, run.start), min(passage.end, run.end)
    if start >= end:
        return 0
    return len(words_of(run.exact[start - run.start : end - run.start]))
