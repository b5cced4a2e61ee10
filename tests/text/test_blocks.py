from hypothesis import given
from hypothesis import strategies as st

from communique.text.blocks import lines_of, unwrapped

WRAPPED = (
    "The foreign minister of Norland spoke on Monday with the foreign\n"
    "minister of Sudland. The two ministers talked about the trade of\n"
    "grain, and about the bridge that both states want to build across\n"
    "the river.\n"
    "\n"
    "They will meet soon.\n"
)


def words_of(text: str) -> list[str]:
    return [text[one.span.start : one.span.end] for one in unwrapped(text, lines_of(text))]


def test_lines_broken_to_a_width_are_one_paragraph() -> None:
    assert words_of(WRAPPED) == [WRAPPED[:206], "They will meet soon."]


def test_a_headline_over_a_paragraph_stays_by_itself() -> None:
    text = "Norland and Sudland talk about grain\nThe ministers of both states spoke on Monday."
    assert len(words_of(text)) == 2


def test_a_sentence_broken_in_its_middle_is_put_together() -> None:
    text = "It rained for long. The government believes\nNorland and its neighbour will talk."
    assert words_of(text) == [text]


@given(st.text())
def test_only_white_space_lies_between_lines(text: str) -> None:
    last = 0
    for line in unwrapped(text, lines_of(text)):
        assert not text[last : line.span.start].strip()
        assert line.span.start < line.span.end
        last = line.span.end
    assert not text[last:].strip()
