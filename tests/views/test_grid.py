"""The grid of a contact as it is drawn: sides, their originals, the outlets apart."""

from dataclasses import replace

from communique.compare import compare, contents_of
from communique.model.contents import Contents
from communique.model.vocabulary import Aspect, DocumentKind, OriginalKind
from communique.views.columns import OTHERS, OUTLETS, told_in_full
from communique.views.grid import contact_page
from communique.views.naming import Naming
from communique.views.tables import Table, folded
from tests.at_once import resolve
from tests.compare.test_points import BOTH, GRAIN, quoting, told
from tests.make import Reader, documents_of, tables


def grid_of(*readers: Reader) -> Table:
    readings = tuple(one.reading() for one in readers)
    resolved = resolve(documents_of(readers), readings, (), tables())
    part: Contents = contents_of(resolved, compare(resolved), {})
    [contact] = part.contacts
    [grid] = contact_page(contact, part).tables
    return grid


def row(grid: Table, begins: str) -> dict[str, str]:
    [found] = [one for one in grid.rows if one[0].startswith(begins)]
    return {c.partition("\n")[0]: cell for c, cell in zip(grid.columns, found, strict=True)}


def own_text(name: str, side: str, text: str) -> Reader:
    return told(name, text, kind=DocumentKind.RELEASE, side=side, outlet=f"the palace of {side}")[0]


def test_originals_of_a_side_stand_in_one_column_and_say_each_for_itself() -> None:
    post = quoting("b", GRAIN, "FRD", "Firefly", OriginalKind.POST)
    grid = grid_of(quoting("a", GRAIN, "FRD", "the Red House"), post)
    [column] = [one for one in grid.columns if one.startswith("FRD")]
    assert sorted(line[2:].partition(",")[0] for line in column.splitlines()[1:]) == [
        "post",
        "readout",
    ]
    assert [line[:3] for line in row(grid, GRAIN)["FRD"].splitlines()] == ["1 “", "2 “"]


def test_a_cell_shows_the_words_and_how_far_they_go() -> None:
    grid = grid_of(quoting("a", GRAIN, "FRD", "the Red House"))
    assert row(grid, GRAIN)["FRD"] == f"“{GRAIN}” · agreed"
    assert row(grid, GRAIN)["SYL"] == "no account held"


def test_a_full_text_that_does_not_say_it_is_silent_in_its_sides_column() -> None:
    grid = grid_of(
        quoting("a", GRAIN, "FRD", "the Red House"), own_text("b", "SYL", "spoke of timber")
    )
    assert row(grid, GRAIN)["SYL"] == "silent"


def test_the_outlets_own_voice_stands_last_and_apart() -> None:
    outlet, account = told("b", GRAIN)
    outlet.undertaking(GRAIN, *BOTH, account=account)
    grid = grid_of(quoting("a", GRAIN, "FRD", "the Red House"), outlet)
    assert grid.columns[-1] == OUTLETS
    assert row(grid, GRAIN)[OUTLETS] == "b"


def test_originals_of_no_side_stand_beside_the_sides() -> None:
    grid = grid_of(quoting("a", GRAIN, None, "Glade Wire", OriginalKind.REPORT))
    names = [one.partition("\n")[0] for one in grid.columns]
    assert names == ["", "FRD", "SYL", OTHERS, OUTLETS]


def test_what_only_an_outlet_answers_a_full_text_is_silent_on() -> None:
    outlet, account = told("a", "spoke for an hour")
    outlet.claim(Aspect.DURATION, "PT1H", "for an hour", account=account)
    grid = grid_of(outlet, own_text("b", "SYL", "spoke of timber"))
    told_of = row(grid, "duration")
    assert told_of["SYL"] == "silent"
    assert told_of["FRD"] == "no account held"
    assert told_of[OUTLETS] == "1 hour (a)"


def test_a_full_text_none_of_whose_pages_tells_of_the_contact_cannot_be_silent_on_it() -> None:
    own = own_text("b", "SYL", "spoke of timber")
    resolved = resolve(documents_of((own,)), (own.reading(),), (), tables())
    part = contents_of(resolved, compare(resolved), {})
    [contact], [original] = part.contacts, part.originals
    assert told_in_full(contact, Naming(part)) == {original.id}
    quoted_only = replace(contact, accounts=())
    assert told_in_full(quoted_only, Naming(part)) == frozenset()


def test_a_narrow_page_has_a_line_for_each_side_and_joins_equal_ones() -> None:
    wide = Table(("", "FRD\nreadout", "SYL", OUTLETS), (("grain", "“yes”", "silent", "–"),))
    narrow = folded(wide)
    assert narrow.rows == (("grain", "FRD", "“yes”"), ("", "SYL", "silent"))
    assert narrow.notes[0] == "FRD: readout"
    same = folded(Table(("", "FRD", "SYL"), (("grain", "not quoted", "not quoted"),)))
    assert same.rows == (("grain", "FRD, SYL", "not quoted"),)
