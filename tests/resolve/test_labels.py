"""Readable names of contacts: when, who, what."""

import pytest

from communique.catalog.tables import load_tables
from communique.resolve.contacts.labels import codes_of, contact_label


@pytest.mark.parametrize(
    ("edtf", "label"),
    [
        ("2031-05-13", "2031-05-13-fr-pl-call"),
        ("2031-05", "2031-05-fr-pl-call"),
        ("2031-23", "2031-autumn-fr-pl-call"),
        ("2031-24/2032-21", "2031-winter-fr-pl-call"),
        ("../2031-05-13", "by-2031-05-13-fr-pl-call"),
        (None, "undated-fr-pl-call"),
    ],
)
def test_a_label_says_when_as_coarsely_as_the_accounts(edtf: str | None, label: str) -> None:
    codes = codes_of(load_tables())
    units = frozenset(("POL", "FRA"))
    assert contact_label(units, frozenset(), "call", "held", edtf, codes) == label
