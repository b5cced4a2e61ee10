from collections import Counter
from dataclasses import replace

from communique.model.vocabulary import Sharing
from communique.text.sharing import CHOSEN, Overlap
from tests.quality.bounds import Pair, answers_apart, f1_of, figures_of, macro_f1, shares_f1
from tests.quality.origins import tight

WHOLE, PART, NONE = Sharing.WHOLE_COPY, Sharing.PARTIAL_COPY, Sharing.NONE


def pair(story: str, label: Sharing, longest: int, *, is_doubted: bool = False) -> Pair:
    overlap = Overlap(
        shorter=100,
        common=longest,
        longest=longest,
        longest_free=longest,
        shared=2 * longest,
        quoted=0,
        names_paper=False,
        carries_telling=False,
        on_authority=0.0,
    )
    return Pair(story, label, is_doubted, overlap)


def test_the_mean_over_labels_counts_rare_labels_like_frequent_ones() -> None:
    met = Counter({(WHOLE, WHOLE): 8, (PART, PART): 1, (PART, WHOLE): 1})
    assert f1_of(met, WHOLE) == 16 / 17
    assert f1_of(met, PART) == 2 / 3
    assert macro_f1(met) == (16 / 17 + 2 / 3) / 2


def test_what_two_texts_share_may_be_called_wrong_and_yet_be_shared() -> None:
    met = Counter({(WHOLE, PART): 3, (NONE, NONE): 5, (NONE, PART): 1, (PART, NONE): 1})
    assert shares_f1(met) == 6 / 8


def test_doubted_pairs_are_left_out_where_it_is_said() -> None:
    pairs = [pair("one", PART, 20), pair("one", NONE, 20, is_doubted=True)]
    figures = figures_of(pairs, [PART, PART])
    assert figures["shares an original, F1"] == 2 / 3
    assert figures["shares an original, F1, doubts left out"] == 1.0


def test_a_story_is_judged_by_the_bounds_that_do_best_on_the_others() -> None:
    strict, lax = replace(CHOSEN, long_run=30, free_run=30), replace(CHOSEN, long_run=10)
    pairs = [pair("one", PART, 20), pair("two", NONE, 20), pair("three", NONE, 20)]
    # Without the first story all runs of twenty words are nothing; without another, one is a copy.
    assert answers_apart(pairs[:2], [lax, strict]) == [NONE, PART]
    assert answers_apart(pairs, [lax, strict])[0] is NONE


def test_a_text_cut_into_words_is_set_as_it_was_written() -> None:
    cut = "`` We are ready , '' she said . The bridge 's keeper wrote : \" Closed . \""
    assert tight(cut) == '"We are ready," she said. The bridge\'s keeper wrote: "Closed."'
