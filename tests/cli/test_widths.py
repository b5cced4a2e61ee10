"""Tables fit the page: what should stay whole does where there is room."""

from hypothesis import given
from hypothesis import strategies as st

from communique.cli.widths import BETWEEN, broken, column_widths
from communique.views.tables import Table

LABEL = "2031-05-06-frd-syl-call"
WORDS = st.text(alphabet="heron reed", min_size=1, max_size=60)


def table(*rows: tuple[str, ...], keep: tuple[str, ...] = ()) -> Table:
    return Table(("Contact", "When", "Who"), rows, keep=keep)


def test_a_table_that_fits_is_not_folded() -> None:
    widths = column_widths(table((LABEL, "2031-05-06", "Firefly – Trentino")), 100)
    assert widths == (len(LABEL), 10, 18)


def test_other_columns_are_folded_before_those_to_be_kept() -> None:
    who = "Rufus Firefly (FRD) – Ambrose Trentino (SYL) – Gloria Teasdale (OST)"
    first, second, third = column_widths(table((LABEL, "2031-05-06", who), keep=("Contact",)), 60)
    assert (first, second) == (len(LABEL), 10)
    assert third == 60 - first - second - 2 * BETWEEN


@given(
    rows=st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4),
    width=st.integers(min_value=20, max_value=200),
)
def test_no_table_is_wider_than_the_page(rows: list[tuple[str, ...]], width: int) -> None:
    widths = column_widths(table(*rows, keep=("Contact",)), width)
    assert sum(widths) + 2 * BETWEEN <= width
    assert min(widths) >= 1


def test_a_name_that_is_too_long_is_broken_behind_a_hyphen() -> None:
    assert broken(LABEL, 11).split("\n") == ["2031-05-06-", "frd-syl-", "call"]
    assert broken(f"{LABEL} or words", len(LABEL)) == f"{LABEL} or words"


def test_on_a_narrow_page_the_day_in_a_name_stays_whole() -> None:
    who = "Rufus Firefly (FRD) – Ambrose Trentino (SYL) – Gloria Teasdale (OST)"
    widths = column_widths(table((LABEL, "2031-05-06", who), keep=("Contact", "When")), 34)
    assert widths[0] >= len("2031-05-06-")
    assert widths[1] == len("2031-05-06")


def test_on_a_page_of_80_columns_ids_stay_whole_in_every_column() -> None:
    one, other = "u-796622e1276e80ec", "u-0123456789abcdef"
    row = ("2031-05-06", f"to send grain (said before: {other})", "Freedonia and Sylvania")
    more = ("undertaking agreed", "Freedonia’s foreign ministry", one)
    columns = ("Due", "What", "Who", "Kind", "Said by", "Id")
    widths = column_widths(Table(columns, ((*row, *more),), keep=("Due", "Id")), 80)
    assert widths[1] >= len(other) + 1
    assert widths[5] == len(one)


def test_a_long_label_is_kept_before_the_words_beside_it() -> None:
    label = "2031-05-06-frd-syl-ost-joint-statement"
    row = (label, "Freedonia", "ministry", "a statement of the ministry", "no account is held")
    columns = ("Contact", "Side", "Issuer", "Wanted", "Why")
    widths = column_widths(Table(columns, (row,), keep=("Contact", "Side")), 80)
    assert widths[0] == len(label)
