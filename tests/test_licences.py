"""The list of licences lets through what it should, and nothing else."""

import pytest

from tests.licences import is_permitted, licence_of


@pytest.mark.parametrize(
    "licence", ["MIT License", "Apache-2.0 OR BSD-2-Clause", "MPL-2.0 AND MIT"]
)
def test_a_permissive_licence_is_permitted(licence: str) -> None:
    assert is_permitted(licence)


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "MIT AND GPL-3.0-only", "UNKNOWN", "AGPL-3.0"])
def test_a_licence_that_binds_others_is_not(licence: str) -> None:
    assert not is_permitted(licence)


def test_a_package_that_declares_none_is_known_by_the_text_it_carries() -> None:
    told = {"License": "UNKNOWN", "LicenseText": "\nMIT License\n\nCopyright …"}
    assert licence_of(told) == "MIT License"
    assert licence_of(told | {"LicenseText": "UNKNOWN"}) == "UNKNOWN"
    assert licence_of(told | {"License": "GPL-3.0-only"}) == "GPL-3.0-only"
