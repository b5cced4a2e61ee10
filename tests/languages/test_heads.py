"""The words at the head of texts that a side issues itself."""

import pytest

from communique.languages.en.heads import HeadCue, head_words


@pytest.mark.parametrize("cue", head_words().cues, ids=lambda cue: f"{cue.table}: {cue.matches}")
def test_a_row_finds_its_example_and_not_what_only_looks_like_it(cue: HeadCue) -> None:
    assert cue.pattern.search(cue.matches)
    assert not cue.pattern.search(cue.counter)


def test_a_letterhead_has_no_words_but_its_own() -> None:
    assert head_words().is_letterhead("Ministry of Foreign Affairs of the Republic of")
    assert not head_words().is_letterhead("The Ministry of Foreign Affairs keeps silent")


@pytest.mark.parametrize(
    ("title", "who"),
    [
        (
            "Statement by the Spokesperson of the Foreign Office on the strait",
            "the Spokesperson of",
        ),
        ("Readout of the President's call with the King", "the President's call"),
    ],
)
def test_a_title_says_who_speaks_up_to_what_it_is_about(title: str, who: str) -> None:
    assert (head_words().issuer_in(title) or "").startswith(who)
