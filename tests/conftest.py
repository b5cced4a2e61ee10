"""The examples are read once for all tests that look into them."""

from pathlib import Path

import pytest

import communique
from tests.acceptance.running import EXAMPLES, TABLES


@pytest.fixture(scope="session")
def examples_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of all the examples."""
    path = tmp_path_factory.mktemp("examples") / "examples.db"
    with communique.open_record(path, tables=TABLES) as record:
        record.read([EXAMPLES / "texts", EXAMPLES / "later"])
    return path
