import pytest

from communique.extract.contact_sites import find_sites
from communique.languages.en.contact_cues import Example, examples, load_contact_cues
from communique.languages.en.parse import parse
from tests.extract.make_contacts import document

ROWS = [one for one in examples() if ".verb." in one.name or ".noun." in one.name]


def rows_met(text: str) -> set[str]:
    [(_, sentences)] = list(parse([document(text, None, {})]))
    cues = load_contact_cues()
    return {site.cue.name for one in sentences for site in find_sites(one, cues)}


def test_every_row_has_an_example_and_one_that_is_none() -> None:
    for one in examples():
        assert one.matches and one.unlike and one.matches != one.unlike


@pytest.mark.slow
@pytest.mark.parametrize("row", ROWS, ids=lambda one: one.name)
def test_rows_match_their_example_and_not_the_other(row: Example) -> None:
    assert row.name in rows_met(row.matches)
    assert row.name not in rows_met(row.unlike)
