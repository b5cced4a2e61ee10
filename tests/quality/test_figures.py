from tests.quality import attribution, lifts, origins, times
from tests.quality.contacts import FROM_SCORER
from tests.quality.figures import (
    Measure,
    Result,
    Row,
    cells,
    measures,
    plain_table,
    rows,
    sets,
    shown,
)
from tests.quality.gate import SETS
from tests.quality.matching import Score
from tests.quality.page import page_of


def named(name: str) -> set[str]:
    return {one.name for one in measures() if one.set == name}


def test_every_set_is_measured_and_every_set_measured_is_described() -> None:
    assert set(sets()) == set(SETS)
    assert all(one.says for one in measures())


def test_measures_are_named_as_the_scorers_name_their_figures() -> None:
    by_contact = set(Score().figures())
    beside = {"date, matched on parties alone", "attributions"}
    assert named("contacts") == {*FROM_SCORER, *beside}
    halves = {f"{one}, half {half}" for one in by_contact for half in "AB"}
    readers = {f"two readers: {one}" for one in by_contact}
    assert named("pages") <= by_contact | halves | readers
    assert named("others") <= by_contact
    assert named("origins") == {*origins.pair_figures(()), *lifts.found_in((), ())}
    assert named("attribution") == set(attribution.SpeechScore().figures())
    assert named("times") == {*times.TimeScore().figures(), "characters a second after the parse"}


def test_a_figure_is_marked_by_whether_what_is_wanted_is_reached() -> None:
    both = Measure("times", "length", "how long", least=0.8, most=1.25)
    assert cells(Row(both, 1.0, None, ""))[2:4] == ("1.000 ✓", "≥ 0.8, ≤ 1.25")
    assert cells(Row(both, 1.5, None, ""))[2] == "1.500 ✗"
    assert cells(Row(both, None, None, ""))[2] == "–"
    assert [shown(one) for one in (0, 1.0, 7, 93.04, 162176.7)] == [
        "0.000",
        "1.000",
        "7",
        "93.0",
        "162,177",
    ]


def test_the_table_and_the_page_show_a_line_for_each_measure() -> None:
    result = Result("times", {"value F1": 0.75}, "9 characters/s", "d1")
    lines = list(rows([result], {("times", "value F1"): 0.7}))
    assert len(lines) == len(named("times"))
    assert "value F1" in plain_table(lines)
    assert "| value F1 | 0.750 ✗ | ≥ 0.8 |" in page_of(lines)
