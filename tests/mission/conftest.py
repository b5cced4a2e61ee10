"""The seeds are read once for all rows."""

from pathlib import Path

import pytest

import communique
from tests.mission.seeds import SEEDS, Found


@pytest.fixture(scope="session")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    if not SEEDS.is_dir():
        pytest.skip("the seed documents are not beside this checkout")
    return read(SEEDS, tmp_path_factory.mktemp("seeds") / "seeds.db")


def read(folder: Path, path: Path) -> Found:
    with communique.open_record(path) as record:
        record.read([folder])
        contents = record.contents()
        texts = {one.name[:3]: record.text_of(one.id) for one in contents.documents}
    return Found(contents, texts)
