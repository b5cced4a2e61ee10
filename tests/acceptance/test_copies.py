"""A copy of a document adds a report, and backs nothing."""

import shutil
from pathlib import Path

import pytest

from communique.model.contents import Contents
from communique.model.vocabulary import Verdict
from communique.record import Record
from tests.acceptance.conftest import open_with_tables
from tests.acceptance.running import EXAMPLES

pytestmark = pytest.mark.slow
TEXTS = tuple(sorted((EXAMPLES / "texts").glob("*.txt")))


def backed(contents: Contents) -> dict[str, object]:
    """For each contact its origins, the sides heard, and what independent origins back."""
    return {
        one.label: (
            len(one.origins),
            one.sides,
            one.unattributed,
            [value.value for value in one.date],
            sorted(at.words for at in one.points if at.verdict is Verdict.CORROBORATED),
        )
        for one in contents.contacts
    }


@pytest.mark.parametrize("text", TEXTS, ids=lambda one: one.stem)
def test_a_paper_that_prints_a_text_again_changes_no_count_of_origins(
    examples_file: Path, examples: Record, text: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "evening-post.txt"
    words = text.read_text(encoding="utf-8").rstrip()
    day = examples.document(text.name).published
    dated = f"date {day.edtf[:10]}\n\n" if day and day.edtf else ""
    copy.write_text(f"{dated}{words}\n\nPrinted in the late edition.\n", encoding="utf-8")
    with open_with_tables(Path(shutil.copy(examples_file, tmp_path))) as record:
        record.read([copy])
        after, before = backed(record.contents()), backed(examples.contents())
    assert {label: after.get(label) for label in before} == before
