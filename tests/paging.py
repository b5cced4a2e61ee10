"""What a page of the server costs on a large record: ``python -m tests.paging 10000``.

The record is made of synthetic documents with their readings, and of each contact many remarks are
told, so that there are about twenty claims to a document. Every page is asked for in this process,
each many times with other things of its kind; told is the processor time in the middle and of the
slowest five in a hundred.
"""

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median, quantiles

from starlette.testclient import TestClient

from communique.flow.deriving import derive
from communique.model.documents import Document
from communique.model.readings import Reading
from communique.model.vocabulary import Aspect
from communique.record import open_record
from communique.server.app import make_app
from communique.server.pages.pages import PAGES
from communique.store.sqlite import Settings, open_store, shape_of_tables
from tests import adding, make, synthetic

REMARKS = 3
"""Claims that each sentence of a page about a contact bears."""
TIMES = 20
"""How often each kind of page is asked for."""
WANTED = {"/search": 150.0}
"""Milliseconds in which a kind of page is to be answered, where they are not those of most."""
MOST = 100.0


def page(number: int) -> tuple[Document, Reading]:
    """The synthetic document with this number, more told of its contact."""
    document, reading = synthetic.page(number)
    reader = make.Reader(document, reading.actors)
    reader.originals += reading.originals
    reader.accounts += reading.accounts
    reader.claims += reading.claims
    if reading.accounts and reading.originals:
        said = make.said(reading.originals[0].side, str(reading.originals[0].key))
        for line in document.text.split("\n")[2:-1]:
            words = line.split()
            part = len(words) // REMARKS
            for at in range(REMARKS):
                told = " ".join(words[at * part : (at + 1) * part])
                aspect = Aspect.TOPIC if at == 0 else Aspect.REMARK
                reader.remark(told, reading.accounts[0], aspect=aspect, attribution=said)
    return document, reader.reading()


def make_record(path: Path, documents: int) -> None:
    """A record of so many of them."""
    store = open_store(path)
    pages = (page(number) for number in range(documents))
    while batch := list(islice(pages, adding.TOGETHER)):
        with store.writing() as writer:
            for document, reading in batch:
                synthetic.enter(writer, document, reading)
    derive(store, adding.run(), shape_of_tables())
    store.close()


@dataclass(frozen=True, slots=True)
class Met:
    """A kind of page: milliseconds of processor time, in the middle and of the slowest 5 in 100."""

    path: str
    middle: float
    slow: float
    size: int


def asked_of(path: Path) -> dict[str, list[str]]:
    """Addresses of each kind of page, other ones each time, as far as there are any."""
    random = Random(1)
    with open_record(path, create=False, settings=Settings(is_read_only=True)) as record:
        contacts = [one.label for one in record.contacts(limit=TIMES, skip=50)]
        documents = list(record.documents())
        chosen = [str(one.id) for one in random.sample(documents, TIMES)]
        words = [random.choice(record.text_of(one).split()).strip(".") for one in chosen]
        states = [synthetic.code_of(at) for at in range(TIMES)]
    named: dict[str, list[str]] = {
        "/contacts/{name}": contacts,
        "/documents/{name}": chosen,
        "/actors/{name}": states,
    }
    named["/documents/{name}/text"] = chosen
    named["/dyads/{name}"] = [
        f"{synthetic.code_of(at)},{synthetic.code_of(at + 1)}" for at in range(TIMES)
    ]
    asked = {kind: [kind.replace("{name}", one) for one in named[kind]] for kind in named}
    plain = [one for one in PAGES if "{" not in one and one not in ("/why", "/changes", "/search")]
    asked |= {one: [f"{one}?page={at + 1}" for at in range(TIMES)] for one in ("/", *plain)}
    asked["/contacts?state="] = [f"/contacts?state={one}&form=call" for one in states]
    asked["/search"] = [f"/search?q={one}" for one in words]
    asked["/search, narrowed"] = [
        f"/search?q={word}&state={state}" for word, state in zip(words, states, strict=True)
    ]
    asked["/api/v1/contacts"] = [f"/api/v1/contacts?state={one}" for one in states]
    asked["/api/v1/claims"] = ["/api/v1/claims"] * TIMES
    return asked


def met_on(path: Path) -> Iterator[Met]:
    """What every kind of page costs on the record in this file."""
    client = TestClient(make_app(path), base_url="http://127.0.0.1")
    client.get("/")
    for kind, addresses in asked_of(path).items():
        client.get(addresses[0])
        taken, size = [], 0
        for one in addresses:
            start = time.process_time()
            answer = client.get(one)
            taken.append((time.process_time() - start) * 1000)
            if answer.status_code != 200:
                raise RuntimeError(f"{one}: {answer.status_code} {answer.text}")
            size = max(size, len(answer.content))
        yield Met(kind, median(taken), quantiles(taken, n=20)[-1], size)


def rows_of_pages(documents: int = 10_000) -> list[tuple[str, str, str]]:
    """What pages cost on a record of so many documents."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        make_record(path, documents)
        return [_row(one) for one in met_on(path)]


def _row(one: Met) -> tuple[str, str, str]:
    wanted = WANTED.get(one.path.partition(",")[0], MOST)
    figures = f"{one.middle:.0f}, {one.slow:.0f}"
    return (f"page `{one.path}`: processor ms, median and p95", figures, f"≤ {wanted:.0f}")


def main(arguments: Sequence[str]) -> None:
    """Print the figures for a record of so many documents, or for the record in a file."""
    where = arguments[0]
    rows = rows_of_pages(int(where)) if where.isdecimal() else map(_row, met_on(Path(where)))
    for row in rows:
        print(" | ".join(row), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
