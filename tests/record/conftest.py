"""Records whose documents are read by hand, so that no language model is needed."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import communique
import communique.extract.reading
import communique.flow.reading
from communique.extract.page import Page
from communique.model.documents import Document
from communique.model.readings import Reading
from communique.model.syntax import Sentence
from communique.model.vocabulary import OriginalKind
from communique.record import Record
from tests import make

NOON = datetime(2031, 6, 1, 12, tzinfo=UTC)
CALL = "date 2031-05-06\nPresident Firefly and Mr Trentino spoke by phone about the grain.\n"
COPY = "date 2031-05-07\nFirefly and Trentino spoke by phone, and the talks were about the grain.\n"
VISIT = (
    "date 2031-05-10\nChancellor Teasdale visited Fredville and stood on the veranda for a day.\n"
)


def by_hand(page: Page, run: str) -> Reading:
    """What a person reads in these documents: a call, told twice, and a visit."""
    reader = make.Reader(page.document)
    if "visited" in page.document.text:
        reader.contact(
            "visited Fredville", make.TEASDALE, make.FIREFLY, form="visit", on="2031-05-09"
        )
    if "spoke" in page.document.text:
        key = reader.original("FRD:readout", OriginalKind.READOUT, "FRD", "readout", "the grain")
        account = reader.contact(
            "spoke by phone", make.FIREFLY, make.TRENTINO, on="2031-05-05", means="phone"
        )
        reader.undertaking(
            "about the grain",
            make.FREEDONIA,
            make.SYLVANIA,
            account=account,
            attribution=make.said("FRD", key),
        )
    read = reader.reading()
    return Reading(
        read.document, run, read.actors, read.originals, read.accounts, read.claims, read.problems
    )


def no_grammar(
    documents: Iterable[Document], _: object
) -> Iterator[tuple[Document, tuple[Sentence, ...]]]:
    """Documents without sentences."""
    for one in documents:
        yield one, ()


@pytest.fixture(autouse=True)
def _read_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(communique.extract.reading, "read_page", by_hand)
    monkeypatch.setattr(communique.flow.reading, "parse", no_grammar)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    for name, text in (("heron", CALL), ("copy", COPY), ("reed", VISIT)):
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[], Record]:
    return lambda: communique.open_record(tmp_path / "r.db", clock=lambda: NOON)


@pytest.fixture
def record(opened: Callable[[], Record], folder: Path) -> Iterator[Record]:
    with opened() as made:
        made.read([folder])
        yield made
