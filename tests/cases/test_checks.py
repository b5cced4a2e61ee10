import pytest

from tests.cases.contact_checks import best_pairs, minutes_of
from tests.cases.lines import Words
from tests.cases.met import is_day_unknown, is_same_day, is_same_person
from tests.cases.notation import read_text
from tests.cases.results import CaseResult, Check, Outcome, Share
from tests.cases.runner import cast_tables, results_of
from tests.cases.values import Case, Expected


@pytest.mark.parametrize(
    ("expected", "name", "is_same"),
    [
        ("Viktor Dovan", "Viktor Dovan", True),
        ("Viktor Dovan", "Dovan", True),
        ("Farid al-Nasser", "Al-Nasser", True),
        ("Viktor Dovan", "Boris Dovan", False),
        ("Viktor Dovan", "", False),
    ],
)
def test_a_part_of_a_name_is_the_person_unless_it_names_another(
    expected: str, name: str, is_same: bool
) -> None:
    assert is_same_person(expected, name) is is_same


@pytest.mark.parametrize(
    ("expected", "value", "is_same"),
    [
        ("2031-03-04", "2031-03-04", True),
        ("2031-03-04", "2031-03-04T15:30", True),
        ("2031-03-04T15:30", "2031-03-04", False),
        ("2031-03-04", "2031-03-05", False),
        ("2031-03", "2031-03-01/2031-03-31", True),
        ("2031-03-04/2031-03-05", "2031-03-04", False),
    ],
)
def test_dates_are_the_same_when_they_cover_the_same_days(
    expected: str, value: str, is_same: bool
) -> None:
    assert is_same_day(expected, value) is is_same


def test_not_later_than_its_page_says_nothing_of_the_day() -> None:
    case = Case("calls", "a case", "The text.", Expected(), dated="2031-03-05")
    assert is_day_unknown(case, "../2031-03-05")
    assert not is_day_unknown(case, "../2031-03-04")
    assert not is_day_unknown(case, "2031-03-05")


def test_durations_are_counted_in_minutes() -> None:
    assert minutes_of("PT90M") == minutes_of("PT1H30M") == 90
    assert minutes_of("P1Y") is None


def test_each_contact_is_held_against_one_other_so_that_all_are_most_alike() -> None:
    assert best_pairs([[5.0, 4.5], [4.9, 0.0]]) == (1, 0)
    assert best_pairs([[1.0, 0.0]]) == (None,)
    assert best_pairs([[5.0], [6.0]]) == (None, 0)
    assert best_pairs([]) == ()


def result(phenomenon: str, *checks: Check, contacts: tuple[str, ...] = ()) -> CaseResult:
    return CaseResult(
        Case(phenomenon, "a case", "The text.", Expected(contacts=())), checks, contacts
    )


RIGHT = Check("status", "held", "held", passed=True, of="held")
WRONG = Check("status", "planned", "held", passed=False, of="planned")


def test_a_run_is_counted_by_file_by_status_and_by_question() -> None:
    cases = (result("calls", RIGHT), result("calls", WRONG, contacts=("a call",)), result("visits"))
    outcome = Outcome(cases, (), (), 0.0)
    assert outcome.all == Share(2, 3)
    assert outcome.by_phenomenon == {"calls": Share(1, 2), "visits": Share(1, 1)}
    assert outcome.by_status == {"held": Share(1, 1), "planned": Share(0, 1)}
    assert outcome.by_check == {"status": Share(1, 2)}
    assert outcome.traps == Share(2, 3)
    assert cases[1].differences == ("status: expected planned; met held",)


def test_a_case_is_unlike_its_mirror_when_only_one_of_them_passes() -> None:
    cases = (result("calls", RIGHT), result("calls", WRONG))
    mirrors = (result("calls", RIGHT), result("calls", RIGHT))
    assert Outcome(cases, mirrors, (), 0.0).unlike == ((cases[1], mirrors[1]),)
    assert Outcome(cases, (), (), 0.0).unlike == ()


CASES = """\
=== a call as it was
dated 2031-03-05

Karsovian President Viktor Dovan telephoned Valdorian President Elena Marrin on Tuesday.

---
2031-03-04 call held  XKS Viktor Dovan, XVD Elena Marrin
  means phone
  initiator XKS
time "Tuesday" 2031-03-04

=== the same call in another paper
dated 2031-03-05

Viktor Dovan, the president of Karsovia, phoned Valdorian President Elena Marrin on Tuesday.

---
2031-03-04 call held  XKS Viktor Dovan, XVD Elena Marrin

=== the call with everything told wrongly
dated 2031-03-05

Karsovian President Viktor Dovan telephoned Valdorian President Elena Marrin on Tuesday.

---
2031-03-03 letter planned  XKS Irena Sokal, XVD
  means video
  initiator XVD
  place "Sorna"
time "Tuesday" 2031-03-03
said XKS: "on Tuesday"
original readout XVD
undertaking agreement agreed XVD: "on Tuesday"
position XVD: "on Tuesday"

=== a call that was not expected
dated 2031-03-05

Karsovian President Viktor Dovan telephoned Valdorian President Elena Marrin on Tuesday.

---
nothing

=== a call between others
dated 2031-03-05

Karsovian President Viktor Dovan telephoned Valdorian President Elena Marrin on Tuesday.

---
2031-03-04 call held  XOM Farid al-Nasser, XQU Rafael Ortuza
"""


@pytest.mark.slow
def test_cases_are_judged_alone_and_told_what_differs() -> None:
    cases = read_text(CASES, "calls", Words.of(cast_tables())).cases
    right, again, wrong, trap, others = results_of(cases, cast_tables())
    assert right.differences == again.differences == ()
    assert right.contacts == ("2031-03-04 call held  XKS Viktor Dovan, XVD Elena Marrin",)
    assert {one.kind for one in wrong.checks if not one.passed} == {
        *("persons", "form", "status", "date", "means", "initiator", "place"),
        *("time", "said", "original", "undertaking", "position"),
    }
    assert [one.kind for one in trap.checks if not one.passed] == ["nothing"]
    failed = {one.kind for one in others.checks if not one.passed}
    assert failed == {"contact", "status", "no other contact"}
