"""The set ``origins``: what two texts of one story share, and copies made to be found.

A label with a doubt names the other one that a careful second reader might give: figures are given
strictly, and with these pairs left out. They are cross-validated: the pairs of each story are
judged by the bounds that do best on the pairs of all other stories.
"""

import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from communique.intake import take_in
from communique.intake.values import Taken
from communique.languages.en.sharing import load_signs
from communique.model.documents import Document
from communique.model.vocabulary import Sharing
from communique.text.sharing import CHOSEN, judge, overlap_of, prepare
from tests.quality.bounds import Pair, answers_apart, f1_of, figures_of
from tests.quality.figures import Result
from tests.quality.gold import POOL, STORIES, TextChanged
from tests.quality.lifts import copy_figures
from tests.quality.shared import BENCHMARKS, GOLD, digest_of_files, digest_of_text, rows_in

PAIRS = BENCHMARKS / "stories" / "origin_pairs.jsonl"
BLIND = GOLD / "origin_pairs.jsonl"
LABELS = {
    "same_text": Sharing.WHOLE_COPY,
    "partial": Sharing.PARTIAL_COPY,
    "official": Sharing.OFFICIAL_TEXT,
    "quote": Sharing.QUOTATION,
    "none": Sharing.NONE,
}
_TIGHT = (
    (re.compile(r"``|''"), '"'),
    (re.compile(r"(?<=\w) (?=[’'](?:s|t|re|ve|ll|d|m)\b)"), ""),
    (re.compile(r"(?<=[“‘])\s+|\s+(?=”)"), ""),
    (re.compile(r" (?=[.,;:!?](?:\s|$))"), ""),
)
_STRAIGHT = re.compile(r'\s*"\s*')


def measure() -> Result:
    """Judge the labelled pairs, and look for copies made of ordinary pages."""
    figures = pair_figures(tuple(labelled_pairs()))
    copies, rate = copy_figures()
    return Result("origins", figures | copies, rate, digest_of_files((PAIRS, BLIND, STORIES, POOL)))


def pair_figures(pairs: Sequence[Pair]) -> dict[str, float | None]:
    """The figures of labelled pairs: cross-validated, by label, and by the bounds in use."""
    apart = answers_apart(pairs)
    met = Counter((one.label, answer) for one, answer in zip(pairs, apart, strict=True))
    in_use = figures_of(pairs, (judge(one.overlap, CHOSEN)[0] for one in pairs))
    return {
        **figures_of(pairs, apart),
        **{f"{label}, F1": f1_of(met, label) for label in Sharing},
        **{f"{name}, bounds in use": figure for name, figure in in_use.items()},
    }


def labelled_pairs() -> Iterator[Pair]:
    """The pairs that were labelled, with what is measured of them; raises TextChanged."""
    rows = [*rows_in(PAIRS), *rows_in(BLIND)]
    told = {name: _text_of(name) for row in rows for name in (row["a"], row["b"])}
    _check(rows, told)
    signs = load_signs()
    texts = {one.address: prepare(one, signs) for one in _documents(told)}
    for row in rows:
        overlap = overlap_of(texts[row["a"]], texts[row["b"]])
        yield Pair(_story(row["a"]), LABELS[row["label"]], row.get("doubt") is not None, overlap)


def _check(rows: Iterable[Mapping[str, Any]], told: Mapping[str, str]) -> None:
    for row in rows:
        for side in "ab":
            wanted = row.get(f"digest_{side}")
            if wanted is not None and digest_of_text(told[row[side]]) != wanted:
                raise TextChanged(f"the text of {row[side]} is not the one that was labelled")


def _text_of(name: str) -> str:
    if _is_page(name):
        return str(_pool()[int(name.partition(":")[2])]["text"])
    return str(_stories()[name]["text"])


def _story(name: str) -> str:
    return name if _is_page(name) else str(_stories()[name]["story"])


def _is_page(name: str) -> bool:
    return name.startswith("pool:")


@cache
def _pool() -> list[dict[str, Any]]:
    return list(rows_in(POOL))


@cache
def _stories() -> dict[str, dict[str, Any]]:
    return {row["doc_id"]: row for row in rows_in(STORIES)}


def _documents(told: Mapping[str, str]) -> Iterator[Document]:
    """Texts as documents, taken in as any are; the name is the address."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        rows = ({"url": name, "text": _written(name, text)} for name, text in told.items())
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        yield from (one.document for one in take_in([path]) if isinstance(one, Taken))


def _written(name: str, text: str) -> str:
    return text if _is_page(name) else tight(text)


def tight(text: str) -> str:
    """A text that was cut into words, with its marks set close again as any writer sets them."""
    for pattern, instead in _TIGHT:
        text = pattern.sub(instead, text)
    pieces = _STRAIGHT.split(text)
    marks = (' "' if at % 2 else '" ' for at in range(1, len(pieces)))
    return "".join(part for pair in zip(pieces, (*marks, ""), strict=True) for part in pair).strip()
