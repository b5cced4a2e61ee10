import re

import pytest

from communique.languages.en.sharing import SharingCue, load_signs, sharing_cues


@pytest.mark.parametrize("cue", sharing_cues(), ids=lambda one: f"{one.kind} {one.pattern[:30]}")
def test_a_cue_of_sharing_matches_its_example_and_not_the_other(cue: SharingCue) -> None:
    assert re.search(cue.pattern, cue.matches, re.IGNORECASE)
    assert not re.search(cue.pattern, cue.not_matches, re.IGNORECASE)


def test_every_kind_of_cue_has_a_pattern() -> None:
    signs = load_signs()
    assert all(one.pattern for one in (signs.telling, signs.authority, signs.paper))
