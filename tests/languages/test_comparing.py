import pytest

from communique.languages.en.comparing import (
    ConceptCue,
    IssuerCue,
    TensionCue,
    load_comparing,
)
from communique.text.runs import words_of

COMPARING = load_comparing()


@pytest.mark.parametrize("cue", COMPARING.tensions, ids=lambda one: one.name)
def test_a_tension_matches_its_examples_and_not_the_others(cue: TensionCue) -> None:
    assert cue.first.search(cue.first_matches)
    assert not cue.first.search(cue.first_not)
    assert cue.second.search(cue.second_matches)
    assert not cue.second.search(cue.second_not)


@pytest.mark.parametrize("cue", COMPARING.issuers, ids=lambda one: one.branch)
def test_an_issuer_matches_its_example_and_not_the_other(cue: IssuerCue) -> None:
    assert cue.pattern.search(cue.matches)
    assert not cue.pattern.search(cue.not_matches)


@pytest.mark.parametrize("cue", COMPARING.concepts, ids=lambda one: one.name)
def test_a_concept_gathers_its_example_and_not_the_other(cue: ConceptCue) -> None:
    def gathers(words: str) -> bool:
        return any(word.startswith(cue.beginnings) for word in words_of(words))

    assert gathers(cue.matches)
    assert not gathers(cue.not_matches)
