"""Labels to rows of the blind gold: ``python -m tests.quality.keep LABELS … --into pages``.

A label quotes the words that tell of a contact; a row keeps their places instead: the first place
in the text where the words stand. Labels with words that do not stand in the text are refused.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from tests.quality.draw import drawn_pages
from tests.quality.gold import OTHERS, PAGES, SECOND, half_of, texts
from tests.quality.shared import digest_of_text, rows_in

FILES = {"pages": PAGES, "second": SECOND, "others": OTHERS}
KEPT = ("role", "form", "form_ok", "status", "status_ok")
OF_PARTY = ("state", "name", "office")


class WordsNotFound(Exception):
    """A label quotes words that do not stand in its page."""


class PageUnknown(Exception):
    """A label is about a page that is not there, or one page is labelled twice."""


def row_of(label: dict[str, Any], text: str, drawn: str) -> dict[str, Any]:
    """The row of a label: places instead of words; raises WordsNotFound."""
    page = label["page"]
    return {
        "page": page,
        "digest": digest_of_text(text),
        "half": half_of(page),
        "drawn": drawn,
        "contacts": [_contact(one, text, page) for one in label["contacts"]],
    }


def _contact(label: dict[str, Any], text: str, page: str) -> dict[str, Any]:
    return {
        **{name: label[name] for name in KEPT},
        "parties": [{name: one.get(name) for name in OF_PARTY} for one in label["parties"]],
        "date": label.get("date"),
        "place": label.get("place"),
        "means": label.get("means"),
        "spans": [place_of(words, text, page) for words in label["words"]],
    }


def place_of(words: str, text: str, page: str) -> list[int]:
    """Where the words first stand in the text; raises WordsNotFound."""
    start = text.find(words)
    if start < 0 or not words:
        raise WordsNotFound(f"{page}: these words do not stand in the text: {words!r}")
    return [start, start + len(words)]


def rows_of(labels: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows of labels in the order of their pages; raises PageUnknown."""
    seen: set[str] = set()
    for label in sorted(labels, key=lambda one: str(one["page"])):
        page = label["page"]
        if page not in texts() or page in seen:
            raise PageUnknown(f"{page}: expected a page of the sets, labelled once")
        seen.add(page)
        yield row_of(label, texts()[page].text, _drawn(page))


def _drawn(page: str) -> str:
    told, rest = _pages()
    return "told" if page in told else "rest" if page in rest else "others"


@cache
def _pages() -> tuple[frozenset[str], frozenset[str]]:
    told, rest = drawn_pages()
    return frozenset(told), frozenset(rest)


def main(arguments: Sequence[str]) -> int:
    """Write the rows of files of labels; nothing is written when one of them is refused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--into", choices=FILES, required=True)
    options = parser.parse_args(arguments)
    labels = (row for path in options.labels for row in rows_in(path))
    try:
        rows = list(rows_of(labels))
    except (WordsNotFound, PageUnknown) as refused:
        print(f"refused: {refused}", file=sys.stderr)
        return 1
    path = FILES[options.into]
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8"
    )
    print(f"{len(rows)} pages, {sum(len(row['contacts']) for row in rows)} contacts: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
