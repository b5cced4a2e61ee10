import pytest

from communique.languages.en.furniture import FurnitureCue, furniture_cues


@pytest.mark.parametrize(
    "cue", furniture_cues(), ids=lambda cue: f"{cue.kind} {cue.scope}: {cue.matches[:30]}"
)
def test_a_cue_finds_its_example_and_not_its_counterexample(cue: FurnitureCue) -> None:
    assert cue.found_in(cue.matches)
    assert not cue.found_in(cue.counter)
