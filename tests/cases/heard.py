"""What reading works out on its way to the record: the times and the speakers of a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from communique.catalog.tables import Tables
from communique.extract.actors.cast import find_cast
from communique.extract.page import Cast, Page, Speeches
from communique.extract.speech.speeches import find_speeches
from communique.extract.times import find_times
from communique.flow.naming import names_in
from communique.languages.en.parse import parse
from communique.model.documents import Document
from communique.model.times import TimeMention


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is named in a text, at what times, and who speaks where."""

    cast: Cast
    times: tuple[TimeMention, ...]
    speeches: Speeches


def hear(documents: Sequence[Document], tables: Tables) -> dict[str, Heard]:
    """What is heard in each document, by its id: the first steps of reading it."""
    parsed = parse(documents, partial(names_in, tables))
    return {document.id: _heard(Page(document, found, tables)) for document, found in parsed}


def _heard(page: Page) -> Heard:
    cast = find_cast(page)
    times = find_times(page)
    return Heard(cast, times, find_speeches(page, cast, times))
