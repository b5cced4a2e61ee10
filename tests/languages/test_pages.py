"""The words of transcripts and of tables."""

import pytest

from communique.languages.en.cells import Column, Row, columns, tables_in
from communique.languages.en.turns import turn_words


def test_a_label_stands_at_the_head_of_a_turn() -> None:
    label = turn_words().label
    assert label.pattern.match(label.matches)
    assert not label.pattern.match(label.counter)


def test_a_label_before_a_number_or_an_address_is_none() -> None:
    value = turn_words().value
    assert value.pattern.fullmatch(value.matches)
    assert not value.pattern.fullmatch(value.counter)
    for line in (
        "Press: +47 22 24 36 00",
        "Host: post@norland.example",
        "Media: www.norland.example",
    ):
        assert turn_words().label_in(line, 0, len(line)) is None


def test_who_asks_and_who_answers_is_told_by_the_label() -> None:
    assert turn_words().is_asking("QUESTION")
    assert not turn_words().is_asking("MR. BERG")
    assert turn_words().names_in("MR. BERG") == ("berg",)


@pytest.mark.parametrize("who", ["MR. BERG", "THE PRESIDENT", "Foreign Minister Dahl", "A"])
def test_a_title_or_a_form_of_address_tells_that_somebody_speaks(who: str) -> None:
    assert turn_words().is_known(who)


@pytest.mark.parametrize("who", ["Phone", "PARIS", "WATCH", "THE VENUE"])
def test_other_labels_do_not_tell_that_somebody_speaks(who: str) -> None:
    assert not turn_words().is_known(who)


@pytest.mark.parametrize("column", columns(), ids=lambda one: one.matches)
def test_a_column_is_known_by_its_whole_head(column: Column) -> None:
    assert column.matches.lower() in column.heads
    assert column.counter.lower() not in column.heads


def test_a_row_reads_as_a_sentence() -> None:
    text = "Caller | Called | Minutes\nDan | Brel | 35"
    [table] = tables_in(text)
    [row] = table.rows
    assert read(text, row).endswith("\nDan telephoned Brel for 35 minutes.")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| 3 March | Dan | Brel | |", "On 3 March, Dan telephoned Brel."),
        ("| | Dan | Brel | 35 |", "Dan telephoned Brel for 35 minutes."),
        ("| 3 March | Dan | | 35 |", "On 3 March, Dan for 35 minutes."),
        ("| | | | |", "| | | | |"),
    ],
)
def test_no_words_stand_before_an_empty_cell(row: str, expected: str) -> None:
    text = f"| Date | Caller | Called | Minutes |\n{row}"
    [table] = tables_in(text)
    assert read(text, table.rows[0]).splitlines()[1] == expected


@pytest.mark.parametrize("heads", ["Date | Caller | Called", "Day | Guest | Host", "a | Who | Met"])
def test_a_row_of_heads_begins_a_new_table(heads: str) -> None:
    text = f"Date | Caller | Called\n3 March | Dan | Brel\n{heads}\n4 March | Ann | Cole"
    first, second = tables_in(text)
    assert len(first.rows) == len(second.rows) == 1
    assert [text[one.start : one.end] for one in second.heads] == [heads]


def test_a_row_of_heads_that_do_not_relate_ends_a_table() -> None:
    text = (
        "Date | Caller | Called\n3 March | Dan | Brel\nDate | Place | Topic\n4 March | Kesh | Gas"
    )
    [table] = tables_in(text)
    assert len(table.rows) == 1


def test_a_row_of_titles_is_no_row_of_heads() -> None:
    [table] = tables_in("Visitor | Host\nPresident | Prime Minister\nAnn Dan | Cole Brel")
    assert len(table.rows) == 2


def test_each_head_is_asked_once_for_its_party(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Column] = []
    monkeypatch.setattr(Column, "is_party", property(asked.append))

    def steps(heads: int) -> int:
        asked.clear()
        assert list(tables_in("Date | " * heads)) == []
        return len(asked)

    assert 0 < steps(20) <= 2 * steps(10)
    assert steps(4000) == 0


def test_a_line_of_very_many_cells_has_no_columns() -> None:
    assert list(tables_in("Caller | Called | " * 16 + "\n" + "Dan | Brel | " * 16)) == []


@pytest.mark.parametrize("line", ["|---|:-:|", "--- | ---", "- | --"])
def test_a_line_of_dashes_is_a_rule(line: str) -> None:
    [table] = tables_in(f"Caller | Called\n{line}\nDan | Brel")
    assert (len(table.heads), len(table.rows)) == (2, 1)


@pytest.mark.parametrize("line", ["- | -", "-" * 20_000 + " | Dan"])
def test_a_row_of_dashes_and_words_is_none(line: str) -> None:
    [table] = tables_in(f"Caller | Called\n{line}\nDan | Brel")
    assert (len(table.heads), len(table.rows)) == (1, 2)


def read(text: str, row: Row) -> str:
    for start, end, words in reversed(row.edits):
        text = text[:start] + words + text[end:]
    return text
