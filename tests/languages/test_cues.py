"""Every row of the tables on statements reads its own example, and not the other one."""

import pytest

from communique.languages.en.cues import Example, examples, undertaking_cues
from communique.model.vocabulary import Aspect
from tests.extract.make_scene import read

TABLES = {
    "undertakings": Aspect.UNDERTAKING,
    "positions": Aspect.POSITION,
    "channels": Aspect.CHANNEL,
    "formats": Aspect.FORMAT,
    "labels": Aspect.LABEL,
    "presence": Aspect.PRESENCE,
    "projects": Aspect.PROJECT,
    "matters": Aspect.MATTER,
    "topics": Aspect.TOPIC,
    "remarks": Aspect.REMARK,
}
ROWS = [(aspect, row) for name, aspect in TABLES.items() for row in examples(name)]


def aspects_read(row: Example, text: str) -> set[Aspect]:
    parties = ("VOS", "OST") if row.is_told else ()
    return {one.aspect for one in read(text, parties=parties, side=row.side)}


@pytest.mark.slow
@pytest.mark.parametrize(("aspect", "row"), ROWS, ids=[row.row for _, row in ROWS])
def test_a_row_matches_its_example_and_leaves_the_other_alone(aspect: Aspect, row: Example) -> None:
    assert aspect in aspects_read(row, row.matches)
    assert aspect not in aspects_read(row, row.misses)


def test_every_table_comes_with_examples() -> None:
    assert all(examples(name) for name in TABLES)


def test_a_cue_is_found_by_each_of_its_words() -> None:
    cues = undertaking_cues()
    assert all(word in cue.words for word, row in cues.items() for cue in row)
