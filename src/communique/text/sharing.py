"""What two texts share word for word, and what that makes of them: copies, or users of one text.

From the runs of equal words of two texts alone, and from what stands around them: how much of the
shorter text they are, whether they stand between quotation marks, and whether the words by which a
telling is put on somebody were taken over with it. Nothing is learned; the few bounds were chosen
on labelled pairs (docs/design).
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.model.documents import Document
from communique.model.vocabulary import Sharing
from communique.text.quotes import find_quotations
from communique.text.runs import SHORTEST, Row, Run, row_of, runs_of_pair

_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n+")


@dataclass(frozen=True, slots=True)
class Signs:
    """Patterns of one language for words around what is shared.

    ``telling`` puts words on somebody, ``authority`` on an authority without a person's name,
    ``paper`` names a paper in which words were given out.
    """

    telling: re.Pattern[str]
    authority: re.Pattern[str]
    paper: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Bounds:
    """From where on something counts; shares are of the words of the shorter text."""

    copied: float = 0.7
    """Share of the shorter text's words in runs of three or more: a whole copy."""
    long_run: int = 12
    """Words in a row, anywhere: fewer are facts, names and stock phrases."""
    free_run: int = 12
    """Words in a row outside quotation marks: fewer, and each telling is its outlet's own."""
    statement: int = 75
    """Words that both quote from a paper: a whole statement carried over, not a sentence of it."""
    quoted: float = 0.6
    """Share of all shared words that must be quoted in both for a statement to be all there is."""
    sentence: float = 0.4
    """Share of a sentence that is shared, where the one text puts it on an authority."""


CHOSEN = Bounds()
SHORT_RUN = 3
EDITED = 2
"""Words that may differ between two runs of one passage."""
TELLING_RUN = 6
"""Words in a run from which what it carries along (who said it) is taken over with it."""
ENDING = 0.6
"""Share of a page that is left when the words with which an outlet ends all its pages are cut."""
FEW = 8
"""Shared words of a sentence from which it is the same sentence told on another's word."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text as it is set beside others: its words, and what each of them stands in."""

    row: Row
    quoted: tuple[bool, ...]
    """For each word whether it stands between quotation marks."""
    sentence: tuple[int, ...]
    """For each word the number of its sentence."""
    telling: tuple[Sequence[int], ...]
    authority: tuple[Sequence[int], ...]
    paper: tuple[Sequence[int], ...]
    """The places of the words of each sign that stands in the text."""

    def first(self, words: int) -> "Prepared":
        """The text as far as so many words."""
        signs = (
            tuple(one for one in each if one[-1] < words)
            for each in (self.telling, self.authority, self.paper)
        )
        row = Row(self.row.words[:words], self.row.starts[:words])
        return Prepared(row, self.quoted[:words], self.sentence[:words], *signs)


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share, and why it is called so; ``runs`` are of eight words or more."""

    kind: Sharing
    reason: str
    runs: tuple[Run, ...]


def prepare(document: Document, signs: Signs) -> Prepared:
    """The words of a document outside of its furniture, ready to be set beside another's."""
    spans = document.account_spans
    row = row_of(document.text, spans)
    quotations = find_quotations(document)
    ends = sorted(
        {span.start for span in spans}
        | {
            met.end()
            for span in spans
            for met in _SENTENCE_END.finditer(document.text, span.start, span.end)
        }
    )

    def places(pattern: re.Pattern[str]) -> tuple[Sequence[int], ...]:
        found = (
            range(
                bisect_right(row.starts, met.start() - 1), bisect_right(row.starts, met.end() - 1)
            )
            for span in spans
            for met in pattern.finditer(document.text, span.start, span.end)
        )
        return tuple(one for one in found if one)

    return Prepared(
        row=row,
        quoted=tuple(quotations.holding(start) is not None for start in row.starts),
        sentence=tuple(bisect_right(ends, start) for start in row.starts),
        telling=places(signs.telling),
        authority=places(signs.authority),
        paper=places(signs.paper),
    )


def before_common_ending(left: Row, right: Row) -> tuple[int, int]:
    """How many words of each text stand before those with which both end.

    Texts that have most of their words in common end alike because they are one text: of these
    all words stand before.
    """
    ends = whole = len(left.words), len(right.words)
    for run in reversed(runs_of_pair(left.words, right.words, SHORTEST)):
        gaps = ends[0] - run.left_at - run.words, ends[1] - run.right_at - run.words
        if all(0 <= one <= SHORTEST for one in gaps):
            ends = run.left_at, run.right_at
    return (
        whole if any(end < size * ENDING for end, size in zip(ends, whole, strict=True)) else ends
    )


@dataclass(frozen=True, slots=True)
class Overlap:
    """What is measured of two texts before it is judged: all counts are of words."""

    shorter: int
    common: int
    """Words of the shorter text in runs of three or more."""
    longest: int
    """The longest passage, its light edits left out."""
    longest_free: int
    """The longest stretch of a passage that stands outside quotation marks in both."""
    shared: int
    """Words in runs of six or more, of both texts together; so the counts that follow."""
    quoted: int
    """Those that stand between quotation marks in both."""
    names_paper: bool
    """Whether a paper is named by words that both quote."""
    carries_telling: bool
    """Whether a word that says who said it was taken over with what was said."""
    on_authority: float
    """The greatest share of a sentence that one text alone puts on an authority."""


def shared_by(left: Prepared, right: Prepared, bounds: Bounds = CHOSEN) -> Shared:
    """What two texts share, whichever is given first."""
    if _size(right) < _size(left):
        other = shared_by(right, left, bounds)
        return Shared(other.kind, other.reason, tuple(_flip(one) for one in other.runs))
    runs = runs_of_pair(left.row.words, right.row.words, SHORT_RUN)
    kind, reason = judge(_measured(left, right, runs), bounds)
    return Shared(kind, reason, tuple(one for one in runs if one.words >= SHORTEST))


