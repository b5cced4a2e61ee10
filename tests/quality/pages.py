"""Ordinary pages: the blind gold of the pool of news, and of stories that are hardly ever about it.

Pairs of contacts are made as ``matching`` says. Form and status count as right when a careful
second reader could defend them by the words; a date when it is the very one, where the page allows
one. A false contact is one told of a page in which a reader found none, background included.
"""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.quality.figures import Result
from tests.quality.gold import OTHERS, PAGES, POOL, SECOND, STORIES, Labelled, labelled_in, texts_of
from tests.quality.matching import Score
from tests.quality.reading import Read, read_texts
from tests.quality.shared import digest_of_files
from tests.quality.told import Told, told_in

FALSE = "false in 100 documents without a contact"


def measure_pages() -> Result:
    """The blind gold of news: the whole, its halves, and how far two readers agree."""
    pages = labelled_in(PAGES)
    read, told = told_of(pages)
    figures = dict(scored(pages, told))
    for half in "AB":
        part = [one for one in pages if one.half == half]
        figures |= {f"{name}, half {half}": one for name, one in scored(part, told).items()}
    figures |= {f"two readers: {name}": one for name, one in agreement(pages).items()}
    return Result("pages", figures, read.rate, digest_of_files((POOL, PAGES, SECOND)))


def measure_others() -> Result:
    """False contacts in documents drawn from stories."""
    pages = labelled_in(OTHERS)
    read, told = told_of(pages)
    return Result("others", scored(pages, told), read.rate, digest_of_files((STORIES, OTHERS)))


def told_of(pages: Sequence[Labelled]) -> tuple[Read, dict[str, tuple[Told, ...]]]:
    """The record of pages, and what it tells of each."""
    with tempfile.TemporaryDirectory() as folder:
        read = read_texts(texts_of(pages), Path(folder))
    return read, told_in(read.contents, read.names)


def scored(
    pages: Sequence[Labelled], told: Mapping[str, Sequence[Told]]
) -> dict[str, float | None]:
    """The figures of some pages."""
    score = Score()
    for one in pages:
        score.add(one.contacts, told.get(one.page, ()))
    return score.figures()


def agreement(pages: Sequence[Labelled]) -> dict[str, float | None]:
    """The same figures of a second reader's labels, taken for answers, on the pages read twice."""
    second = {one.page: one.contacts for one in labelled_in(SECOND)}
    return scored([one for one in pages if one.page in second], second)
