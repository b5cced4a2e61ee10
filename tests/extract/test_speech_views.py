"""Every row of the table of views finds its example and leaves its counter-example alone."""

import pytest

from communique.languages.en.views import ViewExample, view_words
from tests.extract.make_speech import Heard

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("row", view_words().examples, ids=lambda row: f"{row.table}-{row.word}")
def test_a_row_on_views_finds_its_example_and_not_the_other(row: ViewExample) -> None:
    assert Heard(row.matches).speeches.views
    assert not Heard(row.counter).speeches.views


def test_what_somebody_wants_is_nobodys_utterance() -> None:
    heard = Heard("Norlandic Prime Minister Ada Holm wants Sudmark to open the strait.")
    assert heard.speeches.speeches == ()
    [view] = heard.speeches.views
    assert view.attribution.speaker == "person:Ada Holm"
    assert view.attribution.side == "NRL"


def test_what_is_expected_is_expected_by_nobody_who_is_named() -> None:
    heard = Heard("Norlandic Prime Minister Ada Holm is expected to visit Sudmark in May.")
    [view] = heard.speeches.views
    assert view.attribution.chain == ()
    assert view.attribution.side is None


def test_a_wish_inside_what_is_told_stands_on_the_word_of_who_tells_it() -> None:
    heard = Heard("Norland's foreign ministry said that Sudmark wanted to open the strait.")
    assert heard.speeches.views == ()
    assert heard.at("wanted to open the strait") is not None
