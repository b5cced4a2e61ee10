"""What keeps the rules general: the seeds with everything exchanged give the same record."""

from pathlib import Path

import pytest

from communique.catalog.tables import load_tables
from tests.mission.mirrors import differences, make_mirror, read_mirror
from tests.mission.seeds import Found

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_a_mirror_gives_the_same_record(found: Found, tmp_path: Path, number: int) -> None:
    mirror = make_mirror(number, load_tables())
    assert differences(found.contents, read_mirror(mirror, tmp_path), mirror) == []
