"""One suite for every engine: an engine joins by a line in ``ENGINES``."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from communique.store.engine import Store
from communique.store.sqlite import open_store

Opener = Callable[[Path], Store]
ENGINES: dict[str, Opener] = {"sqlite": open_store}


@pytest.fixture(params=sorted(ENGINES))
def opener(request: pytest.FixtureRequest) -> Opener:
    return ENGINES[request.param]


@pytest.fixture
def store(opener: Opener, tmp_path: Path) -> Iterator[Store]:
    opened = opener(tmp_path / "record.db")
    yield opened
    opened.close()
