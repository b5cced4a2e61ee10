"""What is owed, as it is listed."""

from dataclasses import replace

from communique.model.contents import Contents
from communique.model.passages import DocumentId, Passage
from communique.model.registers import UndertakingEntry
from communique.model.times import When
from communique.model.vocabulary import Openness, Score, Strength, UndertakingKind
from communique.views.naming import Naming
from communique.views.owing import due_tables
from tests.exports.values import nothing

VISIT = UndertakingEntry(
    id="u-1",
    kind=UndertakingKind.INVITATION,
    by=("FRD",),
    to="Mr Trentino",
    what="visit Fredville",
    strength=Strength.INTENDS,
    condition=None,
    due=None,
    within=None,
    said_by=("FRD",),
    said_by_words=(),
    contact="c-1",
    is_repeated=False,
    state=Openness.OPEN,
    repeats=(),
    closed_by=None,
    score=None,
    claims=(),
    passages=(Passage(DocumentId("d-1"), 0, 5, "visit"),),
)


def rows(*entries: UndertakingEntry, as_of: str | None = None) -> list[tuple[tuple[str, ...], ...]]:
    part: Contents = replace(nothing(), undertakings=entries)
    return [one.rows for one in due_tables(part, Naming(part), {"c-2": "the-visit"}, as_of)]


def test_what_was_said_again_is_owed_once_with_its_earlier_words() -> None:
    again = replace(VISIT, id="u-2", state=Openness.REPEATED, repeats=("u-1",))
    [[row]] = rows(VISIT, again)
    assert row[1] == "visit Fredville\n(said before: u-1)"
    assert row[3] == "invitation, no answer, repeated"
    assert row[5] == "u-2"


def test_what_was_closed_stands_apart_with_what_closed_it_and_its_score() -> None:
    closed = replace(VISIT, state=Openness.CLOSED, closed_by="c-2", score=Score.PARTIAL)
    owed, [row] = rows(closed)
    assert owed == ()
    assert row == (
        "visit Fredville",
        "FRD → Mr Trentino",
        "invitation",
        "the-visit",
        "0",
        "u-1",
    )


def test_a_day_that_lies_behind_is_marked() -> None:
    due = replace(VISIT, due=When("2031-05-13", "given"))
    assert rows(due, as_of="2031-05-13")[0][0][0] == "2031-05-13"
    assert rows(due, as_of="2031-05-14")[0][0][0] == "2031-05-13 (past)"
