import pickle
from pathlib import Path
from typing import Any

import pytest

from tests.quality.gold import OTHERS, PAGES, SECOND, half_of
from tests.quality.keep import WordsNotFound, row_of
from tests.quality.look import HalfClosed, look
from tests.quality.shared import DataMissing, rows_in

TEXT = "Mara Costin met Viktor Dovan in Velan on Tuesday. Mara Costin met nobody else."


def label(*words: str) -> dict[str, Any]:
    return {
        "page": "https://herald.example/1",
        "contacts": [
            {
                "role": "core",
                "form": "meeting",
                "form_ok": ["meeting", "visit"],
                "status": "held",
                "status_ok": ["held"],
                "parties": [{"state": "XVD", "name": "Mara Costin"}, {"state": "XKS"}],
                "date": "2031-03-04",
                "words": list(words),
            }
        ],
    }


def test_a_row_keeps_the_first_place_of_the_words_and_no_text() -> None:
    [contact] = row_of(label("Mara Costin met"), TEXT, "told")["contacts"]
    assert contact["spans"] == [[0, 15]]
    assert "words" not in contact
    assert contact["parties"][1] == {"state": "XKS", "name": None, "office": None}


def test_a_label_whose_words_do_not_stand_in_the_page_is_refused() -> None:
    with pytest.raises(WordsNotFound, match="spoke with"):
        row_of(label("Mara Costin spoke with"), TEXT, "told")


def test_the_gold_holds_no_words_of_the_pages_and_its_halves_follow_their_addresses() -> None:
    for path, count in ((PAGES, 150), (SECOND, 40), (OTHERS, 200)):
        rows = list(rows_in(path))
        assert len(rows) == count
        assert all(row["half"] == half_of(row["page"]) for row in rows)
        assert all("words" not in one for row in rows for one in row["contacts"])


def test_half_b_is_not_shown() -> None:
    with pytest.raises(HalfClosed, match="half B"):
        next(look("B"))


def test_pages_read_twice_are_among_the_pages() -> None:
    pages = {row["page"] for row in rows_in(PAGES)}
    assert {row["page"] for row in rows_in(SECOND)} <= pages


def test_what_is_missing_is_named_once_also_from_another_process() -> None:
    missing = pickle.loads(pickle.dumps(DataMissing(Path("pool.jsonl"))))
    assert str(missing) == str(DataMissing(Path("pool.jsonl")))
    assert str(missing).startswith("pool.jsonl is not there; expected")
