"""Which pages the blind gold is about: drawn once, by chance, before any rule was changed for it.

``python -m tests.quality.draw`` prints the addresses drawn, so that anybody can draw them again.
"""

import json
import random
import re
from collections.abc import Sequence

from tests.mission.seeds import SHARED

CHANCE = 20261122
"""The number that the draw starts from."""
EACH = 75
"""Pages drawn among those with a word of contact, and again among the rest."""
TWICE = 40
"""Pages of those drawn that a second reader labels apart."""
OTHERS = 200
"""Documents drawn among those that are hardly ever about dealings between states."""

WORD_OF_CONTACT = re.compile(
    r"\b(?:met with|met his|met her|meetings?|talks|summits?|visit(?:s|ed|ing)?|(?:tele)?phoned?"
    r"|spoke (?:by|with|to)|calls? with|envoys?|ambassadors?|foreign ministers?|counterparts?"
    r"|negotiat\w+|letters?)\b",
    re.IGNORECASE,
)


def drawn_pages() -> tuple[list[str], list[str]]:
    """Addresses of the pages with a word of contact and of the rest, each sorted."""
    chance = random.Random(CHANCE)
    rows = _rows("news/pool.jsonl")
    told = [row["url"] for row in rows if WORD_OF_CONTACT.search(row["text"])]
    rest = [row["url"] for row in rows if not WORD_OF_CONTACT.search(row["text"])]
    return sorted(chance.sample(told, EACH)), sorted(chance.sample(rest, EACH))


def drawn_twice(pages: Sequence[str]) -> list[str]:
    """The addresses that are labelled twice."""
    return sorted(random.Random(CHANCE + 1).sample(sorted(pages), TWICE))


def drawn_others() -> list[str]:
    """Names of the documents drawn from those of the stories."""
    rows = _rows("stories/ecbplus_docs.jsonl")
    return sorted(random.Random(CHANCE + 2).sample([row["doc_id"] for row in rows], OTHERS))


def _rows(name: str) -> list[dict[str, str]]:
    text = (SHARED / "benchmarks" / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


if __name__ == "__main__":
    told_pages, other_pages = drawn_pages()
    print("\n".join([*told_pages, *other_pages, *drawn_others()]))
