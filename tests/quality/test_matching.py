import importlib.util
import json
import random
from types import ModuleType
from typing import Any

import pytest

from tests.quality.contacts import PLACE, wanted_in
from tests.quality.make import told
from tests.quality.matching import Score, dates_fit, is_same_date, pair, parties_fit
from tests.quality.told import Told


def test_a_wanted_contact_of_two_is_found_where_both_are_told_among_four_at_most() -> None:
    wanted = told("XNO", "XVE")
    assert parties_fit(wanted, told("XNO", "XVE"))
    assert parties_fit(wanted, told("XNO", "XVE", "XOS", "UN"))
    assert not parties_fit(wanted, told("XNO", "XVE", "XOS", "UN", "EU"))
    assert not parties_fit(wanted, told("XNO", "XOS"))


def test_a_wanted_contact_of_many_is_found_where_two_of_them_are_told() -> None:
    wanted = told("XNO", "XVE", "XOS")
    assert parties_fit(wanted, told("XNO", "XOS"))
    assert not parties_fit(wanted, told("XNO", "UN"))


def test_a_date_that_is_not_told_fits_and_is_not_the_wanted_one() -> None:
    wanted = told("XNO", "XVE", dates=("2031-03-04",))
    assert dates_fit(wanted, told("XNO", "XVE"))
    assert not is_same_date(wanted, told("XNO", "XVE"))
    assert not dates_fit(wanted, told("XNO", "XVE", dates=("2031-03-05",)))


def test_of_two_meetings_of_one_pair_the_day_decides_which_is_which() -> None:
    first = told("XNO", "XVE", dates=("2031-03-04",))
    second = told("XNO", "XVE", dates=("2031-06-01",))
    paired = pair([first, second], [second, first])
    assert paired.pairs == ((first, first), (second, second))
    assert not paired.missed
    assert not paired.false


def test_one_contact_told_twice_is_found_once_and_once_false() -> None:
    paired = pair([told("XNO", "XVE")], [told("XNO", "XVE"), told("XNO", "XVE", forms=("call",))])
    assert [one.form for _, one in paired.pairs] == ["meeting"]
    assert [one.form for one in paired.false] == ["call"]


def test_background_is_neither_found_nor_missed_nor_false() -> None:
    background = told("XNO", "XVE", counts=False, rank=0)
    paired = pair([background], [told("XNO", "XVE")])
    assert (paired.pairs, paired.missed, paired.false) == ((), (), ())
    assert pair([background], []).missed == ()


def test_what_one_reader_calls_news_and_another_background_counts_for_neither() -> None:
    paired = pair([told("XNO", "XVE")], [told("XNO", "XVE", counts=False, rank=0)])
    assert (paired.pairs, paired.missed, paired.false) == ((), (), ())
    assert len(paired.near) == 1


def test_the_score_counts_aspects_over_contacts_that_were_found() -> None:
    score = Score()
    wanted = told("XNO", "XVE", forms=("visit", "meeting"), dates=("2031-03-04",), spans=((0, 9),))
    score.add(
        [wanted, told("XNO", "XOS")],
        [told("XNO", "XVE", "UN", statuses=("planned",), dates=("2031-03",), spans=((5, 6),))],
    )
    found = score.figures()
    assert found["contact precision"] == 1
    assert found["contact recall"] == 0.5
    assert found["contact F1"] == pytest.approx(2 / 3)
    assert found["party F1"] == pytest.approx(0.8)
    assert (found["form"], found["status"], found["date"]) == (1, 0, 0)
    assert found["passages touching"] == 1
    assert found["false in 100 documents without a contact"] is None


def test_false_contacts_count_over_pages_without_any_contact() -> None:
    score = Score()
    score.add([], [told("XNO", "XVE"), told("XNO", "XOS")])
    score.add([], [])
    score.add([told("XNO", "XVE", counts=False, rank=0)], [told("XOS", "XVE")])
    assert score.figures()["false in 100 documents without a contact"] == 100


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", PLACE / "score.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def shaken(row: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """An answer like a wanted contact, here and there another."""
    parties = [one["country"] for one in row["parties"] if chance.random() < 0.9]
    return {
        "parties": sorted({*parties, *(["UN"] if chance.random() < 0.2 else [])}),
        "form": chance.choice([row["form"], "call"]),
        "status": chance.choice([row["status"], "planned"]),
        "date": chance.choice([row["date"], row["date_true"], None, "2024-08"]),
        "evidence": [[one["start"] - 3, one["end"] - 3] for one in row["evidence"]],
    }


def answered(row: dict[str, Any]) -> Told:
    return told(
        *row["parties"],
        forms=(row["form"],),
        statuses=(row["status"],),
        dates=(row["date"],) if row["date"] else (),
        spans=tuple((start, end) for start, end in row["evidence"]),
    )


def test_contacts_are_paired_as_the_scorer_of_the_set_pairs_them() -> None:
    chance = random.Random(11)
    theirs = scorer()
    gold = json.loads((PLACE / "gold.json").read_text(encoding="utf-8"))
    for name, wanted in wanted_in().items():
        rows = gold["documents"][name]["contacts"]
        for row in rows:
            # Where the document alone gives no date, the set would still know the true one.
            row["date_true"] = row["date"] and row["date_true"]
        answers = [shaken(chance.choice(rows), chance) for _ in range(4) if rows]
        theirs_paired = {
            (wanted[at].spans, answered(answers[place]).parties)
            for at, place in theirs.match(rows, answers)
            if wanted[at].counts
        }
        paired = pair(wanted, [answered(one) for one in answers])
        assert {(one.spans, other.parties) for one, other in paired.pairs} == theirs_paired
