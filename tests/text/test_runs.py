import random

from communique.model.passages import Span
from communique.text.runs import (
    COMMONPLACE,
    SHORTEST,
    fingerprints,
    longest_common,
    row_of,
    shared_runs,
)


def row(text: str):  # type: ignore[no-untyped-def]
    return row_of(text, (Span(0, len(text)),))


def test_case_punctuation_and_hyphens_do_not_break_a_run() -> None:
    left = row(
        "Envoys met: “the well-known river treaty of 1888 stays in force for ever”, he said."
    )
    right = row("THE WELL KNOWN RIVER TREATY, of 1888, stays in force for ever and a day")
    [run] = shared_runs((left, right))
    assert run.words == 12


def test_a_run_of_seven_words_is_left_aside() -> None:
    left = row("one two three four five six seven alpha beta gamma delta")
    right = row("zeta eta one two three four five six seven theta iota")
    assert shared_runs((left, right)) == ()


def test_every_run_of_eight_words_is_found_wherever_it_stands() -> None:
    chance = random.Random(7)
    for _ in range(200):
        shared = [f"w{chance.randrange(10**6)}" for _ in range(SHORTEST)]
        texts = []
        for side in "ab":
            before = [f"{side}{chance.randrange(10**6)}" for _ in range(chance.randrange(12))]
            after = [f"{side}{chance.randrange(10**6)}" for _ in range(chance.randrange(12))]
            texts.append(row(" ".join((*before, *shared, *after))))
        assert [run.words for run in shared_runs(texts)] == [SHORTEST]


def test_a_run_is_given_once_at_its_full_length() -> None:
    words = " ".join(f"w{n}" for n in range(40))
    runs = shared_runs((row("x y " + words), row(words + " z")))
    assert [(run.left_at, run.right_at, run.words) for run in runs] == [(2, 0, 40)]


def test_short_texts_have_no_fingerprints() -> None:
    assert list(fingerprints(("a", "b", "c", "d"))) == []
    assert len(list(fingerprints(tuple("abcde")))) == 1


def test_words_outside_the_spans_are_left_out() -> None:
    text = "kept words here ADVERT more kept"
    assert row_of(text, (Span(0, 15), Span(23, 32))).words == (
        "kept",
        "words",
        "here",
        "more",
        "kept",
    )


def test_the_longest_run_of_two_short_rows() -> None:
    assert longest_common(["a", "b", "c", "d", "x"], ["z", "b", "c", "d", "y"]) == (1, 1, 3)
    assert longest_common((), ("a",)) == (0, 0, 0)


def test_a_text_in_very_many_papers_ties_each_of_them_to_the_first() -> None:
    printed = row("one two three four five six seven eight nine ten")
    found = shared_runs([printed] * (COMMONPLACE + 5))
    assert {(one.left, one.right) for one in found} == {(0, at) for at in range(1, COMMONPLACE + 5)}
