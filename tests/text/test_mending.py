"""Words that a page ran together are parted in what is read, and found again in what is kept."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, SupportsIndex

from hypothesis import given
from hypothesis import strategies as st

from communique.model.passages import Span
from communique.text.mending import Mended, mend

JOINING = ("and", "in", "on", "to")


class Counted(tuple[Any, ...]):
    """Edits that count how many of them are looked at."""

    looks = 0

    def __iter__(self) -> Iterator[Any]:
        for one in super().__iter__():
            Counted.looks += 1
            yield one

    def __getitem__(self, at: SupportsIndex | slice) -> Any:
        Counted.looks += 1
        return super().__getitem__(at)


def mended_row(rows: int) -> Mended:
    """A text of rows in which a word stands in for each stroke."""
    text = "Dan | Brel\n" * rows
    edits = [(at, at + 1, "met") for at, one in enumerate(text) if one == "|"]
    mended = mend(text, JOINING, edits)
    assert mended is not None
    return replace(mended, starts=Counted(mended.starts), stand_ins=Counted(mended.stand_ins))


def looks(rows: int) -> int:
    """How many edits are looked at to lead the last place of such a text there and back."""
    mended = mended_row(rows)
    end = 11 * rows - 1
    Counted.looks = 0
    assert mended.read(end) == end + 2 * rows
    assert mended.end_read(end) == end + 2 * rows
    assert mended.kept(end + 2 * rows - 8, end + 2 * rows) == Span(end - 6, end)
    return Counted.looks


def read(text: str) -> str:
    mended = mend(text, JOINING)
    return text if mended is None else mended.text


def test_a_small_word_is_parted_from_the_name_behind_it() -> None:
    assert read("Marrin metKarsovian envoys.") == "Marrin met Karsovian envoys."


def test_a_name_that_stands_elsewhere_is_parted_from_the_small_word_behind_it() -> None:
    assert read("Marrin spoke. He saw Marrinon Friday.").endswith("saw Marrin on Friday.")
    assert read("He saw Marrinon Friday.") == "He saw Marrinon Friday."


def test_a_sentence_is_parted_from_the_one_before_it() -> None:
    assert read("They met on Friday.The talks were short.") == (
        "They met on Friday. The talks were short."
    )


def test_marks_that_nobody_sees_are_left_out_of_names() -> None:
    assert read("Mar\u00adrin met Do\u200bvan.") == "Marrin met Dovan."


def test_names_with_a_capital_inside_handles_and_addresses_stay_whole() -> None:
    for text in (
        "eBay, YouTube and McDonald met.",
        "See karsovia.example/metMarrin or @metMarrin.",
        "The EU andNATO met.",
        "Austin, Lebanon and Washington.",
    ):
        assert read(text) == text


def test_every_place_in_the_text_read_leads_back_to_its_words() -> None:
    kept = "Mar\u00adrin metKarsovian envoys on Friday.The talks were short."
    mended = mend(kept, JOINING)
    assert mended is not None
    for words, expected in (
        ("Marrin", "Mar\u00adrin"),
        ("Karsovian", "Karsovian"),
        ("met Karsovian", "metKarsovian"),
        ("The talks", "The talks"),
    ):
        start = mended.text.index(words)
        span = mended.kept(start, start + len(words))
        assert kept[span.start : span.end] == expected
        assert mended.read(span.start) == start


@given(st.text(alphabet="abMN. \u00ad", max_size=40))
def test_mending_only_adds_spaces_and_drops_unseen_marks(text: str) -> None:
    def letters(one: str) -> str:
        return one.replace(" ", "").replace("\u00ad", "")

    assert letters(read(text)) == letters(text)


def test_a_place_is_led_back_without_a_walk_over_all_edits() -> None:
    assert looks(2000) <= looks(1000) + 20


def test_every_place_of_a_text_is_led_as_by_a_walk_over_all_edits() -> None:
    mended = mended_row(3)
    for offset in range(34):
        past = [
            shift
            for start, shift in zip(mended.starts, mended.shifts, strict=True)
            if offset + shift >= start
        ]
        assert mended.read(offset) == offset + past[-1]
        ends = [read.end for read, kept in mended.stand_ins if kept.start <= offset <= kept.end]
        assert mended.end_read(offset) == max(ends, default=mended.read(offset - 1) + 1)
    for there, back in mended.stand_ins:
        assert mended.kept(there.start, there.end) == back
