import pytest

from tests.quality.grouped import b_cubed
from tests.quality.stories import FOLDS, cross_validated


def test_each_fold_is_grouped_as_is_best_on_the_others_and_not_on_itself() -> None:
    names = [f"{topic}{page}" for topic in range(FOLDS) for page in "ab"]
    topics = {name: int(name[0]) for name in names}
    wanted = {name: name[0] for name in names}
    right_but_for_the_first = {name: name if name[0] == "0" else name[0] for name in names}
    right_in_the_first = {name: name[0] if name[0] == "0" else name for name in names}
    tried = [right_but_for_the_first, right_in_the_first]
    chosen = cross_validated(tried, wanted, topics)
    assert chosen.f1 == pytest.approx(b_cubed(right_but_for_the_first, wanted).f1)
