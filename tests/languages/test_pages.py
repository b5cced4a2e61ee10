"""The words of transcripts and of tables."""

import pytest

from communique.languages.en.cells import Column, columns, tables_in
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
    read = text
    for start, end, words in reversed(row.edits):
        read = read[:start] + words + read[end:]
    assert read.endswith("\nDan telephoned Brel for 35 minutes.")
