"""Every row of the tables on speech finds its example and leaves its counter-example alone."""

import pytest

from communique.extract.speech.speeches import we_means
from communique.languages.en.originals import OriginalExample, original_words
from communique.languages.en.speech import SpeechExample, speech_words
from communique.model.passages import Span
from communique.model.vocabulary import AttributionMode, OriginalKind
from tests.extract.make_speech import Heard

TELLING = ("verb", "phrase", "adjunct", "relayed", "commenting")
OPENING = "The foreign ministry of Norland said in a statement that the two leaders had met."


def told(sentence: str) -> bool:
    """Whether anything in the sentence stands on somebody's word."""
    return bool(Heard(sentence).speeches.speeches)


def sides(sentence: str) -> set[str | None]:
    """The sides that speak in the sentence."""
    return {one.attribution.side for one in Heard(sentence).speeches.speeches}


def carried(sentence: str) -> bool:
    """Whether a sentence after a ministry's statement is carried over from it."""
    modes = [one.attribution.mode for one in Heard(OPENING, sentence).speeches.speeches]
    return AttributionMode.CARRIED_OVER in modes


def kinds(sentence: str) -> set[OriginalKind]:
    """The kinds of the originals that the sentence names."""
    return {one.kind for one in Heard(sentence).originals}


def carriers(sentence: str) -> int:
    """How many hands the words in the sentence came by before who told them."""
    [speech] = Heard(sentence).speeches.speeches
    return len(speech.attribution.chain) - 1


def parties(sentence: str) -> int:
    """How many 'we' means at the beginning of the quotation in the sentence."""
    heard = Heard(sentence)
    start = sentence.index("We")
    speech = heard.at("We")
    assert speech is not None
    return len(we_means(speech, heard.cast, heard.page, Span(start, start + 2)))


ROWS = speech_words().examples


@pytest.mark.slow
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.table}-{row.word}")
def test_a_row_on_speech_finds_its_example_and_not_the_other(row: SpeechExample) -> None:
    if row.table in (*TELLING, "noun", "people", "text", "of_things", "of_texts"):
        assert told(row.matches)
        assert not told(row.counter)
    elif row.table in ("not_teller", "unreal"):
        assert not told(row.matches)
        assert told(row.counter)
    elif row.table == "citing":
        assert sides(row.matches) == {"NRL"}
        assert sides(row.counter) == {None}
    elif row.table == "occasion":
        assert carried(row.matches)
        assert not carried(row.counter)
    elif row.table in ("for_state", "serving", "speaking"):
        assert sides(row.matches) == {"NRL"}
        assert sides(row.counter) == {None}
    elif row.table in ("for_nobody", "unnamed"):
        assert sides(row.matches) == {None}
        assert sides(row.counter) == {"NRL"}
    elif row.table in ("media", "media_with"):
        assert kinds(row.matches) == {OriginalKind.REPORT}
        assert OriginalKind.REPORT not in kinds(row.counter)
    elif row.table in ("dealing", "sequel"):
        assert carried(row.matches)
        assert not carried(row.counter)
    elif row.table == "weighing":
        assert speech_words().weighing.search(row.matches)
        assert not speech_words().weighing.search(row.counter)
    else:
        assert row.table == "together"
        assert parties(row.matches) == 2
        assert parties(row.counter) == 1


ORIGINALS = original_words().examples


@pytest.mark.slow
@pytest.mark.parametrize("row", ORIGINALS, ids=lambda row: f"{row.table}-{row.name}")
def test_a_row_on_originals_finds_its_example_and_not_the_other(row: OriginalExample) -> None:
    words = original_words()
    if row.table == "original":
        kind = words.nouns[row.name].kind
        assert kind in kinds(row.matches)
        assert row.name not in {one.medium for one in Heard(row.counter).originals}
    elif row.table == "issuer":
        assert words.issuer_of(row.matches) == row.name
        assert words.issuer_of(row.counter) != row.name
    elif row.table == "holder":
        assert words.seat_of(row.matches) == row.name
        assert words.seat_of(row.counter) != row.name
    elif row.table == "medium":
        assert kinds(row.matches) == {OriginalKind.POST}
        assert kinds(row.counter) == set()
    elif row.table == "told_in":
        assert kinds(row.matches) == {OriginalKind.BRIEFING}
        assert kinds(row.counter) == set()
    elif row.table in ("carried", "heard_by"):
        assert carriers(row.matches) == 1
        assert carriers(row.counter) == 0
    elif row.table == "article":
        assert words.article.match(row.matches)
        assert not words.article.match(row.counter)
    else:
        assert row.table in ("glued", "indefinite")
        assert any(word in row.matches.split() for word in words.glued | words.indefinite)
        assert not any(word in row.counter.split() for word in words.glued | words.indefinite)
