from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.vocabulary import Form, Status, Strength, UndertakingKind
from tests.cases.lines import DETAILS, ORIGINALS, Words
from tests.cases.notation import TEXTS, Cases, NotationUnsound, read_text, sound_cases, written
from tests.cases.runner import cast_tables
from tests.cases.values import (
    Case,
    Detail,
    Expected,
    ExpectedChannel,
    ExpectedContact,
    ExpectedOriginal,
    ExpectedParty,
    ExpectedPosition,
    ExpectedSaying,
    ExpectedTime,
    ExpectedUndertaking,
)

WORDS = Words(frozenset({"XVD", "XKS", "TRC"}), ("Highland Movement",), ("Karsinform",))

WHOLE = """\
# What a file may say of itself.

=== an envoy carries a letter
dated 2031-03-05
title A letter
outlet Karsinform

Envoy Yuri Benda handed "the letter" over in Velan.

It was long.

---
2031-03-04 letter/visit held/not held  XKS Yuri Benda, Highland Movement, XVD
  means letter
  place "Velan"
  duration PT45M
  initiator XKS
  route mediated
  topic "the letter"
undated call planned  XVD, XKS
said Karsinform: "It was long"
said XVD Mara Costin: "in Velan"
said nobody: ""the letter""
original statement/letter XVD
time "long" none
time "It was long" PT90M
undertaking readiness/agreement intends or is ready/agreed XVD, XKS: "It was long"
  to XKS
  due 2031-04
no position
position XVD: "long"
channel XVD, XKS: "the letter"
"""


def read(text: str) -> Cases:
    return read_text(text, "letters", WORDS)


def problem_in(record: str, head: str = "dated 2031-03-05") -> str:
    [problem] = read(f"=== a case\n{head}\n\nThe text.\n\n---\n{record}\n").problems
    return problem


def test_a_case_has_a_head_a_text_and_a_record() -> None:
    [case] = read(WHOLE).cases
    assert (case.phenomenon, case.name) == ("letters", "an envoy carries a letter")
    assert (case.dated, case.title, case.outlet) == ("2031-03-05", "A letter", "Karsinform")
    assert case.text == 'Envoy Yuri Benda handed "the letter" over in Velan.\n\nIt was long.'
    assert not case.is_trap


def test_a_contact_names_who_dealt_with_whom_when_and_how() -> None:
    [case] = read(WHOLE).cases
    letter, call = case.expected.contacts or ()
    assert letter.forms == (Form.LETTER, Form.VISIT)
    assert letter.statuses == (Status.HELD, Status.NOT_HELD)
    assert letter.parties == (
        ExpectedParty("XKS", "Yuri Benda"),
        ExpectedParty("Highland Movement"),
        ExpectedParty("XVD"),
    )
    assert [one.aspect for one in letter.details] == [
        *("means", "place", "duration", "initiator", "route", "topic")
    ]
    assert (call.date, call.details) == (None, ())


def test_words_in_quotation_marks_may_hold_quotation_marks() -> None:
    [case] = read(WHOLE).cases
    assert case.expected.sayings[-1] == ExpectedSaying(None, '"the letter"')


def test_an_undertaking_may_say_to_whom_and_until_when() -> None:
    [case] = read(WHOLE).cases
    assert case.expected.undertakings == (
        ExpectedUndertaking(
            kinds=(UndertakingKind.READINESS, UndertakingKind.AGREEMENT),
            strengths=(Strength.INTENDS, Strength.AGREED),
            by=(ExpectedParty("XVD"), ExpectedParty("XKS")),
            words="It was long",
            to=ExpectedParty("XKS"),
            due="2031-04",
        ),
    )


def test_a_text_of_which_nothing_is_recorded_is_a_trap() -> None:
    [case] = read("=== a case\n\nThe text.\n\n---\nnothing\n").cases
    assert case.is_trap
    assert case.dated is None


def test_what_is_read_is_written_as_it_stood() -> None:
    [case] = read(WHOLE).cases
    assert read(written(case)).cases == (case,)


def test_two_cases_of_one_name_are_refused() -> None:
    twice = "=== a case\n\nThe text.\n\n---\nnothing\n\n" * 2
    [problem] = read(twice).problems
    assert problem.startswith("letters.txt, line 8: met the name 'a case' a second time")


