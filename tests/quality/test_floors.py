from dataclasses import replace

import pytest

from tests.quality.figures import Measure, Result
from tests.quality.floors import (
    UNRELEASED,
    Pinned,
    as_toml,
    faults,
    floors_in,
    held,
    lowered,
    noted,
    raised,
    rounded,
)

MORE = Measure("invented", "found", "what was found")
LESS = Measure("invented", "false", "what is false", is_less_better=True)
SEEN = Measure("invented", "seen", "what was seen", gated=False)


def result(digest: str = "d1", **figures: float | None) -> Result:
    return Result("invented", figures, "1 document/s", digest, measures=(MORE, LESS, SEEN))


FLOORS = {"invented": Pinned("d1", {"found": 0.9, "false": 2.0})}


def test_the_gate_holds_at_its_floors_and_fails_beyond_them() -> None:
    assert list(faults([result(found=0.9, false=2.0)], FLOORS)) == []
    met = list(faults([result(found=0.87, false=2.5)], FLOORS))
    assert met == [
        "invented, found: 0.870 is under its floor of 0.9",
        "invented, false: 2.500 is over its floor of 2",
    ]


def test_the_gate_fails_when_the_data_are_others_or_a_figure_is_missing() -> None:
    [other] = faults([result("d2", found=1.0, false=0.0)], FLOORS)
    assert "met data d2" in other
    [missing] = faults([result(found=None, false=0.0)], FLOORS)
    assert "nothing was measured" in missing
    [unpinned] = faults([result(found=1.0)], {})
    assert "no floors" in unpinned


def test_floors_only_rise_and_leave_out_what_is_not_gated() -> None:
    made = raised([result(found=0.95559, false=1.0001, seen=0.5)], FLOORS)
    assert made["invented"].floors == {"found": 0.955, "false": 1.001}
    assert raised([result(found=0.1, false=9.0)], FLOORS)["invented"].floors == {
        "found": 0.9,
        "false": 2.0,
    }


def test_a_floor_over_what_was_found_is_pinned_no_higher_than_it_is_to_be_held() -> None:
    more = replace(MORE, hold=0.95)
    less = replace(LESS, hold=2.0)
    assert [held(one, more) for one in (0.9, 0.99)] == [0.9, 0.95]
    assert [held(one, less) for one in (0.0, 3.0)] == [2.0, 3.0]


def test_a_floor_is_rounded_to_the_side_that_holds_its_figure() -> None:
    assert rounded(0.29, MORE) == 0.29
    assert rounded(2 / 3, MORE) == 0.666
    assert rounded(2 / 3, LESS) == 0.667


def test_lowering_wants_a_figure_under_the_floor_and_says_what_it_did() -> None:
    made, what = lowered(result(found=0.8, false=0.0), FLOORS, "found")
    assert made["invented"].floors == {"false": 2.0, "found": 0.8}
    assert what == "invented, found: from 0.9 to 0.8"
    with pytest.raises(ValueError, match="holds its floor"):
        lowered(result(found=0.95, false=0.0), FLOORS, "found")
    with pytest.raises(ValueError, match="has no floor"):
        lowered(result(found=0.95), FLOORS, "seen")


def test_a_reason_goes_into_the_changelog_beside_those_before_it() -> None:
    changelog = f"# Changes\n\n{UNRELEASED}\n### Added\n\n- A thing.\n\n## 0.1\n\n- More.\n"
    once = noted(changelog, "invented, found: from 0.9 to 0.8", "two pages were mended")
    twice = noted(once, "invented, false: from 1 to 2", "more is read")
    assert "- invented, found: from 0.9 to 0.8: two pages were mended\n" in once
    assert once.index("### Floors") < once.index("\n## 0.1")
    assert twice.count("### Floors") == 1
    assert "- invented, false: from 1 to 2: more is read\n- invented, found" in twice


def test_floors_are_read_back_as_they_were_written(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "floors.toml"
    path.write_text(as_toml(FLOORS), encoding="utf-8")
    assert floors_in(path) == FLOORS
    assert floors_in(path.with_name("none.toml")) == {}
