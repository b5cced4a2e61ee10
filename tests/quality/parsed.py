"""Texts of a set as pages of sentences, for what a record does not keep: each time, each speech.

The steps are those of ``communique.extract.reading`` in the same order, over documents that were
taken in and parsed as any are; what the record would make of them is left away.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from communique.catalog.tables import load_tables
from communique.extract.page import Page
from communique.flow.naming import names_in
from communique.intake import take_in
from communique.intake.values import Taken
from communique.languages.en.parse import parse


@dataclass(slots=True)
class Clock:
    """Processor time of the parse and of the steps after it, in seconds."""

    parse: float = 0.0
    steps: float = 0.0


def pages_in(paths: Sequence[Path], clock: Clock) -> Iterator[Page]:
    """The documents under paths as pages; the time between two of them is that of the steps."""
    tables = load_tables()
    taken = [one.document for one in take_in(paths) if isinstance(one, Taken)]
    begin = time.process_time()
    for document, sentences in parse(taken, partial(names_in, tables)):
        clock.parse += time.process_time() - begin
        begin = time.process_time()
        yield Page(document, sentences, tables)
        clock.steps += time.process_time() - begin
        begin = time.process_time()