def test_the_other_cases_of_a_file_are_read() -> None:
    broken = "=== broken\n\nThe text.\n\n---\nsomething\n\n"
    found = read(f"{broken}=== sound\n\nThe text.\n\n---\nnothing\n")
    assert [one.name for one in found.cases] == ["sound"]
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    ("record", "met", "expected"),
    [
        ("2031-03-04 lunch held  XVD, XKS", "'lunch'", "call, meeting"),
        ("2031-03-04 call done  XVD, XKS", "'done'", "held, ongoing"),
        ("2031-03-04 call held XVD, XKS", "XVD, XKS", "two spaces"),
        ("2031-02-30 call held  XVD, XKS", "'2031-02-30'", "EDTF"),
        ("2031-03-04 call held  XXX, XKS", "'XXX'", "code of a state or body"),
        ("2031-03-04 call held  XVD, XKS\n  colour red", "'colour red'", "means, place"),
        ("2031-03-04 call held  XVD, XKS\n  means pigeon", "'pigeon'", "phone, video"),
        ("2031-03-04 call held  XVD, XKS\n  duration long", "'long'", "PT45M"),
        ("2031-03-04 call held  XVD, XKS\n  place Velan", "Velan", "quotation marks"),
        ("nothing\n2031-03-04 call held  XVD, XKS", "behind 'nothing'", "one or the other"),
        ("2031-03-04 call held  XVD, XKS\nnothing", "'nothing'", "one or the other"),
        ('said XVD: "no such words"', "'no such words'", "as they stand in the text"),
        ('said XXX: "The text"', "'XXX'", "an outlet"),
        ("said XVD: The text", "The text", "quotation marks"),
        ("original rumour XVD", "'rumour'", "readout"),
        ('time "The text" soon', "'soon'", "EDTF"),
        ('undertaking wish agreed XVD: "The text"', "'wish'", "agreement"),
        ('undertaking agreement firm XVD: "The text"', "'firm XVD'", "intends or is ready"),
        ("no contact", "'no contact'", "no undertaking"),
        ("held a call", "'held a call'", "DATE FORM STATUS"),
        ("", "no record", "'nothing'"),
    ],
)
def test_a_line_that_is_not_sound_is_told_of(record: str, met: str, expected: str) -> None:
    problem = problem_in(record)
    assert met in problem.partition("expected")[0]
    assert expected in problem.partition("expected")[2]


def test_a_line_of_the_head_is_of_the_closed_list() -> None:
    assert "'author Anna'" in problem_in("nothing", head="author Anna")
    assert "met the date 'yesterday'" in problem_in("nothing", head="dated yesterday")


def test_a_problem_tells_the_file_and_the_line() -> None:
    assert problem_in("nothing\nno contact").startswith("letters.txt, line 8: ")


def test_files_that_are_not_sound_are_refused_whole(tmp_path: Path) -> None:
    (tmp_path / "calls.txt").write_text("=== a case\n\nThe text.\n\n---\nsomething\n")
    with pytest.raises(NotationUnsound, match=r"calls\.txt, line 6"):
        sound_cases(tmp_path, WORDS)


def test_the_notation_of_all_files_is_sound() -> None:
    words = Words.of(cast_tables())
    for case in sound_cases(TEXTS, words):
        assert read_text(written(case), case.phenomenon, words).cases == (case,)


TEXT = "The words of the text.\n\nAnd some more of them, on Tuesday."
codes = st.sampled_from(["XVD", "XKS", "TRC", "Highland Movement"])
names = st.none() | st.sampled_from(["Mara Costin", "Farid al-Nasser", "Lin Weiguo"])
parties = st.builds(ExpectedParty, codes, names)
several = st.lists(parties, min_size=1, max_size=3).map(tuple)
words = st.sampled_from(["The words", "some more of them", "Tuesday", "text"])
dates = st.sampled_from(["2031-03-04", "2031-03", "203X", "../2031-03-04", "2031-03-01/2031-03-02"])
places = st.builds(Detail, st.sampled_from(["place", "topic"]), words)
others = st.sampled_from(
    [Detail("means", "phone"), Detail("duration", "PT45M"), Detail("route", "back channel")]
)


def some(kind: type) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(list(kind)), min_size=1, max_size=2, unique=True).map(tuple)  # type: ignore[call-overload]


contacts = st.builds(
    ExpectedContact,
    st.none() | dates,
    some(Form),
    some(Status),
    several,
    st.lists(places | others, max_size=3).map(tuple),
)
undertakings = st.builds(
    ExpectedUndertaking,
    some(UndertakingKind),
    some(Strength),
    several,
    words,
    st.none() | parties,
    st.none() | dates,
)
values = st.builds(
    Expected,
    contacts=st.lists(contacts, max_size=3).map(tuple),
    sayings=st.lists(st.builds(ExpectedSaying, st.none() | parties, words), max_size=2).map(tuple),
    originals=st.lists(
        st.builds(ExpectedOriginal, st.tuples(st.sampled_from(ORIGINALS)), codes), max_size=2
    ).map(tuple),
    times=st.lists(
        st.builds(ExpectedTime, words, st.none() | dates | st.just("PT90M")), max_size=2
    ).map(tuple),
    undertakings=st.lists(undertakings, max_size=2).map(tuple),
    positions=st.lists(st.builds(ExpectedPosition, several, words), max_size=2).map(tuple),
    channels=st.lists(st.builds(ExpectedChannel, several, words), max_size=2).map(tuple),
    no_undertaking=st.booleans(),
    no_position=st.booleans(),
)


@settings(deadline=None, max_examples=60)
@given(values)
def test_any_record_is_read_as_it_was_written(expected: Expected) -> None:
    case = Case("letters", "a case", TEXT, expected, dated="2031-03-05")
    found = read(written(case))
    assert found.problems == ()
    assert found.cases == (case,)


def test_every_detail_can_be_written() -> None:
    assert set(DETAILS) == {"means", "place", "duration", "initiator", "route", "topic"}
