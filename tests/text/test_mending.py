"""Words that a page ran together are parted in what is read, and found again in what is kept."""

from hypothesis import given
from hypothesis import strategies as st

from communique.text.mending import mend

JOINING = ("and", "in", "on", "to")


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
