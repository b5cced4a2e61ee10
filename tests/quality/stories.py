"""The set ``stories``: which documents of ECB+ carry one story.

The stories of ECB+ (Cybulska and Vossen, 2014) come in pairs of sisters that differ in time, place
or people alone. All documents are read into one record, without dates, and B³ (see ``grouped``) is
taken over them as the record groups them; a document in no story is alone in its own.

The bounds of the rule were chosen on these very documents. So they are chosen again: for each fifth
of the topics those of a grid that do best on the others, and B³ is taken over the fifths together.
"""

import tempfile
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

from communique.model.judged import judged
from communique.resolve.actors.actors import resolve_actors
from communique.resolve.contacts.labels import Codes
from communique.resolve.documents import order_documents
from communique.resolve.stories.grouping import Bounds
from communique.resolve.stories.sheets import Linker, sheets_of
from communique.resolve.stories.stories import May, find_stories
from communique.store.sqlite import open_store
from tests.at_once import Known, company_among, known, lying_among
from tests.quality.figures import Result
from tests.quality.gold import STORIES
from tests.quality.grouped import Figures, b_cubed, mean_of, shares_of
from tests.quality.reading import RECORD, Read, Text, read_texts
from tests.quality.shared import digest_of_files, rows_in
from tests.quality.told import tables

FOLDS = 5
GRID = tuple(
    replace(Bounds(), link=link, join=join, sister=sister)
    for link, join, sister in product(
        (0.2, 0.225, 0.25, 0.275, 0.3), (0.08, 0.1, 0.12), (0.55, 0.6, 0.65, 0.7, 0.75)
    )
)
"""The bounds from which cross-validation chooses."""
Names = Mapping[str, Hashable]
"""For each document, by its name in the set, its story."""


def measure() -> Result:
    """Read the documents into one record, and hold its stories against those of the set."""
    rows = list(rows_in(STORIES))
    wanted = {row["doc_id"]: row["story"] for row in rows}
    topics = {row["doc_id"]: row["topic"] for row in rows}
    with tempfile.TemporaryDirectory() as folder:
        read = read_all(rows, Path(folder))
        found = known(open_store(Path(folder) / RECORD, create=False))
    own = b_cubed(stories_in(read), wanted)
    chosen = cross_validated(tried(found), wanted, topics)
    figures = {
        "B³": own.f1,
        "B³ precision": own.precision,
        "B³ recall": own.recall,
        "B³, bounds chosen on other topics": chosen.f1,
    }
    return Result("stories", figures, read.rate, digest_of_files([STORIES]))


def read_all(rows: Iterable[Mapping[str, Any]], folder: Path) -> Read:
    """A record of all documents of the set, under their names in it."""
    return read_texts(
        [Text(row["doc_id"], row["text"], title=row["title"]) for row in rows], folder
    )


def stories_in(read: Read) -> Names:
    """The story of each document of a record; a document in none is alone."""
    home: dict[str, str] = {
        member.document: one.id for one in read.contents.stories for member in one.members
    }
    return {name: home.get(document, document) for document, name in read.names.items()}


def tried(found: Known) -> list[Names]:
    """The stories of a record under each of the bounds of the grid."""
    shelf = order_documents(found.documents)
    actors = resolve_actors(found.readings, tables(), ())
    lying = lying_among(shelf.documents)
    sheets = sheets_of(shelf, found.readings, actors, tables(), lying)
    linker = Linker(Codes(tables()).places)
    links, may = tuple(linker.links(sheets)), May(sheets, linker, judged((), str))
    company = company_among(shelf.documents, lying)
    made: list[Names] = []
    for bounds in GRID:
        home = find_stories(sheets, links, company, may, bounds).home
        made.append({str(one.address): str(home.get(one.id, one.id)) for one in shelf.documents})
    return made


def cross_validated(tried: Sequence[Names], wanted: Names, topics: Mapping[str, int]) -> Figures:
    """B³ over all documents, those of each fold of topics grouped as is best on the others."""
    shares = [shares_of(one, wanted) for one in tried]
    places = {topic: place for place, topic in enumerate(sorted(set(topics.values())))}
    folds = {name: places[topic] % FOLDS for name, topic in topics.items()}
    kept = []
    for fold in range(FOLDS):
        best = max(
            shares,
            key=lambda one: mean_of(one[name] for name in folds if folds[name] != fold).f1,
        )
        kept += [best[name] for name in folds if folds[name] == fold]
    return mean_of(kept)
