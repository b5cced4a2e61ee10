"""Whether two stretches of text speak of one thing."""

from communique.languages.en.comparing import load_comparing
from communique.model.documents import Document
from communique.model.passages import Passage
from communique.resolve.documents import order_documents
from communique.resolve.runs import find_runs
from communique.text.nearness import Nearness
from tests.make import document

RUN = "the river treaty stays in force and the ferry toll is halved from the first day of May"
LEFT = document("a", f"They said: {RUN}. Then they dined.", "2031-05-06")
RIGHT = document("b", f"It is told that {RUN}. So be it.", "2031-05-07")
NEAR = Nearness.of(
    load_comparing().lexicon, (LEFT, RIGHT), find_runs(order_documents((LEFT, RIGHT)))
)


def words(of: Document, exact: str) -> Passage:
    start = of.text.index(exact)
    return Passage(of.id, start, start + len(exact), exact)


def test_the_same_part_of_a_run_is_shared() -> None:
    half = "the river treaty stays in force"
    assert NEAR.words_shared(words(LEFT, half), words(RIGHT, half)) == 6
    assert NEAR.share_words(words(LEFT, RUN), words(RIGHT, half))


def test_two_parts_of_one_run_are_not_shared() -> None:
    first, second = "the river treaty stays in force", "toll is halved from the first day of May"
    assert NEAR.words_shared(words(LEFT, first), words(RIGHT, second)) <= 0
    assert not NEAR.share_words(words(LEFT, first), words(RIGHT, second))


def test_passages_of_one_sentence_are_apart_and_of_two_are_not() -> None:
    treaty, toll = words(LEFT, "the river treaty"), words(LEFT, "ferry toll")
    assert NEAR.are_apart(treaty, toll)
    assert not NEAR.are_apart(treaty, words(LEFT, "they dined"))
    assert not NEAR.are_apart(treaty, treaty)
