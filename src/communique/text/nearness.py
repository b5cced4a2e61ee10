"""Whether two stretches of text speak of one thing: content words, and words shared in a row."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from communique.model.contents import SharedRun
from communique.model.documents import Document
from communique.model.passages import DocumentId, Passage
from communique.text.runs import words_of
from communique.text.wording import Lexicon, Wordings, likeness, overlap

ENOUGH = 0.5
"""Share of the content words of the shorter wording that the longer must have."""
ALIKE = 0.6
"""Share of the content words of both (Dice) from which lone words suffice."""
MOST_OF_RUN = 6
"""Words of a shared run inside both passages from which they are one wording."""
_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+|\n")


@dataclass(frozen=True, slots=True)
class Nearness:
    """Judges nearness by the words of one language and the runs found between documents."""

    wordings: Wordings
    texts: Mapping[DocumentId, str]
    runs: Mapping[tuple[DocumentId, DocumentId], tuple[SharedRun, ...]]

    @classmethod
    def of(
        cls, lexicon: Lexicon, documents: Iterable[Document], runs: Iterable[SharedRun]
    ) -> "Nearness":
        """Nearness over these documents and the runs that they share."""
        between: dict[tuple[DocumentId, DocumentId], list[SharedRun]] = {}
        for run in runs:
            between.setdefault(run.documents, []).append(run)
        texts = {one.id: one.text for one in documents}
        return cls(
            Wordings(lexicon), texts, {pair: tuple(found) for pair, found in between.items()}
        )

    def content(self, words: str, without: frozenset[str] = frozenset()) -> frozenset[str]:
        """The content words, without those that every wording has, if others are left."""
        found = self.wordings.content(words)
        return found - without or found

    def names(self, names: Iterable[str]) -> frozenset[str]:
        """The content words of names: they say who, not what."""
        return frozenset[str]().union(*(self.wordings.content(name) for name in names))

    def is_one_object(self, left: str, right: str, without: frozenset[str] = frozenset()) -> bool:
        """Whether two wordings tell of one object: most words of the shorter, two at the least."""
        if words_of(left) == words_of(right):
            return True
        mine, other = self.content(left, without), self.content(right, without)
        shared = mine & other
        if len(shared) >= 2:
            return overlap(mine, other) >= ENOUGH
        return bool(shared) and likeness(mine, other) >= ALIKE

    def are_alike(self, left: str, right: str, without: frozenset[str] = frozenset()) -> bool:
        """Whether two wordings have most of their content words in common."""
        return likeness(self.content(left, without), self.content(right, without)) >= ALIKE

    def share_words(self, left: Passage, right: Passage) -> bool:
        """Whether one long run of equal words lies inside both passages."""
        return self.words_shared(left, right) >= MOST_OF_RUN

    def words_shared(self, left: Passage, right: Passage) -> int:
        """The words of the longest run that lies inside both passages, 0 if no run is long."""
        pair = (left.document, right.document)
        best = 0
        for run in (*self.runs.get(pair, ()), *self.runs.get(pair[::-1], ())):
            here = run.passages if run.documents == pair else run.passages[::-1]
            (first, last), (start, end) = _inside(left, here[0]), _inside(right, here[1])
            best = max(best, min(last, end) - max(first, start))
        return best

    def are_apart(self, left: Passage, right: Passage) -> bool:
        """Whether one sentence gives two passages as two things."""
        if left.document != right.document or left.span == right.span:
            return False
        return not self.sentence_ends_between(left, right)

    def sentence_ends_between(self, left: Passage, right: Passage) -> bool:
        """Whether a sentence ends between two passages of one document."""
        first, second = sorted((left.span, right.span))
        if second.start < first.end:
            return False
        between = self.texts[left.document][max(first.start, first.end - 1) : second.start]
        return bool(_SENTENCE_END.search(between))


def _inside(passage: Passage, run: Passage) -> tuple[int, int]:
    """The words of a run, counted from its first, that lie inside a passage."""
    start, end = max(passage.start, run.start), min(passage.end, run.end)
    if start >= end:
        return 0, 0
    before = len(words_of(run.exact[: start - run.start]))
    return before, before + len(words_of(run.exact[start - run.start : end - run.start]))
