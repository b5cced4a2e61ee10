"""Whose an address is: a government's only where nobody else may have it."""

import pytest

from communique.catalog.hosts import side_of_address
from communique.catalog.tables import load_tables


@pytest.mark.parametrize(
    ("host", "side"),
    [
        ("www.gov.uk", "GBR"),
        ("gov.uk", "GBR"),
        ("mfa.gov.tr", "TUR"),
        ("pm.gc.ca", "CAN"),
        ("www.mofa.go.jp", "JPN"),
        ("www.mofa.go.kr", "KOR"),
        ("mfa.go.th", "THA"),
        ("kemlu.go.id", "IDN"),
        ("mfa.go.ke", "KEN"),
        ("foreign.go.tz", "TZA"),
        ("mofa.go.ug", "UGA"),
        ("www.rree.go.cr", "CRI"),
        ("www.mid.ru", "RUS"),
        ("www.eda.admin.ch", "CHE"),
        ("mfa.ee", "EST"),
        ("www.mzv.sk", "SVK"),
    ],
)
def test_a_government_is_known_by_its_address(host: str, side: str) -> None:
    assert side_of_address(f"https://{host}/press/1", load_tables()) == side


@pytest.mark.parametrize(
    "host",
    [
        "admin.lemonde.fr",
        "mfa.blogger.de",
        "gov.herald.fr",
        "go.ynet.co.il",
        "go.ynet.il",
        "mid.co",
        "www.mid.co",
        "go.it",
        "www.go.it",
        "go.jp",
        "www.admin.fr",
        "fr",
    ],
)
def test_what_anybody_may_have_is_nobodys(host: str) -> None:
    assert side_of_address(f"https://{host}/press/1", load_tables()) is None
