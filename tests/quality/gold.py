"""The blind gold: contacts that people found by the page alone, kept as places in the text.

A row of ``gold/*.jsonl`` holds the address of a page (or the name of a document), the digest of its
text, its half, what it was drawn from, and its contacts; ``spans`` are offsets of the words in the
text. The texts belong to their publishers and stand beside the checkout.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.quality.reading import Text
from tests.quality.shared import BENCHMARKS, GOLD, digest_of_text, rows_in
from tests.quality.told import Told, party_code

PAGES = GOLD / "pages.jsonl"
SECOND = GOLD / "second.jsonl"
OTHERS = GOLD / "others.jsonl"
POOL = BENCHMARKS / "news" / "pool.jsonl"
STORIES = BENCHMARKS / "stories" / "ecbplus_docs.jsonl"
RANKS = {"core": 2, "secondary": 1, "background": 0}


class TextChanged(Exception):
    """A text is not the one that was labelled."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page with the contacts that a reader found in it."""

    page: str
    half: str
    drawn: str
    contacts: tuple[Told, ...]


def half_of(page: str) -> str:
    """The half that a page belongs to: A may be looked at, B is for figures alone."""
    return "AB"[hashlib.sha256(page.encode("utf-8")).digest()[0] % 2]


def labelled_in(path: Path) -> tuple[Labelled, ...]:
    """The labelled pages of a file; raises TextChanged where a text is another one now."""
    return tuple(_labelled(row) for row in rows_in(path))


def _labelled(row: dict[str, Any]) -> Labelled:
    page = row["page"]
    text = texts().get(page)
    if text is None or digest_of_text(text.text) != row["digest"]:
        raise TextChanged(f"the text of {page} is not the one that was labelled")
    contacts = tuple(wanted(one) for one in row["contacts"])
    return Labelled(page, row["half"], row["drawn"], contacts)


def wanted(row: dict[str, Any]) -> Told:
    """A contact of the gold."""
    return Told(
        parties=frozenset(party_code(one["state"]) for one in row["parties"] if one["state"]),
        names=tuple(one["name"] for one in row["parties"] if one.get("name")),
        forms=tuple(dict.fromkeys((row["form"], *row["form_ok"]))),
        statuses=tuple(dict.fromkeys((row["status"], *row["status_ok"]))),
        dates=(row["date"],) if row.get("date") else (),
        spans=tuple((start, end) for start, end in row["spans"]),
        counts=row["role"] != "background",
        rank=RANKS[row["role"]],
        means=row.get("means"),
        place=row.get("place"),
    )


@cache
def texts() -> dict[str, Text]:
    """Every text that may be labelled, by its address or name."""
    pages = (
        Text(row["url"], row["text"], row.get("outlet"), row.get("title"), row.get("date"))
        for row in rows_in(POOL)
    )
    others = (Text(row["doc_id"], row["text"], None, row.get("title")) for row in rows_in(STORIES))
    return {one.name: one for one in (*pages, *others)}


def texts_of(labelled: Iterable[Labelled]) -> tuple[Text, ...]:
    """The texts of labelled pages, in the order of the pages."""
    return tuple(texts()[one.page] for one in labelled)
