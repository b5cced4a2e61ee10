from communique.model.vocabulary import Sharing
from tests.quality.lifts import KINDS, Text, copies_of, edited, found_in

PAGES = tuple(
    Text(" ".join(f"Page {at} says {n}." for n in range(24)), (at,), frozenset((f"paper {at}",)))
    for at in range(3)
)
COPY, NONE = Sharing.PARTIAL_COPY, Sharing.NONE


def test_copies_are_whole_half_and_lifted_and_one_word_in_many_is_left_out() -> None:
    made = list(copies_of(PAGES))
    assert [one.kind for one in made] == [*KINDS, *KINDS]
    assert len(made[0].words.split()) == 18 * 4 - 2
    assert all(one.pages[0] in (0, 1, 2) for one in made)
    assert edited(["one two"]) == "one two"


def test_a_copy_counts_as_found_with_the_page_that_it_was_made_of() -> None:
    copy = Text("", (0, 1), PAGES[0].outlets | PAGES[1].outlets, KINDS[1])
    texts = (*PAGES, copy)
    assert found_in(texts, [(0, 3, COPY)])["half copies found"] == 1.0
    assert found_in(texts, [(1, 3, COPY), (0, 3, NONE)])["half copies found"] == 0.0


def test_a_pair_is_false_where_no_page_and_no_outlet_is_beneath_both() -> None:
    copy = Text("", (0,), PAGES[0].outlets, KINDS[0])
    same = Text("", (9,), PAGES[0].outlets)
    texts = (*PAGES, copy, same)
    found = found_in(texts, [(0, 3, COPY), (2, 3, COPY), (3, 4, COPY), (0, 2, COPY)])
    assert found["false pairs"] == 1 / 2