def overlap_of(left: Prepared, right: Prepared) -> Overlap:
    """What is measured of two texts, whichever is given first."""
    short, long = sorted((left, right), key=_size)
    return _measured(short, long, runs_of_pair(short.row.words, long.row.words, SHORT_RUN))


def _size(text: Prepared) -> tuple[int, tuple[str, ...]]:
    """Puts the shorter text first, and of equally long ones always the same."""
    return len(text.row.words), text.row.words


def _flip(run: Run) -> Run:
    return Run(run.left, run.right, run.right_at, run.left_at, run.words)


def judge(found: Overlap, bounds: Bounds) -> tuple[Sharing, str]:
    """What two texts share by what was measured of them, and why."""
    share = found.common / found.shorter if found.shorter else 0.0
    told = f"{found.common} of the {found.shorter} words of the shorter text stand in the other"
    long_enough = min(bounds.long_run, found.shorter)
    if not found.longest or found.longest < long_enough:
        return Sharing.NONE, f"no run of {bounds.long_run} equal words"
    if (
        found.names_paper
        and found.quoted >= 2 * bounds.statement
        and found.quoted >= bounds.quoted * found.shared
    ):
        words = found.quoted // 2
        return (
            Sharing.OFFICIAL_TEXT,
            f"both quote {words} words of a paper that is named beside them",
        )
    if share >= bounds.copied:
        return Sharing.WHOLE_COPY, told
    if found.longest_free < min(bounds.free_run, long_enough):
        return Sharing.QUOTATION, (
            f"{found.longest} equal words in a row, of which no {bounds.free_run} stand outside "
            "quotation marks"
        )
    if found.on_authority >= bounds.sentence and not found.carries_telling:
        return Sharing.OFFICIAL_TEXT, (
            f"{found.longest} equal words in a row, which one puts on an authority and the other "
            "does not"
        )
    return Sharing.PARTIAL_COPY, f"{found.longest_free} equal words of telling in a row; {told}"


def _measured(short: Prepared, long: Prepared, runs: Sequence[Run]) -> Overlap:
    passages = tuple(_with_light_edits(runs))
    free = [_longest_free(one, short, long) for one in passages]
    telling = [one for one in runs if one.words >= TELLING_RUN]
    sides = (
        _Side(short, long, [(one.left_at, one.right_at, one.words) for one in telling]),
        _Side(long, short, [(one.right_at, one.left_at, one.words) for one in telling]),
    )
    return Overlap(
        shorter=len(short.row.words),
        common=sum(one.words for one in runs),
        longest=max((sum(run.words for run in one) for one in passages), default=0),
        longest_free=max(free, default=0),
        shared=sum(len(one.places) for one in sides),
        quoted=sum(one.quoted for one in sides),
        names_paper=any(one.names_paper() for one in sides),
        carries_telling=any(one.carries_telling() for one in sides),
        on_authority=max(one.on_authority() for one in sides),
    )


def _with_light_edits(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Runs together that go on, in both texts, within a word or two: edited, dropped or added."""
    passage: list[Run] = []
    for run in runs:
        if passage and not _goes_on(passage[-1], run):
            yield passage
            passage = []
        passage.append(run)
    if passage:
        yield passage


def _goes_on(before: Run, run: Run) -> bool:
    gaps = (run.left_at - before.left_at, run.right_at - before.right_at)
    return all(0 <= gap - before.words <= EDITED for gap in gaps)


def _longest_free(passage: Sequence[Run], left: Prepared, right: Prepared) -> int:
    """The longest stretch of equal words that is quoted in neither text."""
    best = size = 0
    for run in passage:
        for at in range(run.words):
            quoted = left.quoted[run.left_at + at] or right.quoted[run.right_at + at]
            size = 0 if quoted else size + 1
            best = max(best, size)
    return best


class _Side:
    """One of two texts, with the places at which its words stand in the other."""

    def __init__(
        self, text: Prepared, other: Prepared, runs: Sequence[tuple[int, int, int]]
    ) -> None:
        self.text = text
        self.other = other
        self.places = {here + at: there + at for here, there, size in runs for at in range(size)}
        self.quoted = sum(
            text.quoted[here] and other.quoted[there] for here, there in self.places.items()
        )

    def _is_taken(self, words: Sequence[int]) -> bool:
        return all(at in self.places for at in words)

    def carries_telling(self) -> bool:
        return any(
            self._is_taken(words) and not self.text.quoted[words[0]] for words in self.text.telling
        )

    def names_paper(self) -> bool:
        """Whether a paper is named in or beside a sentence of which words are shared and quoted."""
        quoted = Counter(self.text.sentence[at] for at in self.places if self.text.quoted[at])
        return any(
            quoted[self.text.sentence[words[0]] + step] >= TELLING_RUN
            for words in self.text.paper
            for step in (-1, 0, 1)
        )

    def on_authority(self) -> float:
        """The greatest shared part of a sentence that is put on an authority here alone."""
        return max(self._shares_on_authority(), default=0.0)

    def _shares_on_authority(self) -> Iterator[float]:
        whole = Counter(self.text.sentence)
        told = Counter(
            self.text.sentence[here]
            for here, there in self.places.items()
            if not (self.text.quoted[here] and self.other.quoted[there])
        )
        for words in self.text.authority:
            at = self.text.sentence[words[0]]
            if not self._is_taken(words) and told[at] >= FEW:
                yield told[at] / whole[at]
