"""Copies made of ordinary pages, to see how many are found, and how many pairs are found wrongly.

Of each page drawn three texts are made: a whole copy; its first half, followed by the first half
of another page; five of its sentences in the middle of a third one. As desks edit, one word in
twenty-five is left out, and so is the last quarter of a page, where its outlet has its own matter.
All stand among all the pages, and are looked for by the index of runs. An outlet carries paragraphs
of its own from page to page: pairs with pages of one outlet beneath are left out where they have
no page in common, as nobody can say which of them are false.
"""

import json
import re
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from communique.intake import take_in
from communique.intake.values import Taken
from communique.languages.en.sharing import load_signs
from communique.model.documents import Document
from communique.model.vocabulary import Sharing
from communique.text.runs import shared_runs
from communique.text.sharing import prepare, shared_by
from tests.quality.counting import share
from tests.quality.gold import POOL
from tests.quality.shared import digest_of_text, rows_in

DRAWN = 60
"""Pages of which copies are made."""
LONG = 16
"""Sentences of a page that is long enough to be drawn."""
DROPPED = 25
"""One word in so many is left out."""
LIFTED = 5
_SENTENCE = re.compile(r"(?<=[.!?])[”’\"']?\s+")
KINDS = ("whole copies", "half copies", "five sentences lifted")


@dataclass(frozen=True, slots=True)
class Text:
    """A text among others: the pages from which it has its words, and their outlets.

    The first of ``pages`` is the one that a copy is made of; ``kind`` is None for a page itself.
    """

    words: str
    pages: tuple[int, ...]
    outlets: frozenset[str]
    kind: str | None = None

    def can_be_judged(self, other: "Text") -> bool:
        """Whether it is known if the two have words in common: a copy is one of them."""
        is_made = bool(self.kind or other.kind)
        return is_made and (self.has_words_of(other) or not self.outlets & other.outlets)

    def has_words_of(self, other: "Text") -> bool:
        """Whether both have words from one page."""
        return not set(self.pages).isdisjoint(other.pages)


Met = tuple[int, int, Sharing]
"""Two texts by their places, and what they are found to share."""


def copy_figures() -> tuple[dict[str, float | None], str]:
    """How many copies are found in the page they were made of, and how many pairs are false."""
    texts = (*pages(), *copies_of(pages()))
    begin = time.process_time()
    met = tuple(pairs_met(texts))
    rate = f"{len(texts) / (time.process_time() - begin):.0f} texts/s"
    return found_in(texts, met), rate


def found_in(texts: Sequence[Text], met: Iterable[Met]) -> dict[str, float | None]:
    """The share of each kind of copies that was found, and of pairs that have nothing in common."""
    told = {
        (left, right)
        for left, right, kind in met
        if kind is not Sharing.NONE and texts[left].can_be_judged(texts[right])
    }
    false = sum(not texts[left].has_words_of(texts[right]) for left, right in told)
    figures = {"false pairs": share(false, len(told))}
    for kind in KINDS:
        made = [at for at, one in enumerate(texts) if one.kind == kind]
        found = sum((texts[at].pages[0], at) in told for at in made)
        figures[f"{kind} found"] = share(found, len(made))
    return figures


def pairs_met(texts: Sequence[Text]) -> Iterator[Met]:
    """What texts share, of those that can be judged and in which the index finds a run of words."""
    signs = load_signs()
    ready = [prepare(one, signs) for one in _documents(texts)]
    runs = shared_runs([one.row for one in ready])
    for left, right in dict.fromkeys((one.left, one.right) for one in runs):
        if texts[left].can_be_judged(texts[right]):
            yield left, right, shared_by(ready[left], ready[right]).kind


@cache
def pages() -> tuple[Text, ...]:
    """All pages of the pool."""
    return tuple(
        Text(row["text"], (at,), frozenset((row["outlet"],)))
        for at, row in enumerate(rows_in(POOL))
    )


def copies_of(texts: Sequence[Text]) -> Iterator[Text]:
    """Three copies of each page drawn."""
    cut = {at: _sentences(one.words) for at, one in enumerate(texts)}
    order = sorted(cut, key=lambda at: digest_of_text(texts[at].words))
    drawn = [at for at in order if len(cut[at]) >= LONG][: DRAWN + 1]
    for at, host in pairwise(drawn):
        body, other = cut[at], cut[host]
        middle = (len(body) - LIFTED) // 2
        half = body[: len(body) // 2] + other[: len(other) // 2]
        place = len(other) // 2
        lifted = other[:place] + body[middle : middle + LIFTED] + other[place:]
        both = texts[at].outlets | texts[host].outlets
        yield Text(edited(body), (at,), texts[at].outlets, KINDS[0])
        yield Text(edited(half), (at, host), both, KINDS[1])
        yield Text(edited(lifted), (at, host), both, KINDS[2])


def edited(sentences: Sequence[str]) -> str:
    """Sentences put together, one word in so many left out."""
    words = " ".join(sentences).split()
    return " ".join(word for at, word in enumerate(words, start=1) if at % DROPPED)


def _sentences(text: str) -> list[str]:
    """The sentences of a page but for the last quarter."""
    found = [one for one in _SENTENCE.split(text) if one.strip()]
    return found[: len(found) * 3 // 4]


def _documents(texts: Sequence[Text]) -> list[Document]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        rows = ({"url": f"text:{at}", "text": one.words} for at, one in enumerate(texts))
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        taken = (one.document for one in take_in([path]) if isinstance(one, Taken))
        places = {f"text:{at}": at for at in range(len(texts))}
        return sorted(taken, key=lambda one: places[str(one.address)])
